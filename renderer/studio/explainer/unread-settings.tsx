/** In place of the fields of a film whose settings cannot be read: what is wrong, and the lines themselves, in which it is mended. */
import { type ReactElement, useId, useRef } from 'react'
import type { PlacedProblem } from '../../../core/explainer-contract.ts'
import { linesIn } from '../../../core/line-end.ts'
import { Action } from '../../shared/action.tsx'
import { placeOf } from './source-view.tsx'

interface UnreadState {
  readonly written: string
  /** Absent once it is mended, until the text is left: fields do not take its place while somebody writes in it. */
  readonly unreadable: PlacedProblem | undefined
  readonly onWrite: (written: string) => void
  readonly onSource: () => void
  readonly onMending: (isMending: boolean) => void
}

export function UnreadSettings({ written, unreadable, onWrite, onSource, onMending }: UnreadState): ReactElement {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const go = ({ line, column }: PlacedProblem) => {
    const above = linesIn(written).slice(0, line - 1)
    const at = above.reduce((sum, each) => sum + each.length + 1, 0) + column - 1
    field.current?.focus()
    field.current?.setSelectionRange(at, at)
  }
  return (
    <section className="edit-settings" aria-labelledby={`${id}-name`}>
      <h3 id={`${id}-name`}>The film</h3>
      <div className="edit-unread" role="status" id={`${id}-problem`}>
        {unreadable === undefined ? (
          <p>The settings can be read again. Their fields come back when you leave this text.</p>
        ) : (
          <>
            <p>
              <b>The settings of this film cannot be read.</b> Their fields come back once this is mended. Until then
              nothing in them is changed.
            </p>
            <p className="edit-unread-place">
              <Action look="quiet" onPress={() => go(unreadable)}>
                {placeOf(unreadable)}
              </Action>
              <span>{unreadable.message}</span>
            </p>
          </>
        )}
      </div>
      <div className="field">
        <label htmlFor={id}>The settings, as they stand in the file</label>
        <textarea
          ref={field}
          id={id}
          className="source-field"
          dir="auto"
          spellCheck={false}
          aria-invalid={unreadable !== undefined}
          aria-describedby={`${id}-problem`}
          value={written}
          onFocus={() => onMending(true)}
          onBlur={() => onMending(false)}
          onChange={({ currentTarget }) => onWrite(currentTarget.value)}
        />
      </div>
      <Action look="quiet" onPress={onSource}>
        Show the whole source
      </Action>
    </section>
  )
}
