/** The queue beside the film: who is being seen and where, who waits and about how long, who was called last. */
import { type ReactElement, useEffect, useState } from 'react'
import type { BoardSnapshot, ShownWait } from '../../core/queue-contract.ts'

const waitingRows = 4
const servingColumns = 4
const calledRows = 2
const pageMs = 8_000

export function QueuePanel({ board, time }: { readonly board: BoardSnapshot; readonly time: string }): ReactElement {
  const { rooms } = board
  const called = board.called.filter(({ retracted }) => retracted === undefined)
  const waiting = usePage(board.waiting, waitingRows)
  const serving = usePage(board.serving, servingColumns)
  return (
    <>
      <section className="queue-side">
        <header>
          <span className="queue-time">{time}</span>
          {board.demo && <span className="queue-demo">Demo</span>}
        </header>
        <h2>
          Waiting <Pages list={waiting} />
        </h2>
        {board.waiting.length === 0 && <p className="queue-empty">Nobody is waiting.</p>}
        <ul className="queue-waiting" key={waiting.page}>
          {waiting.entries.map(({ code, shown }) => (
            <li key={code} data-kind={shown.kind}>
              <b className="queue-code">{code}</b>
              <span>{besideCode(shown)}</span>
            </li>
          ))}
        </ul>
        {called.length > 0 && <h2 className="queue-called-title">Last called</h2>}
        <ul className="queue-called">
          {called.slice(0, calledRows).map(({ code, room, announceFrom }) => (
            <li key={`${code}${announceFrom}`}>
              <b className="queue-code">{code}</b>
              <span>{rooms[room] ?? room}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="queue-serving">
        <h2>
          Now
          <br />
          serving <Pages list={serving} />
        </h2>
        {board.serving.length === 0 && <p className="queue-empty">The next call comes soon.</p>}
        <ul key={serving.page}>
          {serving.entries.map(({ code, room }) => (
            <li key={`${code}${room}`}>
              <b className="queue-code">{code}</b>
              <span>{rooms[room] ?? room}</span>
            </li>
          ))}
        </ul>
      </section>
      <p className="queue-order">Called by appointment and clinician, not by order of arrival.</p>
    </>
  )
}

/** A wait in the two short lines beside a code; desk and phone have room for the whole sentence. */
function besideCode({ kind, text }: ShownWait): string {
  switch (kind) {
    case 'range':
    case 'next':
    case 'soon':
      // The figures stay in one piece.
      return text.replace('about ', '').replaceAll('–', '\u2060–\u2060')
    case 'over':
      return 'a little longer'
    case 'unknown':
      return 'not yet known'
    case 'none':
      return ''
  }
}

interface Page<Entry> {
  readonly entries: readonly Entry[]
  readonly page: number
  readonly pages: number
}

function Pages({ list }: { readonly list: Page<unknown> }): ReactElement | null {
  if (list.pages < 2) return null
  return (
    <small>
      {list.page + 1}/{list.pages}
    </small>
  )
}

/** Turns the pages of a list that is too long for one. */
function usePage<Entry>(list: readonly Entry[], size: number): Page<Entry> {
  const pages = Math.max(1, Math.ceil(list.length / size))
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (pages < 2) return
    const timer = setInterval(() => setTurn((before) => before + 1), pageMs)
    return () => clearInterval(timer)
  }, [pages])
  const page = turn % pages
  return { entries: list.slice(page * size, (page + 1) * size), page, pages }
}
