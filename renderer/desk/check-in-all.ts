/** Checks in whoever came together, one after another: one press, one step to take back. */
import { type QueueAnswer, type QueueBody, randomId } from '../shared/press.ts'
import type { Presses } from '../shared/presses.ts'
import { inWords } from './party.ts'

/** @returns those who are checked in; it stops at the first who is not */
export async function checkInAll(
  presses: Presses,
  people: readonly QueueBody<'check-in'>[],
): Promise<readonly QueueAnswer<'check-in'>['ticket'][]> {
  const batch = people.length > 1 ? randomId() : undefined
  const done: QueueAnswer<'check-in'>['ticket'][] = []
  for (const body of people) {
    const codes = done.map(({ code }) => code)
    const answer = await presses.send(
      'check-in',
      body,
      ({ ticket }) => `${inWords([...codes, ticket.code])} checked in`,
      batch,
    )
    if (answer === undefined) break
    done.push(answer.ticket)
  }
  return done
}
