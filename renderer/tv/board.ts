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
  | { readonly kind: 'none' }
  /** No queue, because the clinic opens later. */
  | { readonly kind: 'closed'; readonly opensAt: string }
  | { readonly kind: 'stale' }
  | { readonly kind: 'live'; readonly board: BoardSnapshot }

/** A clinic that calls nobody today wants its whole screen for films. */
const isInUse = ({ day, waiting, serving, missing, called }: BoardSnapshot): boolean =>
  day === 'open' && waiting.length + serving.length + missing.length + called.length > 0

/** What is to be shown of a snapshot that came so long ago. */
export function boardAt(board: BoardSnapshot | undefined, ageMs: number): Board {
  if (board === undefined || ageMs > goneMs) return none
  if (!isInUse(board)) return board.opensAt === undefined ? none : { kind: 'closed', opensAt: board.opensAt }
  return ageMs > staleMs ? stale : { kind: 'live', board }
}

const none: Board = { kind: 'none' }
const stale: Board = { kind: 'stale' }

/** Nothing is drawn anew while nothing has changed. */
const isSame = (one: Board, other: Board): boolean =>
  one.kind === other.kind &&
  (one.kind !== 'live' || other.kind !== 'live' || one.board === other.board) &&
  (one.kind !== 'closed' || other.kind !== 'closed' || one.opensAt === other.opensAt)

/**
 * @param clock hears the hub's time with every snapshot
 * @param onSnapshot always the same function
 */
export function useBoard(screen: string, clock: PageClock, onSnapshot: (board: BoardSnapshot) => void): Board {
  const [state, setState] = useState<Board>({ kind: 'none' })
  useEffect(() => {
    let heardMs = 0
    let board: BoardSnapshot | undefined
    const look = () => {
      const now = boardAt(board, performance.now() - heardMs)
      setState((before) => (isSame(before, now) ? before : now))
    }
    const end = followTopic<BoardSnapshot>(
      `board:${screen}`,
      (snapshot) => {
        heardMs = performance.now()
        board = snapshot
        clock.hear(snapshot.at)
        onSnapshot(snapshot)
        look()
      },
      () => {},
    )
    const timer = setInterval(look, lookMs)
    return () => {
      clearInterval(timer)
      end()
    }
  }, [screen, clock, onSnapshot])
  return state
}
