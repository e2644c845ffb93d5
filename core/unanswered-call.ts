/** A call that nobody has said anything about: somebody is coming, somebody should look, or the visit has long begun. */

const minuteMs = 60_000
/** A waiting room is crossed by then. */
const comingMs = 3 * minuteMs
/** Nobody sits alone for so long without saying so: who was called is there, and nobody has pressed *Here*. */
const believedMs = 10 * minuteMs

/**
 * What is to be made of it.
 *
 * @param calledAt when the ticket was called, and the newest call of it; times are milliseconds since 1970 UTC
 */
export function unansweredCall(
  { calledAt, newestAt }: { readonly calledAt: number; readonly newestAt: number },
  now: number,
): 'coming' | 'missing' | 'begun' {
  if (now - calledAt < comingMs) return 'coming'
  return now - Math.max(calledAt, newestAt) < believedMs ? 'missing' : 'begun'
}
