/** What desk and room make of a call that nobody has said anything about. */
import type { Call, QueueTicket } from '../../core/queue-contract.ts'
import { unansweredCall } from '../../core/unanswered-call.ts'

/** The newest call of a ticket into its room. */
export const newestCallOf = (code: string, called: readonly Call[]): Call | undefined =>
  called.find((call) => (call.code === code || call.with?.includes(code) === true) && call.to !== 'desk')

export function unansweredOf({ code, since }: QueueTicket, called: readonly Call[], at: string) {
  const calledAt = Date.parse(since)
  const newest = newestCallOf(code, called)
  return unansweredCall({ calledAt, newestAt: newest === undefined ? calledAt : Date.parse(newest.at) }, Date.parse(at))
}
