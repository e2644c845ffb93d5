/** Schedules as a part of the hub: rows, file, plan and addresses, opened together. */
import type { Hono } from 'hono'
import type { AnswerBook } from './answer-book.ts'
import type { Clock } from './clock.ts'
import type { Database } from './database.ts'
import type { Live } from './live.ts'
import type { OpeningHours } from './opening-hours.ts'
import type { Problems } from './problems.ts'
import { type Playable, ScheduleDesk } from './schedule-desk.ts'
import { mountSchedules } from './schedule-routes.ts'
import { ScheduleRows } from './schedule-rows.ts'
import { ScheduleSource } from './schedule-source.ts'
import type { SettingsRows } from './settings-rows.ts'

interface Parts {
  readonly database: Database
  readonly answers: AnswerBook
  readonly clock: Clock
  readonly live: Live
  readonly settings: SettingsRows
  readonly hours: OpeningHours
  readonly problems: Problems
  /** The playlists folder. */
  readonly folder: string
  readonly screens: readonly string[]
  readonly playable: Playable
}

export type Schedules = Awaited<ReturnType<typeof openSchedules>>

/** How often it is looked whether what schedules name is there. */
const lookMs = 5_000

export async function openSchedules(parts: Parts) {
  const { database, answers, clock, live, settings, hours, problems, folder, screens, playable } = parts
  const listeners = new Set<() => void>()
  const tell = () => live.publish('schedules')
  const rows = new ScheduleRows(database, answers)
  const source = new ScheduleSource({ database, folder, problems, onChange: tell })
  const desk = new ScheduleDesk({ rows, source, settings, hours, clock, problems, screens, playable })
  const changed = (what: 'rows' | 'all') => {
    desk.outdated(what)
    desk.tellProblems()
    for (const listener of listeners) listener()
    tell()
  }
  rows.onChange(() => changed('rows'))
  hours.onChange(() => changed('all'))
  settings.onChange((name) => name === 'settings' && changed('all'))
  await source.open((file) => rows.fill(file))
  live.provide({ name: 'schedules', snapshot: () => desk.snapshot() })
  const timer = setInterval(() => desk.tellProblems() && tell(), lookMs)
  return {
    /** What is in force; the same object until something in it changes. */
    plan: () => desk.plan(),
    /** Told after a change, when it is on the disk and in the plan. */
    onChange: (listener: () => void) => void listeners.add(listener),
    mount: (app: Hono) => mountSchedules(app, { desk, rows, source, clock, screens }),
    close: () => {
      clearInterval(timer)
      source.close()
    },
  }
}
