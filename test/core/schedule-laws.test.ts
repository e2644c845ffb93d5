/** What holds for every plan: each instant has one row, rows say what instants say, and changes come neither early nor late. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateOfNumber, weekdays } from '../../core/calendar-date.ts'
import { airingAt, compilePlan, nextChangeAfter, type Plan, rowsBetween, schedule } from '../../core/schedule.ts'
import { wallIn } from '../../hub/clock.ts'

const [minuteMs, dayMs] = [60_000, 24 * 3_600_000]
const zoneNames = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata'] as const
const walls = new Map(zoneNames.map((zone) => [zone, wallIn(zone)]))
const firstDay = Date.UTC(2026, 0, 1)

const time = fc
  .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.constantFrom(0, 1, 15, 30, 45, 59) })
  .map(({ hour, minute }) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
/** The nights the clocks change are where mistakes live. */
const smallTime = fc.constantFrom('00:00', '00:30', '01:15', '01:45', '02:00', '02:15', '02:45', '03:00', '23:30')
const date = fc.integer({ min: 0, max: 364 }).map((day) => dateOfNumber(firstDay / dayMs + day))
const instant = fc
  .integer({ min: 0, max: 365 * 24 * 60 })
  .map((minute) => new Date(firstDay + minute * minuteMs + 7_000).toISOString())
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 3 })

const wish = fc.record({
  playlist: fc.constantFrom('a', 'b', 'c', 'd'),
  start: fc.oneof(time, smallTime),
  end: fc.oneof(time, smallTime, fc.constant('24:00')),
  zone: fc.constantFrom('main', 'main', 'ticker'),
  screens: fc.constantFrom(['all'], ['screen-1'], ['screen-2'], ['Upstairs']),
  priority: fc.constantFrom(10, 50, 50, 90),
  kind: fc.constantFrom('normal', 'normal', 'interrupt', 'takeover'),
  weekdays: maybe(fc.subarray([...weekdays], { minLength: 1 })),
  rrule: maybe(
    fc.constantFrom('FREQ=MONTHLY;BYDAY=1MO', 'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'FREQ=WEEKLY;BYDAY=SU,SA'),
  ),
  from: maybe(date),
  until: maybe(date),
  except: maybe(fc.array(date, { maxLength: 3 })),
  startsAt: maybe(instant),
  endsAt: maybe(instant),
})
/** What is refused when it is written is left out: a takeover without end, an end before its beginning. */
const schedules = fc.array(wish, { maxLength: 8 }).map((wishes) =>
  wishes.flatMap((each, index) => {
    const read = schedule.safeParse({ name: `s${index}`, ...each })
    return read.success ? [read.data] : []
  }),
)
const plans = fc.record({ schedules, zone: fc.constantFrom(...zoneNames) }).map(({ schedules: all, zone }) => {
  const wall = walls.get(zone) ?? wallIn(zone)
  return compilePlan(all, [{ name: 'Upstairs', screens: ['screen-2', 'screen-3'] }], ['screen-1', 'screen-2'], wall)
})
/** Somewhere in the year, half of them in the days around a change of the clocks. */
const begins = fc.oneof(
  fc.integer({ min: 0, max: 364 }),
  fc.constantFrom(66, 67, 86, 87, 93, 94, 275, 276, 296, 297, 303, 304),
)
const asked = { plan: plans, screen: fc.constantFrom('screen-1', 'screen-2', 'screen-9'), day: begins }
const check = (holds: (plan: Plan, screen: string, fromMs: number) => void, numRuns: number) =>
  fc.assert(
    fc.property(fc.record(asked), ({ plan, screen, day }) => holds(plan, screen, firstDay + day * dayMs)),
    { numRuns, seed: 7 },
  )

test('rows say what every instant says, without gaps in the main zone, and merged', () => {
  check((plan, screen, fromMs) => {
    const toMs = fromMs + 2 * dayMs
    for (const zone of ['main', 'ticker'] as const) {
      const rows = rowsBetween(plan, screen, zone, fromMs, toMs)
      for (const [index, row] of rows.entries()) {
        expect(row.fromMs).toBeLessThan(row.toMs)
        const after = rows[index + 1]
        if (after === undefined) continue
        expect(row.toMs).toBeLessThanOrEqual(after.fromMs)
        if (row.toMs === after.fromMs) expect(row.airing).not.toEqual(after.airing)
        else expect(zone).toBe('ticker')
      }
      if (zone === 'main') expect([rows[0]?.fromMs, rows.at(-1)?.toMs]).toEqual([fromMs, toMs])
      const edges = rows.flatMap((row) => [row.fromMs, row.fromMs - 1, row.toMs - 1, row.toMs])
      const steps = Array.from({ length: (2 * dayMs) / (15 * minuteMs) }, (_, step) => fromMs + step * 15 * minuteMs)
      for (const at of [...edges, ...steps]) {
        if (at < fromMs || at >= toMs) continue
        const row = rows.find((each) => each.fromMs <= at && at < each.toMs)
        expect(row?.airing).toEqual(airingAt(plan, screen, zone, at))
      }
    }
  }, 120)
})

test('every instant of a year belongs to exactly one row', () => {
  check((plan, screen) => {
    const rows = rowsBetween(plan, screen, 'main', firstDay, firstDay + 365 * dayMs)
    const sum = rows.reduce((total, row) => total + row.toMs - row.fromMs, 0)
    expect(sum).toBe(365 * dayMs)
    expect(rows.every((row, index) => index === 0 || rows[index - 1]?.toMs === row.fromMs)).toBe(true)
  }, 12)
})

test('the next change is never late and never early', () => {
  check((plan, screen, fromMs) => {
    for (const zone of ['main', 'ticker'] as const) {
      const before = airingAt(plan, screen, zone, fromMs)
      const change = nextChangeAfter(plan, screen, zone, fromMs)
      const seenMs = Math.min(change, fromMs + 400 * dayMs)
      expect(change).toBeGreaterThan(fromMs)
      const rows = rowsBetween(plan, screen, zone, fromMs, seenMs)
      expect(rows).toHaveLength(before === undefined ? 0 : 1)
      if (before !== undefined) expect(rows[0]).toMatchObject({ toMs: seenMs, airing: before })
      if (change !== Number.POSITIVE_INFINITY) expect(airingAt(plan, screen, zone, change)).not.toEqual(before)
      expect(nextChangeAfter(plan, screen, zone, Math.floor((fromMs + seenMs - 1) / 2))).toBe(change)
    }
  }, 80)
})

test('interrupts never get more than 80 % together, and a takeover plays alone', () => {
  check((plan, screen, fromMs) => {
    for (const { airing } of rowsBetween(plan, screen, 'main', fromMs, fromMs + 3 * dayMs)) {
      expect(airing.with.reduce((sum, { share = 0 }) => sum + share, 0)).toBeLessThanOrEqual(80)
      if (airing.because.kind === 'takeover') expect(airing.with).toEqual([])
    }
  }, 40)
})
