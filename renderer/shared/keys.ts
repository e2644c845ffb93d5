/** The keyboard of a page, and the form in which its keys are told behind `?`. */
import { useEffect, useRef } from 'react'

export interface KeyLine {
  /** As printed on the keys. */
  readonly keys: readonly string[]
  readonly does: string
}

export interface KeyPresses {
  /** `n`, `1`, `?`, `ArrowUp` … @returns whether it meant something */
  readonly onKey: (key: string) => boolean
}

/** Listens on the whole page; never while somebody types in a field or a dialog is open. */
export function useKeys({ onKey }: KeyPresses): void {
  const newest = useRef(onKey)
  newest.current = onKey
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return
      if (document.querySelector('dialog[open]') !== null) return
      if (isField(document.activeElement)) {
        if (event.key === 'Escape') (document.activeElement as HTMLElement).blur()
        return
      }
      if (newest.current(keyOf(event))) event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

const isField = (element: Element | null): boolean => element?.matches('input, select, textarea') ?? false

/** By the sign, where the layout has it; else (Arabic, Cyrillic, French digits) by the place on the keyboard. */
function keyOf({ key, code, shiftKey }: KeyboardEvent): string {
  if (key.length > 1 || /^[a-z0-9?]$/i.test(key)) return key.length > 1 ? key : key.toLowerCase()
  if (key === '؟') return '?'
  const place = shiftKey ? undefined : /^(?:Key|Digit)(.)$/.exec(code)?.[1]
  return place?.toLowerCase() ?? key
}
