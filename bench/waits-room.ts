/** The room at a moment of a replayed day: who waits, who is with whom, and what all that has taught so far. */
import { comesBefore, type Standing } from '../core/call-order.ts'
import { withArrival, withCall, withGap, withNoShow, withVisit, withWait } from '../core/wait-learn.ts'
import {
  gapLengths,
  givingUp,
  missedShare,
  offsetsOf,
  outOfTurnShare,
  visitLengths,
  type WaitModel,
} from '../core/wait-model.ts'
import { paceOf } from '../core/wait-pace.ts'
import type { Comer, OnDuty, Scene } from '../core/wait-scene.ts'
import type { ProviderDay, Replay, ReplayDay, Visit } from './waits-data.ts'

const usualPlan = 15

/** A provider as the replay knows them. */
export interface Worker {
  readonly id: string
  readonly plan: ProviderDay | undefined
  serving: Visit | undefined
  servingSince: number
  /** When the last visit ended; before the first, when they open. */
  idleSince: number
  /** Somebody was waiting for them then. */
  wasWanted: boolean
  hasPaused: boolean
  /** What they have been seen to do, where nobody knows. */
  readonly services: Set<string>
  lastSeenAt: number
  /** When they first called somebody today. */
  begunAt: number | undefined
}

export class Room {
  readonly replay: Replay
  readonly day: ReplayDay
  model: WaitModel
  readonly waiting = new Map<string, Visit>()
  /** Not seen yet. */
  readonly booked = new Map<string, Visit>()
  readonly workers = new Map<string, Worker>()
  onCall: (visit: Visit, at: number) => void = () => {}

  constructor(replay: Replay, day: ReplayDay, model: WaitModel) {
    this.replay = replay
    this.day = day
    this.model = model
    for (const plan of day.providers) this.workers.set(plan.id, workerOf(plan.id, plan, plan.opensAt))
    for (const visit of day.visits) if (visit.bookedAt !== undefined) this.booked.set(visit.id, visit)
  }

  arrive(visit: Visit, at: number): void {
    this.booked.delete(visit.id)
    if (visit.isInLine) this.waiting.set(visit.id, visit)
    if (visit.bookedAt !== undefined) this.model = withArrival(this.model, at - visit.bookedAt)
  }

  leave(visit: Visit, at: number): void {
    if (!this.waiting.delete(visit.id)) return
    this.model = withWait(this.model, at - (visit.arrivedAt ?? at), visit.bookedAt !== undefined, true)
  }

  call(visit: Visit, at: number): void {
    const worker = this.#worker(visit.provider ?? '', at)
    this.#learnGap(worker, at)
    if (this.waiting.has(visit.id)) {
      const others = [...this.waiting.values()].filter((other) => other !== visit && this.isCallable(other, worker, at))
      const standing = standingAt(visit, at)
      const isFirst = others.every(
        (other) => !comesBefore(standingAt(other, at), standing, worker.id, 0, this.replay.rule),
      )
      if (others.length > 0) this.model = withCall(this.model, isFirst)
      this.model = withWait(this.model, at - (visit.arrivedAt ?? at), visit.bookedAt !== undefined, false)
      this.onCall(visit, at)
    }
    this.waiting.delete(visit.id)
    worker.serving = visit
    worker.servingSince = at
    // Where nobody knows who works, nobody knows since when.
    if (worker.plan !== undefined) worker.begunAt ??= at
    worker.lastSeenAt = at
    if (visit.isInLine) worker.services.add(visit.service)
  }

  end(visit: Visit, at: number): void {
    const worker = this.#worker(visit.provider ?? '', at)
    this.model = withVisit(this.model, {
      ...{ service: visit.service, provider: worker.id, minutes: at - (visit.calledAt ?? at) },
      ...{ planned: this.planned(visit.service), least: this.replay.least },
      ...{ since: worker.begunAt === undefined ? undefined : (visit.calledAt ?? at) - worker.begunAt },
    })
    if (worker.serving !== visit) return
    worker.serving = undefined
    worker.idleSince = at
    worker.lastSeenAt = at
    worker.wasWanted = [...this.waiting.values()].some((other) => this.isCallable(other, worker, at))
  }

  /** Whoever is booked and has not come by the evening. */
  close(): void {
    for (const _ of this.booked) this.model = withNoShow(this.model)
  }

  planned(service: string): number {
    return this.replay.planned[service] ?? usualPlan
  }

  /** Whether a provider may take a visit. */
  fits({ required, service }: Visit, worker: Worker): boolean {
    if (required !== undefined) return required === worker.id
    const { plan, services } = worker
    // Where nobody knows who does what, whoever has never taken anybody from this line is not counted on.
    if (plan !== undefined) return plan.services?.includes(service) ?? true
    return services.size > 0 && (this.replay.mayTake?.(worker.id, service) ?? true)
  }

  isCallable(visit: Visit, worker: Worker, at: number): boolean {
    return this.fits(visit, worker) && at >= (visit.bookedAt ?? at) - this.replay.rule.earliest
  }

  onDuty(at: number): readonly Worker[] {
    return [...this.workers.values()].filter(
      (worker) =>
        worker.plan !== undefined ||
        worker.serving !== undefined ||
        at - worker.lastSeenAt < (this.replay.goneAfter ?? 0),
    )
  }

  scene(at: number): Scene {
    const workers = this.onDuty(at)
    const comers = [
      ...[...this.waiting.values()].map((visit) => this.#comer(visit, workers, at, { kind: 'here' })),
      ...[...this.booked.values()].map((visit) =>
        this.#comer(visit, workers, at, { kind: 'booked', at: (visit.bookedAt ?? at) - at }),
      ),
    ]
    return {
      rule: this.replay.rule,
      providers: workers.map((worker) => ({ ...this.#doing(worker, at), ...this.#pace(worker, at) })),
      comers,
      gaps: gapLengths(this.model),
      offsets: offsetsOf(this.model),
      missed: missedShare(this.model),
      outOfTurn: outOfTurnShare(this.model),
    }
  }

  #comer(visit: Visit, workers: readonly Worker[], at: number, comes: Comer['comes']): Comer {
    return {
      id: visit.id,
      standing: standingAt(visit, at),
      lengths: workers.map((worker) =>
        this.fits(visit, worker)
          ? visitLengths(this.model, visit.service, worker.id, this.planned(visit.service))
          : undefined,
      ),
      comes,
      givingUp: givingUp(this.model, visit.bookedAt !== undefined),
    }
  }

  #pace({ id, plan, begunAt = Number.POSITIVE_INFINITY }: Worker, at: number): Pick<OnDuty, 'pace'> {
    return plan === undefined ? {} : { pace: { since: Math.max(0, at - begunAt), factors: paceOf(this.model, id) } }
  }

  #doing(worker: Worker, at: number): OnDuty {
    const { id, plan, serving } = worker
    const pause =
      plan?.pause === undefined || worker.hasPaused
        ? {}
        : { pause: { from: plan.pause.from - at, minutes: plan.pause.minutes } }
    if (serving !== undefined) {
      const lengths = visitLengths(this.model, serving.service, id, this.planned(serving.service))
      return { id, doing: { kind: 'busy', with: serving.id, lengths, elapsed: at - worker.servingSince }, ...pause }
    }
    if (at < worker.idleSince) return { id, doing: { kind: 'away', until: worker.idleSince - at }, ...pause }
    const pauseEnd = this.#pauseEnd(worker, at)
    if (pauseEnd !== undefined && pauseEnd > at) return { id, doing: { kind: 'away', until: pauseEnd - at } }
    return { id, doing: { kind: 'free', idle: this.#wantedFor(worker, at, pauseEnd) } }
  }

  /** When the pause they are taken to be in ends; undefined when it has not begun, or is over. */
  #pauseEnd({ plan, hasPaused, idleSince, serving }: Worker, at: number): number | undefined {
    if (plan?.pause === undefined || hasPaused || serving !== undefined || at < plan.pause.from) return undefined
    return Math.max(idleSince, plan.pause.from) + plan.pause.minutes
  }

  /** For how long they have been idle while somebody waited for them. */
  #wantedFor(worker: Worker, at: number, pauseEnd = 0): number {
    const since = [...this.waiting.values()]
      .filter((visit) => this.isCallable(visit, worker, at))
      .map((visit) => Math.max(visit.arrivedAt ?? at, (visit.bookedAt ?? 0) - this.replay.rule.earliest))
    if (since.length === 0) return 0
    return Math.max(0, at - Math.max(worker.idleSince, pauseEnd, Math.min(...since)))
  }

  #learnGap(worker: Worker, at: number): void {
    const { plan, idleSince } = worker
    const pause = plan?.pause
    if (pause !== undefined && !worker.hasPaused && at - Math.max(idleSince, pause.from) > pause.minutes / 2) {
      worker.hasPaused = true
    } else if (worker.wasWanted && worker.serving === undefined) {
      this.model = withGap(this.model, at - idleSince)
    }
    worker.wasWanted = false
  }

  #worker(id: string, at: number): Worker {
    const known = this.workers.get(id)
    if (known !== undefined) return known
    const worker = workerOf(id, undefined, at)
    this.workers.set(id, worker)
    return worker
  }
}

const workerOf = (id: string, plan: ProviderDay | undefined, idleSince: number): Worker => ({
  ...{ id, plan, serving: undefined, servingSince: 0, idleSince, wasWanted: false, hasPaused: false },
  ...{ services: new Set<string>(), lastSeenAt: idleSince, begunAt: undefined },
})

/** Times from now, as the forecast wants them. */
export const standingAt = (visit: Visit, at: number): Standing => ({
  firstFor: undefined,
  since: visit.orderAt - at,
  isPriority: visit.isPriority,
  appointmentAt: visit.bookedAt === undefined ? undefined : visit.bookedAt - at,
  arrivedAt: visit.orderAt - at,
})
