/** The day's bookings as the desk looks at them: who is still to come, who is late, and which one somebody means. */
import type { BookingWords } from '../../core/booking-contract.ts'
import { folded } from '../../core/booking-names.ts'
import type { Clinic } from '../../core/clinic.ts'
import { clockTime } from '../shared/clinic-time.ts'
import { nameOf } from './lanes.ts'

/** A few minutes are nobody's fault. */
const lateMs = 5 * 60_000
const gone: readonly string[] = ['done', 'left', 'no-show']

/** Booked, due for a while, and not here. */
export const isOverdue = ({ state, at }: BookingWords, now: string): boolean =>
  state === 'expected' && Date.parse(now) - Date.parse(at) > lateMs

/** Their patient is in the house: checking in once more is a mistake, or another person. */
export const isAlreadyHere = ({ ticket }: BookingWords): boolean => ticket !== undefined && !gone.includes(ticket.state)

interface Known {
  readonly clinic: Clinic & { readonly zone: string }
}

/** `Laser · Dr Lind`; what the book did not say is left out. */
export function aboutBooking({ service, provider }: BookingWords, { clinic }: Known): string {
  const parts = [
    service === undefined ? 'no service yet' : nameOf(clinic.services, service),
    provider === undefined ? '' : nameOf(clinic.providers, provider),
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

/**
 * Those that fit what was typed: the beginning of a time (`10`, `1030`), initials, a code, a service or a provider. Every
 * word has to fit. Whoever is still to come stands before whoever has come.
 */
export function foundAmong(bookings: readonly BookingWords[], typed: string, known: Known): readonly BookingWords[] {
  const words = folded(typed.replaceAll(/(\d)[:.](\d)/g, '$1$2')).split(' ')
  const found = bookings.filter((one) => words.every((word) => fits(one, word, known)))
  return [...found.filter(({ state }) => state !== 'arrived'), ...found.filter(({ state }) => state === 'arrived')]
}

function fits(booking: BookingWords, word: string, { clinic }: Known): boolean {
  const { at, initials = '', ticket, service, provider } = booking
  const time = clockTime(at, clinic.zone).replace(':', '')
  if (/^\d+$/.test(word) && (time.startsWith(word) || time.replace(/^0/, '').startsWith(word))) return true
  const names = [
    service === undefined ? '' : nameOf(clinic.services, service),
    provider === undefined ? '' : nameOf(clinic.providers, provider),
  ]
  const starts = [initials, ticket?.code ?? '', ...names.flatMap((name) => name.split(/\s+/))]
  return starts.some((start) => start !== '' && folded(start).startsWith(word))
}
