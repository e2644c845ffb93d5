/** The keys, behind `?`. */
import { Fragment, type ReactElement } from 'react'
import { Action } from './action.tsx'
import { Dialog } from './dialog.tsx'
import type { KeyLine } from './keys.ts'

interface KeysPageState {
  readonly lines: readonly KeyLine[]
  readonly onClose: () => void
}

export function KeysPage({ lines, onClose }: KeysPageState): ReactElement {
  return (
    <Dialog title="Keys" look="wide" onClose={onClose}>
      <dl className="keys">
        {lines.map(({ keys, does }) => (
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
