/** Proof of play in the contract: screens hand in what they have presented, people read it and its sums. */
import { z } from 'zod'
import { dayName } from './booking-contract.ts'
import type { Operation, Role } from './operation.ts'
import { play } from './play.ts'
import { mostPlays, playsKeptMonths } from './play-limits.ts'
import { instant } from './queue-contract.ts'
import { keyParameter } from './queue-operations.ts'

const readers = ['marketing', 'manager', 'administrator'] as const satisfies readonly Role[]

export const playsBody = z.strictObject({ plays: z.array(play).min(1).max(mostPlays) })

/** Half-open. */
export const playsQuery = z.strictObject({
  from: instant.optional(),
  to: instant.optional(),
  format: z.enum(['json', 'csv']).optional(),
})

const sums = {
  plays: z.int(),
  whole: z.int(),
  cut: z.int(),
  failed: z.int(),
  presentedMs: z.int(),
  /**
   * Of the plays at whose beginning the screen knew how many waited: how many plays that were, and these patients added up;
   * somebody who waits through three films counts three times. Absent when no screen ever knew.
   */
  waiting: z.object({ plays: z.int(), people: z.int() }).optional(),
}

export const playReport = z.object({
  from: dayName,
  /** The day after the last one. */
  to: dayName,
  total: z.object(sums),
  /** The most often played first. */
  items: z.array(z.object({ asset: z.string(), title: z.string(), kind: play.shape.kind, ...sums })),
  /** Days on which something played. */
  days: z.array(z.object({ day: dayName, ...sums })),
  screens: z.array(z.object({ screen: z.string(), ...sums })),
})
export type PlayReport = z.infer<typeof playReport>
export type PlaySums = PlayReport['total']

export const monthName = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'A month is expected, such as 2026-11.')

export const reportQuery = z
  .strictObject({ month: monthName.optional(), from: dayName.optional(), to: dayName.optional() })
  .refine(({ month, from, to }) => month === undefined || (from === undefined && to === undefined), {
    path: ['month'],
    error: 'Either a month, or a first day and the day after the last one.',
  })

export const playOperations = {
  plays: {
    method: 'get',
    path: '/api/plays',
    summary: `What the screens have presented, in the order in which it began; each play is kept ${playsKeptMonths} months. With \`format=csv\`, a table`,
    roles: readers,
    parameters: [
      { in: 'query', name: 'from', schema: instant.optional(), description: 'left out, a day ago' },
      { in: 'query', name: 'to', schema: instant.optional(), description: 'half-open; left out, now' },
      { in: 'query', name: 'format', schema: z.enum(['json', 'csv']).optional(), description: 'left out, json' },
    ],
    answer: z.object({ plays: z.array(play) }),
  },
  putPlays: {
    method: 'post',
    path: '/api/plays',
    summary: `For the screen: what it has presented, at most ${mostPlays} plays. Known by their ids: a play that comes again counts once`,
    roles: ['screen'],
    parameters: [keyParameter],
    body: playsBody,
    answer: z.object({ plays: z.int() }),
  },
  playReport: {
    method: 'get',
    path: '/api/plays/report',
    summary: 'Plays added up by item, by day and by screen; kept for as long as the clinic is',
    roles: readers,
    parameters: [
      { in: 'query', name: 'month', schema: monthName.optional(), description: 'left out, this one' },
      { in: 'query', name: 'from', schema: dayName.optional(), description: 'the first day, instead of a month' },
      { in: 'query', name: 'to', schema: dayName.optional(), description: 'the day after the last one' },
    ],
    answer: playReport,
  },
} as const satisfies Record<string, Operation>
