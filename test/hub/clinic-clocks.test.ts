/** Times as a clock on the wall shows them, on days when it is changed and in zones where that happens at midnight. */
import { expect, test } from 'vitest'
import { clinicClocks } from '../../hub/clinic-clocks.ts'

test.each([
  ['Europe/Berlin', '2026-03-03', 630, '2026-03-03T09:30:00.000Z'],
  ['Europe/Berlin', '2026-07-03', 630, '2026-07-03T08:30:00.000Z'],
  // Skipped in spring; the first of two in autumn.
  ['Europe/Berlin', '2026-03-29', 150, undefined],
  ['Europe/Berlin', '2026-03-29', 180, '2026-03-29T01:00:00.000Z'],
  ['Europe/Berlin', '2026-10-25', 150, '2026-10-25T00:30:00.000Z'],
  ['Europe/Berlin', '2026-10-25', 180, '2026-10-25T02:00:00.000Z'],
  // Midnight itself is skipped.
  ['Africa/Cairo', '2026-04-24', 30, undefined],
  ['Africa/Cairo', '2026-04-24', 90, '2026-04-23T22:30:00.000Z'],
  // Half an hour, and three quarters.
  ['Australia/Lord_Howe', '2026-10-04', 600, '2026-10-03T23:00:00.000Z'],
  ['Asia/Kathmandu', '2026-03-03', 600, '2026-03-03T04:15:00.000Z'],
])('%s on %s, minute %i', (zone, date, minute, iso) => {
  const at = clinicClocks(zone).instantOf(date, minute)
  expect(at === undefined ? undefined : new Date(at).toISOString()).toBe(iso)
})

test('a zone of its own, and one that does not exist', () => {
  const clocks = clinicClocks('Europe/Berlin')
  expect(clocks.instantOf('2026-03-03', 270, 'America/New_York')).toBe(Date.UTC(2026, 2, 3, 9, 30))
  expect(clocks.instantOf('2026-03-03', 270, 'Moon/Base')).toBeUndefined()
  expect([clocks.dateOf(Date.UTC(2026, 2, 3, 23, 30)), clocks.minuteAt(Date.UTC(2026, 2, 3, 23, 30))]).toEqual([
    '2026-03-04',
    30,
  ])
})
