/** Keeps the keyboard with a file whose card goes to another part of the page: answered, taken in, or back from its dates. */
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Asset } from '../../core/asset.ts'

const cardsOf = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-path]')]
const pictureIn = (card: HTMLElement | undefined) => card?.querySelector<HTMLElement>('.card-picture')

/** @param assets when they change, cards may go elsewhere, and what had the keyboard in them is gone */
export function useKeptFocus(assets: readonly Asset[]): void {
  const path = useRef<string>(undefined)
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      path.current = target instanceof Element ? target.closest<HTMLElement>('[data-path]')?.dataset.path : undefined
    }
    // Whoever points elsewhere has left it.
    const onPointer = () => {
      path.current = undefined
    }
    document.addEventListener('focusin', onFocus)
    document.addEventListener('pointerdown', onPointer)
    return () => {
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('pointerdown', onPointer)
    }
  }, [])
  useLayoutEffect(() => {
    if (path.current === undefined || document.activeElement !== document.body) return
    pictureIn(cardsOf().find((card) => card.dataset.path === path.current))?.focus({ preventScroll: true })
  }, [assets])
}

/** For a card that is about to go: whatever is next to it takes the keyboard. */
export function focusBeside(path: string): void {
  const cards = cardsOf()
  const at = cards.findIndex((card) => card.dataset.path === path)
  pictureIn(cards[at + 1] ?? cards[at - 1])?.focus({ preventScroll: true })
}
