/** Which estimates are held against the truth once their ticket is called. */
import { type WaitRange, withScore } from './wait-calibration.ts'
import type { WaitModel } from './wait-model.ts'

/** Whoever lingers in a horizon is judged again after so many minutes: time that people wait counts, not how often it is asked. */
const againAfter = 6

export interface Pending {
  readonly cell: string
  readonly raw: WaitRange
  /** Minutes, on any clock that goes on. */
  readonly at: number
}

/** @param pending of one ticket */
export function noted(pending: readonly Pending[], estimate: Pending): readonly Pending[] {
  const before = pending.findLast(({ cell }) => cell === estimate.cell)
  return before !== undefined && estimate.at - before.at < againAfter ? pending : [...pending, estimate]
}

/** @param calledAt on the same clock; what was estimated after it says nothing */
export function judged(model: WaitModel, pending: readonly Pending[], calledAt: number): WaitModel {
  let after = model
  for (const { cell, raw, at } of pending) if (calledAt >= at) after = withScore(after, cell, raw, calledAt - at)
  return after
}
