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
  })
  expect(all.slice(0, 5)).toEqual([
    'Half were called within 12 min of coming in, four of five within 25 min. The longest wait was 1 h 1 min.',
    '15 of 20 were called within the time they were told first. A delay was announced once.',
    '7 of 8 began within 10 min of their time, half within 4 min. 10 were booked: 8 came, 1 did not. Of 1 nobody said.',
    '20 calls. 2 had to be repeated, 1 found nobody. Whether telephone calls were returned is not seen here.',
    'Laser took much longer than planned.',
  ])
})

test('few are said to be few', () => {
  expect(texts({ waits: { count: 2, median: 3, p80: 4, longest: 4 } })[0]).toContain('too few to conclude anything')
})
