/** A queue for practice: the real rules, in this page and nowhere else. It answers presses as the hub would. */

import { type ArrangedBody, arrangedBody, withArranged } from '../../core/arranged.ts'
import { plannedRange, plannedWaits } from '../../core/planned-waits.ts'
import { type Decision, decide, evolve, type QueueState } from '../../core/queue.ts'
import { type QueueButton, queueBodies } from '../../core/queue-bodies.ts'
import type { Command } from '../../core/queue-command.ts'
import type { Arrangement, QueueSnapshot } from '../../core/queue-contract.ts'
import { pressOf } from '../../core/queue-press.ts'
import { queueInWords } from '../../core/queue-snapshot.ts'
import { emptyQueue, isHeld, isWaiting, ticketsHere } from '../../core/queue-state.ts'
import { answerTo, refusalAnswer } from '../../core/queue-words.ts'
import { tellWait } from '../../core/wait.ts'
import type { ClinicLists } from '../shared/clinic-lists.ts'
import { clockTime } from '../shared/clinic-time.ts'
import { type Delivered, type Refused, randomId } from '../shared/press.ts'
import { scenes } from './practice-patients.ts'

const caller = 'practice'
const minuteMs = 60_000

export class PracticeQueue {
  readonly #clinic: ClinicLists
  readonly #beganAt: number
  readonly #beganMs = performance.now()
  readonly #labels = new Map<string, string>()
  #state: QueueState = emptyQueue
  #labelsBefore = new Map<number, readonly [ticket: string, label: string | undefined]>()
  #snapshot: QueueSnapshot | undefined
  #arranged: readonly Arrangement[] = []
  #listener = () => {}

  /** @param at the hub's time now: the pretend clinic has the same clock */
  constructor(clinic: ClinicLists, at: string) {
    this.#clinic = clinic
    this.#beganAt = Date.parse(at)
    for (const { before, label, command } of scenes) {
      const wanted = command(this.#state, clinic, this.#beganAt)
      if (wanted !== undefined) this.#press(wanted, label, this.#beganAt - before * minuteMs)
    }
  }

  /** As `useSyncExternalStore` wants it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listener = listener
    return () => {
      this.#listener = () => {}
    }
  }

  readonly snapshot = (): QueueSnapshot => {
    this.#snapshot ??= this.#inWords()
    return this.#snapshot
  }

  /** Time passes: whoever was on hold until now waits again. */
  tick(): void {
    const now = this.#now()
    for (const { id, state } of ticketsHere(this.#state).filter(isHeld)) {
      if (state.until !== undefined && state.until <= now) this.#press({ type: 'resume', ticket: id }, undefined, now)
    }
    this.#tell()
  }

  /** What a press is answered with; whatever is no button of the queue is refused. */
  readonly answer = (path: string, body = '{}'): Delivered<unknown> => {
    if (path === '/api/arranged') return this.#arrange(arrangedBody.parse(JSON.parse(body)))
    const name = path.replace(/^\/api\/queue\//, '')
    if (!isButton(name)) return refused('practice', 'This is practice: only the queue can be tried out here.')
    const read = queueBodies[name].safeParse(JSON.parse(body))
    if (!read.success) {
      const [issue] = read.error.issues
      const field = issue?.path.join('.') ?? ''
      return refused('bad-input', `${field}: ${issue?.message ?? 'This does not fit.'}`, field)
    }
    const { command, label } = pressOf(name, read.data, Date.parse)
    const { status, body: answer } = this.#press(command, label, this.#now())
    this.#tell()
    if (status < 400) return { kind: 'done', answer }
    return { ...(answer as Omit<Refused, 'kind'>), kind: 'refused' }
  }

  #arrange(body: ArrangedBody): Delivered<unknown> {
    const here = new Set(ticketsHere(this.#state).map(({ id }) => id))
    this.#arranged = withArranged(this.#arranged, body, here, new Date(this.#now()).toISOString())
    this.#tell()
    return { kind: 'done', answer: {} }
  }

  #press(command: Command, label: string | null | undefined, now: number) {
    const before = this.#state
    const chance = { id: randomId(), token: randomId(), share: Math.random() }
    const decision: Decision = decide(before, command, { now, caller, clinic: this.#clinic, chance })
    if (!decision.ok) return refusalAnswer(decision)
    const event = { ...decision.event, revision: before.revision + 1, at: now, caller }
    this.#state = evolve(before, event)
    if (event.type === 'checked-in') this.#label(event.revision, event.visit.id, label)
    if (event.type === 'edited') this.#label(event.revision, event.ticket, label)
    if (event.type === 'undone') this.#labelBack(event.event)
    return answerTo(command, event, before, this.#state)
  }

  #label(revision: number, ticket: string, label: string | null | undefined): void {
    if (label === undefined) return
    this.#labelsBefore.set(revision, [ticket, this.#labels.get(ticket)])
    if (label === null) this.#labels.delete(ticket)
    else this.#labels.set(ticket, label)
  }

  #labelBack(revision: number): void {
    const [ticket, label] = this.#labelsBefore.get(revision) ?? []
    if (ticket === undefined) return
    if (label === undefined) this.#labels.delete(ticket)
    else this.#labels.set(ticket, label)
  }

  #now(): number {
    return Math.round(this.#beganAt + performance.now() - this.#beganMs)
  }

  #tell(): void {
    this.#snapshot = undefined
    this.#listener()
  }

  #inWords(): QueueSnapshot {
    const [clinic, now, state] = [this.#clinic, this.#now(), this.#state]
    const time = (at: number) => clockTime(new Date(at).toISOString(), clinic.zone)
    const planned = plannedWaits(state, clinic, now)
    const expected = (id: string) => {
      const plan = planned.get(id)
      return plan === undefined ? undefined : { range: plannedRange(plan.minutes), isNext: plan.isNext }
    }
    const telling = { now, isClockTrusted: true, clockTime: time }
    const waiting = [...state.tickets.values()].filter(isWaiting)
    const waits = new Map(waiting.map(({ id }) => [id, tellWait(expected(id), telling)]))
    return {
      revision: state.revision,
      at: new Date(now).toISOString(),
      demo: false,
      // No screen shows this queue that it could be compared with.
      stateHash: '0'.repeat(32),
      arranged: [...this.#arranged],
      ...queueInWords(state, { clinic, now, labels: this.#labels, waits, clockTime: time }),
    }
  }
}

const isButton = (name: string): name is QueueButton => Object.hasOwn(queueBodies, name)

const refused = (reason: string, message: string, field?: string): Refused => ({
  kind: 'refused',
  reason,
  message,
  ...(field === undefined ? {} : { field }),
})
