/** Who is called and where to: code and door, for as long as they are there, and codes that are wanted at the desk. */
import type { ReactElement } from 'react'
import type { BoardWords } from '../../core/board-words.ts'
import type { BoardSnapshot } from '../../core/queue-contract.ts'
import { type RoomSign, roomSigns } from '../../core/room-sign.ts'
import { clockTime } from '../shared/clinic-time.ts'
import { msOf } from '../shared/clock.ts'
import type { Geometry } from './geometry.ts'
import { widthOf } from './measure.ts'
import { pagesOf, useTurns } from './pages.ts'
import { DeskSign, RoomPlate, SeatSign } from './signs.tsx'

const pageMs = 7_000
/** Whoever is asked to the desk stands here for so long; whoever does not come is missing, and stays. */
const askedMs = 3 * 60_000
/** In sizes of a code, as in queue.css: before a plate, between two entries, and of a plate what is not its words. */
const spaces = { before: 0.15, between: 0.36, plate: 0.32, door: 0.46, sign: 1.14 } as const

export type CalledEntry = { readonly code: string } & (
  | { readonly to: 'room'; readonly sign: RoomSign }
  | { readonly to: 'desk' | 'seat' }
)

/** @param now milliseconds since 1970 UTC */
export function calledEntries(board: BoardSnapshot, now: number): readonly CalledEntry[] {
  const signs = roomSigns(board.rooms)
  const inRooms = board.serving.map(({ code, room }): CalledEntry => {
    const sign = signs.get(room) ?? { kind: 'name', text: board.rooms[room] ?? room }
    return { code, to: 'room', sign }
  })
  const known = new Set([...inRooms.map(({ code }) => code), ...board.missing])
  const asked = board.called.flatMap(({ code, to = 'room', at, retracted }): CalledEntry[] => {
    const isOver = retracted === true || now - msOf(at) > askedMs
    if (isOver || to === 'room' || known.has(code)) return []
    known.add(code)
    return [{ code, to }]
  })
  return [...inRooms, ...asked, ...board.missing.map((code): CalledEntry => ({ code, to: 'desk' }))]
}

/** Every code that the board tells of. */
export const codesOn = ({ waiting, serving, missing, called }: BoardSnapshot): readonly string[] => [
  ...[...waiting, ...serving, ...called].map(({ code }) => code),
  ...missing,
]

/** While nobody is called: that somebody will be, or until when nobody is. Nothing is promised that nobody knows. */
export function quietWords({ waiting, pause }: BoardSnapshot, words: BoardWords, zone: string): string {
  if (waiting.length === 0) return ''
  if (pause === undefined) return words.nobodyCalled
  return pause.until === undefined ? '' : words.pause(clockTime(pause.until, zone))
}

interface CalledState {
  readonly entries: readonly CalledEntry[]
  /** The signs of all there are. */
  readonly rooms: readonly RoomSign[]
  /** As wide as any code today. */
  readonly widest: string
  readonly geometry: Geometry
  readonly words: BoardWords
  /** The code that was called last. */
  readonly newest: string
  /** What is said while nobody is called: nothing when nothing is known. */
  readonly quiet: string
}

export function CalledRow({ entries, rooms, widest, geometry, words, newest, quiet }: CalledState): ReactElement {
  const { called, calledRows, code: size } = geometry
  const gap = spaces.between * size
  // A row takes one gap less than its entries, and as many rows make a page.
  const paged = (of: readonly CalledEntry[], hasDoor: boolean) => {
    const rows = pagesOf(of, (entry) => widthOfEntry(entry, size, hasDoor) + gap, called.width + gap)
    return pagesOf(rows, () => 1, calledRows)
  }
  // Rather all rooms at once than a door before each; reckoned with the widest codes, so that doors do not come and go.
  const full = rooms.map((sign): CalledEntry => ({ code: widest, to: 'room', sign }))
  const hasDoors = paged(full, true).length === paged(full, false).length
  const pages = paged(entries, hasDoors)
  // Whoever is called stands there at once, whatever page it is.
  const place = pages.findIndex((each) => each.flat().some(({ code }) => code === newest))
  const page = useTurns(pages.length, pageMs, { key: place < 0 ? '' : newest, page: Math.max(0, place) })
  return (
    <section className="queue-called" style={boxStyle(called)}>
      {entries.length === 0 && quiet !== '' && (
        <p className="queue-empty" dir={words.direction}>
          {quiet}
        </p>
      )}
      {(pages[page] ?? []).map((row) => (
        <ul key={row[0]?.code} style={{ gap }}>
          {row.map((entry) => (
            <li key={entry.code} data-to={entry.to}>
              <b className="queue-code">{entry.code}</b>
              <Where entry={entry} hasDoor={hasDoors} />
            </li>
          ))}
        </ul>
      ))}
    </section>
  )
}

function Where({ entry, hasDoor }: { readonly entry: CalledEntry; readonly hasDoor: boolean }): ReactElement {
  if (entry.to === 'room') return <RoomPlate sign={entry.sign} hasDoor={hasDoor} />
  return <span className="plate plate-calm">{entry.to === 'desk' ? <DeskSign /> : <SeatSign />}</span>
}

function widthOfEntry(entry: CalledEntry, size: number, hasDoor: boolean): number {
  const room = spaces.plate + (hasDoor ? spaces.door : 0)
  const plate = entry.to === 'room' ? widthOf(entry.sign.text, 700, size) + room * size : spaces.sign * size
  return widthOf(entry.code, 700, size) + (0.03 + spaces.before) * size + plate
}

export const boxStyle = ({ x, y, width, height }: Geometry['called']) => ({ left: x, top: y, width, height })
