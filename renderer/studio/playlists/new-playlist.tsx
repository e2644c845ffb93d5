/** A new playlist needs a name and nothing else. */
import { type ReactElement, useRef, useState } from 'react'
import { Action } from '../../shared/action.tsx'
import { Dialog } from '../../shared/dialog.tsx'
import { TextField } from '../../shared/fields.tsx'
import { useWorld } from '../studio-context.ts'
import { nameFor } from './items.ts'

interface NewState {
  /** Names in use. */
  readonly taken: ReadonlySet<string>
  readonly onClose: () => void
  /** @returns whether it was made */
  readonly onMake: (name: string, title: string) => Promise<boolean>
  readonly heading?: string
  readonly start?: string
}

export function NewPlaylist({ taken, onClose, onMake, heading = 'New playlist', start = '' }: NewState): ReactElement {
  const { canPress } = useWorld()
  const [title, setTitle] = useState(start)
  const isSending = useRef(false)
  const name = nameFor(title, taken)
  const make = async () => {
    if (isSending.current || title.trim() === '') return
    isSending.current = true
    const isMade = await onMake(name, title.trim())
    isSending.current = false
    if (isMade) onClose()
  }
  return (
    <Dialog title={heading} onClose={onClose}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault()
          void make()
        }}
      >
        <TextField
          label="What it is called"
          hint={title.trim() === '' ? 'Such as “Mornings” or “Summer offers”.' : `Its file is playlists/${name}.yaml.`}
          value={title}
          most={80}
          isRequired
          onChange={setTitle}
        />
        <div className="dialog-actions">
          <Action onPress={onClose}>Cancel</Action>
          <button type="submit" className="action action-first" disabled={!canPress || title.trim() === ''}>
            Make it
          </button>
        </div>
      </form>
    </Dialog>
  )
}
