/** The queue as this screen may show it: fresh, or said to be stale, or gone (an old queue is never shown as live). */
import { useEffect, useState } from 'react'
import type { BoardSnapshot } from '../../core/queue-contract.ts'
import type { PageClock } from '../shared/clock.ts'
import { followTopic } from '../shared/hub.ts'

/** The hub sends a snapshot at least every 5 s. */
const staleMs = 15_000
const goneMs = 120_000
const lookMs = 1_000

export type Board =
  /** No queue: nobody has checked in today, or the hub has been silent too long. */
  { readonly kind: 'none' } | { readonly kind: 'stale' } | { readonly kind: 'live'; readonly board: BoardSnapshot }

/** A clinic that calls nobody today wants its whole screen for films. */
const isInUse = ({ day, waiting, serving, called }: BoardSnapshot): boolean =>
  day === 'open' && waiting.length + serving.length + called.length > 0

/** @param clock hears the hub's time with every snapshot */
export function useBoard(screen: string, clock: PageClock): Board {
  const [state, setState] = useState<Board>({ kind: 'none' })
  useEffect(() => {
    let heardMs = 0
    let board: BoardSnapshot | undefined
    const look = () => {
      const ageMs = performance.now() - heardMs
      if (board === undefined || ageMs > goneMs || !isInUse(board)) {
        setState((before) => (before.kind === 'none' ? before : { kind: 'none' }))
      } else if (ageMs > staleMs) {
        setState((before) => (before.kind === 'stale' ? before : { kind: 'stale' }))
      } else {
        const current = board
        setState((before) =>
          before.kind === 'live' && before.board === current ? before : { kind: 'live', board: current },
        )
      }
    }
    const end = followTopic<BoardSnapshot>(
      `board:${screen}`,
      (snapshot) => {
        heardMs = performance.now()
        board = snapshot
        clock.hear(snapshot.at)
        look()
      },
      () => {},
    )
    const timer = setInterval(look, lookMs)
    return () => {
      clearInterval(timer)
      end()
    }
  }, [screen, clock])
  return state
}
