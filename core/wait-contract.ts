/** The waiting times as they travel apart from the queue, and whether they came true. */
import { z } from 'zod'
import type { Operation, Role } from './operation.ts'
import { id, instant, wait } from './queue-contract.ts'

const staff = ['desk', 'provider', 'manager', 'administrator'] as const satisfies readonly Role[]

/** Topic `waits`: reckoned at most once a second, apart from the queue. */
export const waitList = z.object({
  /** The revision of the queue they were reckoned for; 0 while only planned minutes are known. */
  revision: z.int().nonnegative(),
  at: instant,
  /** An entry for each ticket that waits. */
  waits: z.array(z.object({ ticket: id, wait })),
})
export type WaitList = z.infer<typeof waitList>

export const waitAccuracy = z.object({
  /** Calls of the last 30 days whose patients were told a window before. */
  calls: z.int().nonnegative(),
  /** Of these: called inside the window they were told first, before it, and after it. */
  inside: z.int().nonnegative(),
  early: z.int().nonnegative(),
  late: z.int().nonnegative(),
  /** By how many minutes calls came later than the middle of their window, on average; negative is earlier. */
  bias: z.number(),
  /** Enough calls, and enough of them inside: the TV may show times. */
  earned: z.boolean(),
  /** What that takes. */
  needed: z.object({ calls: z.int(), share: z.number() }),
})
export type WaitAccuracy = z.infer<typeof waitAccuracy>

export const waitOperations = {
  waitAccuracy: {
    method: 'get',
    path: '/api/waits/accuracy',
    summary:
      'Whether the waiting times of the last 30 days came true, and whether they have earned their place on the TV',
    roles: ['manager', 'administrator'],
    answer: waitAccuracy,
  },
} as const satisfies Record<string, Operation>

export const waitTopics: Readonly<Record<string, readonly Role[]>> = { waits: staff }
