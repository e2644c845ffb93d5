/** Makes the estimates keep their word: four of five truths lie below the 80th percentile, at every horizon. */
import { quantileOf } from './wait-lengths.ts'
import type { Cell, WaitModel } from './wait-model.ts'

/** What is estimated of a wait, as shares of the replications. */
export const levels = [0.2, 0.5, 0.8, 0.9] as const

/** Minutes until the call, at those levels. */
export interface WaitRange {
  readonly p20: number
  readonly p50: number
  readonly p80: number
  readonly p90: number
}

/** Horizons that are off in their own ways, minutes: up to each of these, and beyond. */
const horizons = [5, 15, 30, 60]
/** Below this many scores nothing is known yet. */
const fewest = 8

/** How a kind of horizon learns. */
interface Pace {
  readonly ringLength: number
  /** How quickly the share that is allowed for follows what happens. */
  readonly step: number
  /** With this many scores they count half. */
  readonly halfTrusted: number
}

/** Of a ticket there is one first announcement, and many later ones that err together: those move more slowly. */
const firstPace: Pace = { ringLength: 400, step: 0.004, halfTrusted: 40 }
const laterPace: Pace = { ringLength: 800, step: 0.001, halfTrusted: 100 }
const first = 'first-'
const paceOf = (name: string): Pace => (name.startsWith(first) ? firstPace : laterPace)

/**
 * What an estimate is judged with: those of the same horizon, and first announcements apart, which know least.
 *
 * @param isFirst nothing was estimated for this ticket before
 */
export function cellOf({ p50 }: WaitRange, isFirst: boolean): string {
  const index = horizons.findIndex((end) => p50 < end)
  const horizon = index < 0 ? 'more' : `${horizons[index]}`
  return isFirst ? `${first}${horizon}` : horizon
}

const asList = ({ p20, p50, p80, p90 }: WaitRange) => [p20, p50, p80, p90]
/** What an error is measured in: half the range, and a minute. */
const spreadOf = ({ p20, p90 }: WaitRange) => (p90 - p20) / 2 + 1

/**
 * @param raw as rolled forward
 * Source: adaptive conformal inference, Gibbs and Candès 2021
 */
export function calibrated(model: WaitModel, raw: WaitRange, name: string): WaitRange {
  const cell = model.cells[name]
  if (cell === undefined || cell.scores.length < fewest) return raw
  const { length } = cell.scores
  const trust = length / (length + paceOf(name).halfTrusted)
  const spread = spreadOf(raw)
  const sorted = sortedScores(cell)
  let least = 0
  const [p20 = 0, p50 = 0, p80 = 0, p90 = 0] = asList(raw).map((value, index) => {
    const correction = quantileOf(sorted[index] ?? [], Math.min(1, Math.max(0, cell.levels[index] ?? 0.5)))
    least = Math.max(least, value + trust * spread * correction)
    return least
  })
  return { p20, p50, p80, p90 }
}

/** @param name the cell the estimate was made in; @param truth minutes from the estimate to the call */
export function withScore(model: WaitModel, name: string, raw: WaitRange, truth: number): WaitModel {
  const { scores, levels: allowed } = model.cells[name] ?? { scores: [], levels }
  const after = calibrated(model, raw, name)
  const spread = spreadOf(raw)
  const { step, ringLength } = paceOf(name)
  const score = asList(raw).map((value) => Math.round((1_000 * (truth - value)) / spread) / 1_000)
  const told = asList(after)
  const moved = allowed.map((level, index) => {
    const isMissed = truth > (told[index] ?? 0)
    return Math.min(1, Math.max(0, level + step * ((isMissed ? 1 : 0) - (1 - (levels[index] ?? 0.5)))))
  })
  const cell: Cell = { scores: [...scores.slice(1 - ringLength), score], levels: moved }
  return { ...model, cells: { ...model.cells, [name]: cell } }
}

const sortedCells = new WeakMap<Cell, readonly Float64Array[]>()

function sortedScores(cell: Cell): readonly Float64Array[] {
  const before = sortedCells.get(cell)
  if (before !== undefined) return before
  const sorted = levels.map((_, index) => Float64Array.from(cell.scores, (score) => score[index] ?? 0).sort())
  sortedCells.set(cell, sorted)
  return sorted
}
