/** While the hub is away: what still holds, what to do on paper, and afterwards where to enter it. */
import { type ReactElement, useEffect, useRef, useState } from 'react'
import type { QueueSnapshot } from '../../core/queue-contract.ts'
import { Action } from '../shared/action.tsx'
import type { ClinicLists } from '../shared/clinic-lists.ts'
import { clockTime } from '../shared/clinic-time.ts'
import { printSheet, usePrinted } from '../shared/print-sheet.ts'
import { LastList } from './last-list.tsx'

/** In less than this nobody takes up a pen: a restart is not worth a question. */
const worthPaperMs = 60_000

interface AwayState {
  readonly snapshot: QueueSnapshot
  readonly clinic: ClinicLists
  readonly isLive: boolean
  readonly onPaper: () => void
}

export function AwayBanner({ snapshot, clinic, isLive, onPaper }: AwayState): ReactElement | null {
  const lostAt = useRef<string>(undefined)
  const [isBack, setBack] = useState(false)
  useEffect(() => {
    if (!isLive) {
      lostAt.current = snapshot.at
    } else if (lostAt.current !== undefined) {
      const awayMs = Date.parse(snapshot.at) - Date.parse(lostAt.current)
      setBack((before) => before || awayMs >= worthPaperMs)
      lostAt.current = undefined
    }
  }, [isLive, snapshot.at])
  if (!isLive) return <LostBanner snapshot={snapshot} clinic={clinic} />
  if (!isBack) return null
  const leave = () => setBack(false)
  return (
    <div className="banner banner-back" role="status">
      <p>
        <strong>Anteroom is back.</strong> Was anything written on paper meanwhile?
      </p>
      <div className="banner-actions">
        <Action look="quiet" onPress={leave}>
          No, nothing
        </Action>
        <Action
          look="first"
          onPress={() => {
            leave()
            onPaper()
          }}
        >
          Add what happened on paper
        </Action>
      </div>
    </div>
  )
}

type LostState = Pick<AwayState, 'snapshot' | 'clinic'>

function LostBanner({ snapshot, clinic }: LostState): ReactElement {
  const { at, paperCodes } = snapshot
  const list = () => <LastList snapshot={snapshot} clinic={clinic} />
  usePrinted(list, 'a4')
  useLoadedStays()
  return (
    <section className="banner banner-lost" aria-label="No connection">
      <div className="banner-words">
        <p role="alert">
          <strong>No connection to Anteroom. This is the list as of {clockTime(at, clinic.zone)}.</strong> Nothing can
          be pressed until it answers; it is asked every second, and this page goes on by itself.
        </p>
        {paperCodes.length === 0 ? (
          <p>Until then, write arrivals on paper.</p>
        ) : (
          <>
            <p>Until then, write arrivals on paper, and one of these codes on a card for each:</p>
            <ul className="paper-codes" aria-label="Codes kept for paper">
              {paperCodes.map((code) => (
                <li key={code}>{code}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      <Action onPress={() => void printSheet(list(), 'a4')}>Print this list</Action>
    </section>
  )
}

/**
 * The list is in this page and nowhere else, and without the hub the page cannot be loaded again: so the browser asks
 * before it is left or reloaded. Kept on the disk instead, the desk labels could outlive the day.
 */
function useLoadedStays(): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])
}
