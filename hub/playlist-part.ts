/** Playlists as a part of the hub: their desk, their addresses, and the topic that tells of changes. */
import type { Hono } from 'hono'
import type { Plan } from '../core/schedule.ts'
import type { AnswerBook } from './answer-book.ts'
import type { Clock } from './clock.ts'
import { Forecast } from './forecast.ts'
import type { Live } from './live.ts'
import type { Loops } from './loops.ts'
import { PlaylistDesk } from './playlist-desk.ts'
import { mountPlaylists } from './playlist-routes.ts'
import type { Playlists } from './playlists.ts'
import type { Problems } from './problems.ts'
import type { Programmer } from './programmer.ts'
import type { SettingsRows } from './settings-rows.ts'

interface Parts {
  readonly playlists: Playlists
  readonly loops: Loops
  readonly problems: Problems
  readonly answers: AnswerBook
  readonly live: Live
  readonly programmer: Programmer
  readonly plan: () => Plan
  readonly clock: Clock
  readonly settings: SettingsRows
}

/** Files come by the thousand, and each may change what a list comes to. */
const restMs = 1_000

export function openPlaylistPart(parts: Parts): { readonly mount: (app: Hono) => void } {
  const { playlists, loops, problems, answers, live, programmer, plan, clock, settings } = parts
  const desk = new PlaylistDesk({ playlists, loops, problems, answers, now: () => clock.now() })
  const forecast = new Forecast({ programmer, loops, plan, clock })
  live.provide({ name: 'playlists', snapshot: () => desk.list(), restMs })
  let aired = ''
  programmer.onRefresh(() => {
    live.publish('playlists')
    const airings = JSON.stringify(programmer.screens.map((screen) => programmer.airingOn(screen)))
    if (airings !== aired) live.publish('fleet')
    aired = airings
  })
  problems.onChange(() => live.publish('playlists'))
  // What is for one language only may come or go.
  settings.onChange(() => programmer.refreshSoon())
  return { mount: (app) => mountPlaylists(app, { desk, forecast }) }
}
