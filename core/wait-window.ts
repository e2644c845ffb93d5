/** The window somebody is promised: its top is rarely missed, and it does not jitter. */
import type { WaitRange } from './wait-calibration.ts'

const minuteMs = 60_000
const roundedTo = 5
/** With its end this near, a window says nothing any more. */
const nearMs = minuteMs
/** Better news than this, twice in a row, is passed on. */
const betterMs = 3 * minuteMs

/** Milliseconds since 1970 UTC. */
export interface Promised {
  readonly from: number
  readonly until: number
  /** The last estimate was much better than this. */
  readonly isGenerous: boolean
}

/** In whole minutes: down to five, up to five, and never nothing between. */
function roundedWindow({ p20, p80 }: Pick<WaitRange, 'p20' | 'p80'>): {
  readonly low: number
  readonly high: number
} {
  const low = Math.floor(p20 / roundedTo) * roundedTo
  return { low, high: Math.max(low + roundedTo, Math.ceil(p80 / roundedTo) * roundedTo) }
}

/** The window in force, given the one before: the same one for as long as it is true. */
export function promisedWindow(before: Promised | undefined, range: WaitRange, now: number): Promised {
  const { low, high } = roundedWindow(range)
  const fresh = { from: now + low * minuteMs, until: now + high * minuteMs, isGenerous: false }
  if (before === undefined || now < before.from - 24 * 60 * minuteMs) return fresh
  const middle = now + range.p50 * minuteMs
  const isOutside = middle < before.from || middle > before.until
  const isGenerous = now + range.p90 * minuteMs < before.until - betterMs
  if (isOutside || before.until - now <= nearMs || (isGenerous && before.isGenerous)) return fresh
  return isGenerous === before.isGenerous ? before : { ...before, isGenerous }
}
