/** Something over the page: the browser keeps the focus in it, gives it back afterwards, and closes it on Escape. */
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react'

interface DialogState {
  readonly title: string
  readonly onClose: () => void
  readonly look?: 'plain' | 'wide'
  readonly children: ReactNode
}

export function Dialog({ title, onClose, look = 'plain', children }: DialogState): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  return (
    <dialog ref={dialog} className={`dialog-${look}`} aria-labelledby="dialog-title" onClose={onClose}>
      <h2 id="dialog-title">{title}</h2>
      {children}
    </dialog>
  )
}
