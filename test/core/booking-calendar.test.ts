/** Calendars → the appointments of one day: repeated, moved, cancelled, in zones of their own. */
import { expect, test } from 'vitest'
import { readCalendar } from '../../core/booking-calendar.ts'
import type { Clinic } from '../../core/clinic.ts'
import { clinicClocks } from '../../hub/clinic-clocks.ts'

const clinic: Clinic = {
  services: [
    { id: 'consultation', name: 'Consultation', minutes: 15 },
    { id: 'filler', name: 'Lip filler', minutes: 30 },
  ],
  providers: [
    { id: 'p1', name: 'Dr Lindqvist' },
    { id: 'p2', name: 'Dr Okafor' },
  ],
  rooms: [{ id: '1', name: 'Room 1' }],
}
const clocks = clinicClocks('Europe/Berlin')
const read = (text: string, day = '2026-03-03') => readCalendar(text, { day, clinic, clocks, keepsInitials: true })
const calendar = (...events: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Clinic//EN', ...events, 'END:VCALENDAR', ''].join('\r\n')
const event = (...lines: readonly string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n')
const utc = (hour: number, minute = 0, day = 3) => Date.UTC(2026, 2, day, hour, minute)

test('an entry is an appointment: its time, its length, its service and its provider, and no name', () => {
  const text = calendar(
    event(
      'UID:anna-mueller-77',
      'DTSTART:20260303T093000Z',
      'DTEND:20260303T101500Z',
      'SUMMARY:Anna Müller – lip filler',
      'ORGANIZER;CN=Dr. Okafor:mailto:okafor@clinic.example',
    ),
  )
  const { rows, hadNames, problems } = read(text)
  expect(rows).toEqual([
    { row: 4, at: utc(9, 30), service: 'filler', provider: 'p2', minutes: 45, key: 'anna-mueller-77' },
  ])
  expect([hadNames, problems]).toEqual([true, []])
  expect(JSON.stringify(rows[0])).not.toContain('Anna')
})

test.each([
  ['the clinic’s own clocks', 'DTSTART:20260303T103000', utc(9, 30)],
  ['a zone by its name', 'DTSTART;TZID=America/New_York:20260303T043000', utc(9, 30)],
  ['a zone nobody knows is the clinic’s', 'DTSTART;TZID=Somewhere/Else:20260303T103000', utc(9, 30)],
])('%s', (_, start, at) => {
  expect(read(calendar(event('UID:1', start, 'SUMMARY:Consultation'))).rows).toMatchObject([{ at }])
})

test('a zone that the file brings along wins over its name', () => {
  const zone = [
    'BEGIN:VTIMEZONE',
    'TZID:W. Europe Standard Time',
    'BEGIN:STANDARD',
    'DTSTART:16010101T030000',
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:+0100',
    'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:16010101T020000',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0200',
    'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
    'END:DAYLIGHT',
    'END:VTIMEZONE',
  ].join('\r\n')
  const at = (start: string, day: string) =>
    read(calendar(zone, event('UID:1', `DTSTART;TZID=W. Europe Standard Time:${start}`, 'SUMMARY:Consultation')), day)
      .rows[0]?.at
  expect(at('20260303T103000', '2026-03-03')).toBe(utc(9, 30))
  expect(at('20260330T103000', '2026-03-30')).toBe(utc(8, 30, 30))
})

const weekly = event(
  'UID:weekly',
  'DTSTART;TZID=Europe/Berlin:20250107T100000',
  'DTEND;TZID=Europe/Berlin:20250107T103000',
  'RRULE:FREQ=WEEKLY;BYDAY=TU',
  'EXDATE;TZID=Europe/Berlin:20260310T100000',
  'SUMMARY:Consultation',
)

test('of what repeats, the one of the day; none where it was left out', () => {
  expect(read(calendar(weekly)).rows).toMatchObject([{ at: utc(9), minutes: 30 }])
  expect(read(calendar(weekly), '2026-03-10').rows).toEqual([])
  expect(read(calendar(weekly), '2026-03-04').rows).toEqual([])
  expect(read(calendar(weekly), '2026-03-31').rows).toMatchObject([{ at: utc(8, 0, 31) }])
})

test('a repetition that was moved is where it was moved to, and has the same key', () => {
  const moved = event(
    'UID:weekly',
    'RECURRENCE-ID;TZID=Europe/Berlin:20260303T100000',
    'DTSTART;TZID=Europe/Berlin:20260303T143000',
    'DTEND;TZID=Europe/Berlin:20260303T150000',
    'SUMMARY:Consultation',
  )
  const [before] = read(calendar(weekly)).rows
  const after = read(calendar(weekly, moved)).rows
  expect(after).toMatchObject([{ at: utc(13, 30), key: before?.key }])
  const intoToday = moved.replace('20260303T100000', '20260310T100000')
  expect(
    read(calendar(weekly, intoToday))
      .rows.map(({ at }) => at)
      .sort(),
  ).toEqual([utc(9), utc(13, 30)])
})

test('cancelled ones are said to be', () => {
  const one = event('UID:1', 'DTSTART:20260303T093000Z', 'SUMMARY:Consultation', 'STATUS:CANCELLED')
  expect(read(calendar(one)).rows).toMatchObject([{ key: '1', isCancelled: true }])
  const cancelled = event(
    'UID:weekly',
    'RECURRENCE-ID;TZID=Europe/Berlin:20260303T100000',
    'DTSTART;TZID=Europe/Berlin:20260303T100000',
    'STATUS:CANCELLED',
    'SUMMARY:Consultation',
  )
  expect(read(calendar(weekly, cancelled)).rows).toMatchObject([{ isCancelled: true }])
})

test('an entry that stands twice counts in its newest version', () => {
  const version = (sequence: number, hour: string) =>
    event('UID:1', `SEQUENCE:${sequence}`, `DTSTART:20260303T${hour}0000Z`, 'SUMMARY:Consultation')
  expect(read(calendar(version(2, '11'), version(1, '10'))).rows).toMatchObject([{ at: utc(11) }])
})

test('what repeats every other week does so since it began', () => {
  const every = weekly.replace('BYDAY=TU', 'INTERVAL=2;BYDAY=TU,TH')
  expect(read(calendar(every), '2026-03-03').rows).toHaveLength(1)
  expect(read(calendar(every), '2026-03-05').rows).toHaveLength(1)
  expect(read(calendar(every), '2026-03-12').rows).toHaveLength(0)
  expect(read(calendar(every), '2026-02-24').rows).toHaveLength(0)
})

test.each([
  [
    'the first weekday of a month',
    'DTSTART:20260105T093000Z',
    'RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=2',
    true,
  ],
  ['an end at an instant of that day', 'DTSTART:20260301T093000Z', 'RRULE:FREQ=DAILY;UNTIL=20260303T093000Z', true],
  ['an end a second before', 'DTSTART:20260301T093000Z', 'RRULE:FREQ=DAILY;UNTIL=20260303T092959Z', false],
  ['an end that is a day', 'DTSTART:20260301T093000Z', 'RRULE:FREQ=DAILY;UNTIL=20260302', false],
  ['three times in all', 'DTSTART:20260301T093000Z', 'RRULE:FREQ=DAILY;COUNT=3', true],
  ['twice in all', 'DTSTART:20260301T093000Z', 'RRULE:FREQ=DAILY;COUNT=2', false],
  ['its time in the rule, too', 'DTSTART:20260301T093000Z', 'RRULE:FREQ=DAILY;BYHOUR=9;BYMINUTE=30', true],
  ['a day of its own', 'DTSTART:20250101T093000Z', 'RDATE:20260303T093000Z', true],
])('what repeats by %s is there on its days only', (_, start, rule, isThere) => {
  const { rows, problems } = read(calendar(event('UID:a', start, rule, 'SUMMARY:filler')))
  expect([rows.map(({ at }) => at), problems]).toEqual([isThere ? [utc(9, 30)] : [], []])
})

test('a rule that never comes is named, and looked for no longer than a moment', () => {
  const { rows, problems } = read(
    calendar(event('UID:a', 'DTSTART:20260302T093000Z', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'SUMMARY:filler')),
  )
  expect([rows, problems[0]?.message]).toEqual([[], expect.stringMatching(/impossible rule.*never comes/)])
})

test('what lasts all day is no appointment; other days are counted', () => {
  const { rows, otherDays } = read(
    calendar(
      event('UID:1', 'DTSTART;VALUE=DATE:20260303', 'SUMMARY:Holiday'),
      event('UID:2', 'DTSTART:20260304T093000Z', 'SUMMARY:Consultation'),
    ),
  )
  expect([rows, otherDays]).toEqual([[], 1])
})

test.each([
  ['never', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'],
  ['all the time', 'RRULE:FREQ=SECONDLY'],
])('what repeats %s is a problem with its line, and takes no time', (_, rule) => {
  const began = performance.now()
  const { problems, rows } = read(
    calendar(
      event('UID:1', 'DTSTART:20200103T093000Z', 'SUMMARY:Consultation'),
      event('UID:2', 'DTSTART:20200103T093000Z', rule),
    ),
  )
  expect([rows, problems.length === 0 || problems[0]?.row === 9]).toEqual([[], true])
  expect(performance.now() - began).toBeLessThan(15_000)
})

test('half a file is refused as a whole', () => {
  const { rows, problems } = read(calendar(weekly).slice(0, -60))
  expect(rows).toEqual([])
  expect(problems[0]?.message).toContain('cannot be read to its end')
})

test('a calendar of many years is read quickly enough for the desk to wait', () => {
  const daily = Array.from({ length: 400 }, (_, index) =>
    event(`UID:d${index}`, 'DTSTART:20200101T090000Z', 'RRULE:FREQ=DAILY', 'SUMMARY:Consultation'),
  )
  const began = performance.now()
  expect(read(calendar(...daily)).rows).toHaveLength(400)
  expect(performance.now() - began).toBeLessThan(15_000)
})
