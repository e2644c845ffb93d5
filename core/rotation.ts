/** A loop in time: what comes when its turn comes, and what is passed over because its dates do not allow it then. */
import { msOfInstant } from './instant.ts'
import { type Loop, loopMs, type TimelineItem } from './loop.ts'
import type { ProgrammeItem } from './programme.ts'

type Dated = Pick<ProgrammeItem, 'validFrom' | 'validUntil'>

/** From when until when an item may begin, half-open, milliseconds since 1970. */
const windowOf = ({ validFrom, validUntil }: Dated) => ({
  fromMs: validFrom === undefined ? Number.NEGATIVE_INFINITY : msOfInstant(validFrom),
  untilMs: validUntil === undefined ? Number.POSITIVE_INFINITY : msOfInstant(validUntil),
})

/** Whether an item may begin at an instant. */
export function mayStartAt(item: Dated, atMs: number): boolean {
  if (item.validFrom === undefined && item.validUntil === undefined) return true
  const { fromMs, untilMs } = windowOf(item)
  return fromMs <= atMs && atMs < untilMs
}

/** Whether an item may begin at any instant of a span. */
export function mayStartWithin(item: Dated, spanFromMs: number, spanUntilMs: number): boolean {
  const { fromMs, untilMs } = windowOf(item)
  return fromMs < spanUntilMs && spanFromMs < untilMs && fromMs < untilMs
}

/** The next instant after `atMs` at which an item comes to be allowed or stops being so; infinity when none does. */
export function nextChangeMs(items: Iterable<Dated>, atMs: number): number {
  let next = Number.POSITIVE_INFINITY
  for (const item of items) {
    if (item.validFrom === undefined && item.validUntil === undefined) continue
    const { fromMs, untilMs } = windowOf(item)
    for (const changeMs of [fromMs, untilMs]) if (changeMs > atMs && changeMs < next) next = changeMs
  }
  return next
}

/**
 * The loop, again and again: the items in their order with absolute starts, from the one that ends after `atMs` on.
 *
 * Without an end, unless the time comes when nothing may ever begin again. Where nothing may begin for a while there is a
 * hole; the first item after it begins when it may.
 *
 * @param place where in the loop it begins
 * @param fromMs when it begins
 */
export function* turnsOf(loop: Loop, place: number, fromMs: number, atMs: number): Generator<TimelineItem, undefined> {
  let startMs = fromMs
  let index = place
  for (;;) {
    const changeMs = nextChangeMs(loop, startMs)
    const sinceMs = startMs
    // Until the next change the same items are allowed.
    const isAllowed = (item: ProgrammeItem) => mayStartAt(item, sinceMs)
    const wholeMs = loopMs(loop.filter(isAllowed))
    if (wholeMs === 0 && changeMs === Number.POSITIVE_INFINITY) return undefined
    // Whole rounds that are long over are passed in one step: a screen may have been alone for a month.
    if (wholeMs > 0) startMs += Math.max(0, Math.floor((Math.min(atMs, changeMs) - startMs) / wholeMs)) * wholeMs
    while (wholeMs > 0 && startMs < changeMs) {
      const item = loop[index % loop.length]
      index += 1
      if (item === undefined || !isAllowed(item)) continue
      if (startMs + item.durationMs > atMs) yield { item, startMs }
      startMs += item.durationMs
    }
    if (wholeMs === 0) startMs = changeMs
  }
}
