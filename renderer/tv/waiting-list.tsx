/** Who waits, and about how long, in the order of codes: it says nothing about turns, and turns its pages by itself. */
import type { ReactElement } from 'react'
import type { BoardWords, Lengths } from '../../core/board-words.ts'
import type { BoardSnapshot } from '../../core/queue-contract.ts'
import { boxStyle } from './called-row.tsx'
import type { Geometry } from './geometry.ts'
import { widthOf } from './measure.ts'
import { pagesOf, useTurns } from './pages.ts'

type Waiting = BoardSnapshot['waiting'][number]

const pageMs = 8_000

interface ListState {
  readonly waiting: readonly Waiting[]
  readonly geometry: Geometry
  readonly words: BoardWords
}

export function WaitingList({ waiting, geometry, words }: ListState): ReactElement {
  const { waiting: box, rows, text, isStanding } = geometry
  const widest = isStanding ? box.width / 2 : box.width
  const entries = waiting.map((entry) => ({ code: entry.code, wait: waitWords(entry, words, text, widest) }))
  const heightOf = ({ wait }: { readonly wait: string }) => rows.code + (wait === '' ? 0 : rows.wait)
  const pages = pagesOf(entries, heightOf, box.height - rows.title)
  const page = useTurns(pages.length, pageMs)
  return (
    <section className="queue-waiting-box" style={boxStyle(box)} data-standing={isStanding}>
      <h2 dir={words.direction} style={{ height: rows.title }}>
        {words.waiting}
        {pages.length > 1 && <Place page={page} pages={pages.length} />}
      </h2>
      {waiting.length === 0 && (
        <p className="queue-empty" dir={words.direction}>
          {words.nobody}
        </p>
      )}
      <ul className="queue-waiting">
        {(pages[page] ?? []).map((entry) => (
          <li key={entry.code} style={{ height: heightOf(entry) }}>
            <b className="queue-code">{entry.code}</b>
            {entry.wait !== '' && <span dir={words.direction}>{entry.wait}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Which page it is, without words: as many strokes as there are pages. */
function Place({ page, pages }: { readonly page: number; readonly pages: number }): ReactElement {
  return (
    <span className="queue-place" aria-hidden="true">
      {Array.from({ length: pages }, (_, at) => (
        <i key={at} data-now={at === page} />
      ))}
    </span>
  )
}

/** @param width there is for it, pixels */
export function waitWords({ shown, low, high }: Waiting, words: BoardWords, text: number, width: number): string {
  const fitting = ({ long, short }: Lengths) => (widthOf(long, 500, text) <= width ? long : short)
  switch (shown.kind) {
    case 'range':
      return low === undefined ? shown.text : words.minutes({ low, ...(high === undefined ? {} : { high }) })
    case 'next':
      return fitting(words.next)
    case 'soon':
      return fitting(words.soon)
    case 'over':
      return fitting(words.over)
    case 'unknown':
      return fitting(words.unknown)
    case 'none':
      return ''
  }
}
