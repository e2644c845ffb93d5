/** What the desk has arranged with whom about a wait, for every desk alike: nobody is told twice, or not at all. */
import { z } from 'zod'
import type { Operation } from './operation.ts'
import { type Arrangement, arrangedHow, id } from './queue-contract.ts'
import { keyParameter } from './queue-operations.ts'

export const arrangedBody = z.strictObject({
  provider: id.optional(),
  arranged: z.array(z.strictObject({ ticket: id, how: arrangedHow })).max(500),
  /** What was arranged about this provider before is forgotten: it was about another delay. */
  anew: z.literal(true).optional(),
})
export type ArrangedBody = z.infer<typeof arrangedBody>

/** @param here ids of those who are still here: of others nothing is kept @param at ISO 8601 UTC */
export function withArranged(
  before: readonly Arrangement[],
  { provider, arranged, anew }: ArrangedBody,
  here: ReadonlySet<string>,
  at: string,
): readonly Arrangement[] {
  const isSaid = new Set(arranged.map(({ ticket }) => ticket))
  const kept = before.filter((one) => one.provider !== provider || !(anew === true || isSaid.has(one.ticket)))
  const about = provider === undefined ? {} : { provider }
  const added = arranged.map(({ ticket, how }): Arrangement => ({ ticket, ...about, how, at }))
  return [...kept, ...added].filter(({ ticket }) => here.has(ticket))
}

export const arrangedOperations = {
  arrange: {
    method: 'post',
    path: '/api/arranged',
    summary:
      'Somebody was told that it takes longer, or something else was arranged with them; topic `queue` tells every desk. Forgotten when they have gone',
    roles: ['desk', 'provider', 'manager', 'administrator'],
    parameters: [keyParameter],
    body: arrangedBody,
    answer: z.object({}),
  },
} as const satisfies Record<string, Operation>
