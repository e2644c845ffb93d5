/** When each call is announced: one after another, so that no screen needs to know what another one is saying. */

/** How long a call has the screen to itself, milliseconds. */
export const announceMs = 8_000

/** Where a called patient is to go: into the room, to the desk, or nowhere, because somebody comes. */
export type Destination = 'room' | 'desk' | 'seat'

export interface Slot {
  readonly from: number
  readonly until: number
}

export interface Announcement extends Slot {
  /** The revision of the call, the recall, or the request to come to the desk. */
  readonly event: number
  /** One, or a party that is called together. */
  readonly tickets: readonly string[]
  readonly codes: readonly string[]
  /** Absent when nobody is called to a room. */
  readonly room?: string
  readonly to: Destination
  /** When it was called. */
  readonly at: number
  /** It says "please keep your seat": the call was taken back after it had begun. */
  readonly isRetracted: boolean
}

/** The time of a call that comes now: after everything that is already to be announced. */
export function slotForCall(announcements: readonly Announcement[], now: number): Slot {
  return slotFrom(Math.max(now, ...madeBy(announcements, now).map(({ until }) => until)))
}

/**
 * The time in which people are told that a call was taken back: at once, but nobody else's announcement is cut short.
 *
 * @returns undefined when they have not heard the call, so that there is nothing to say
 */
export function slotForRetraction(
  announcements: readonly Announcement[],
  event: number,
  now: number,
): Slot | undefined {
  const own = announcements.find((announcement) => announcement.event === event)
  if (own === undefined || own.from > now) return undefined
  const running = madeBy(announcements, now).find(
    ({ event: other, from, until }) => other !== event && from <= now && now < until,
  )
  return slotFrom(running?.until ?? now)
}

export function withCall(announcements: readonly Announcement[], call: Announcement): readonly Announcement[] {
  return [...madeBy(announcements, call.at), call]
}

/**
 * Without a call that was taken back at `now`: unseen when it had not begun; else told in `retraction`, and what was
 * to come after it waits its turn.
 */
export function withoutCall(
  announcements: readonly Announcement[],
  event: number,
  now: number,
  retraction: Slot | undefined,
): readonly Announcement[] {
  const own = announcements.find((announcement) => announcement.event === event)
  if (own === undefined) return announcements
  const others = announcements.filter((announcement) => announcement !== own)
  if (own.from > now) return others
  if (retraction === undefined) return announcements
  const begun = others.filter(({ from }) => from <= now)
  let freeFrom = retraction.until
  const ahead = others
    .filter(({ from }) => from > now)
    .map((announcement) => {
      const moved = { ...announcement, ...slotFrom(Math.max(announcement.from, freeFrom)) }
      freeFrom = moved.until
      return moved
    })
  return [...begun, { ...own, ...retraction, isRetracted: true }, ...ahead]
}

const slotFrom = (from: number): Slot => ({ from, until: from + announceMs })

/** Leaves out calls of a time that has not come yet: the clock was set back, and nobody waits for an hour to be called. */
const madeBy = (announcements: readonly Announcement[], now: number) => announcements.filter(({ at }) => at <= now)
