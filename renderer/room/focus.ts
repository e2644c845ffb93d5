/** Where the keyboard is: a visit whose button has gone with its old state keeps the focus. */
import { useEffect, useRef } from 'react'

/** @param revision of what is shown @returns to be told of each press of a visit's button */
export function useFocusKept(revision: number): (visit: string) => void {
  const wanted = useRef<string>(undefined)
  useEffect(() => restore(wanted.current), [revision])
  return (visit) => {
    wanted.current = visit
  }
}

function restore(visit: string | undefined): void {
  if (visit === undefined) return
  if (document.activeElement !== null && document.activeElement !== document.body) return
  cards()
    .find(({ dataset }) => dataset.visit === visit)
    ?.focus({ preventScroll: true })
}

const cards = () => [...document.querySelectorAll<HTMLElement>('[data-visit]')]

/** Id of the visit whose card has the focus. */
export const focusedVisit = (): string | undefined =>
  cards().find((card) => card.contains(document.activeElement))?.dataset.visit
