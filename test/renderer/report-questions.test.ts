/** The questions of the report: a figure where there is one, and never more than was measured. */
import { expect, test } from 'vitest'
import type { DayReport } from '../../core/report-contract.ts'
import { answersOf } from '../../renderer/report/questions.ts'

const empty: DayReport = {
  day: '2026-03-03',
  at: '2026-03-03T16:00:00.000Z',
  demo: false,
  isOpen: false,
  days: [],
  counts: { arrived: 0, served: 0, left: 0, noShow: 0, here: 0, leftOpen: 0, paper: 0 },
  visits: [],
  services: [],
  hours: [],
  calls: { calls: 0, recalls: 0, inVain: 0, asked: 0, retracted: 0, delaysTold: 0 },
  asked: [],
  callBacks: { wanted: 0, returned: 0 },
}
const texts = (report: Partial<DayReport>) => answersOf({ ...empty, ...report }).map(({ text }) => text)

test('of an empty day nothing is claimed', () => {
  expect(answersOf(empty).every(({ figure, isOpen }) => figure === undefined && isOpen)).toBe(true)
})

test('figures become sentences', () => {
  const real = { count: 12, median: 33, p80: 40, longest: 55 }
  const all = texts({
    waits: { count: 20, median: 12, p80: 25, longest: 61 },
    promised: { of: 20, kept: 15 },
    appointments: { count: 8, median: 4, kept: 7 },
    bookings: { booked: 10, arrived: 8, noShow: 1 },
    visits: [{ service: 'laser', name: 'Laser', planned: 20, real }],
    calls: { ...empty.calls, calls: 20, recalls: 2, inVain: 1, delaysTold: 1 },
    callBacks: { wanted: 3, returned: 2 },
    rated: { of: 11, kept: 9 },
    asked: ['Filler', 'Peel', 'Laser', 'Parking'].map((name, at) => ({ name, times: 5 - at })),
  })
  expect(all).toEqual([
    'Half were called within 12 min of coming in, four of five within 25 min. The longest wait was 1 h 1 min.',
    '15 of 20 were called within the time they were told first. A delay was announced once.',
    '7 of 8 began within 10 min of their time, half within 4 min. 10 were booked: 8 came, 1 did not. Of 1 nobody said.',
    '20 calls. 2 had to be repeated, 1 found nobody.',
    '3 wanted to be called back, 2 were called. 1 not on this day.',
    'Laser took much longer than planned.',
    '9 of 11 who rated their visit called it good or better.',
    '14 questions were counted at the desk, most often about Filler (5), Peel (4), Laser (3).',
  ])
})

test('one call taken back was taken back, and whoever came unheard of is not said to have stayed away', () => {
  const calls = { ...empty.calls, calls: 8, recalls: 1, inVain: 2, retracted: 1 }
  const [, , appointments, heard] = texts({ calls, bookings: { booked: 8, arrived: 2, noShow: 0 } })
  expect(heard).toBe('8 calls. 1 had to be repeated, 2 found nobody. 1 was taken back.')
  expect(appointments).toBe(
    'Nobody has been called for an appointment. 8 were booked: 2 came, 0 did not. Of 6 nobody said.',
  )
})

test('few are said to be few', () => {
  expect(texts({ waits: { count: 2, median: 3, p80: 4, longest: 4 } })[0]).toContain('too few to conclude anything')
})
