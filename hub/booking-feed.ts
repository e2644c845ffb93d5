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

export class BookingFeed {
  readonly #parts: Parts
  #timer: NodeJS.Timeout | undefined
  #asking: { readonly address: string; readonly done: Promise<FeedState> } | undefined
  #state: FeedState = {}
  #asked: string | undefined

  constructor(parts: Parts) {
    this.#parts = parts
  }

  start(): void {
    this.settingsChanged()
    this.#timer = setInterval(() => void this.read(), everyMs)
  }

  close(): void {
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
    const outcome = await fetchCalendar(address, mayAsk, authority).then(
      (text) => this.#take(text),
      (cause) => ({ problem: troubleOf(cause) }),
    )
    // Meanwhile somebody may have changed the settings: this answer is nobody's then.
    if (this.#parts.address() !== address) return this.#state
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

  #take(text: string): Pick<FeedState, 'text'> | { readonly problem: string } {
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
