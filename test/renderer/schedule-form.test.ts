/** The four simple ways to say when are schedules, and a schedule comes back into the form as it was. */
import { describe, expect, test } from 'vitest'
import type { Schedule } from '../../renderer/studio/programming.ts'
import {
  draftOf,
  emptyDraft,
  type FormDraft,
  missingIn,
  scheduleOf,
  suggestedName,
} from '../../renderer/studio/schedule/form-draft.ts'
import { daysWords, whenWords } from '../../renderer/studio/schedule/schedule-words.ts'

const zone = 'Europe/Berlin'
const at = '2026-10-22T08:20:00.000Z'
const empty = { ...emptyDraft('mornings', at, zone), name: 'Mornings' }
const made = (more: Partial<FormDraft>) => scheduleOf({ ...empty, ...more }, at, zone)

test('always is every day around the clock', () => {
  expect(whenWords(made({ when: 'always' }), zone)).toBe('Every day')
})

test('these days and hours are weekdays, a start and an end', () => {
  expect(made({ when: 'hours', days: ['mon', 'wed'], start: '22:00', end: '02:00' })).toMatchObject({
    ...{ weekdays: ['mon', 'wed'], start: '22:00', end: '02:00', kind: 'normal' },
  })
  expect(made({ when: 'hours', days: ['mon', 'wed'] }).from).toBeUndefined()
})

test('from–until needs one of the two, and has them as dates', () => {
  expect(missingIn({ ...empty, when: 'dates' })).toBe('Say from which day, or until which.')
  expect(made({ when: 'dates', from: '2026-12-01', until: '2026-12-24' })).toMatchObject({
    ...{ from: '2026-12-01', until: '2026-12-24' },
  })
})

test('urgent begins now and always has an end, by the clinic’s clock', () => {
  const urgent = made({ when: 'urgent', urgentUntilDate: '2026-10-25', urgentEnd: '12:00' })
  expect(urgent).toMatchObject({ kind: 'takeover', startsAt: at, endsAt: '2026-10-25T11:00:00.000Z' })
  expect(missingIn({ ...empty, when: 'urgent', urgentEnd: '' })).toBe('Something urgent needs an end.')
})

const saved: readonly Schedule[] = [
  {
    name: 'a',
    playlist: 'p',
    screens: ['all'],
    zone: 'main',
    priority: 50,
    kind: 'normal',
    start: '08:00',
    end: '12:00',
  },
  {
    ...{ name: 'b', playlist: 'p', screens: ['Hall'], zone: 'ticker', priority: 80, kind: 'interrupt', share: 30 },
    ...{ start: '00:00', end: '24:00', rrule: 'FREQ=MONTHLY;BYDAY=1MO', except: ['2026-11-02'], from: '2026-10-01' },
  },
  {
    ...{ name: 'c', playlist: 'p', screens: ['all'], zone: 'main', priority: 50, kind: 'takeover' },
    ...{ startsAt: '2026-10-25T01:30:12.000Z', endsAt: '2026-10-25T06:00:00.000Z' },
  },
  {
    ...{ name: 'd', playlist: 'p', screens: ['all'], zone: 'main', priority: 50, kind: 'takeover' },
    ...{ start: '18:00', end: '18:15', weekdays: ['fri'] },
  },
]

describe('a schedule that is opened and saved again', () => {
  test.each(saved)('$name says the same as before', (schedule) => {
    expect(scheduleOf(draftOf(schedule, at, zone), at, zone)).toEqual(schedule)
  })
})

test('days are said as people say them', () => {
  expect(daysWords(['mon', 'tue', 'wed', 'thu', 'fri'])).toBe('Mon–Fri')
  expect(daysWords(['sat', 'mon', 'wed'])).toBe('Mon, Wed and Sat')
  expect(whenWords({ name: 'x', playlist: 'p', rrule: 'FREQ=MONTHLY;BYDAY=-1FR' }, zone)).toBe(
    'The last Friday of each month',
  )
})

test('a suggested name never takes the place of a schedule that is there', () => {
  expect(suggestedName('Mornings', new Set(['Mornings', 'Mornings 2']))).toBe('Mornings 3')
})
