/** Which booking somebody means who types half of it. */
import { expect, test } from 'vitest'
import type { BookingWords } from '../../core/booking-contract.ts'
import { foundAmong, isAlreadyHere, isOverdue } from '../../renderer/desk/booked-list.ts'
import { clinic } from '../support/queue.ts'

const known = { clinic: { ...clinic, zone: 'Europe/Berlin', languages: ['en'] } }
const booked = (id: string, time: string, more: Partial<BookingWords> = {}): BookingWords => ({
  id,
  at: `2026-03-03T${time}:00.000Z`,
  state: 'expected',
  ...more,
})
const list = [
  booked('nine', '08:00', { service: 'laser', provider: 'p2', initials: 'AM' }),
  booked('half-past-nine', '08:30', {
    service: 'consultation',
    state: 'arrived',
    ticket: { id: 't', code: 'K47', state: 'waiting' },
  }),
  booked('eleven', '10:00', { service: 'consultation', provider: 'p1', initials: 'LO' }),
  booked('half-past-eleven', '10:30'),
]
const found = (typed: string) => foundAmong(list, typed, known).map(({ id }) => id)

test.each([
  ['0930', ['half-past-nine']],
  ['930', ['half-past-nine']],
  ['9:30', ['half-past-nine']],
  ['9', ['nine', 'half-past-nine']],
  ['11', ['eleven', 'half-past-eleven']],
  ['am', ['nine']],
  ['k47', ['half-past-nine']],
  ['lind', ['eleven']],
  ['las', ['nine']],
  ['11 consult', ['eleven']],
  ['12', []],
])('%s', (typed, ids) => {
  expect(found(typed)).toEqual(ids)
})

test('whoever is still to come stands first', () => {
  expect(found('consult')).toEqual(['eleven', 'half-past-nine'])
})

test('late is more than five minutes, and only who is not here', () => {
  const at = (time: string) => `2026-03-03T${time}:00.000Z`
  const [nine, here] = list
  expect([isOverdue(nine as BookingWords, at('08:05')), isOverdue(nine as BookingWords, at('08:06'))]).toEqual([
    false,
    true,
  ])
  expect(isOverdue(here as BookingWords, at('12:00'))).toBe(false)
})

test('who has gone may come again with the same booking', () => {
  const gone = booked('x', '08:00', { state: 'arrived', ticket: { id: 't', code: 'K47', state: 'left' } })
  expect([isAlreadyHere(list[1] as BookingWords), isAlreadyHere(gone)]).toEqual([true, false])
})
