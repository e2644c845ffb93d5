/** Whether this desk is a pretend one, and where it then keeps what a real one keeps in the browser. */
import { createContext, useContext } from 'react'

/** What the page's address ends in while somebody practises. */
export const practiceAddress = '#practice'

/** As much of a `Storage` as the desk needs. */
export interface Keeping {
  readonly getItem: (name: string) => string | null
  readonly setItem: (name: string, value: string) => void
}

export interface PracticeRoom {
  readonly keeping: Keeping
}

const Context = createContext<PracticeRoom | undefined>(undefined)
export const PracticeProvider = Context.Provider

/** @returns undefined at a real desk */
export const usePractice = (): PracticeRoom | undefined => useContext(Context)

/** Gone with the practice: invented patients and half-typed forms shall not turn up at the real desk. */
export function keepingInMemory(): Keeping {
  const kept = new Map<string, string>()
  return { getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => void kept.set(name, value) }
}
