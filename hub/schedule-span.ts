/** The time that somebody asks about at a command line: `--at 2026-10-25T02:30 --for 24h`. */
import { z } from 'zod'
import { minuteOf } from '../core/calendar-date.ts'
import type { Span } from '../core/daypart.ts'
import { msOfWritten } from '../core/instant.ts'
import type { Wall } from '../core/opening.ts'
import { msNow } from './clock.ts'

const units = { m: 60_000, h: 3_600_000, d: 24 * 3_600_000 } as const
const longestMs = 366 * units.d
const localTime = /^(\d{4}-\d\d-\d\d)(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d))?)?$/

export type ReadSpan = ({ readonly ok: true } & Span) | { readonly ok: false; readonly message: string }

/** @param wall for a local time: of a doubled one the earlier is meant, for a skipped one the moment of the leap */
export function readSpan(at: string | undefined, length = '24h', wall: Wall): ReadSpan {
  const [, count, unit] = /^(\d{1,6})([mhd])$/.exec(length) ?? []
  const lengthMs = Number(count) * (units[unit as keyof typeof units] ?? Number.NaN)
  if (!(lengthMs > 0 && lengthMs <= longestMs))
    return { ok: false, message: `--for ${length} is not a length. Write it like 90m, 24h or 7d, at most 366d.` }
  const fromMs = at === undefined ? msNow() : instantOf(at, wall)
  return fromMs === undefined
    ? {
        ok: false,
        message: `--at ${at} is not a time. Write it like 2026-11-23T09:00 (on the clinic's clocks) or 2026-11-23T09:00:00+01:00.`,
      }
    : { ok: true, fromMs, toMs: fromMs + lengthMs }
}

function instantOf(at: string, wall: Wall): number | undefined {
  if (z.iso.datetime({ offset: true }).safeParse(at).success) return msOfWritten(at)
  const [, date = '', time = '00:00', seconds = '0'] = localTime.exec(at) ?? []
  if (!z.iso.date().safeParse(date).success) return undefined
  return wall.instantOf(date, minuteOf(time), 'first') + Number(seconds) * 1_000
}
