/** From when until when an item may begin, and when that changes. */
import { msOfInstant } from './instant.ts'

/** Half-open; absent: without a bound. */
export interface Dated {
  readonly validFrom?: string | undefined
  readonly validUntil?: string | undefined
}

interface Window {
  /** Milliseconds since 1970. */
  readonly fromMs: number
  readonly untilMs: number
}

const always: Window = { fromMs: Number.NEGATIVE_INFINITY, untilMs: Number.POSITIVE_INFINITY }
const windows = new WeakMap<Dated, Window>()

/** A screen that has been alone for a month asks a million times. */
function windowOf(item: Dated): Window {
  if (item.validFrom === undefined && item.validUntil === undefined) return always
  const known = windows.get(item)
  if (known !== undefined) return known
  const window = {
    fromMs: item.validFrom === undefined ? always.fromMs : msOfInstant(item.validFrom),
    untilMs: item.validUntil === undefined ? always.untilMs : msOfInstant(item.validUntil),
  }
  windows.set(item, window)
  return window
}

/** Whether an item may begin at an instant. */
export function mayStartAt(item: Dated, atMs: number): boolean {
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
