/** How long a playlist takes, and how often an hour each of its items comes round. */
import type { PlaylistItem } from '../programming.ts'
import type { Entry } from './entry.ts'
import { objectOf, weightOf } from './items.ts'

const hourMs = 3_600_000
const unitMs = { s: 1_000, m: 60_000, h: hourMs } as const

/** `10m` → 600,000; undefined when it is none. */
export function spanMs(span: string): number | undefined {
  const [, number, unit] = /^(\d{1,4})([smh])$/.exec(span) ?? []
  return number === undefined || unit === undefined ? undefined : Number(number) * unitMs[unit as keyof typeof unitMs]
}

/** How long one round takes, with every item as often as its weight says; sentences are for another place of the screen. */
export const lengthOfRound = (entries: readonly Pick<Entry, 'item' | 'kind' | 'durationMs'>[]): number =>
  entries.reduce((sum, { item, kind, durationMs }) => sum + (kind === 'text' ? 0 : durationMs * weightOf(item)), 0)

/**
 * @returns times an hour while this playlist has the screen to itself; 0 for what is not shown
 */
export function timesAnHour(item: PlaylistItem, lengthMs: number, oneMs: number): number {
  if (lengthMs <= 0 || oneMs <= 0) return 0
  const wanted = (hourMs / lengthMs) * weightOf(item)
  const { atMostEvery } = objectOf(item)
  const leastMs = atMostEvery === undefined ? undefined : spanMs(atMostEvery)
  return leastMs === undefined || leastMs === 0 ? wanted : Math.min(wanted, hourMs / leastMs)
}

/** `about 12 times an hour`, `about once an hour`, `about every 3 h` */
export function oftenWords(times: number): string {
  if (times <= 0) return 'not shown'
  if (times >= 1.5) return `about ${Math.round(times)} times an hour`
  if (times >= 0.75) return 'about once an hour'
  return `about every ${Math.round(1 / times)} h`
}
