/** Whether a provider can be counted on: late, away for a while, or finished for today. */

/** Times are milliseconds since 1970 UTC. */
export type Presence =
  /** `isShown`: the desk has had the TV say so at once; otherwise it does after a while. */
  | {
      readonly kind: 'late'
      readonly since: number
      readonly minutes: number
      readonly until: number
      readonly isShown: boolean
    }
  | { readonly kind: 'break'; readonly since: number; readonly until: number }
  | { readonly kind: 'done'; readonly since: number }

/** A provider who has not called anybody for this long is not counted on. */
export const silentMs = 90 * 60_000

/** The desk may think again for this long before the TV says that somebody is late. */
const secondThoughtMs = 2 * 60_000

/** When a provider can call again; undefined when not before tomorrow. */
export function backAt(presence: Presence | undefined, now: number): number | undefined {
  if (presence === undefined) return now
  return presence.kind === 'done' ? undefined : Math.max(now, presence.until)
}

/** The longest delay that people in the room are told, minutes; undefined when there is none to tell. */
export function toldDelay(presences: Iterable<Presence>, now: number): number | undefined {
  let most: number | undefined
  for (const presence of presences) {
    if (presence.kind !== 'late' || now >= presence.until) continue
    if (presence.isShown || now >= presence.since + secondThoughtMs) most = Math.max(most ?? 0, presence.minutes)
  }
  return most
}
