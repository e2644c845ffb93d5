/** What the plan says about itself: who hides whom, where nothing is scheduled, and what never plays. */
import { expect, test } from 'vitest'
import { compilePlan, schedule } from '../../core/schedule.ts'
import { remarksOn } from '../../core/schedule-remarks.ts'
import { wallIn } from '../../hub/clock.ts'

const berlin = wallIn('Europe/Berlin')
const monday = Date.parse('2026-11-23T00:00:00+01:00')
const weekMs = 7 * 24 * 3_600_000
const workdays = ['mon', 'tue', 'wed', 'thu', 'fri']

const remarks = (wishes: readonly object[], empty: readonly string[] = []) => {
  const all = wishes.map((wish) => schedule.parse(wish))
  const plan = compilePlan(all, [], ['screen-1'], berlin)
  const hasSomething = (playlist: string) => !empty.includes(playlist)
  return remarksOn({ plan, screen: 'screen-1', zone: 'main', fromMs: monday, toMs: monday + weekMs, hasSomething })
}
const said = (...args: Parameters<typeof remarks>) => remarks(...args).map(({ kind, message }) => `${kind}: ${message}`)

const base = { name: 'Base', playlist: 'base', priority: 10 }
const lunch = { name: 'Lunch', playlist: 'calm', weekdays: workdays, start: '12:00', end: '13:00' }

test('one that hides another is said once, with when and how often', () => {
  expect(said([base, lunch])).toEqual([
    'conflict: “Lunch” hides “Base”: Monday 23 November 2026, 12:00–13:00, and 4 more times.',
  ])
})

test('equal ones take turns, and it is said', () => {
  const news = { name: 'News', playlist: 'news', weekdays: ['wed'], start: '12:30', end: '14:00', priority: 50 }
  expect(said([base, lunch, news])).toContain(
    'conflict: “Lunch” and “News” are on at the same time and take turns: Wednesday 25 November 2026, 12:30–13:00.',
  )
})

test('nothing scheduled at a time when on other days something is', () => {
  expect(said([lunch])).toEqual([
    'gap: Nothing is scheduled on Saturday 28 November 2026, 12:00–13:00, though something is on other days. The default playlist plays.',
    'gap: Nothing is scheduled on Sunday 29 November 2026, 12:00–13:00, though something is on other days. The default playlist plays.',
  ])
  expect(said([{ ...lunch, weekdays: ['mon'] }])).toEqual([])
})

test('a playlist that wins and has nothing to show', () => {
  expect(said([lunch], ['calm'])[0]).toBe(
    'gap: The playlist "calm" has nothing to show on Monday 23 November 2026, 12:00–13:00. The default playlist plays instead.',
  )
})

test('what never plays, and why', () => {
  const all = [
    { ...base, priority: 60 },
    { ...lunch, priority: 50 },
    { name: 'Christmas', playlist: 'x', from: '2026-12-01' },
    { name: 'Quarter', playlist: 'q', kind: 'interrupt', share: 80, priority: 90 },
    { name: 'Unheard', playlist: 'u', kind: 'interrupt' },
  ]
  expect(said(all).filter((each) => each.startsWith('never'))).toEqual([
    'never: “Christmas” does not play in this time: none of its days and hours are in it.',
    'never: “Lunch” does not play in this time: “Base” is stronger.',
    'never: “Unheard” does not play in this time: “Quarter” is stronger.',
  ])
})

test('a span over midnight names both days', () => {
  const night = { name: 'Night', playlist: 'night', weekdays: ['fri'], start: '22:00', end: '02:00' }
  expect(said([base, night])).toEqual([
    'conflict: “Night” hides “Base”: Friday 27 November 2026, 22:00 to Saturday 28 November 2026, 02:00.',
  ])
})

test('a thousand schedules on top of each other are remarked on in time, and not at length', () => {
  const many = Array.from({ length: 1_000 }, (_, index) => ({
    name: `s${index}`,
    playlist: 'p',
    priority: index % 101,
    start: `${String(index % 24).padStart(2, '0')}:00`,
    end: '24:00',
  }))
  expect(remarks(many).length).toBeLessThanOrEqual(60)
})
