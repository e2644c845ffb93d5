/** The keys, behind `?`, with what is needed too seldom for a place of its own. */
import { Fragment, type ReactElement, type ReactNode } from 'react'
import { Action } from './action.tsx'
import { Dialog } from './dialog.tsx'
import type { KeyLine } from './keys.ts'

interface KeysPageState {
  readonly lines: readonly KeyLine[]
  readonly onClose: () => void
  /** What is needed too seldom for a place of its own. */
  readonly children?: ReactNode
}

export function KeysPage({ lines, onClose, children }: KeysPageState): ReactElement {
  return (
    <Dialog title="Keys" look="wide" onClose={onClose}>
      <div className="dialog-actions keys-actions">
        <Action look="first" onPress={onClose}>
          Close
        </Action>
        {children}
      </div>
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
    </Dialog>
  )
}
