/** Ctrl+S (⌘S) saves; Ctrl+Z and Ctrl+Y (⌘Z, ⇧⌘Z) take back and repeat, also in a field: there is one history for the whole film. */
import { useEffect, useRef } from 'react'

interface StepKeys {
  readonly undo: (() => void) | undefined
  readonly redo: (() => void) | undefined
  readonly save: () => void
}

export function useStepKeys(keys: StepKeys): void {
  const newest = useRef(keys)
  newest.current = keys
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return
      // What lies over the page has fields of its own.
      if (event.target instanceof Element && event.target.closest('dialog') !== null) return
      const key = event.key.toLowerCase()
      if (key === 's') {
        event.preventDefault()
        return newest.current.save()
      }
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey)
      if (!isRedo && key !== 'z') return
      event.preventDefault()
      if (isRedo) newest.current.redo?.()
      else newest.current.undo?.()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
