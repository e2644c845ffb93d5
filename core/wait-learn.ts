/** What a finished visit teaches the waiting times: each lesson makes a new model and leaves the old one as it was. */
import { expectedLog, pairOf, type Tally, type WaitModel } from './wait-model.ts'
import { paceKey } from './wait-pace.ts'

/** What was seen a hundred visits ago counts for about 60 % of what was seen just now. */
const forgetting = 0.995
const ringLength = 250
/** A visit of more than so many times its plan was not one: somebody forgot to press *Done*. */
const longestPlans = 6
const leastMinutes = 1
/** Nobody's patience is known from more than so many minutes of waiting: people change. */
const rememberedMinutes = 20_000

export interface Lesson {
  readonly service: string
  readonly provider: string
  readonly planned: number
  /** From being called to the end. */
  readonly minutes: number
  /** The shortest that counts; left out, a minute. */
  readonly least?: number
  /** From the provider's first call of the day to this one, minutes; left out, nobody knows. */
  readonly since?: number | undefined
}

/** A visit that has ended; one too short or too long to be a visit teaches nothing. */
export function withVisit(
  model: WaitModel,
  { service, provider, planned, minutes, least = leastMinutes, since }: Lesson,
): WaitModel {
  if (!(minutes >= least && minutes > 0 && minutes <= longestPlans * planned)) return model
  const pair = pairOf(provider, service)
  const seen = Math.log(minutes)
  return {
    ...model,
    services: { ...model.services, [service]: tallied(model.services[service], seen) },
    pairs: { ...model.pairs, [pair]: tallied(model.pairs[pair], seen) },
    ...(since === undefined
      ? {}
      : { paces: { ...model.paces, ...paced(model, { service, provider, planned, since }, seen) } }),
  }
}

/** Against what was expected before it. */
function paced(
  model: WaitModel,
  { service, provider, planned, since }: Omit<Lesson, 'minutes' | 'least'> & { readonly since: number },
  seen: number,
): WaitModel['paces'] {
  const key = paceKey(provider, since)
  return { [key]: tallied(model.paces?.[key], seen - expectedLog(model, service, provider, planned)) }
}

/** Welford's update with forgetting. */
function tallied({ count, mean, squares }: Tally = { count: 0, mean: 0, squares: 0 }, seen: number): Tally {
  const before = forgetting * count
  const after = before + 1
  const off = seen - mean
  return {
    count: after,
    mean: mean + off / after,
    squares: forgetting * squares + (off * off * before) / after,
  }
}

/** A provider ended a visit, somebody was waiting, and so many minutes later the next one was called. */
export const withGap = (model: WaitModel, minutes: number): WaitModel =>
  minutes >= 0 && Number.isFinite(minutes) ? { ...model, gaps: inRing(model.gaps, minutes) } : model

/** @param offset minutes from the appointment to the arrival */
export function withArrival(model: WaitModel, offset: number): WaitModel {
  if (!Number.isFinite(offset)) return model
  const { came, missed } = model.bookings
  return {
    ...model,
    offsets: inRing(model.offsets, offset),
    bookings: { came: forgetting * came + 1, missed: forgetting * missed },
  }
}

export function withNoShow(model: WaitModel): WaitModel {
  const { came, missed } = model.bookings
  return { ...model, bookings: { came: forgetting * came, missed: forgetting * missed + 1 } }
}

/** Somebody stood in the line for so many minutes, and was called or gave up. */
export function withWait(model: WaitModel, minutes: number, isBooked: boolean, hasGone: boolean): WaitModel {
  if (!(minutes >= 0 && Number.isFinite(minutes))) return model
  const who = isBooked ? 'booked' : 'others'
  const before = model.patience[who]
  const kept = Math.min(1, rememberedMinutes / (before.minutes + minutes))
  const after = { minutes: kept * (before.minutes + minutes), gone: kept * (before.gone + (hasGone ? 1 : 0)) }
  return { ...model, patience: { ...model.patience, [who]: after } }
}

/** @param wasInTurn whether the rule would have called the same */
export function withCall(model: WaitModel, wasInTurn: boolean): WaitModel {
  const { inTurn, outOfTurn } = model.calls
  return {
    ...model,
    calls: {
      inTurn: forgetting * inTurn + (wasInTurn ? 1 : 0),
      outOfTurn: forgetting * outOfTurn + (wasInTurn ? 0 : 1),
    },
  }
}

const inRing = (ring: readonly number[], value: number): readonly number[] => [...ring.slice(1 - ringLength), value]
