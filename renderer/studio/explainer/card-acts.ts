/** What the buttons of a card do to the film, and where the keyboard goes on after each. */
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { randomId } from '../../shared/press.ts'
import {
  type FilmDraft,
  settled,
  withCopy,
  withDivided,
  withMoved,
  without,
  withScene,
  withSeconds,
  withSource,
} from './film-draft.ts'
import type { History } from './history.ts'
import type { CardActs } from './scene-card.tsx'

interface ActsState {
  readonly film: FilmDraft
  readonly change: History<FilmDraft>['change']
  /** In which the cards stand. */
  readonly list: RefObject<HTMLOListElement | null>
  readonly onChoose: (id: string) => void
}

interface KnownActs {
  readonly acts: CardActs
  /** What was done, for those who hear the page. */
  readonly said: string
  /** The keyboard goes on in this card once it is there; in the first when there is none of that name. */
  readonly goTo: (card: string) => void
}

export function useCardActs({ film, change, list, onChoose }: ActsState): KnownActs {
  const [said, setSaid] = useState('')
  // After a card has moved, come or gone, the keyboard goes on in it.
  const wanted = useRef<{ readonly card: string; readonly act?: string }>(undefined)
  useEffect(() => {
    const { card, act } = wanted.current ?? {}
    if (card === undefined) return
    wanted.current = undefined
    const place =
      list.current?.querySelector<HTMLElement>(`[data-card="${card}"]`) ??
      list.current?.querySelector<HTMLElement>('[data-card]')
    const button =
      act === undefined ? null : place?.querySelector<HTMLButtonElement>(`[data-act="${act}"]:not(:disabled)`)
    ;(button ?? place?.querySelector<HTMLElement>('textarea'))?.focus()
    place?.scrollIntoView({ block: 'nearest' })
  })

  const newest = useRef(film)
  newest.current = film
  const acts = useMemo<CardActs>(
    () => ({
      change: (id, scene, mark) => change((before) => withScene(before, id, scene), mark && `${id} ${mark}`),
      write: (id, source) => change((before) => withSource(before, id, source), `${id} source`),
      settle: () => change(settled, 'settle'),
      move: (id, by) => {
        wanted.current = { card: id, act: by < 0 ? 'up' : 'down' }
        const { cards } = withMoved(newest.current, id, by)
        setSaid(`Moved to place ${cards.findIndex((card) => card.id === id) + 1} of ${cards.length}.`)
        change((before) => withMoved(before, id, by))
      },
      copy: (id) => {
        const copyId = randomId()
        wanted.current = { card: copyId }
        change((before) => withCopy(before, id, copyId))
        setSaid('Duplicated.')
      },
      divide: (id) => {
        const nextId = randomId()
        wanted.current = { card: nextId }
        change((before) => withDivided(before, id, nextId))
        setSaid('Two scenes now. Control and Z make them one again.')
      },
      remove: (id) => {
        const { cards } = newest.current
        const place = cards.findIndex((card) => card.id === id)
        const beside = cards[place + 1] ?? cards[place - 1]
        if (beside !== undefined) wanted.current = { card: beside.id, act: 'remove' }
        setSaid('Removed. Control and Z bring it back.')
        change((before) => without(before, id))
      },
      time: (id, seconds) => change((before) => withSeconds(before, id, seconds), `${id} seconds`),
      choose: onChoose,
    }),
    [change, onChoose],
  )

  const goTo = useCallback((card: string) => {
    wanted.current = { card }
  }, [])
  return { acts, said, goTo }
}
