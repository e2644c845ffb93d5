/** New films that wait for a clinician: one calm line, since nothing is wrong with them, and all of them when somebody asks. */
import { type ReactElement, useState } from 'react'
import type { Asset } from '../../core/asset.ts'
import { Icon } from './icons.tsx'
import { NeedsCard } from './needs-card.tsx'

/** So few lie open from the start. */
const few = 2

interface ToCheckState {
  readonly assets: readonly Asset[]
  /** Whether somebody looks for a file: then none hides behind a line. */
  readonly isWanted: boolean
}

export function ToCheck({ assets, isWanted }: ToCheckState): ReactElement | null {
  const [isAsked, ask] = useState<boolean>()
  const count = assets.length
  if (count === 0) return null
  const isOpen = isWanted || (isAsked ?? count <= few)
  return (
    <section className="section to-check" aria-labelledby="to-check">
      <div className="to-check-line">
        <h2 id="to-check">
          <button type="button" aria-expanded={isOpen} onClick={() => ask(!isOpen)}>
            {count === 1
              ? 'One film waits for a check by a clinician'
              : `${count} films wait for a check by a clinician`}
            <Icon name="unfold" size={24} />
          </button>
        </h2>
        <p>
          Nothing is wrong. Films about treatments and offers play as soon as somebody who may say so has read them; the
          others play meanwhile.
        </p>
      </div>
      {isOpen && (
        <ul className="needs">
          {assets.map((asset) => (
            <NeedsCard key={asset.id} asset={asset} look={JSON.stringify(asset)} />
          ))}
        </ul>
      )}
    </section>
  )
}
