/** Reckons the waits of a moment, and learns from what has happened since the last one: all that the worker does, without its thread. */
import type { Recorded } from '../core/queue-event.ts'
import type { TicketId } from '../core/queue-state.ts'
import type { WaitRange } from '../core/wait-calibration.ts'
import { judged, noted, type Pending } from '../core/wait-judgement.ts'
import { withNoShow } from '../core/wait-learn.ts'
import { begunIn, taughtBy } from '../core/wait-lessons.ts'
import type { WaitModel } from '../core/wait-model.ts'
import { type Expected, estimateWaits, type Moment } from '../core/wait-moment.ts'

const minuteMs = 60_000
const seed = 8_710
/** Whoever is booked and has not come by then does not come any more. */
const missedAfterMs = 60 * minuteMs

export interface WaitQuestion {
  /** Of the queue that is asked about. */
  readonly revision: number
  readonly moment: Omit<Moment, 'known' | 'begun'>
  /** What has happened since the question before. */
  readonly events: readonly Recorded[]
}

export interface WaitAnswer {
  readonly revision: number
  /** Minutes until the call. */
  readonly ranges: ReadonlyMap<TicketId, WaitRange>
  /** To be kept. */
  readonly learned: Learned
}

export interface Learned {
  /** The last event that has been learned from for good: the close of a day. */
  readonly revision: number
  readonly model: WaitModel
}

export class WaitReckoner {
  /** A demonstration runs several times faster than any clinic: it teaches nothing. */
  readonly #mayLearn: boolean
  #base: Learned
  #today: Recorded[] = []
  readonly #pending = new Map<TicketId, readonly Pending[]>()
  #expected: readonly Expected[] = []

  constructor(base: Learned, mayLearn: boolean) {
    this.#base = base
    this.#mayLearn = mayLearn
  }

  answer({ revision, moment, events }: WaitQuestion): WaitAnswer {
    if (this.#mayLearn) for (const event of events) this.#learn(event, moment)
    this.#expected = moment.expected
    const { cells } = this.#base.model
    // Today's lessons are drawn anew each time: what is taken back was never learned.
    const model = this.#mayLearn
      ? { ...taughtBy(this.#base.model, this.#today, moment.clinic), cells }
      : this.#base.model
    const known = new Set(this.#pending.keys())
    const estimates = estimateWaits({ ...moment, begun: begunIn(this.#today), known }, model, seed)
    for (const id of known) {
      const kind = moment.state.tickets.get(id)?.state.kind
      if (kind !== 'waiting' && kind !== 'held') this.#pending.delete(id)
    }
    for (const [id, { raw, cell }] of estimates) {
      const at = moment.now / minuteMs
      this.#pending.set(id, noted(this.#pending.get(id) ?? [], { cell, raw, at }))
    }
    const ranges = new Map([...estimates].map(([id, { range }]) => [id, range]))
    return { revision, ranges, learned: this.#base }
  }

  #learn(event: Recorded, { clinic }: Omit<Moment, 'known'>): void {
    this.#today.push(event)
    if (event.type === 'called') {
      for (const id of [event.ticket, ...(event.with ?? [])]) this.#judge(id, event.at)
    }
    if (event.type !== 'day-closed') return
    const { cells } = this.#base.model
    let model: WaitModel = { ...taughtBy(this.#base.model, this.#today, clinic), cells }
    for (const { at } of this.#expected) if (at < event.at - missedAfterMs) model = withNoShow(model)
    this.#base = { revision: event.revision, model }
    this.#today = []
    this.#expected = []
    this.#pending.clear()
  }

  #judge(id: TicketId, calledAt: number): void {
    const model = judged(this.#base.model, this.#pending.get(id) ?? [], calledAt / minuteMs)
    this.#base = { ...this.#base, model }
    this.#pending.delete(id)
  }
}
