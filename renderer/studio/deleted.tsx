/** What was deleted or replaced lately, with the way back. */
import { type ReactElement, useEffect, useState } from 'react'
import { type DeletedList, trashKeptDays } from '../../core/content-contract.ts'
import { Action } from '../shared/action.tsx'
import { dayAndTime } from '../shared/clinic-time.ts'
import { Dialog } from '../shared/dialog.tsx'
import { useWorld } from './studio-context.ts'
import { bytesOf } from './words.ts'

interface DeletedState {
  readonly onUndo: (id: string) => Promise<boolean>
  readonly onClose: () => void
}

export function Deleted({ onUndo, onClose }: DeletedState): ReactElement {
  const { zone, canPress } = useWorld()
  const [list, setList] = useState<DeletedList['deleted']>()
  const [isLost, setLost] = useState(false)
  const read = () =>
    fetch('/api/content/deleted')
      .then(async (response) => {
        setList(((await response.json()) as DeletedList).deleted)
        setLost(false)
      })
      .catch(() => setLost(true))
  useEffect(() => void read(), [])
  return (
    <Dialog title="Recently deleted" onClose={onClose} look="wide">
      <p>Kept for {trashKeptDays} days, less when the disk of this computer is nearly full.</p>
      {isLost && <p role="alert">Anteroom does not answer. Close this and open it again.</p>}
      {list?.length === 0 && <p className="nobody">Nothing was deleted lately.</p>}
      <ul className="deleted">
        {list?.map(({ undo, path, replaced, at, bytes }) => (
          <li key={undo}>
            <div>
              <p className="named">{path}</p>
              <p className="path">
                {replaced ? 'Replaced' : 'Deleted'} on {dayAndTime(at, zone)} · {bytesOf(bytes)}
              </p>
            </div>
            <Action
              isOff={!canPress}
              label={`Bring back ${path}`}
              onPress={() => void onUndo(undo).then((isDone) => (isDone ? onClose() : read()))}
            >
              Bring back
            </Action>
          </li>
        ))}
      </ul>
      <div className="dialog-actions">
        <Action look="first" onPress={onClose}>
          Close
        </Action>
      </div>
    </Dialog>
  )
}
