/** A call fills the screen, or the queue's side of it: the code, or all codes of a party, and where to go, for as long as the hub has given it. */
import type { CSSProperties, ReactElement } from 'react'
import { type BoardWords, wordsIn } from '../../core/board-words.ts'
import type { Call } from '../../core/queue-contract.ts'
import { leadingOf } from '../../core/typeset.ts'
import { boxStyle } from './called-row.tsx'
import { type Box, callSize, type Geometry, type Size } from './geometry.ts'
import { sizeThatFits, widthOf } from './measure.ts'
import { pagesOf, useTurns } from './pages.ts'
import { DeskSign, DoorSign, SeatSign } from './signs.tsx'

/** Where a party's codes do not fit on the screen at once, they take turns. */
const turnMs = 2_000
/** A sign, its distance and the plate's margins, in sizes of a letter, as in queue.css. */
const beside = 2.1
/** Heights of a line of codes and of a plate, in sizes of their letters. */
const codeLine = 0.86
const codeGap = 0.14
const plateLine = 1.5

interface TakeoverState {
  readonly call: Call
  readonly roomName: string
  /** The ticket's own first, if the board speaks it. */
  readonly languages: readonly string[]
  readonly screen: Size
  /** What of it the call fills. */
  readonly box: Box
  readonly geometry: Geometry
}

export function Takeover({ call, roomName, languages, screen, box, geometry }: TakeoverState): ReactElement {
  const { code: small, text, margin } = geometry
  const inner = { width: box.width - 2 * margin.x, height: box.height - 2 * margin.y }
  const codes = [call.code, ...(call.with ?? [])]
  const widest = Math.max(...codes.map((code) => widthOf(code, 700, callSize(screen)) * 1.03))
  // Four signs on a screen that stands are wider than it is.
  const size = callSize(screen) * Math.min(1, inner.width / widest)
  const gap = size * codeGap
  const columns = Math.max(1, Math.min(codes.length, Math.floor((inner.width + gap) / (widest + gap))))
  const said = languages.map(wordsIn).map((words) => ({ ...sayingOf(call, words), direction: words.direction }))
  // All codes of a party at once, if the plate can be small enough for that.
  const spare = inner.height - Math.ceil(codes.length / columns) * size * codeLine - text * 0.6
  const leading = leadingOf(roomName)
  const most = Math.max(small, Math.min(size * 0.43, spare / plateLine) / leading)
  const plateSize = sizeThatFits(roomName, 600, { width: inner.width, most, least: small, beside })
  const plateHeight = plateSize * plateLine * leading
  const rowsThatFit = Math.max(1, Math.floor((inner.height - plateHeight - text * 0.6) / (size * codeLine) + 0.01))
  const pages = pagesOf(
    pagesOf(codes, () => 1, columns),
    () => 1,
    rowsThatFit,
  )
  const page = pages[useTurns(pages.length, turnMs)] ?? []
  const hasRoomForWords = inner.height - plateHeight - page.length * size * codeLine > said.length * text * 2
  const isToRoom = !call.retracted && (call.to ?? 'room') === 'room'
  return (
    <section
      className="takeover"
      style={{ ...boxStyle(box), paddingInline: margin.x }}
      role="alert"
      data-retracted={call.retracted === true}
      data-to={call.to ?? 'room'}
    >
      <div className="takeover-codes" style={{ fontSize: size }}>
        {page.map((row) => (
          <div key={row.join()} style={{ gap }}>
            {row.map((code) => (
              <b key={code} className="takeover-code">
                {code}
              </b>
            ))}
          </div>
        ))}
      </div>
      {isToRoom && (
        <>
          {hasRoomForWords && <Words said={said.map(({ before, direction }) => ({ text: before, direction }))} />}
          <p className="takeover-room" style={{ fontSize: plateSize, '--leading': leading } as CSSProperties}>
            <DoorSign />
            <bdi>{roomName}</bdi>
          </p>
        </>
      )}
      {!isToRoom &&
        said.slice(0, hasRoomForWords ? 2 : 1).map(({ whole, direction }, at) => {
          const fits = sizeThatFits(whole, 600, { width: inner.width, most: size * 0.3, least: small * 0.8, beside })
          const style: CSSProperties = { fontSize: at === 0 ? fits : Math.min(fits, small) }
          return (
            <p key={whole} className={at === 0 ? 'takeover-room' : 'takeover-again'} style={style} dir={direction}>
              {at === 0 && !call.retracted && (call.to === 'seat' ? <SeatSign /> : <DeskSign />)}
              <span>{whole}</span>
            </p>
          )
        })}
    </section>
  )
}

/** What is said before the room, or instead of it. */
function sayingOf({ retracted, to }: Call, words: BoardWords): { readonly before: string; readonly whole: string } {
  if (retracted) return { before: '', whole: words.keepSeat }
  return { before: words.toRoom, whole: to === 'seat' ? words.toSeat : words.toDesk }
}

interface SaidState {
  readonly said: readonly { readonly text: string; readonly direction: BoardWords['direction'] }[]
}

function Words({ said }: SaidState): ReactElement {
  return (
    <p className="takeover-words">
      {said.map(({ text, direction }) => (
        <span key={text} dir={direction}>
          {text}
        </span>
      ))}
    </p>
  )
}
