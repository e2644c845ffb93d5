/** What simpler forecasts would have said at the same moment, from the past alone. */
import { comesBefore } from '../core/call-order.ts'
import { meanMinutes } from '../core/wait-model.ts'
import type { Visit } from './waits-data.ts'
import { type Room, standingAt, type Worker } from './waits-room.ts'

export const baselineNames = ['ql', 'qlMarkov', 'les', 'hol', 'ma10', 'detPlanned', 'detLearned'] as const
export type BaselineName = (typeof baselineNames)[number]
export type Baselines = Readonly<Record<BaselineName, number>>

const lastWaits = 10

/** What the baselines remember of the past. */
export class Memory {
  #minutes = 0
  #visits = 0
  /** Waiting times of those who were called, by line. */
  readonly #waits = new Map<string, number[]>()

  ended(visit: Visit): void {
    const minutes = (visit.endedAt ?? 0) - (visit.calledAt ?? 0)
    if (!visit.isInLine && visit.bookedAt === undefined && visit.service === 'IN') return
    this.#minutes += minutes
    this.#visits += 1
  }

  called(visit: Visit, at: number): void {
    const waits = this.#waits.get(lineOf(visit)) ?? []
    this.#waits.set(lineOf(visit), waits)
    waits.push(at - waitsFrom(visit))
    if (waits.length > lastWaits) waits.shift()
  }

  get meanMinutes(): number {
    return this.#visits === 0 ? 15 : this.#minutes / this.#visits
  }

  waitsIn(line: string): readonly number[] {
    return this.#waits.get(line) ?? []
  }
}

const lineOf = ({ required }: Visit) => required ?? 'common'
const waitsFrom = ({ arrivedAt = 0, bookedAt = arrivedAt }: Visit) => Math.max(arrivedAt, bookedAt)
const average = (values: readonly number[]) =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

/** For everybody who waits. */
export function baselinesAt(room: Room, memory: Memory, at: number): (visit: Visit) => Baselines {
  const onDuty = room.onDuty(at)
  const waiting = [...room.waiting.values()]
  const planned = rolled(room, onDuty, at, (visit) => room.planned(visit.service))
  const learned = rolled(room, onDuty, at, (visit, worker) =>
    meanMinutes(room.model, visit.service, worker.id, room.planned(visit.service)),
  )
  const { booked, others } = room.model.patience
  const patience = (booked.minutes + others.minutes) / Math.max(1, booked.gone + others.gone)
  return (visit) => {
    const able = onDuty.filter((worker) => room.fits(visit, worker))
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
    const elapsed = at - waitsFrom(visit)
    const line = lineOf(visit)
    const waits = memory.waitsIn(line)
    const first = Math.min(...waiting.filter((other) => lineOf(other) === line).map(waitsFrom))
    return {
      ql: ((ahead + 1) * memory.meanMinutes) / count,
      qlMarkov: markov,
      les: Math.max(0, (waits.at(-1) ?? 0) - elapsed),
      hol: Math.max(0, at - first - elapsed),
      ma10: Math.max(0, average(waits) - elapsed),
      detPlanned: planned.get(visit.id) ?? 0,
      detLearned: learned.get(visit.id) ?? 0,
    }
  }
}

/** One roll-forward in which everything takes exactly as long as it does on average, and everybody comes on time. */
function rolled(
  room: Room,
  onDuty: readonly Worker[],
  at: number,
  minutesOf: (visit: Visit, worker: Worker) => number,
): ReadonlyMap<string, number> {
  const { rule } = room.replay
  const free = onDuty.map((worker) => {
    const { serving, servingSince, idleSince } = worker
    if (serving !== undefined) return Math.max(0, servingSince + minutesOf(serving, worker) - at)
    return Math.max(0, idleSince - at, (room.pauseEnd(worker, at) ?? at) - at)
  })
  const pauses = onDuty.map((worker) =>
    worker.hasPaused || (worker.serving === undefined && room.pauseEnd(worker, at) !== undefined)
      ? undefined
      : worker.plan?.pause,
  )
  const line = [...room.waiting.values(), ...room.booked.values()].map((visit) => {
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
    const pause = pauses[next]
    if (pause !== undefined && now >= pause.from - at) {
      pauses[next] = undefined
      free[next] = now + pause.minutes
      continue
    }
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
