/** What a schedule may say, and what is refused, in words and with the field. */
import { describe, expect, test } from 'vitest'
import { checkedSchedule } from '../../core/schedule-check.ts'

type Wish = Readonly<Record<string, unknown>>

describe('a schedule is refused in words', () => {
  const refused = (wish: Wish) => {
    const read = checkedSchedule.safeParse({ name: 's', playlist: 'p', ...wish })
    return read.success ? undefined : `${read.error.issues[0]?.path.join('.')}: ${read.error.issues[0]?.message}`
  }
  test.each([
    [{ kind: 'takeover' }, 'endsAt: A takeover must end'],
    [{ kind: 'takeover', start: '09:00', end: '09:00' }, 'endsAt: A takeover must end'],
    [{ from: '2026-12-31', until: '2026-01-01' }, 'until: It ends on 2026-01-01, before'],
    [{ startsAt: '2026-01-01T10:00:00Z', endsAt: '2026-01-01T11:00:00+01:00' }, 'endsAt: It ends before it begins'],
    [{ share: 20 }, 'share: "share" is for'],
    [{ kind: 'interrupt', share: 81 }, 'share: Too big'],
    [{ name: 'While closed' }, 'name: The opening hours make'],
    [{ start: '9:00' }, 'start: A time is expected'],
    [{ start: '24:00' }, 'start: "start" is at most'],
    [{ end: '24:01' }, 'end: A time is expected'],
    [{ from: '0226-01-06', rrule: 'FREQ=YEARLY;COUNT=9' }, 'from: A year from 1900'],
    [{ endsAt: '9999-12-31T23:59:59Z' }, 'endsAt: A year from 1900'],
    [{ from: '2026-02-30' }, 'from: A date is expected'],
    [{ startsAt: '2026-01-01T10:00:00' }, 'startsAt: A date and time with their distance'],
    [{ rrule: 'FREQ=DAILY;BYHOUR=9' }, 'rrule: A rule chooses days only'],
    [{ rrule: 'FREQ=DAILY;INTERVAL=2' }, 'rrule: INTERVAL needs a first day'],
    [{ rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, 'rrule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" never comes'],
    [{ weekdays: [] }, 'weekdays: Too small'],
  ])('%j', (wish, message) => {
    expect(refused(wish)).toContain(message)
  })

  test('a range of two hundred years, and one without an end that anybody will see, are taken', () => {
    expect(refused({ from: '1926-01-01', until: '2126-12-31', rrule: 'FREQ=YEARLY;INTERVAL=2' })).toBeUndefined()
    expect(refused({ until: '9999-12-31', rrule: 'FREQ=MONTHLY;BYDAY=1MO' })).toBeUndefined()
  })

  test.each([
    { kind: 'takeover', end: '09:10' },
    { kind: 'takeover', until: '2026-11-30' },
    { kind: 'takeover', weekdays: ['mon'] },
    { kind: 'takeover', endsAt: '2026-11-23T10:00:00+01:00' },
  ])('a takeover with an end is taken: %j', (wish) => {
    expect(refused(wish)).toBeUndefined()
  })
})
