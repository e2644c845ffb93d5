/** The appointments of the clinic's own calendar, asked for where a manager has given its address: the one thing that is ever asked elsewhere. */
import { randomUUID } from 'node:crypto'
import { formOf } from '../core/booking-book.ts'
import type { FeedState } from '../core/booking-contract.ts'
import type { Bookings } from './bookings.ts'
import { type AddressRule, CalendarRefusedError, fetchCalendar } from './calendar-request.ts'
import { type Clock, isoOf } from './clock.ts'
import { reasonOf } from './fault.ts'
import type { Problems } from './problems.ts'

const everyMs = 10 * 60_000
const about = 'appointments'

interface Parts {
  readonly bookings: Bookings
  readonly clock: Clock
  readonly problems: Problems
  /** As in the settings: undefined while the clinic wants none. */
  readonly address: () => string | undefined
  readonly mayAsk: AddressRule
  /** PEM, beside those this computer knows. */
  readonly authority?: string
}

type Taken = Pick<FeedState, 'text'> | { readonly problem: string }

export class BookingFeed {
  readonly #parts: Parts
  #timer: NodeJS.Timeout | undefined
  #asking: { readonly address: string; readonly done: Promise<FeedState> } | undefined
  #state: FeedState = {}
  #asked: string | undefined
  #isClosed = false

  constructor(parts: Parts) {
    this.#parts = parts
  }

  start(): void {
    this.settingsChanged()
    this.#timer = setInterval(() => void this.read(), everyMs)
  }

  close(): void {
    this.#isClosed = true
    clearInterval(this.#timer)
  }

  /** A new address is tried at once. */
  settingsChanged(): void {
    const address = this.#parts.address()
    if (address === this.#asked) return
    this.#asked = address
    this.#state = {}
    this.#parts.problems.set(about, [])
    void this.read()
  }

  state(): FeedState {
    return this.#state
  }

  /** Asks now; whoever asks while an answer is awaited gets that one. */
  read(): Promise<FeedState> {
    const address = this.#parts.address()
    if (address === undefined) return Promise.resolve(this.#state)
    if (this.#asking?.address === address) return this.#asking.done
    const done = this.#read(address).finally(() => {
      if (this.#asking?.done === done) this.#asking = undefined
    })
    this.#asking = { address, done }
    return done
  }

  async #read(address: string): Promise<FeedState> {
    const { clock, problems, mayAsk, authority } = this.#parts
    const { host } = new URL(address)
    const read = await fetchCalendar(address, mayAsk, authority).then(
      (text) => ({ text }),
      (cause) => ({ problem: troubleOf(cause) }),
    )
    // Meanwhile somebody may have changed the settings, or ended the hub: this answer is nobody's then.
    if (this.#isClosed || this.#parts.address() !== address) return this.#state
    const outcome = 'problem' in read ? read : this.#take(read.text)
    const at = isoOf(clock.now())
    this.#state = 'problem' in outcome ? { ...this.#state, host, ...outcome } : { host, readAt: at, ...outcome }
    problems.set(
      about,
      'problem' in outcome
        ? [
            {
              message: `The calendar at ${host}: ${outcome.problem} It is asked again every 10 minutes; meanwhile, what was read before stays.`,
            },
          ]
        : [],
    )
    return this.#state
  }

  /** Nobody waits for it who could be told of a fault: a disk that is full is said like anything else. */
  #take(text: string): Taken {
    try {
      return this.#imported(text)
    } catch (cause) {
      return { problem: `What it sends could not be written down (${reasonOf(cause)}).` }
    }
  }

  #imported(text: string): Taken {
    const { bookings } = this.#parts
    if (formOf(text) !== 'calendar')
      return { problem: 'What it sends is no calendar (iCal). Look for the address that ends in ".ics".' }
    const { added, moved, changed, cancelled, text: words } = bookings.preview({ text })
    if (added.length + moved.length + changed.length + cancelled.length === 0) return { text: 'Nothing new.' }
    const answer = bookings.import({ text }, true, { key: randomUUID(), digest: 'feed' })
    return answer.status === 200 ? { text: words } : { problem: (answer.body as { readonly message: string }).message }
  }
}

const troubleOf = (cause: unknown): string =>
  cause instanceof CalendarRefusedError ? cause.message : `It does not answer (${reasonOf(cause)}).`
