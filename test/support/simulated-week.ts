/** Days of a clinic in which people forget to press *Done* and come late, one press after another, seeded. */
import { isServing } from '../../core/queue-state.ts'
import { minuteMs, monday } from './items.ts'
import { Day } from './queue.ts'

const openMinutes = 540
const arrivalsADay = 40
const forgottenShare = 0.1
const lateMinutes = 30

export interface Week {
  /** Everything that was pressed; every day is closed. */
  readonly day: Day
  /** When each ticket was called first, milliseconds since 1970 UTC. */
  readonly calledAt: ReadonlyMap<string, number>
}

/**
 * @param days how many; in the first minutes of every third, p2 says that it will be half an hour
 * @param look called every five minutes, after everything of that minute has been pressed
 */
export function simulatedWeek(days: number, look: (day: Day, now: number, index: number) => void): Week {
  const day = new Day()
  const calledAt = new Map<string, number>()
  const dice = diceOf(11)
  const normal = () => Math.sqrt(-2 * Math.log(1 - dice())) * Math.cos(2 * Math.PI * dice())
  for (let index = 0; index < days; index += 1) {
    const beganAt = monday + index * 24 * 60 * minuteMs
    const arrivals = Array.from({ length: arrivalsADay }, () => Math.floor(dice() * (openMinutes - 60)))
    const isLate = index % 3 === 2
    /** When a visit ends, and when the next can be called. */
    const rooms = [
      { provider: 'p1', room: '1', endsAt: Infinity, freeAt: 0 },
      { provider: 'p2', room: '2', endsAt: Infinity, freeAt: isLate ? lateMinutes + 3 : 0 },
    ]
    for (let minute = 0; minute < openMinutes + 120; minute += 1) {
      const now = beganAt + minute * minuteMs
      if (isLate && minute === 3) {
        day.press({ type: 'provider-late', provider: 'p2', minutes: lateMinutes, show: false }, now)
      }
      for (const _ of arrivals.filter((one) => one === minute)) {
        day.press(
          { type: 'check-in', arrival: { service: dice() < 0.25 ? 'laser' : 'consultation' } },
          now,
          'a',
          dice(),
        )
      }
      for (const room of rooms) {
        if (room.endsAt <= minute) {
          room.freeAt = minute + Math.round(1 + 2 * dice())
          room.endsAt = Infinity
          const ticket = [...day.state.tickets.values()].find(
            (one) => isServing(one) && one.state.provider === room.provider,
          )
          const isForgotten = dice() < forgottenShare
          if (ticket !== undefined && !isForgotten) day.press({ type: 'finish', ticket: ticket.id }, now)
        }
        if (room.endsAt !== Infinity || room.freeAt > minute) continue
        const { provider, room: where } = room
        const { event } = day.press({ type: 'call-next', provider, room: where }, now)
        if (event?.type !== 'called') continue
        if (!calledAt.has(event.ticket)) calledAt.set(event.ticket, now)
        const median = day.state.tickets.get(event.ticket)?.service === 'laser' ? 26 : 17
        room.endsAt = minute + Math.max(2, Math.round(median * Math.exp(0.4 * normal())))
      }
      if (minute % 5 === 0) look(day, now, index)
    }
    day.press({ type: 'close-day', anyway: true }, beganAt + (openMinutes + 120) * minuteMs)
  }
  return { day, calledAt }
}

function diceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 16_807) % 2_147_483_647
    return state / 2_147_483_647
  }
}
