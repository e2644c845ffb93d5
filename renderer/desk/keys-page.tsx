/** The keys, behind `?`. */
import { Fragment, type ReactElement } from 'react'
import { Action } from '../shared/action.tsx'
import { Dialog } from '../shared/dialog.tsx'
import { keyLines } from './keys.ts'

export function KeysPage({ onClose }: { readonly onClose: () => void }): ReactElement {
  return (
    <Dialog title="Keys" look="wide" onClose={onClose}>
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
      <div className="dialog-actions">
        <Action look="first" onPress={onClose}>
          Close
        </Action>
      </div>
    </Dialog>
  )
}
