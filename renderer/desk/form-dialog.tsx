/** A dialog that is filled in and sent: Enter sends it, Escape leaves it, a refusal is said in it. */
import { type ReactElement, type ReactNode, useRef, useState } from 'react'
import { Action } from '../shared/action.tsx'
import { Dialog } from '../shared/dialog.tsx'
import type { Presses } from '../shared/presses.ts'
import { useDesk } from './desk-context.ts'

interface FormDialogState {
  readonly title: string
  /** What the button that sends it says. */
  readonly verb: string
  readonly presses: Presses
  readonly onClose: () => void
  /** @returns whether it worked; the dialog then closes */
  readonly onSend: () => Promise<boolean>
  readonly look?: 'plain' | 'wide'
  /** Another way to send it, beside the main one. */
  readonly other?: { readonly verb: string; readonly onSend: () => Promise<boolean> }
  readonly children: ReactNode
}

export function FormDialog(state: FormDialogState): ReactElement {
  const { title, verb, presses, onClose, onSend, look = 'plain', other, children } = state
  const { canPress } = useDesk()
  const isSending = useRef(false)
  const [hasFailed, setFailed] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const send = async (way: () => Promise<boolean>) => {
    if (!canPress || isSending.current) return
    isSending.current = true
    setFailed(false)
    const isDone = await way()
    isSending.current = false
    if (isDone) onClose()
    else setFailed(true)
  }
  return (
    <Dialog title={title} onClose={onClose} look={look}>
      <form
        ref={form}
        className="errand"
        onSubmit={(event) => {
          event.preventDefault()
          void send(onSend)
        }}
      >
        {children}
        {hasFailed && presses.notice !== undefined && (
          <p className="errand-wrong" role="alert">
            {presses.notice.text}
          </p>
        )}
        <div className="dialog-actions">
          <Action onPress={onClose}>Cancel</Action>
          {other !== undefined && (
            <Action isOff={!canPress} onPress={() => form.current?.reportValidity() && void send(other.onSend)}>
              {other.verb}
            </Action>
          )}
          <button type="submit" className="action action-first" disabled={!canPress}>
            {verb}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
