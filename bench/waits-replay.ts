/** Replays days in the order of time: estimates at every point of the grid, and learns only from what is over. */
import { calibrated, cellOf, type WaitRange } from '../core/wait-calibration.ts'
import { forecast } from '../core/wait-forecast.ts'
import { judged, noted, type Pending } from '../core/wait-judgement.ts'
import { untaught, type WaitModel } from '../core/wait-model.ts'
import { type Baselines, baselinesAt, Memory } from './waits-baselines.ts'
import type { Replay, ReplayDay, Visit } from './waits-data.ts'
import { Room } from './waits-room.ts'

/** One estimate that is judged. */
export interface Sample {
  readonly day: number
  readonly ticket: string
  readonly at: number
  readonly isFirst: boolean
  /** Minutes until the call, as it came. */
  readonly truth: number
  readonly range: WaitRange
  /** Before it was calibrated. */
  readonly raw: WaitRange
  readonly baselines: Baselines
}

export interface Replayed {
  readonly samples: readonly Sample[]
  readonly model: WaitModel
  /** Of one estimate of everybody who waits. */
  readonly msPerEstimate: number
  /** Those who left before they were called: in none of the figures. */
  readonly left: number
}

export interface Settings {
  /** Tells the tickets of one file from those of another. */
  readonly name: string
  readonly seed: number
  /** The share of the days that is replayed. */
  readonly until: number
}

export function replayed(replay: Replay, { name, seed, until }: Settings): Replayed {
  const samples: Sample[] = []
  const memory = new Memory()
  let model = untaught
  let [spentMs, estimates, left] = [0, 0, 0]
  const days = replay.days.slice(0, Math.ceil(replay.days.length * until))
  for (const day of days) {
    const room = new Room(replay, day, model)
    const pending = new Map<string, readonly Pending[]>()
    const isJudged = day.day >= replay.scoredFrom
    room.onCall = (visit, at) => {
      memory.called(visit, at)
      room.model = judged(room.model, pending.get(visit.id) ?? [], at)
      pending.delete(visit.id)
    }
    const estimate = (at: number, only?: Visit) => {
      if (room.waiting.size === 0) return
      const startedMs = performance.now()
      const ranges = forecast(room.scene(at), seed)
      spentMs += performance.now() - startedMs
      estimates += 1
      const baselines = isJudged ? baselinesAt(room, memory, at) : undefined
      for (const visit of only === undefined ? room.waiting.values() : [only]) {
        const raw = ranges.get(visit.id)
        if (raw === undefined) continue
        const own = pending.get(visit.id) ?? []
        const isFirst = own.length === 0
        const cell = cellOf(raw, isFirst)
        pending.set(visit.id, noted(own, { cell, raw, at }))
        if (baselines === undefined || !visit.isScored || visit.calledAt === undefined) continue
        samples.push({
          ...{ day: day.day, ticket: `${name} ${visit.id}`, at, isFirst, truth: visit.calledAt - at },
          ...{ raw, range: calibrated(room.model, raw, cell), baselines: baselines(visit) },
        })
      }
    }
    for (const { at, act } of momentsOf(replay, day, room, memory, estimate)) act(at)
    room.close()
    model = room.model
    if (isJudged) left += day.visits.filter(({ isInLine, leftAt }) => isInLine && leftAt !== undefined).length
  }
  return { samples, model, msPerEstimate: spentMs / Math.max(1, estimates), left }
}

interface Moment {
  readonly at: number
  /** Ends, then the look of the grid, then calls, then arrivals: whoever is called at that very moment still waits. */
  readonly order: number
  readonly act: (at: number) => void
}

function momentsOf(
  replay: Replay,
  day: ReplayDay,
  room: Room,
  memory: Memory,
  estimate: (at: number, only?: Visit) => void,
): readonly Moment[] {
  const moments: Moment[] = []
  let lastAt = day.gridFrom
  for (const visit of day.visits) {
    const { arrivedAt, leftAt, calledAt, endedAt } = visit
    if (arrivedAt === undefined) continue
    const isWaiting = visit.isInLine && (calledAt ?? leftAt ?? arrivedAt) > arrivedAt
    const order = isWaiting ? 3 : 0
    moments.push({ at: arrivedAt, order, act: (at) => room.arrive(visit, at) })
    if (replay.every === undefined && isWaiting)
      moments.push({ at: arrivedAt, order: 4, act: (at) => estimate(at, visit) })
    if (leftAt !== undefined) moments.push({ at: leftAt, order: 2, act: (at) => room.leave(visit, at) })
    if (calledAt !== undefined) {
      moments.push({ at: calledAt, order: 2, act: (at) => room.call(visit, at) })
      lastAt = Math.max(lastAt, calledAt)
    }
    if (endedAt !== undefined) {
      const end = (at: number) => {
        room.end(visit, at)
        memory.ended(visit)
      }
      moments.push({ at: Math.max(endedAt, calledAt ?? endedAt), order: endedAt === calledAt ? 2.5 : 1, act: end })
    }
  }
  const { every } = replay
  if (every !== undefined) {
    for (let at = day.gridFrom; at <= lastAt; at += every) moments.push({ at, order: 1.5, act: (now) => estimate(now) })
  }
  return moments.sort((one, other) => one.at - other.at || one.order - other.order)
}
