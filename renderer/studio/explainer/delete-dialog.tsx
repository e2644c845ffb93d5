/** Asks, before a film is deleted that is there in several languages, whether all of them go. */
import type { ReactElement } from 'react'
import { trashKeptDays } from '../../../core/content-contract.ts'
import { languageInEnglish } from '../../../core/languages.ts'
import { Action } from '../../shared/action.tsx'
import { Dialog } from '../../shared/dialog.tsx'
import { useWorld } from '../studio-context.ts'
import type { FilmVariant } from './film-address.ts'

interface DeleteState {
  readonly title: string
  readonly path: string
  readonly variants: readonly FilmVariant[]
  /** Of the film whose name says no language; undefined when that is not known here. */
  readonly own: string | undefined
  readonly onOne: () => void
  readonly onAll: () => void
  readonly onClose: () => void
}

export function DeleteDialog({ title, path, variants, own, onOne, onAll, onClose }: DeleteState): ReactElement {
  const { canPress } = useWorld()
  const nameOf = ({ tag = own }: FilmVariant) => (tag === undefined ? undefined : languageInEnglish(tag))
  const open = variants.find((variant) => variant.path === path)
  const name = (open === undefined ? undefined : nameOf(open)) ?? 'this one'
  const others = variants
    .filter((variant) => variant !== open)
    .map((variant) => nameOf(variant) ?? 'its first language')
  return (
    <Dialog title="Which of its languages?" onClose={onClose}>
      <p>
        <bdi>“{title}”</bdi> is also there in {listed(others)}. Whatever is deleted can be brought back for{' '}
        {trashKeptDays} days.
      </p>
      <div className="dialog-actions">
        <Action look="quiet" onPress={onClose}>
          Cancel
        </Action>
        <Action isOff={!canPress} onPress={onAll}>
          Delete the film in all languages
        </Action>
        <Action look="first" isOff={!canPress} onPress={onOne}>
          {`Delete only ${name}`}
        </Action>
      </div>
    </Dialog>
  )
}

/** `German, Spanish and Arabic` */
const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
