/** What can be done with the film as a whole: back, undo, its text, its sheet, delete, save. */
import type { ReactElement } from 'react'
import { Action } from '../../shared/action.tsx'
import { Icon } from '../icons.tsx'
import { studioPages } from '../pages.ts'
import type { Steps } from '../steps.ts'
import { useWorld } from '../studio-context.ts'
import { printAddress } from '../words.ts'
import { draftFrom } from './film-draft.ts'
import type { EditedFilm } from './use-film.ts'

interface HeadState {
  readonly path: string
  readonly title: string
  readonly edited: EditedFilm
  readonly isSource: boolean
  readonly steps: Steps
  readonly onSource: () => void
  readonly onSave: () => void
  /** Out of the folder. */
  readonly onDelete: () => void
  readonly canSave: boolean
}

export function FilmHead({
  path,
  title,
  edited,
  isSource,
  steps,
  onSource,
  onSave,
  onDelete,
  canSave,
}: HeadState): ReactElement {
  const { canPress } = useWorld()
  const { history, base, isChanged, isSaving } = edited
  const isNew = base.version === null
  const isGone = edited.theirs?.version === null
  const discard = () => void edited.remove().then(() => steps.hush())
  return (
    <div className="edit-head">
      <a className="action action-quiet edit-back" href={studioPages.content.path}>
        <Icon name="back" />
        Content
      </a>
      <div className="edit-title">
        <h2>
          <bdi>{title === '' ? 'A film without a title' : title}</bdi>
        </h2>
        <p className="path">
          {path} · <SavedWords {...{ isNew, isGone, isChanged, isSaving }} />
        </p>
      </div>
      <div className="edit-tools">
        <Action
          look="quiet"
          isOff={history.undo === undefined}
          keys="Control+Z"
          label="Undo"
          onPress={() => history.undo?.()}
        >
          <Icon name="undo" />
        </Action>
        <Action
          look="quiet"
          isOff={history.redo === undefined}
          keys="Control+Y"
          label="Redo"
          onPress={() => history.redo?.()}
        >
          <Icon name="redo" />
        </Action>
        <Action look="quiet" onPress={onSource}>
          {isSource ? 'Show the form' : 'Show source'}
        </Action>
        {(isNew || isGone) && (
          <Action look="quiet" onPress={discard}>
            Discard
          </Action>
        )}
        {isChanged && !isNew && !isGone && (
          <Action look="quiet" onPress={() => history.change((before) => draftFrom(base.text, before.cards))}>
            Discard changes
          </Action>
        )}
        {!isNew && !isGone && (
          <>
            <a className="action action-quiet" href={printAddress({ path })}>
              Print…
            </a>
            <Action look="quiet" isOff={!canPress} onPress={onDelete}>
              Delete
            </Action>
          </>
        )}
        <Action look="first" isOff={!canSave} keys="Control+S" onPress={onSave}>
          {isSaving ? 'Saving …' : 'Save'}
        </Action>
      </div>
    </div>
  )
}

interface SavedState {
  readonly isNew: boolean
  readonly isGone: boolean
  readonly isChanged: boolean
  readonly isSaving: boolean
}

function SavedWords({ isNew, isGone, isChanged, isSaving }: SavedState): ReactElement {
  if (isSaving) return <>Saving …</>
  if (isGone) return <strong>No longer in the folder. It is kept on this computer.</strong>
  if (isNew) return <strong>Not in the folder yet. It is kept on this computer.</strong>
  return isChanged ? <strong>Not saved yet. It is kept on this computer.</strong> : <span className="saved">Saved</span>
}
