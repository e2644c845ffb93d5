/** Where the keyboard is: a ticket that has moved or gone must not take the focus with it. */
import { type RefObject, useEffect, useRef } from 'react'

/**
 * Puts the focus on a ticket again after its button has gone with its old state.
 *
 * @param revision of the list that is shown
 */
export function useFocusKept(revision: number): {
  readonly formRef: RefObject<HTMLFormElement | null>
  /** From now on, until something else has the focus. */
  readonly keepFocus: (ticket: string | undefined) => void
} {
  const formRef = useRef<HTMLFormElement>(null)
  const wanted = useRef<string>(undefined)
  // A new list is what moves tickets.
  useEffect(() => restore(wanted.current), [revision])
  return {
    formRef,
    keepFocus: (ticket) => {
      wanted.current = ticket
      // The list may have come before the answer. The frame goes along: keys mean whoever is chosen, not whoever was.
      if (isTicket(document.activeElement)) document.activeElement.blur()
      restore(ticket)
    },
  }
}

function restore(ticket: string | undefined): void {
  if (ticket === undefined) return
  if (document.activeElement !== null && document.activeElement !== document.body) return
  articleOf(ticket)?.focus({ preventScroll: true })
}

const isTicket = (element: Element | null): element is HTMLElement => element?.matches('[data-ticket]') ?? false
const articles = () => [...document.querySelectorAll<HTMLElement>('[data-ticket]')]
const articleOf = (ticket: string) => articles().find((article) => article.dataset.ticket === ticket)

/** @param step 1 for the next ticket, -1 for the one before */
export function focusNeighbour(step: 1 | -1): void {
  const all = articles()
  const current = all.findIndex((article) => article.contains(document.activeElement) || isChosen(article))
  const next = current === -1 ? (step === 1 ? 0 : all.length - 1) : current + step
  all[Math.min(Math.max(next, 0), all.length - 1)]?.focus()
}

const isChosen = (article: HTMLElement) => article.dataset.chosen === 'true'

/** The first thing there is to fill in. */
export function focusForm(form: RefObject<HTMLFormElement | null>): void {
  // A narrow page shows the form only after this event.
  requestAnimationFrame(() => {
    const field = form.current?.querySelector<HTMLElement>('input[type="radio"]:checked, select, input')
    field?.focus()
    form.current?.scrollIntoView({ block: 'nearest' })
  })
}
