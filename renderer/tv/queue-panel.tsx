/** The queue around the film: who is called and where to, who waits and about how long, and why in this order. */
import type { ReactElement } from 'react'
import { type BoardWords, wordsIn } from '../../core/board-words.ts'
import type { BoardSnapshot } from '../../core/queue-contract.ts'
import { roomSigns } from '../../core/room-sign.ts'
import { widestCode } from '../../core/ticket-code.ts'
import { boxStyle, CalledRow, calledEntries, codesOn, quietWords } from './called-row.tsx'
import type { Geometry } from './geometry.ts'
import { useTurns } from './pages.ts'
import { SentenceRow } from './sentence-row.tsx'
import { WaitingList } from './waiting-list.tsx'

/** Labels change their language this often. */
const languageMs = 16_000

interface PanelState {
  readonly board: BoardSnapshot
  readonly languages: readonly string[]
  readonly geometry: Geometry
  /** As the clinic's clocks show it. */
  readonly time: string
  /** Of these clocks. */
  readonly zone: string
  /** Milliseconds since 1970 UTC. */
  readonly now: number
  /** What is scheduled for the foot of the screen. */
  readonly ticker: readonly string[]
}

export function QueuePanel({ board, languages, geometry, time, zone, now, ticker }: PanelState): ReactElement {
  const words = useWords(languages)
  return (
    <>
      <div className="queue-panel" style={boxStyle(geometry.panel)} />
      <div className="queue-wander">
        <WaitingList waiting={board.waiting} geometry={geometry} words={words} />
        <CalledRow
          entries={calledEntries(board, now)}
          rooms={[...roomSigns(board.rooms).values()]}
          widest={widestCode(codesOn(board))}
          newest={board.called.find(({ retracted }) => !retracted)?.code ?? ''}
          quiet={quietWords(board, words, zone)}
          {...{ geometry, words }}
        />
        <SentenceRow {...{ board, languages, geometry, time, ticker }} />
      </div>
    </>
  )
}

export function StalePanel({ geometry, languages }: Pick<PanelState, 'geometry' | 'languages'>): ReactElement {
  const words = useWords(languages)
  return (
    <>
      <div className="queue-panel" style={boxStyle(geometry.panel)} />
      <section className="queue-stale" style={boxStyle(geometry.waiting)} dir={words.direction}>
        <h2>{words.moment}</h2>
        <p>{words.askDesk}</p>
      </section>
    </>
  )
}

/** The words of the languages in turn. */
function useWords(languages: readonly string[]): BoardWords {
  return wordsIn(languages[useTurns(languages.length, languageMs)] ?? 'en')
}
