/** A part of the page with its files; of very many only the first, and the rest when somebody asks for them. */
import { type ReactElement, useState } from 'react'
import type { Asset } from '../../core/asset.ts'
import { Action } from '../shared/action.tsx'
import { Card } from './card.tsx'
import { NeedsCard } from './needs-card.tsx'
import { shelved } from './shelves.ts'

const atFirst = 120

interface SectionState {
  readonly id: string
  readonly title: string
  readonly note?: string
  readonly assets: readonly Asset[]
  readonly look: 'needs' | 'works' | 'cards'
}

export function Section({ id, title, note, assets, look }: SectionState): ReactElement | null {
  const [most, setMost] = useState(atFirst)
  if (assets.length === 0) return null
  const shelves = look === 'needs' ? [{ folder: '', assets: assets.slice(0, most) }] : shelved(assets.slice(0, most))
  const rest = assets.length - most
  return (
    <section className={`section section-${look}`} aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {title} <span className="count">{assets.length}</span>
      </h2>
      {note !== undefined && <p className="note">{note}</p>}
      {shelves.map((shelf) => (
        <div key={shelf.folder}>
          {shelf.folder !== '' && <h3 className="folder">{shelf.folder}</h3>}
          <ul className={look}>
            {shelf.assets.map((asset) =>
              look === 'needs' ? (
                <NeedsCard key={asset.id} asset={asset} look={JSON.stringify(asset)} />
              ) : (
                <Card key={asset.id} asset={asset} look={JSON.stringify(asset)} />
              ),
            )}
          </ul>
        </div>
      ))}
      {rest > 0 && (
        <p className="more">
          <Action onPress={() => setMost(most * 2)}>
            {rest === 1 ? 'Show one more' : `Show ${Math.min(rest, most)} more of ${rest}`}
          </Action>
        </p>
      )}
    </section>
  )
}
