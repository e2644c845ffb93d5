/** What simpler forecasts would have said at the same moment, from the past alone. */
import { comesBefore } from '../core/call-order.ts'
import type { Visit } from './waits-data.ts'
import { type Room, standingAt, type Worker } from './waits-room.ts'

export const baselineNames = ['ql', 'qlMarkov', 'les', 'hol', 'ma10', 'detPlanned', 'detLearned'] as const
export type BaselineName = (typeof baselineNames)[number]
export type Baselines = Readonly<Record<BaselineName, number>>

const lastWaits = 10
const seenLately = 1
const few = 5
const none = { count: 0, sum: 0 }

/** What the baselines remember of the past. */
export class Memory {
  #minutes = 0
  #visits = 0
  readonly #means = new Map<string, { readonly count: number; readonly sum: number }>()
  /** Waiting times of those who were called, by line. */
  readonly #waits = new Map<string, number[]>()

  ended(visit: Visit): void {
    const minutes = (visit.endedAt ?? 0) - (visit.calledAt ?? 0)
    this.#minutes += minutes
    this.#visits += 1
    for (const key of [groupOf(visit), `${visit.provider} ${groupOf(visit)}`]) {
      const { count, sum } = this.#means.get(key) ?? { count: 0, sum: 0 }
      this.#means.set(key, { count: count + 1, sum: sum + minutes })
    }
  }

  called(visit: Visit, at: number): void {
    const waits = this.#waits.get(lineOf(visit)) ?? []
    this.#waits.set(lineOf(visit), waits)
    waits.push(at - waitsFrom(visit))
    if (waits.length > lastWaits) waits.shift()
  }

  /** With this provider, or with anybody while they have had few. */
  meanOf(visit: Visit, provider: string | undefined): number | undefined {
    const own = provider === undefined ? undefined : this.#means.get(`${provider} ${groupOf(visit)}`)
    const { count, sum } = (own?.count ?? 0) > few ? (own ?? none) : (this.#means.get(groupOf(visit)) ?? none)
    return count === 0 ? undefined : sum / count
  }

  get meanMinutes(): number {
    return this.#visits === 0 ? 15 : this.#minutes / this.#visits
  }

  waitsIn(line: string): readonly number[] {
    return this.#waits.get(line) ?? []
  }
}

const groupOf = ({ group, service }: Visit) => group ?? service
const lineOf = ({ required }: Visit) => required ?? 'common'
const waitsFrom = ({ arrivedAt = 0, bookedAt = arrivedAt }: Visit) => Math.max(arrivedAt, bookedAt)
const average = (values: readonly number[]) =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

/** For everybody who waits. */
export function baselinesAt(room: Room, memory: Memory, at: number): (visit: Visit) => Baselines {
  const onDuty = room.onDuty(at)
  const waiting = [...room.waiting.values()]
  const planned = rolled(room, onDuty, at, (visit) => room.planned(visit.service))
  const learned = rolled(
    room,
    onDuty,
    at,
    (visit, worker) => memory.meanOf(visit, worker.plan?.id) ?? room.planned(visit.service),
  )
  const { others } = room.model.patience
  const patience = others.minutes / others.gone
  return (visit) => {
    // In a bank nobody knows who works: whoever is busy, or was a minute ago.
    const able = onDuty.filter(
      (worker) =>
        room.fits(visit, worker) &&
        (worker.plan !== undefined || worker.serving !== undefined || at - worker.lastSeenAt < seenLately),
    )
    const count = Math.max(1, able.length)
    const own = standingAt(visit, at)
    const ahead = waiting.filter(
      (other) =>
        other !== visit &&
        able.some((worker) => room.fits(other, worker)) &&
        comesBefore(standingAt(other, at), own, '', 0, room.replay.rule),
    ).length
    let markov = 0
    for (let place = 0; place <= ahead; place += 1) markov += 1 / (count / memory.meanMinutes + place / patience)
    const ready = able.filter((worker) => isFresh(worker, at)).length
    const elapsed = at - waitsFrom(visit)
    const line = lineOf(visit)
    const waits = memory.waitsIn(line)
    const first = Math.min(...waiting.filter((other) => lineOf(other) === line).map(({ arrivedAt = at }) => arrivedAt))
    return {
      ql: ahead < ready ? 0 : ((ahead + 1) * memory.meanMinutes) / count,
      qlMarkov: markov,
      les: Math.max(0, (waits.at(-1) ?? 0) - elapsed),
      hol: Math.max(0, at - first - elapsed),
      ma10: Math.max(0, average(waits) - elapsed),
      detPlanned: planned.get(visit.id) ?? 0,
      detLearned: learned.get(visit.id) ?? 0,
    }
  }
}

/** Is there and has called nobody yet today: whoever is first goes in at once. */
const isFresh = ({ plan, serving, lastSeenAt, idleSince }: Worker, at: number): boolean =>
  plan !== undefined &&
  serving === undefined &&
  at >= plan.opensAt &&
  lastSeenAt === idleSince &&
  idleSince === plan.opensAt

/**
 * One roll-forward in which everything takes exactly as long as it does on average, everybody still booked comes on time,
 * and the booked go first: no gaps, no pauses.
 */
function rolled(
  room: Room,
  onDuty: readonly Worker[],
  at: number,
  minutesOf: (visit: Visit, worker: Worker) => number,
): ReadonlyMap<string, number> {
  const rule = { ...room.replay.rule, dueBefore: Number.POSITIVE_INFINITY }
  const free = onDuty.map((worker) => {
    const { serving, servingSince, idleSince } = worker
    return Math.max(0, (serving === undefined ? idleSince : servingSince + minutesOf(serving, worker)) - at)
  })
  const expected = [...room.booked.values()].filter(({ bookedAt = 0 }) => bookedAt >= at)
  const line = [...room.waiting.values(), ...expected].map((visit) => {
    const here = room.waiting.has(visit.id) ? 0 : Math.max(0, (visit.bookedAt ?? at) - at)
    const standing = standingAt(visit, at)
    const order = room.waiting.has(visit.id) ? standing : { ...standing, arrivedAt: here, since: here }
    return { visit, standing: order, readyAt: Math.max(here, (visit.bookedAt ?? at) - at - rule.earliest) }
  })
  const calls = new Map<string, number>()
  while (line.length > 0) {
    const next = free.indexOf(Math.min(...free))
    const worker = onDuty[next]
    const now = free[next] ?? Number.POSITIVE_INFINITY
    if (worker === undefined || !Number.isFinite(now)) break
    const able = line.filter(({ visit }) => room.fits(visit, worker))
    const ready = able.filter(({ readyAt }) => readyAt <= now)
    if (ready.length === 0) {
      free[next] = Math.min(Number.POSITIVE_INFINITY, ...able.map(({ readyAt }) => readyAt))
      continue
    }
    const called = ready.reduce((one, other) =>
      comesBefore(other.standing, one.standing, worker.id, now, rule) ? other : one,
    )
    line.splice(line.indexOf(called), 1)
    calls.set(called.visit.id, now)
    free[next] = now + minutesOf(called.visit, worker)
  }
  return calls
}
