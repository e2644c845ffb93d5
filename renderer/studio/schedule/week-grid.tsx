/** The week of a screen: a column a day, what plays as blocks in them, and the line of this moment. */
import { type CSSProperties, type KeyboardEvent, type ReactElement, useState } from 'react'
import { weekdayNames, weekdayOf } from '../../../core/calendar-date.ts'
import type { Look } from '../looks.ts'
import type { Row } from '../programming.ts'
import { type PlaylistLine, titleOfList } from '../programming.ts'
import { Block } from './block.tsx'
import { type Day, hourLines, missingIn, type Piece, piecesOf, placeOf, type Span, type Week } from './week.ts'

interface GridState {
  readonly week: Week
  readonly rows: readonly Row[]
  /** What a schedule that is not saved yet would change. */
  readonly changed: readonly Span[]
  readonly looks: ReadonlyMap<string, Look>
  readonly playlists: readonly PlaylistLine[]
  /** ISO 8601, by the hub's clock. */
  readonly at: string
  readonly zone: string
  /** Today's date. */
  readonly today: string
  readonly onPiece: (piece: Piece) => void
  readonly onDay: (day: Day) => void
}

export function WeekGrid(state: GridState): ReactElement {
  const { week, rows, changed, looks, playlists, at, zone, today, onPiece, onDay } = state
  const [shown, show] = useState(0)
  const height = { '--minutes': week.minutes } as CSSProperties
  const nowMs = Date.parse(at)
  const lines = hourLines(week).filter(({ isMain }) => isMain)
  return (
    <div className="week" data-shown={shown}>
      <fieldset className="week-days-chips">
        <legend className="unseen">Day</legend>
        {week.days.map(({ date }, place) => (
          <label key={date}>
            <input type="radio" name="week-day" checked={shown === place} onChange={() => show(place)} />
            <span>{`${weekdayNames[weekdayOf(date)].slice(0, 3)} ${Number(date.slice(8))}`}</span>
          </label>
        ))}
      </fieldset>
      <div className="week-grid" style={height}>
        <div className="week-hours" aria-hidden="true">
          <div className="week-head" />
          <div className="week-scale">
            {lines.map(({ minute, label, isAgain }) => (
              <span key={minute} style={{ '--top': minute } as CSSProperties} data-again={isAgain}>
                {label}
              </span>
            ))}
          </div>
        </div>
        {week.days.map((day, place) => (
          <section key={day.date} className="week-day" data-shown={shown === place} data-today={day.date === today}>
            <h4 className="week-head">
              <button type="button" onClick={() => onDay(day)}>
                <span>{weekdayNames[weekdayOf(day.date)].slice(0, 3)}</span> <b>{Number(day.date.slice(8))}</b>
                {day.shift !== undefined && <small>{day.shift.minutes < 0 ? ' clocks back' : ' clocks forward'}</small>}
                <span className="unseen"> as a list</span>
              </button>
            </h4>
            <div className="week-column">
              {lines.map(({ minute }) => (
                <span key={minute} className="week-line" style={{ '--top': minute } as CSSProperties} />
              ))}
              {piecesOf(week, day, rows).map((piece) => (
                <Block
                  key={piece.fromMs}
                  {...{ piece, zone, playlists, looks }}
                  title={titleOfList(piece.row.playlist, playlists)}
                  isChanged={changed.some(({ fromMs, toMs }) => fromMs <= piece.fromMs && piece.fromMs < toMs)}
                  onPress={() => onPiece(piece)}
                  onKeyDown={onArrow}
                />
              ))}
              <Missing week={week} day={day} />
              {changed.map((span) => (
                <Change key={span.fromMs} {...{ week, day, span }} />
              ))}
              {nowMs >= day.fromMs && nowMs < day.toMs && (
                <span className="week-now" style={{ '--top': placeOf(week, day, nowMs) } as CSSProperties} />
              )}
            </div>
          </section>
        ))}
      </div>
    </div>
  )
}

function Missing({ week, day }: { readonly week: Week; readonly day: Day }): ReactElement | null {
  const missing = missingIn(week, day)
  if (missing === undefined) return null
  const { from, to } = missing
  return <span className="week-missing" style={{ '--top': from, '--long': to - from } as CSSProperties} />
}

function Change({
  week,
  day,
  span,
}: {
  readonly week: Week
  readonly day: Day
  readonly span: Span
}): ReactElement | null {
  const [from, to] = [Math.max(span.fromMs, day.fromMs), Math.min(span.toMs, day.toMs)]
  if (from >= to) return null
  const top = placeOf(week, day, from)
  const style = { '--top': top, '--long': placeOf(week, day, to, true) - top } as CSSProperties
  return <span className="week-change" style={style} />
}

/** Up and down within a day, left and right to what plays at the same height beside it. */
function onArrow(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
  const block = event.currentTarget
  const column = block.closest('.week-column')
  if (column === null) return
  const blocksOf = (one: Element | undefined) => [...(one?.querySelectorAll<HTMLElement>('.block') ?? [])]
  const columns = [...(column.closest('.week-grid')?.querySelectorAll('.week-column') ?? [])]
  const beside = (step: number) => {
    const middle = block.offsetTop + block.offsetHeight / 2
    const there = blocksOf(columns[columns.indexOf(column) + step])
    return there.find(({ offsetTop, offsetHeight }) => offsetTop + offsetHeight > middle) ?? there.at(-1)
  }
  const within = (step: number) => blocksOf(column)[blocksOf(column).indexOf(block) + step]
  const isLeftward = getComputedStyle(column).direction === 'rtl' ? 1 : -1
  const steps: Readonly<Record<string, () => HTMLElement | undefined>> = {
    ArrowUp: () => within(-1),
    ArrowDown: () => within(1),
    ArrowLeft: () => beside(isLeftward),
    ArrowRight: () => beside(-isLeftward),
  }
  const next = steps[event.key]?.()
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
