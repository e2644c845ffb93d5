/** How a wait is said to people: a range of minutes, a word where a word says more, or nothing. */
import type { TicketWindow, Wait } from './queue-contract.ts'
import type { WaitShown } from './settings.ts'
import type { WaitRange } from './wait-calibration.ts'
import type { LaterReason } from './wait-reason.ts'
import { type Promised, promisedWindow } from './wait-window.ts'

const minuteMs = 60_000
const roundedTo = 5
/** Below this a number says less than a word. */
const soonMinutes = 5
const longestMinutes = 60
/** From here on a wait is called a longer one where minutes are not shown. */
const busyMinutes = 20

export interface Expectation {
  readonly range: WaitRange
  /** It alone is next, for a provider who is free. */
  readonly isNext: boolean
}

interface Telling {
  readonly now: number
  /** The window in force; left out, a fresh one. */
  readonly window?: Promised | undefined
  /** The end of the window this ticket was promised first; undefined before there was one. */
  readonly promisedUntil?: number | undefined
  /** Why the window is later than the first one; undefined while it is not. */
  readonly later?: LaterReason | undefined
  /** False hides every figure: the clock cannot be right. */
  readonly isClockTrusted: boolean
  /** An instant as the clinic's clocks show it: `14:40`. */
  readonly clockTime: (at: number) => string
}

/** A wait as desk and phone read it; the TV says the same without clock times. */
export interface ToldWait {
  readonly wait: Wait
  readonly onTv: Wait['shown']
  /** The figures that were said, for whoever says them in another language; absent when a word says more. */
  readonly window?: TicketWindow
}

/** @param expected undefined when no provider who may take the ticket is on */
export function tellWait(expected: Expectation | undefined, telling: Telling): ToldWait {
  if (!telling.isClockTrusted) return untold('none', '')
  if (expected === undefined) return untold('unknown', 'Waiting time not yet known')
  const { now, window = promisedWindow(undefined, expected.range, now), later } = telling
  const minutes = minutesIn(window, now)
  const { kind, text, clockText, said } = words(expected, minutes, window, telling)
  const [p50, p80] = [expected.range.p50, expected.range.p80].map((value) => Math.round(value * 10) / 10)
  return {
    wait: { ...minutes, p50, p80, ...(later === undefined ? {} : { later }), shown: { kind, text: clockText ?? text } },
    onTv: { kind, text },
    ...(said === undefined ? {} : { window: said }),
  }
}

/** Until when somebody may be called before they were kept waiting longer than they were told. */
export const promiseOf = (window: Promised, now: number): number =>
  Math.max(window.until, now + 2 * soonMinutes * minuteMs)

/** What is left of a window. Its beginning is rounded kindly: half a minute takes nothing away from "about 5". */
function minutesIn({ from, until }: Promised, now: number): { readonly low: number; readonly high: number } {
  const low = Math.max(0, Math.floor(((from - now) / minuteMs + roundedTo / 2) / roundedTo) * roundedTo)
  return { low, high: Math.max(low + roundedTo, Math.ceil((until - now) / minuteMs / roundedTo) * roundedTo) }
}

interface Words {
  readonly kind: Wait['shown']['kind']
  readonly text: string
  readonly clockText?: string
  readonly said?: TicketWindow
}

function words(
  { range, isNext }: Expectation,
  { low, high }: { readonly low: number; readonly high: number },
  window: Promised,
  { now, promisedUntil, clockTime }: Telling,
): Words {
  if (range.p50 < soonMinutes && isNext) return { kind: 'next', text: 'Next' }
  if (promisedUntil !== undefined && now > promisedUntil) {
    return { kind: 'over', text: 'Taking longer than we said. You have not been forgotten.' }
  }
  if (range.p50 < soonMinutes) return { kind: 'soon', text: 'Soon' }
  if (range.p50 > longestMinutes) {
    return { kind: 'range', text: `more than ${longestMinutes} min`, said: { low: longestMinutes } }
  }
  const until = clockTime(window.until)
  if (low === 0) {
    const text = `up to ${high} min`
    return { kind: 'range', text, clockText: `${text} (until ${until})`, said: { low, high, until } }
  }
  const text = `about ${low}–${high} min`
  const from = clockTime(window.from)
  return { kind: 'range', text, clockText: `${text} (${from}–${until})`, said: { low, high, from, until } }
}

/** How a waiting time looks on the TV of a clinic that shows it as `shown`; whose turn comes is always said. */
export function waitOnTv({ wait: { p50 }, onTv }: ToldWait, shown: WaitShown): Wait['shown'] {
  if (shown === 'minutes' || onTv.kind === 'next' || onTv.kind === 'soon') return onTv
  if (shown === 'nothing' || p50 === undefined) return { kind: 'none', text: '' }
  return { kind: onTv.kind, text: p50 < busyMinutes ? 'a short wait' : 'a longer wait' }
}

const untold = (kind: 'none' | 'unknown', text: string): ToldWait => ({
  wait: { shown: { kind, text } },
  onTv: { kind, text },
})
