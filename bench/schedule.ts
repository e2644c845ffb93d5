/** How soon a clinic with far too many schedules knows what plays now, and what plays in a week. */

import { weekdays } from '../core/calendar-date.ts'
import { resolvePlaylist } from '../core/playlist.ts'
import { playlistFile } from '../core/playlist-file.ts'
import { airingAt, compilePlan, nextChangeAfter, rowsBetween, type Schedule, schedule } from '../core/schedule.ts'
import { wallIn } from '../hub/clock.ts'
import { diceOf } from '../hub/demo-clinic.ts'
import { type Measured, median, quantile, rounded } from './figures.ts'

const schedules = 1_000
const playlists = 200
const assets = 2_000
const asked = 5_000
const weeks = 20
const warmUp = 200
const [dayMs, weekMs] = [24 * 3_600_000, 7 * 24 * 3_600_000]
/** The year with both nights in which the clocks change. */
const firstMs = Date.parse('2026-01-01T00:00:00Z')

export async function scheduleBench(): Promise<Measured> {
  const plan = compilePlan(manySchedules(), [], ['screen-1'], wallIn('Europe/Berlin'))
  const dice = diceOf(1)
  const answers: number[] = []
  for (let count = 0; count < asked + warmUp; count += 1) {
    const at = firstMs + Math.floor(dice() * 365) * dayMs + Math.floor(dice() * dayMs)
    const beganAt = performance.now()
    airingAt(plan, 'screen-1', 'main', at)
    if (count >= warmUp) answers.push(performance.now() - beganAt)
  }
  const changes: number[] = []
  const whole: number[] = []
  for (let week = 0; week < weeks; week += 1) {
    const from = firstMs + week * 2 * weekMs
    const beganAt = performance.now()
    rowsBetween(plan, 'screen-1', 'main', from, from + weekMs)
    whole.push(performance.now() - beganAt)
    const changeBeganAt = performance.now()
    nextChangeAfter(plan, 'screen-1', 'main', from)
    changes.push(performance.now() - changeBeganAt)
  }
  const json = { programmeP99Ms: rounded(quantile(answers, 0.99), 3), weekMs: rounded(quantile(whole, 0.95), 1) }
  const size = `${schedules} schedules, ${playlists} playlists, ${assets} assets`
  return {
    json,
    rows: [
      { what: `${size}: what plays at an instant, 99 of 100`, figure: `${json.programmeP99Ms} ms`, bound: '≤ 1' },
      { what: 'a week of it, row by row, 95 of 100', figure: `${json.weekMs} ms`, bound: '≤ 100' },
      { what: 'when that next changes, half of them', figure: `${rounded(median(changes), 1)} ms` },
      { what: `${playlists} playlists resolved against ${assets} assets`, figure: `${rounded(resolveAll(), 1)} ms` },
    ],
  }
}

/** Every kind, with weekdays, rules, dates and exceptions; most of them on at any moment of the day. */
function manySchedules(): readonly Schedule[] {
  const dice = diceOf(2)
  const among = (count: number) => Math.floor(dice() * count)
  const time = () => `${String(among(24)).padStart(2, '0')}:${String(among(60)).padStart(2, '0')}`
  const days = () => weekdays.filter(() => dice() < 0.6)
  return Array.from({ length: schedules }, (_, index) => {
    const chosen = days()
    return schedule.parse({
      name: `Schedule ${index}`,
      playlist: `playlist-${among(playlists)}`,
      start: time(),
      end: time(),
      priority: among(101),
      ...(index % 10 === 0 ? { rrule: rules[among(rules.length)] } : chosen.length === 0 ? {} : { weekdays: chosen }),
      ...(index % 5 === 0 ? { from: '2026-02-01', until: '2026-11-30', except: ['2026-05-01', '2026-10-03'] } : {}),
      ...(index % 20 === 1 ? { kind: 'interrupt', share: 5 } : {}),
      ...(index % 50 === 2 ? { kind: 'takeover', start: '12:00', end: '12:10' } : {}),
    })
  })
}

const rules = ['FREQ=MONTHLY;BYDAY=1MO', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 'FREQ=WEEKLY;BYDAY=TU,TH']

function resolveAll(): number {
  const path = (index: number) => `media/${String(index).padStart(4, '0')}.jpg`
  const library = Array.from({ length: assets }, (_, index) => ({
    asset: { id: `a${index}`, path: path(index), kind: 'image' as const, state: 'ready' as const, notices: [] },
    media: {
      hash: String(index).padStart(64, '0'),
      ...{ kind: 'image' as const, extension: 'jpg' as const, bytes: 1, width: 1920, height: 1080, durationMs: 0 },
    },
  }))
  const lists = new Map(
    Array.from({ length: playlists }, (_, list) => [
      `playlist-${list}`,
      playlistFile.parse({ items: Array.from({ length: 50 }, (_item, at) => path((list * 37 + at * 11) % assets)) }),
    ]),
  )
  const beganAt = performance.now()
  for (const name of lists.keys()) resolvePlaylist(name, { playlists: lists, library })
  return performance.now() - beganAt
}
