/** The queue's log: decide, append and answer in one transaction; only what is on the disk is remembered and told. */
import SQLite from 'better-sqlite3'
import { type Decision, decide, evolve, fold, type QueueState } from '../core/queue.ts'
import type { Chance, Command } from '../core/queue-command.ts'
import type { QueueSnapshot } from '../core/queue-contract.ts'
import type { QueueEvent, Recorded } from '../core/queue-event.ts'
import { QueueLogInvalidError } from '../core/queue-evolve.ts'
import { answerTo, refusalAnswer } from '../core/queue-words.ts'
import { findStep } from '../core/steps.ts'
import type { Answer, AnswerBook, Request } from './answer-book.ts'
import type { ClinicLists } from './clinic-lists.ts'
import type { Database, Statement, Transaction } from './database.ts'
import { EnvironmentFault, reasonOf } from './fault.ts'
import type { Labels } from './labels.ts'
import { lastCloseIn } from './last-close.ts'

export interface Press {
  readonly now: number
  /** The desk or room that asks. */
  readonly caller: string
  /** What the ticket is to be known by at the desk; null takes it away. */
  readonly label?: string | null
  /** Absent for what the hub does itself. */
  readonly request?: Request
}

interface Parts {
  readonly database: Database
  readonly answers: AnswerBook
  readonly lists: ClinicLists
  readonly labels: Labels
  readonly draw: () => Chance
}

const { SqliteError } = SQLite

/** In a rush: while the disk takes these, others are read, and those before them press again. */
const mostTogether = 8

interface EventRow {
  readonly revision: number
  readonly type: string
  readonly body: string
  readonly at: number
  readonly caller: string
}

export class QueueLog {
  readonly #parts: Parts
  readonly #listeners = new Set<(events: readonly Recorded[]) => void>()
  readonly #gathered: Gathered[] = []
  readonly #insert: Statement
  readonly #transaction: Transaction<(act: () => void) => void>
  #state: QueueState
  /** On the disk, or on the way to it, and not told yet. */
  #untold: Recorded[] = []
  #labels: ReadonlyMap<string, string>
  #lastClose: QueueSnapshot['lastClose']

  /** @throws EnvironmentFault when the log contradicts itself */
  constructor(parts: Parts) {
    this.#parts = parts
    this.#insert = parts.database.prepare(
      'INSERT INTO queue_events (revision, type, body, at, caller, key) VALUES (?, ?, ?, ?, ?, ?)',
    )
    this.#transaction = parts.database.transaction((act: () => void) => act())
    this.#state = replayed(parts.database)
    this.#labels = parts.labels.all()
    this.#lastClose = lastCloseIn(parts.database)
  }

  /** Called after every event, when it is on the disk. */
  onChange(listener: (events: readonly Recorded[]) => void): void {
    this.#listeners.add(listener)
  }

  get state(): QueueState {
    return this.#state
  }

  /** How the day before this one ended. */
  get lastClose(): QueueSnapshot['lastClose'] {
    return this.#lastClose
  }

  /** Desk labels by ticket. */
  get labels(): ReadonlyMap<string, string> {
    return this.#labels
  }

  /** @throws when the disk does not take it; then nothing has happened */
  press(command: Command, press: Press): Answer {
    const { answers, database, labels } = this.#parts
    const known = press.request === undefined ? undefined : answers.find(press.request)
    if (known !== undefined) return known
    const before = this.#state
    const decision = this.#decide(command, press)
    const event = decision.ok ? recorded(decision.event, before, press) : undefined
    const after = event === undefined ? before : evolve(before, event)
    const answer = event === undefined ? refusalAnswer(decision as Refused) : answerTo(command, event, before, after)
    // Whatever can be at fault has been asked by now, so a press that fails among others leaves nothing half-written.
    const write = () => {
      if (event !== undefined) this.#append(event, press)
      if (press.request !== undefined) answers.keep(press.request, answer, press.now)
    }
    const isAmongOthers = database.inTransaction
    if (isAmongOthers) write()
    else this.#transaction.immediate(write)
    if (event === undefined) return answer
    this.#state = after
    this.#untold.push(event)
    if (press.label !== undefined || event.type === 'undone' || event.type === 'day-closed') this.#labels = labels.all()
    if (after.day === 'closed') this.#lastClose = lastCloseIn(database)
    if (!isAmongOthers) this.#tell()
    return answer
  }

  /**
   * A press that shares its way to the disk with whatever else comes in this very moment: waiting for the disk is most of what
   * a press costs. Answered when it is there.
   */
  pressSoon(command: Command, press: Press): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#gathered.push({ command, press, resolve, reject })
      if (this.#gathered.length === 1) setImmediate(() => this.#commitGathered())
    })
  }

  #commitGathered(): void {
    const gathered = this.#gathered.splice(0, mostTogether)
    if (this.#gathered.length > 0) setImmediate(() => this.#commitGathered())
    const outcomes: (() => void)[] = []
    try {
      this.together(() => {
        for (const { command, press, resolve, reject } of gathered) {
          const answer = attempt(() => this.press(command, press))
          // What one of them does wrong is not the others' fault.
          outcomes.push('fault' in answer ? () => reject(answer.fault) : () => resolve(answer.value))
        }
      })
    } catch (cause) {
      for (const { reject } of gathered) reject(cause)
      return
    }
    for (const tell of outcomes) tell()
  }

  /** Several presses as one: all of them on the disk, or none. */
  together(presses: () => void): void {
    const before = { state: this.#state, labels: this.#labels }
    try {
      this.#transaction.immediate(presses)
    } catch (cause) {
      this.#state = before.state
      this.#labels = before.labels
      this.#untold = []
      throw cause
    }
    if (this.#state !== before.state) this.#tell()
  }

  #tell(): void {
    this.#parts.labels.wipe()
    const events = this.#untold
    this.#untold = []
    for (const listener of this.#listeners) {
      try {
        listener(events)
      } catch (cause) {
        // The press is on the disk and stands: whoever pressed may not be told that nothing has happened, and the others hear of it.
        if (!(cause instanceof SqliteError)) throw cause
        console.error(
          `What follows from a press of the queue could not be written down (${reasonOf(cause)}). The press stands.`,
        )
      }
    }
  }

  #decide(command: Command, { now, caller }: Press): Decision {
    const { lists, draw } = this.#parts
    return decide(this.#state, command, { now, caller, clinic: lists.clinic, chance: draw() })
  }

  #append(recorded: Recorded, { label, request }: Press): void {
    const { revision, at, caller, type, ...body } = recorded
    this.#insert.run(revision, type, JSON.stringify(body), at, caller, request?.key ?? null)
    this.#keepLabels(recorded, label)
  }

  #keepLabels(event: Recorded, label: string | null | undefined): void {
    const { answers, labels } = this.#parts
    if (event.type === 'checked-in' && typeof label === 'string') labels.keep(event.visit.id, label)
    if (event.type === 'edited' && label !== undefined) labels.change(event.revision, event.ticket, label)
    if (event.type === 'undone') {
      labels.changeBack(event.event)
      const before = findStep(this.#state.steps, (step) => step.event === event.event)?.before ?? []
      for (const [id, ticket] of before) if (ticket === undefined) labels.forget(id)
    }
    if (event.type === 'day-closed') {
      labels.forgetAll()
      answers.forgetRequests()
    }
  }
}

const recorded = (event: QueueEvent, { revision }: QueueState, { now, caller }: Press): Recorded => ({
  ...event,
  ...{ revision: revision + 1, at: now, caller },
})

interface Gathered {
  readonly command: Command
  readonly press: Press
  readonly resolve: (answer: Answer) => void
  readonly reject: (cause: unknown) => void
}

/** A disk that fails fails for everybody: that is thrown on. */
function attempt<Value>(act: () => Value): { readonly value: Value } | { readonly fault: unknown } {
  try {
    return { value: act() }
  } catch (fault) {
    if (fault instanceof SqliteError) throw fault
    return { fault }
  }
}

/** @param before the revision that is not read any more; left out, all of them are */
export function eventsFrom(database: Database, from: number, before = Number.MAX_SAFE_INTEGER): readonly Recorded[] {
  const rows = database
    .prepare(
      'SELECT revision, type, body, at, caller FROM queue_events WHERE revision >= ? AND revision < ? ORDER BY revision',
    )
    .all(from, before) as EventRow[]
  return rows.map(({ type, body, ...place }) => ({ type, ...JSON.parse(body), ...place }) as Recorded)
}

type Refused = Exclude<Decision, { readonly ok: true }>

/** Today's queue, from the last closed day on. */
function replayed(database: Database): QueueState {
  const closed = database.prepare("SELECT max(revision) AS revision FROM queue_events WHERE type = 'day-closed'").get()
  const { revision: from } = closed as { readonly revision: number | null }
  const events = eventsFrom(database, from ?? 1)
  try {
    for (const [index, { revision }] of events.entries()) {
      if (revision !== (events[0]?.revision ?? 1) + index) {
        throw new QueueLogInvalidError(`Event ${revision - 1} is missing from the log.`)
      }
    }
    return fold(events)
  } catch (cause) {
    if (!(cause instanceof QueueLogInvalidError)) throw cause
    throw new EnvironmentFault(`${cause.message} Restore a backup, or start with another folder: --data DIR.`, {
      cause,
    })
  }
}
