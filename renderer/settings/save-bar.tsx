/** What is saved and what is not, and what came of saving: always in sight at the foot of the page. */
import type { ReactElement } from 'react'
import { Action } from '../shared/action.tsx'
import { type Draft, type Notice, namesOf } from './draft.ts'
import { FilmsAnew } from './films-anew.tsx'
import { rowWords } from './rows.ts'

interface SaveBarState {
  readonly draft: Draft
  readonly onSave: () => void
}

export function SaveBar({ draft, onSave }: SaveBarState): ReactElement {
  const { dirty, notice, canUndo } = draft
  const isSending = notice?.kind === 'sending'
  const isDone = notice?.kind === 'saved' || notice?.kind === 'taken-back'
  const isNewLook = isDone && dirty.length === 0 && notice.rows.includes('brand')
  return (
    <div className="save-bar" data-tone={toneOf(notice)}>
      <div className="save-told">
        <p role="status">{wordsOf(draft)}</p>
        {isNewLook && <FilmsAnew />}
      </div>
      {notice?.kind === 'changed' ? (
        <>
          <Action onPress={() => void draft.takeTheirs(notice.row)}>Show theirs</Action>
          <Action onPress={() => void draft.keepMine(notice.row)}>Save mine</Action>
        </>
      ) : (
        <>
          {canUndo && <Action onPress={() => void draft.undo()}>Undo</Action>}
          {dirty.length > 0 && (
            <Action isOff={isSending} onPress={draft.discard}>
              Discard
            </Action>
          )}
          <Action look="first" isOff={dirty.length === 0 || isSending} onPress={onSave}>
            Save
          </Action>
        </>
      )}
    </div>
  )
}

const toneOf = (notice: Notice | undefined) =>
  notice?.kind === 'refused' || notice?.kind === 'changed' || notice?.kind === 'unanswered' ? 'wrong' : 'calm'

export function wordsOf({ dirty, notice }: Pick<Draft, 'dirty' | 'notice'>): string {
  switch (notice?.kind) {
    case 'sending':
      return 'Saving …'
    case 'refused':
      return `Not saved. ${notice.message}`
    case 'changed':
      return `Not saved. Somebody else has changed the ${rowWords[notice.row]} meanwhile.`
    case 'unanswered':
      return 'Not saved. Anteroom does not answer; press Save again when it is back.'
    case 'saved':
      return dirty.length === 0 ? 'Saved.' : `Not saved yet: ${namesOf(dirty)}.`
    case 'taken-back':
      return 'Taken back: it is as it was before.'
    case undefined:
      return dirty.length === 0 ? 'Everything is saved.' : `Not saved yet: ${namesOf(dirty)}.`
  }
}
