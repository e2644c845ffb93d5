/** Ctrl+Z (⌘Z) takes the last change of a page back, wherever the keyboard is but in a field. */
import { useEffect, useRef } from 'react'

const written = 'input:not([type=checkbox], [type=radio], [type=range]), textarea'

/** @param onUndo undefined while there is nothing to take back */
export function useUndoKey(onUndo: (() => void) | undefined): void {
  const newest = useRef(onUndo)
  newest.current = onUndo
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isUndo =
        (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'z'
      // What is being written has an Undo of its own.
      const isWriting = event.target instanceof HTMLElement && event.target.matches(written)
      if (!isUndo || isWriting || event.repeat || newest.current === undefined) return
      event.preventDefault()
      newest.current()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
