/** The monthly page as it travels, and the tally of what people asked about. What nobody measured is absent, not nought. */
import { z } from 'zod'
import type { Operation, Role } from './operation.ts'
import { feedbackSums } from './phone-contract.ts'
import { monthName, playReport } from './play-contract.ts'
import { instant } from './queue-contract.ts'
import { keyParameter } from './queue-operations.ts'

const managers = ['manager', 'administrator'] as const satisfies readonly Role[]
const askers = ['desk', 'provider', 'manager', 'administrator'] as const satisfies readonly Role[]

/** A service of the clinic, or a file of the content folder. */
export const askedBody = z.union(
  [z.strictObject({ service: z.string().min(1).max(64) }), z.strictObject({ asset: z.string().min(1).max(64) })],
  'A service or an asset is expected.',
)
export const askedId = z.string().regex(/^[\w-]{16}$/)
export const askedAnswer = z.object({ asked: askedId, name: z.string() })

export const monthReport = z.object({
  month: monthName,
  /** When it was made. */
  at: instant,
  demo: z.boolean(),
  /** Not over yet: the figures still grow. */
  isOpen: z.boolean(),
  /** Months something is known of, the newest first. */
  months: z.array(monthName),
  plays: playReport,
  /** The desk's tally, the most frequent first; nothing says who asked, or at what time. */
  asked: z.array(
    z.object({ about: z.enum(['service', 'asset']), id: z.string(), name: z.string(), times: z.int().positive() }),
  ),
  feedback: feedbackSums,
})
export type MonthReport = z.infer<typeof monthReport>
export type AskedSum = MonthReport['asked'][number]

export const monthOperations = {
  monthReport: {
    method: 'get',
    path: '/api/reports/month',
    summary:
      'A month: what played, how many waited meanwhile, what people asked the desk about, how they rated their visits. With `format=csv`, a line for each day and file',
    roles: managers,
    parameters: [
      { in: 'query', name: 'month', schema: monthName.optional(), description: 'left out, this one' },
      { in: 'query', name: 'format', schema: z.enum(['json', 'csv']).optional(), description: 'left out, json' },
    ],
    answer: monthReport,
  },
  asked: {
    method: 'post',
    path: '/api/asked',
    summary: 'Somebody asked the desk about a service or a film. Only counted: who it was is not kept. 404 `unknown`',
    roles: askers,
    parameters: [keyParameter],
    body: askedBody,
    answer: askedAnswer,
    status: 201,
  },
  unasked: {
    method: 'delete',
    path: '/api/asked/{asked}',
    summary: 'Takes such a press back. 404 `unknown-press` when it has been taken back',
    roles: askers,
    parameters: [keyParameter, { in: 'path', name: 'asked', schema: askedId, description: 'as it was answered' }],
    answer: z.object({}),
  },
} as const satisfies Record<string, Operation>

export const monthQuery = z.strictObject({ month: monthName.optional(), format: z.enum(['json', 'csv']).optional() })
