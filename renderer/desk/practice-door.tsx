/** The way into practice and out of it: the page's address ends in `#practice`. Its code is fetched when it is wanted. */
import { type ComponentType, lazy, type ReactElement, Suspense, useEffect, useState } from 'react'
import { practiceAddress } from '../shared/practice-context.ts'
import type { PracticeState } from './practice.tsx'

const Practice = lazy(async (): Promise<{ default: ComponentType<PracticeState> }> => {
  try {
    return { default: (await import('./practice.tsx')).Practice }
  } catch {
    return { default: Unreachable }
  }
})

export const PracticeDoor = (state: PracticeState): ReactElement => (
  <Suspense fallback={<main className="opening">Opening practice …</main>}>
    <Practice {...state} />
  </Suspense>
)

const Unreachable = ({ onLeave }: PracticeState): ReactElement => (
  <main className="opening">
    <h1>Practice</h1>
    <p role="alert">It could not be loaded. Try again when Anteroom answers.</p>
    <button type="button" className="action action-first" onClick={onLeave}>
      Back to the desk
    </button>
  </main>
)

export function usePracticeDoor(): { readonly isOpen: boolean; readonly leave: () => void } {
  const [isOpen, setOpen] = useState(location.hash === practiceAddress)
  useEffect(() => {
    const look = () => setOpen(location.hash === practiceAddress)
    window.addEventListener('hashchange', look)
    return () => window.removeEventListener('hashchange', look)
  }, [])
  return {
    isOpen,
    leave: () => {
      history.replaceState(null, '', location.pathname + location.search)
      setOpen(false)
    },
  }
}
