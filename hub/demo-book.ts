/** The invented clinic's own book: imported like any other, so that a newcomer sees who is booked and who is late. */
import type { BookingWords } from '../core/booking-contract.ts'
import type { Clinic } from '../core/clinic.ts'
import { requestOf } from './answer-book.ts'
import type { Bookings } from './bookings.ts'
import { clinicClocks } from './clinic-clocks.ts'
import { type Clock, msOf } from './clock.ts'
import { type Dice, pick } from './demo-clinic.ts'

const minuteMs = 60_000
/** From the morning that lies behind until somebody has seen enough. */
const [fromMs, toMs, everyMs] = [-60 * minuteMs, 4 * 60 * minuteMs, 10 * minuteMs]
/** People come a little early or late. */
const nearMs = 12 * minuteMs

export class DemoBook {
  readonly #bookings: Bookings
  readonly #clocks: ReturnType<typeof clinicClocks>

  constructor(bookings: Bookings, clock: Clock) {
    this.#bookings = bookings
    this.#clocks = clinicClocks(clock.zone)
  }

  /** Books the hours around now, as far as they are of today. */
  fill(now: number, clinic: Clinic, dice: Dice): void {
    const first = Math.ceil((now + fromMs) / everyMs) * everyMs
    const times = Array.from({ length: Math.floor((toMs - fromMs) / everyMs) }, (_, index) => first + index * everyMs)
    const today = times.filter((at) => this.#clocks.dateOf(at) === this.#bookings.today)
    const lines = today.flatMap((at) => {
      const service = pick(dice, clinic.services)
      const provider = pick(
        dice,
        clinic.providers.filter(({ id }) => service?.providers?.includes(id) ?? true),
      )
      const minute = this.#clocks.minuteAt(at)
      const time = `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
      return service === undefined || dice() < 0.3
        ? []
        : [`${time} ${dice() < 0.6 ? (provider?.id ?? '') : ''} ${service.id}`]
    })
    if (lines.length === 0) return
    this.#bookings.import({ text: lines.join('\n') }, false, requestOf(`demo-book-${now}`, 'demo', lines))
  }

  /** Somebody who is due about now and has not come. */
  due(now: number): BookingWords | undefined {
    return this.#bookings
      .list()
      .bookings.find(({ at, state }) => state === 'expected' && Math.abs(msOf(at) - now) < nearMs)
  }
}
