/** Providers who are late, away or finished: how the desk says it, and whom it concerns. */
import { wordsIn } from '../../core/board-words.ts'
import type { Clinic } from '../../core/clinic.ts'
import type { AwayWords, PresenceWords, QueueSnapshot, QueueTicket } from '../../core/queue-contract.ts'
import { clockTime, duration, minutesSince } from '../shared/clinic-time.ts'
import { providersFor } from './lanes.ts'

export const presenceOf = (presence: readonly PresenceWords[], provider: string): PresenceWords | undefined =>
  presence.find((one) => one.provider === provider)

/** `Late, until about 15:10`, `Break until 13:30`, `Finished for today` */
export function presenceText({ kind, until, minutes }: PresenceWords, at: string, zone: string): string {
  if (kind === 'done' || until === undefined) return 'Finished for today'
  const isOver = Date.parse(until) <= Date.parse(at)
  const time = clockTime(until, zone)
  if (kind === 'break') return isOver ? `Break, expected at ${time}` : `Break until ${time}`
  return `Running ${duration(minutes ?? 0)} late, ${isOver ? 'expected at' : 'until about'} ${time}`
}

/** What the calendar says of a provider: `Lunch until 13:00`, `Away until 15:00`, `Not here today` */
export function awayText({ why, until }: AwayWords, zone: string): string {
  if (until === undefined) return 'Not here today, by the calendar'
  return why === 'lunch' ? `Lunch until ${clockTime(until, zone)}` : `Away until ${clockTime(until, zone)}`
}

/** Whoever waits for this provider and nobody else, in the order they are expected to be called. */
export function affectedBy(provider: string, tickets: readonly QueueTicket[], clinic: Clinic): readonly QueueTicket[] {
  return tickets
    .filter(({ state }) => state === 'waiting' || state === 'held')
    .filter((ticket) => waitsFor(provider, ticket, clinic))
    .sort((one, other) => turnOf(one) - turnOf(other))
}

function waitsFor(provider: string, ticket: QueueTicket, clinic: Clinic): boolean {
  if (ticket.firstFor !== undefined) return ticket.firstFor === provider
  if (ticket.provider !== undefined) return ticket.provider === provider
  const able = providersFor(ticket.service, clinic)
  return able.length === 1 && able[0]?.id === provider
}

const turnOf = ({ appointmentAt, arrivedAt }: QueueTicket) => Date.parse(appointmentAt ?? arrivedAt)

/** What the TV will say. */
export const delaySentence = (minutes: number): string => wordsIn('en').delay(minutes)

/** A provider who has a booking to begin is expected to have called somebody by then, minutes. */
const unseenMinutes = 5

/** Whether somebody who is here should have been called by this provider, who has called nobody yet today. */
export function isUnseen(
  provider: string,
  { presence, away = [], tickets, at }: QueueSnapshot,
  clinic: Clinic,
): boolean {
  if (presenceOf(presence, provider) !== undefined || away.some((one) => one.provider === provider)) return false
  const hasCalled = tickets.some(
    (ticket) => ticket.provider === provider && ['called', 'in-service', 'done'].includes(ticket.state),
  )
  return (
    !hasCalled &&
    affectedBy(provider, tickets, clinic).some(
      ({ appointmentAt, state, firstFor }) =>
        state === 'waiting' &&
        firstFor === undefined &&
        appointmentAt !== undefined &&
        minutesSince(appointmentAt, at) >= unseenMinutes,
    )
  )
}
