/** All files on the page, what needs somebody first; and what to do when there are none. */
import { type ReactElement, useMemo } from 'react'
import type { Asset } from '../../core/asset.ts'
import { Action } from '../shared/action.tsx'
import { EndsSoon } from './ends-soon.tsx'
import { Icon } from './icons.tsx'
import { Section } from './section.tsx'
import { find, grouped } from './shelves.ts'
import { ToCheck } from './to-check.tsx'

interface SectionsState {
  readonly assets: readonly Asset[]
  readonly wanted: string
  /** ISO 8601, by the hub's clock. */
  readonly at: string
  readonly canPress: boolean
  readonly onAdd: () => void
}

const restingNote =
  'In order, but outside their dates, in a language that is not one of the TV, or for another kind of practice. They come and go by themselves.'
const draftsNote = 'What lies in a folder whose name begins with "_" never plays.'

export function Sections({ assets, wanted, at, canPress, onAdd }: SectionsState): ReactElement {
  const groups = useMemo(() => grouped(find(assets, wanted)), [assets, wanted])
  if (assets.length === 0) return <Empty canPress={canPress} onAdd={onAdd} />
  if ([...groups.values()].every((group) => group.length === 0)) {
    return (
      <p className="nothing-found" role="status">
        No file is called “{wanted.trim()}”.
      </p>
    )
  }
  const of = (group: Parameters<typeof groups.get>[0]) => groups.get(group) ?? []
  return (
    <>
      <Section id="needs-you" title="Needs you" assets={of('needs-you')} look="needs" />
      <ToCheck assets={of('to-check')} isWanted={wanted.trim() !== ''} />
      {wanted.trim() === '' && <EndsSoon assets={assets} at={at} />}
      <Section id="working" title="In work" assets={of('working')} look="works" />
      <Section id="on-tv" title="On the TV" assets={of('on-tv')} look="cards" />
      <Section id="resting" title="Not on the TV now" note={restingNote} assets={of('resting')} look="cards" />
      <Section id="drafts" title="Drafts" note={draftsNote} assets={of('drafts')} look="cards" />
    </>
  )
}

function Empty({ canPress, onAdd }: { readonly canPress: boolean; readonly onAdd: () => void }): ReactElement {
  return (
    <section className="empty" aria-labelledby="empty">
      <span className="empty-sign">
        <Icon name="drop" size={56} />
      </span>
      <h2 id="empty">Nothing to show yet</h2>
      <p>
        Drop videos, photos or PDFs here. Each is looked at, made ready for the TV, and plays by itself; if something is
        wrong with it, this page says what to do.
      </p>
      <Action look="first" isOff={!canPress} onPress={onAdd}>
        <Icon name="add" />
        Choose files
      </Action>
    </section>
  )
}
