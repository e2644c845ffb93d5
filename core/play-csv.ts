/** Plays as a table to take away: a line for each. */
import { csvLine } from './csv.ts'
import type { Play } from './play.ts'

const columns = [
  'id',
  'screen',
  'zone',
  'asset',
  'title',
  'kind',
  'started_at',
  'planned_at',
  'duration_ms',
  'presented_ms',
  'outcome',
  'waiting',
] as const

export const playHeader = csvLine(columns)

export const playLine = (play: Play): string =>
  csvLine([
    ...[play.id, play.screen, play.zone, play.asset, play.title, play.kind, play.startedAt, play.plannedAt ?? ''],
    ...[String(play.durationMs), String(play.presentedMs), play.outcome, String(play.waiting ?? '')],
  ])
