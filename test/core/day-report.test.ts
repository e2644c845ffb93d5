/** A day in figures: each is what somebody with a watch and a sheet of paper would have noted. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowsOf } from '../../core/booking-table.ts'
import { dayCsv } from '../../core/day-csv.ts'
import { type DayRecord, reportOf, spreadOf } from '../../core/day-report.ts'
import { historyOf } from '../../core/visit-history.ts'
import { minuteMs, monday } from '../support/items.ts'
import { anyDay, clinic, Day } from '../support/queue.ts'

const room1 = { provider: 'p1', room: '1' }
const room2 = { provider: 'p2', room: '2' }
const at = (minutes: number) => monday + minutes * minuteMs
const checkIn = (more: object = {}) => ({ type: 'check-in', arrival: { service: 'consultation', ...more } }) as const
const hourOf = (ms: number) => Math.floor((ms - monday) / 60 / minuteMs) + 8
const recordOf = (day: Day, more: Partial<DayRecord> = {}): DayRecord => ({
  openings: [day.events],
  clinic,
  promises: new Map(),
  told: new Map(),
  isoOf: (ms) => new Date(ms).toISOString(),
  bookings: [],
  hourOf,
  now: at(480),
  withProviders: false,
  ...more,
})
const report = (day: Day, more: Partial<DayRecord> = {}) => reportOf(recordOf(day, more))

/** Five people: called after 10, 20 and 40 minutes; one goes; one is still here when the day is closed. */
function aDay(): Day {
  const day = new Day()
  const shares = [0, 0.2, 0.4, 0.6, 0.8]
  for (const share of shares) day.press(checkIn(), at(0), 'desk-a', share)
  day.press({ type: 'call', ticket: 't1', ...room1 }, at(10))
  day.press({ type: 'start', ticket: 't1' }, at(12))
  day.press({ type: 'call', ticket: 't2', ...room1 }, at(20))
  day.press({ type: 'recall', ticket: 't2' }, at(22))
  day.press({ type: 'finish', ticket: 't2' }, at(40))
  day.press({ type: 'call', ticket: 't3', ...room1 }, at(40))
  day.press({ type: 'finish', ticket: 't3' }, at(70))
  day.press({ type: 'leave', ticket: 't4' }, at(75))
  return day
}

test('served, gone and left open are counted apart, and who was left open is in no length', () => {
  const day = aDay()
  expect(report(day)).toMatchObject({ isOpen: true, counts: { arrived: 5, served: 3, left: 1, here: 1, leftOpen: 0 } })
  day.press({ type: 'close-day', anyway: true }, at(200))
  expect(report(day)).toMatchObject({
    isOpen: false,
    counts: { arrived: 5, served: 3, left: 1, noShow: 0, here: 0, leftOpen: 1, paper: 0 },
    waits: { count: 3, median: 20, p80: 40, longest: 40 },
    calls: { calls: 3, recalls: 1, inVain: 0 },
  })
})

test('whoever was called and is still here when the day is closed has waited as long as before; no visit of theirs is made up', () => {
  const day = aDay()
  day.press({ type: 'call', ticket: 't5', ...room1 }, at(90))
  const open = report(day)
  day.press({ type: 'close-day', anyway: true }, at(200))
  const closed = report(day)
  expect(closed.waits).toMatchObject({ count: 4, longest: 90 })
  expect([closed.waits, closed.visits]).toEqual([open.waits, open.visits])
  expect(closed.hours.reduce((most, { waiting }) => Math.max(most, waiting), 0)).toBe(4)
})

test('a visit lasts from its call to its end, beside what was planned', () => {
  expect(report(aDay()).visits).toEqual([
    {
      service: 'consultation',
      name: 'Consultation',
      planned: 15,
      real: { count: 3, median: 20, p80: 30, longest: 30 },
    },
  ])
})

test('nobody is named unless somebody asks', () => {
  expect(report(aDay()).providers).toBeUndefined()
  expect(report(aDay(), { withProviders: true }).providers).toMatchObject([{ name: 'Dr Lind', served: 3 }])
})

test('by the hour: who came, who went, and how many waited at once', () => {
  const { hours } = report(aDay())
  expect(hours).toEqual([
    { hour: 8, arrived: 5, waiting: 5, served: 2, left: 0, noShow: 0 },
    { hour: 9, arrived: 0, waiting: 2, served: 1, left: 1, noShow: 0 },
    ...[10, 11, 12, 13, 14, 15, 16].map((hour) => ({ hour, arrived: 0, waiting: 1, served: 0, left: 0, noShow: 0 })),
  ])
})

test('a word is kept when the call came within what was told first', () => {
  const promises = new Map([
    ['t1', at(15)],
    ['t2', at(15)],
    // Left after it had passed; still waits in it.
    ['t4', at(60)],
    ['t5', at(600)],
  ])
  expect(report(aDay(), { promises }).promised).toEqual({ of: 3, kept: 1 })
})

test('a window is missed when the call came after it, and the worst miss says why', () => {
  const window = { madeAt: at(1), opens: at(5), middle: at(10), until: at(15) }
  const told = new Map([
    ['t1', { ...window, calledAt: at(10) }],
    ['t2', { ...window, calledAt: at(20) }],
    ['t3', { ...window, calledAt: at(40) }],
  ])
  const late = aDay()
  late.press({ type: 'provider-late', provider: 'p1', minutes: 20, show: true }, at(30))
  expect(report(aDay(), { told }).told).toMatchObject({ calls: 3, inside: 1, early: 0, late: 2, bias: 13.3 })
  expect(report(late, { told }).told?.worst.map(({ lateMinutes, cause }) => [lateMinutes, cause])).toEqual([
    [25, 'provider-away'],
    [5, 'unknown'],
  ])
  expect(report(aDay()).told).toBeUndefined()
})

test('what was taken back never happened', () => {
  const day = aDay()
  const before = report(day)
  day.press({ type: 'call', ticket: 't5', ...room2 }, at(80))
  day.press({ type: 'undo' }, at(81))
  const { calls, ...after } = report(day)
  expect(after).toEqual({ ...before, calls: undefined } as object)
  expect(calls).toEqual({ ...before.calls, retracted: 1 })
})

test('what was written on paper is counted apart and in no length', () => {
  const day = aDay()
  const [code = ''] = day.state.paperCodes
  const line = { code, service: 'consultation', arrivedAt: at(90), endedAt: at(300), ...room1 }
  day.press({ type: 'add-paper', lines: [line] }, at(310))
  const { counts, waits, visits } = report(day)
  expect(counts).toMatchObject({ arrived: 6, served: 4, paper: 1 })
  expect([waits?.count, visits[0]?.real.count]).toEqual([3, 3])
})

test('a hold in the middle of a visit takes its length out, not its wait', () => {
  const day = new Day()
  day.press(checkIn(), at(0))
  day.press({ type: 'call', ticket: 't1', ...room1 }, at(10))
  day.press({ type: 'start', ticket: 't1' }, at(11))
  day.press({ type: 'hold', ticket: 't1' }, at(15))
  day.press({ type: 'resume', ticket: 't1' }, at(45))
  day.press({ type: 'call', ticket: 't1', ...room1 }, at(46))
  day.press({ type: 'finish', ticket: 't1' }, at(50))
  expect(report(day)).toMatchObject({ counts: { served: 1 }, waits: { count: 1, median: 10 }, visits: [] })
})

test('called in vain: the visit counts from the call that was followed', () => {
  const day = new Day()
  day.press(checkIn(), at(0))
  day.press({ type: 'call', ticket: 't1', ...room1 }, at(10))
  day.press({ type: 'not-here', ticket: 't1' }, at(14))
  day.press({ type: 'back', ticket: 't1' }, at(20))
  day.press({ type: 'call', ticket: 't1', ...room1 }, at(25))
  day.press({ type: 'finish', ticket: 't1' }, at(40))
  expect(report(day)).toMatchObject({
    waits: { median: 10 },
    visits: [{ real: { median: 15 } }],
    calls: { calls: 2, inVain: 1 },
  })
})

test('two services under one code are two lengths and one patient', () => {
  const day = new Day()
  day.press(checkIn({ further: ['laser'] }), at(0))
  day.press({ type: 'call', ticket: 't1', ...room1 }, at(5))
  day.press({ type: 'finish', ticket: 't1' }, at(20))
  day.press({ type: 'call', ticket: 't1', ...room2 }, at(30))
  day.press({ type: 'finish', ticket: 't1' }, at(65))
  const { counts, visits, services } = report(day)
  expect(counts.served).toBe(1)
  expect(visits.map(({ service, real }) => [service, real.median])).toEqual([
    ['consultation', 15],
    ['laser', 35],
  ])
  expect(services.map(({ service, served }) => [service, served])).toEqual([
    ['consultation', 1],
    ['laser', 1],
  ])
})

test('appointments: from the booked time to the call, of those who were there', () => {
  const day = new Day()
  day.press(checkIn({ appointmentAt: at(20) }), at(0))
  day.press(checkIn({ appointmentAt: at(20) }), at(0), 'desk-a', 0.2)
  day.press(checkIn({ appointmentAt: at(20) }), at(30), 'desk-a', 0.7)
  day.press({ type: 'call', ticket: 't1', ...room1 }, at(25))
  day.press({ type: 'call', ticket: 't2', ...room1 }, at(45))
  day.press({ type: 'call', ticket: 't3', ...room1 }, at(60))
  expect(report(day).appointments).toEqual({ count: 2, median: 15, kept: 1 })
})

test('who was booked and never came is in the hour of the appointment', () => {
  const bookings = [
    { hour: 8, service: 'consultation', booked: 4, arrived: 3, noShow: 0 },
    { hour: 11, service: 'laser', booked: 2, arrived: 0, noShow: 2 },
  ]
  const { services, hours, bookings: booked } = report(aDay(), { bookings })
  expect(booked).toEqual({ booked: 6, arrived: 3, noShow: 2 })
  expect(services).toContainEqual({ service: 'laser', name: 'Laser', served: 0, left: 0, noShow: 2 })
  expect(hours.find(({ hour }) => hour === 11)?.noShow).toBe(2)
})

test('a day that was opened twice is one day', () => {
  const morning = aDay()
  morning.press({ type: 'close-day', anyway: true }, at(100))
  const record = recordOf(morning, { openings: [morning.events, aDay().events] })
  expect(reportOf(record)).toMatchObject({ isOpen: true, counts: { arrived: 10, served: 6, leftOpen: 1, here: 1 } })
})

test('an empty day has no lengths', () => {
  const { waits, visits, hours, counts } = report(new Day())
  expect([waits, visits, hours, counts.arrived]).toEqual([undefined, [], [], 0])
})

test.each([
  [[7], { count: 1, median: 7, p80: 7, longest: 7 }],
  [[10, 20], { count: 2, median: 15, p80: 20, longest: 20 }],
  [[1, 2, 3, 4, 100], { count: 5, median: 3, p80: 4, longest: 100 }],
])('of %j it is %j', (minutes, expected) => {
  expect(spreadOf(minutes)).toEqual(expected)
})

test('on any day everybody is counted once, and no length is negative', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const openings: (typeof day.events)[] = []
      let from = 0
      day.events.forEach((event, index) => {
        if (event.type !== 'day-closed') return
        openings.push(day.events.slice(from, index + 1))
        from = index + 1
      })
      openings.push(day.events.slice(from))
      const { counts, hours, waits, visits } = reportOf(recordOf(day, { openings }))
      expect(counts.arrived).toBe(counts.served + counts.left + counts.noShow + counts.here + counts.leftOpen)
      expect(hours.reduce((sum, { arrived }) => sum + arrived, 0)).toBe(counts.arrived)
      for (const { median, p80, longest } of [...(waits ? [waits] : []), ...visits.map(({ real }) => real)]) {
        expect(Math.max(median, p80)).toBeLessThanOrEqual(longest)
      }
      const last = historyOf(openings.at(-1) ?? [])
      expect(last.visits.filter(({ end }) => end === 'here').length).toBe(
        [...day.state.tickets.values()].filter(({ state }) => !['done', 'left', 'no-show'].includes(state.kind)).length,
      )
    }),
  )
})

describe('as a table', () => {
  const isoOf = (ms: number) => new Date(ms).toISOString()

  test('a line for each visit, with instants in UTC, without codes and tokens', () => {
    const text = dayCsv(recordOf(aDay(), { promises: new Map([['t1', at(15)]]) }), isoOf)
    const [header, first, ...rest] = rowsOf(text, ',').map(({ cells }) => cells.join(','))
    expect(header).toBe(
      'visit,service,arrived,appointment,first_called,ended,end,wait_minutes,visit_minutes,called_as_told,paper',
    )
    expect(first).toBe(
      '1,Consultation,2026-03-02T07:00:00.000Z,,2026-03-02T07:10:00.000Z,2026-03-02T07:20:00.000Z,done,10,10,yes,no',
    )
    expect(rest).toHaveLength(4)
    expect(text.split('\r\n')).toHaveLength(7)
    for (const { code, token } of aDay().state.tickets.values())
      expect(text).not.toMatch(new RegExp(`${code}|${token}`))
  })

  test('a service called like a formula computes nothing', () => {
    const [service] = clinic.services
    const services = [{ ...service, id: 'consultation', minutes: 15, name: '=HYPERLINK("http://x","y")' }]
    const text = dayCsv(recordOf(aDay(), { clinic: { ...clinic, services } }), isoOf)
    expect(text).toContain(`"'=HYPERLINK(""http://x"",""y"")"`)
    expect(text).not.toMatch(/(^|,)"?[=+@-]/m)
  })
})
