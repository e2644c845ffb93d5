/** The keys, behind `?`, with what is needed too seldom for a place of its own. */
import { Fragment, type ReactElement } from 'react'
import { Action } from '../shared/action.tsx'
import { Dialog } from '../shared/dialog.tsx'
import { keyLines } from './keys.ts'
import { practiceAddress, usePractice } from './practice-context.ts'

interface KeysPageState {
  readonly onClose: () => void
  readonly onPaper: () => void
}

export function KeysPage({ onClose, onPaper }: KeysPageState): ReactElement {
  const isPractice = usePractice() !== undefined
  return (
    <Dialog title="Keys" look="wide" onClose={onClose}>
      <div className="dialog-actions keys-actions">
        <Action look="first" onPress={onClose}>
          Close
        </Action>
        {!isPractice && (
          <a className="action action-quiet" href={practiceAddress}>
            Practise with invented patients
          </a>
        )}
        <Action look="quiet" onPress={onPaper}>
          Add what happened on paper
        </Action>
      </div>
      <dl className="keys">
        {keyLines.map(({ keys, does }) => (
          <Fragment key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </Fragment>
        ))}
      </dl>
    </Dialog>
  )
}
