/** The keyboard: one table for what the keys do and for the page behind `?` that tells of them. */
import { useEffect, useRef } from 'react'
import { type TicketButton, ticketButtons } from './ticket-buttons.ts'

/** What is handed out for the ticket just checked in, or else the chosen one. */
export const handOutKeys = { slip: 't', show: 'v' } as const

export interface KeyLine {
  /** As printed on the keys. */
  readonly keys: readonly string[]
  readonly does: string
}

export const keyLines: readonly KeyLine[] = [
  { keys: ['N'], does: 'Check in: goes to the form' },
  { keys: ['Enter'], does: 'In the form: checks in' },
  { keys: ['1', '…', '9'], does: 'Calls the next patient for the provider with that number' },
  { keys: ['↑', '↓'], does: 'Chooses a patient' },
  { keys: ['Enter'], does: 'On a patient: everything that can be done with them' },
  ...ticketButtons.map(({ key, label, does }) => ({
    keys: [key.toUpperCase()],
    does: `${plain(label)}: the chosen patient ${does}`,
  })),
  { keys: ['L'], does: 'Gone and done: to have somebody return' },
  { keys: ['T'], does: 'Prints the slip of the patient just checked in, or else of the chosen one' },
  { keys: ['V'], does: 'Shows them their code on this screen, in their language' },
  { keys: ['U'], does: 'Undo: takes back the last step of this desk' },
  { keys: ['D'], does: 'Close day: asks first' },
  { keys: ['Esc'], does: 'Leaves a field or closes what is open. What you typed stays' },
  { keys: ['?'], does: 'Shows these keys' },
]

function plain(label: TicketButton['label']): string {
  return label.replace('…', '')
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
