/** A book that is imported again: what is new, moved, changed or cancelled, and what is the same; nothing twice. */
import type { Appointment, BookedRow } from './booking.ts'

export type BookingState = 'expected' | 'no-show' | 'cancelled'

/** A booking as the clinic keeps it for its day. */
export interface Booking extends Appointment {
  readonly id: string
  readonly key?: string
  readonly source: string
  readonly state: BookingState
}

export interface Change {
  readonly before: Booking
  readonly after: Booking
}

export interface Merge {
  readonly added: readonly BookedRow[]
  /** To another time. */
  readonly moved: readonly Change[]
  /** Anything but the time. */
  readonly changed: readonly Change[]
  readonly cancelled: readonly Change[]
  /** What nobody would notice: where it comes from now, how it is called there. */
  readonly adopted: readonly Change[]
  readonly same: number
  /** In the last import of this book and not in this one, of providers this one does not speak of. They stay. */
  readonly staying: number
}

interface Book {
  readonly source: string
  readonly rows: readonly BookedRow[]
  /** Whether the book is all there is: then what it no longer has is cancelled. Typed lines only add. */
  readonly isWhole: boolean
  /** Some of its lines are not understood: what seems to be missing may be one of them, and stays. */
  readonly hasGaps?: boolean
}

/** @param hasCome whether somebody has checked in with a booking: then nothing cancels it */
export function mergeBook(kept: readonly Booking[], book: Book, hasCome: (id: string) => boolean): Merge {
  const pairs = pairsOf(kept, book)
  const matched = new Set(pairs.values())
  const changes = [...pairs].map(([row, before]) => ({ row, before, after: updated(before, row, book.source) }))
  const live = changes.filter(({ row, before }) => row.isCancelled !== true || hasCome(before.id))
  const covered = new Set(book.rows.map(({ provider }) => provider))
  const missing = kept.filter(
    (one) => book.isWhole && one.source === book.source && one.state === 'expected' && !matched.has(one),
  )
  const gone = missing.filter(({ id, provider }) => !book.hasGaps && covered.has(provider) && !hasCome(id))
  const ended = changes
    .filter((change) => !live.includes(change) && change.before.state !== 'cancelled')
    .map(({ before }) => before)
  const [moved, changed, adopted] = [
    live.filter(({ before, after }) => before.at !== after.at),
    live.filter(({ before, after }) => before.at === after.at && !isAlike(before, after)),
    live.filter(({ before, after }) => isAlike(before, after) && !isSameRow(before, after)),
  ]
  const plain = ({ before, after }: Change): Change => ({ before, after })
  return {
    added: book.rows.filter((row) => !pairs.has(row) && row.isCancelled !== true),
    moved: moved.map(plain),
    changed: changed.map(plain),
    cancelled: [...ended, ...gone].map((before) => ({ before, after: { ...before, state: 'cancelled' } })),
    adopted: adopted.map(plain),
    same: live.length - moved.length - changed.length,
    staying: missing.length - gone.length,
  }
}

type Fits = (row: BookedRow, one: Booking) => boolean

/** Which row is which booking: the surest signs first, and what could be several only when it is one. */
function pairsOf(kept: readonly Booking[], { source, rows, isWhole }: Book): ReadonlyMap<BookedRow, Booking> {
  const pairs = new Map<BookedRow, Booking>()
  const free = new Set(kept)
  const pair = (row: BookedRow, one: Booking) => {
    pairs.set(row, one)
    free.delete(one)
  }
  const open = () => rows.filter((row) => !pairs.has(row))
  const isOwn = (one: Booking) => one.source === source
  const isOtherNumber = (row: BookedRow, one: Booking) =>
    isOwn(one) && row.key !== undefined && one.key !== undefined && row.key !== one.key
  /** The first that fits: those that do are all the same. */
  const first = (fits: Fits) => {
    for (const row of open()) {
      const found = [...free].filter((one) => fits(row, one) && !isOtherNumber(row, one))
      const best = found.find((one) => isOwn(one) && one.state !== 'cancelled') ?? found.find(isLive) ?? found[0]
      if (best !== undefined) pair(row, best)
    }
  }
  /** Only where one row and one booking are left that can mean each other. */
  const only = (fits: Fits) => {
    const left = open()
    for (const row of left) {
      const [one, ...more] = [...free].filter((each) => fits(row, each) && !isOtherNumber(row, each))
      if (one === undefined || more.length > 0) continue
      if (left.filter((each) => fits(each, one)).length === 1) pair(row, one)
    }
  }
  first((row, one) => isOwn(one) && row.key !== undefined && row.key === one.key)
  first((row, one) => row.at === one.at && isAlike(row, one))
  only((row, one) => row.at === one.at && row.provider === one.provider && isPartly(row, one))
  if (isWhole) {
    const isMovable = (row: BookedRow, one: Booking) =>
      isOwn(one) && isLive(one) && row.isCancelled !== true && row.provider === one.provider && areSamePerson(row, one)
    only((row, one) => isMovable(row, one) && row.service === one.service)
    only((row, one) => isMovable(row, one) && row.at === one.at)
  }
  return pairs
}

const isLive = ({ state }: Booking) => state !== 'cancelled'

const areSamePerson = (one: Appointment, other: Appointment) =>
  one.initials === undefined || other.initials === undefined || one.initials === other.initials

const isAlike = (one: Appointment & Partial<Booking>, other: Appointment & Partial<Booking>): boolean =>
  one.service === other.service &&
  one.provider === other.provider &&
  areSamePerson(one, other) &&
  (one.minutes === other.minutes ||
    one.minutes === undefined ||
    other.minutes === undefined ||
    one.state === undefined) &&
  (one.state === undefined || other.state === undefined || one.state === other.state)

/** One of the two does not say for what. */
const isPartly = (one: Appointment, other: Appointment): boolean =>
  (one.service === undefined || other.service === undefined) && areSamePerson(one, other)

const isSameRow = (one: Booking, other: Booking): boolean =>
  one.key === other.key &&
  one.source === other.source &&
  one.minutes === other.minutes &&
  one.initials === other.initials

function updated(before: Booking, row: BookedRow, source: string): Booking {
  const { row: _, isCancelled: __, ...said } = row
  // Somebody who did not come at ten may come at three; and whoever was cancelled is in the book again.
  const state = before.state === 'cancelled' || before.at !== row.at ? 'expected' : before.state
  // A line that was typed says less than the book it was copied from.
  if (source === typedSource) return { ...said, ...before, state }
  const { id, minutes, initials } = before
  return {
    ...(minutes === undefined ? {} : { minutes }),
    ...(initials === undefined ? {} : { initials }),
    ...(before.service === undefined || before.source === source ? {} : { service: before.service }),
    ...said,
    id,
    source,
    state,
  }
}

const typedSource = 'typed'

/** `12 new, 2 moved, 1 cancelled`; `nothing new` when there is none of it. */
export function mergeWords({ added, moved, changed, cancelled, same }: Merge): string {
  const parts = [
    [added.length, 'new'],
    [moved.length, 'moved'],
    [changed.length, 'changed'],
    [cancelled.length, 'cancelled'],
    [same, 'as before'],
  ] as const
  const said = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`)
  return said.length === 0 ? 'nothing new' : said.join(', ')
}
