/** What past visits taught: how long each service takes with whom, the gaps between, who comes when, who gives up. Plain JSON. */
import { type Lengths, lengthsFrom, lengthsOf, normalNodes, studentFrom } from './wait-lengths.ts'

/** Weighted count, mean and squares about the mean of what was seen; older observations weigh less and less. */
export interface Tally {
  readonly count: number
  readonly mean: number
  readonly squares: number
}

/** Of a horizon: how far off the estimates were, and which share of errors has to be allowed for. */
export interface Cell {
  /** (truth − quantile) ÷ spread, for each of the four quantiles; the newest last. */
  readonly scores: readonly (readonly number[])[]
  readonly levels: readonly number[]
}

export interface WaitModel {
  readonly version: 1
  /** ln(minutes), by service. */
  readonly services: Readonly<Record<string, Tally>>
  /** ln(minutes), by provider and service. */
  readonly pairs: Readonly<Record<string, Tally>>
  /** ln of how many times as long as expected, by provider and half hour of their day; an older version kept none. */
  readonly paces?: Readonly<Record<string, Tally>>
  /** Minutes from the end of a visit to the next call while somebody was waiting; the newest last. */
  readonly gaps: readonly number[]
  /** Minutes from the appointment to the arrival; the newest last. */
  readonly offsets: readonly number[]
  readonly bookings: { readonly came: number; readonly missed: number }
  /** How long people waited altogether, and how many of them gave up. */
  readonly patience: {
    readonly booked: { readonly minutes: number; readonly gone: number }
    readonly others: { readonly minutes: number; readonly gone: number }
  }
  /** Calls that followed the rule, and those that did not. */
  readonly calls: { readonly inTurn: number; readonly outOfTurn: number }
  readonly cells: Readonly<Record<string, Cell>>
}

/** What a fresh installation knows: nothing but the planned minutes of the clinic's lists. */
export const untaught: WaitModel = {
  version: 1,
  services: {},
  pairs: {},
  gaps: [],
  offsets: [],
  bookings: { came: 9, missed: 1 },
  patience: { booked: { minutes: 1_000, gone: 1 }, others: { minutes: 1_000, gone: 1 } },
  calls: { inTurn: 38, outOfTurn: 2 },
  cells: {},
}

/** Until gaps have been seen: minutes. */
const usualGaps = [0, 0.5, 1, 1, 1.5, 2, 2, 2.5, 3, 3.5, 5, 8]
/** Until arrivals have been seen: minutes after the appointment. */
const usualOffsets = [-20, -15, -12, -10, -8, -6, -5, -4, -3, -2, -1, 0, 2, 5, 10]

/** Normal-inverse-gamma: how sure the planned minutes are, and how far a visit usually is from them. */
const servicePrior = { surety: 3, shape: 3, scale: 2 * 0.45 ** 2 }
/** How many visits the service as a whole counts for when one provider's own are few. */
const pairSurety = 6

interface Posterior {
  readonly mean: number
  readonly surety: number
  readonly shape: number
  readonly scale: number
}

const nothing: Tally = { count: 0, mean: 0, squares: 0 }

export const pairOf = (provider: string, service: string): string => `${provider}|${service}`

/** How long a visit with this provider takes, from being called to the end, minutes. @param planned minutes, from the clinic's list */
export function visitLengths(model: WaitModel, service: string, provider: string, planned: number): Lengths {
  const pair = model.pairs[pairOf(provider, service)] ?? nothing
  return made(model.services[service] ?? nothing, pair, planned)
}

/** Expected minutes, from the same: for the simplest of forecasts. */
export function meanMinutes(model: WaitModel, service: string, provider: string, planned: number): number {
  const { mean, scale, shape } = pairPosterior(
    model.services[service] ?? nothing,
    model.pairs[pairOf(provider, service)] ?? nothing,
    planned,
  )
  return Math.exp(mean + scale / shape / 2)
}

/** Expected ln(minutes), from the same. */
export const expectedLog = (model: WaitModel, service: string, provider: string, planned: number): number =>
  pairPosterior(model.services[service] ?? nothing, model.pairs[pairOf(provider, service)] ?? nothing, planned).mean

const pairPosterior = (service: Tally, pair: Tally, planned: number): Posterior => {
  const whole = posterior({ ...servicePrior, mean: Math.log(planned) }, service)
  const { shape } = servicePrior
  return posterior({ mean: whole.mean, surety: pairSurety, shape, scale: (whole.scale / whole.shape) * shape }, pair)
}

/** Source: the conjugate update of the normal-inverse-gamma distribution. */
function posterior(prior: Posterior, { count, mean, squares }: Tally): Posterior {
  const surety = prior.surety + count
  const between = (prior.surety * count * (mean - prior.mean) ** 2) / surety
  return {
    mean: (prior.surety * prior.mean + count * mean) / surety,
    surety,
    shape: prior.shape + count / 2,
    scale: prior.scale + (squares + between) / 2,
  }
}

/** Tables are made once per state of knowledge: tallies are never changed, only replaced. */
const known = new WeakMap<Tally, { readonly service: Tally; readonly planned: number; readonly lengths: Lengths }>()

function made(service: Tally, pair: Tally, planned: number): Lengths {
  const key = pair !== nothing ? pair : service !== nothing ? service : planTally(planned)
  const before = known.get(key)
  if (before?.service === service && before.planned === planned) return before.lengths
  const { mean, surety, shape, scale } = pairPosterior(service, pair, planned)
  const spread = Math.sqrt((scale * (surety + 1)) / (shape * surety))
  const lengths = lengthsFrom((_, index) => Math.exp(mean + spread * studentFrom(normalNodes[index] ?? 0, 2 * shape)))
  known.set(key, { service, planned, lengths })
  return lengths
}

/** Stands for a plan of which nothing has been seen; there are at most ten hours of them, in whole minutes. */
const plans = new Map<number, Tally>()
function planTally(planned: number): Tally {
  const before = plans.get(planned)
  if (before !== undefined) return before
  const own = { ...nothing }
  plans.set(planned, own)
  return own
}

const rings = new WeakMap<readonly number[], Lengths>()

/** From the end of a visit to the next call, minutes. */
export function gapLengths({ gaps }: WaitModel): Lengths {
  const before = rings.get(gaps)
  if (before !== undefined) return before
  // The usual ones fade out as the clinic's own come in.
  const lengths = lengthsOf(gaps.length < usualGaps.length * 3 ? [...usualGaps, ...gaps] : gaps)
  rings.set(gaps, lengths)
  return lengths
}

const sortedOffsets = new WeakMap<readonly number[], Float64Array>()

/** Minutes from the appointment to the arrival, ascending. */
export function offsetsOf({ offsets }: WaitModel): Float64Array {
  const before = sortedOffsets.get(offsets)
  if (before !== undefined) return before
  const sorted = Float64Array.from(
    offsets.length < usualOffsets.length * 3 ? [...usualOffsets, ...offsets] : offsets,
  ).sort()
  sortedOffsets.set(offsets, sorted)
  return sorted
}

/** The share of bookings that never come. */
export const missedShare = ({ bookings: { came, missed } }: WaitModel): number => missed / (came + missed)

/** The chance per minute that somebody who waits gives up. */
export function givingUp({ patience }: WaitModel, isBooked: boolean): number {
  const { minutes, gone } = isBooked ? patience.booked : patience.others
  return gone / minutes
}

export const outOfTurnShare = ({ calls: { inTurn, outOfTurn } }: WaitModel): number => outOfTurn / (inTurn + outOfTurn)
