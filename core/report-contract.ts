/** The day report as it travels. Lengths are whole minutes; what nobody measured is absent, not nought. */
import { z } from 'zod'
import { dayName } from './booking-contract.ts'
import type { Operation } from './operation.ts'
import { id, instant } from './queue-contract.ts'
import { keyParameter } from './queue-operations.ts'

/** `median` and the length that four of five stay below. */
export const spread = z.object({ count: z.int(), median: z.int(), p80: z.int(), longest: z.int() })
export type Spread = z.infer<typeof spread>

const share = z.object({ of: z.int(), kept: z.int() })

/** Counted by the desk on that day. */
export const callBackSums = z.object({ wanted: z.int().nonnegative(), returned: z.int().nonnegative() })
export type CallBackSums = Readonly<z.infer<typeof callBackSums>>
export type CallBackKind = keyof CallBackSums

/** What desk and phones tell of a day beside the queue. */
const counter = z.object({
  /** What people asked about, the most frequent first; nothing says who. */
  asked: z.array(z.object({ name: z.string(), times: z.int().positive() })),
  callBacks: callBackSums,
  /** How many of those who rated their visit called it good or very good; absent below five answers. */
  rated: share.optional(),
})
export type CounterFigures = z.infer<typeof counter>

export const callBackBody = z.strictObject({
  what: z.enum(['wanted', 'returned']),
  /** -1 takes one back. */
  by: z.literal([1, -1]),
})

const ends = { served: z.int(), left: z.int(), noShow: z.int() }

export const dayReport = z.object({
  day: dayName,
  /** When it was made. */
  at: instant,
  demo: z.boolean(),
  /** Not closed yet: the figures still grow. */
  isOpen: z.boolean(),
  /** Days there is a report of, the newest first. */
  days: z.array(dayName),
  counts: z.object({
    arrived: z.int(),
    ...ends,
    /** The day goes on. */
    here: z.int(),
    /** Still here when the day was closed; in no length. */
    leftOpen: z.int(),
    /** Written down while the hub was away; in no length. */
    paper: z.int(),
  }),
  /** Absent when nothing was booked. `noShow`: marked by the desk. */
  bookings: z.object({ booked: z.int(), arrived: z.int(), noShow: z.int() }).optional(),
  /** From arrival to the first call. */
  waits: spread.optional(),
  /** Called within what they were told first. */
  promised: share.optional(),
  /** How the first windows of those who were called came out, and the worst misses; absent when nobody was told one. */
  told: z
    .object({
      calls: z.int(),
      inside: z.int(),
      early: z.int(),
      late: z.int(),
      /** Minutes that calls came later than the middle of their window, on average; negative is earlier. */
      bias: z.number(),
      worst: z.array(
        z.object({
          service: z.string(),
          /** When they were told, and the window. */
          madeAt: instant,
          from: instant,
          until: instant,
          calledAt: instant,
          lateMinutes: z.int(),
          cause: z.enum(['provider-away', 'long-visit', 'others-first', 'unknown']),
        }),
      ),
    })
    .optional(),
  /** From the appointment to the first call, of those who were there in time; negative is early. */
  appointments: z.object({ count: z.int(), median: z.int(), kept: z.int() }).optional(),
  visits: z.array(z.object({ service: id, name: z.string(), planned: z.int(), real: spread })),
  /** Only when asked for. */
  providers: z.array(z.object({ provider: id, name: z.string(), served: z.int(), real: spread.optional() })).optional(),
  services: z.array(z.object({ service: z.string(), name: z.string(), ...ends })),
  /** Without gaps, from the first hour in which anything happened to the last. `waiting`: the most at once. */
  hours: z.array(z.object({ hour: z.int(), arrived: z.int(), waiting: z.int(), ...ends })),
  calls: z.object({
    calls: z.int(),
    recalls: z.int(),
    inVain: z.int(),
    asked: z.int(),
    retracted: z.int(),
    delaysTold: z.int(),
  }),
  ...counter.shape,
})
export type DayReport = z.infer<typeof dayReport>

const managers = ['manager', 'administrator'] as const

export const reportOperations = {
  dayReport: {
    method: 'get',
    path: '/api/reports/day',
    summary:
      'What a day was like: from the instant its first patient came until it was closed. With `format=csv`, a line for each visit (text/csv), without codes, labels or tokens',
    roles: managers,
    parameters: [
      { in: 'query', name: 'day', schema: dayName.optional(), description: 'left out, today' },
      { in: 'query', name: 'format', schema: z.enum(['json', 'csv']).optional(), description: 'left out, json' },
      {
        in: 'query',
        name: 'providers',
        schema: z.enum(['yes']).optional(),
        description: '`yes` names providers; left out, nobody',
      },
    ],
    answer: dayReport,
  },
  callBack: {
    method: 'post',
    path: '/api/call-backs',
    summary:
      'Somebody wants to be called back, or has been: only counted, for today. 409 `nothing-to-take-back` when the count is nought',
    roles: ['desk', 'provider', ...managers],
    parameters: [keyParameter],
    body: callBackBody,
    answer: callBackSums,
  },
} as const satisfies Record<string, Operation>
