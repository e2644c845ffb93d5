/** What those who wait came for, as counts that never tell of one person: all that programming may know of them. */
import { z } from 'zod'

/** With two in the room, a screen tells each what the other came for. */
export const fewestCounted = 3
/** From here on more than a few wait for the same thing. */
const many = 5
const minuteMs = 60_000
/** Those who wait are counted this often, and nobody can tell which check-in it was. */
export const lookEveryMs = 5 * minuteMs
/** How long somebody is still here, minutes: no finer, so that a count says nothing of one wait. */
const stays = [2, 5, 10, 15, 20, 30, 45, 60] as const

/** Somebody who waits, as far as it is counted. */
export interface Waiting {
  readonly service: string
  /** Those who came together count as one: they came in at one moment. */
  readonly group: string
  /** Until the call, as expected; undefined while nobody knows. */
  readonly minutes?: number | undefined
}

const count = z.object({
  /** Never below three. */
  people: z.int().min(fewestCounted),
  /** For so long at least three of them (of all who wait: also at least half) are expected to be here still. */
  stayMinutes: z.number().nonnegative(),
})
export type Count = z.infer<typeof count>

const counts = {
  /** All who wait; absent below three. */
  all: count.optional(),
  /** By service; those for which fewer than three wait are not there. */
  services: z.record(z.string(), count),
}
/** What one look has counted. */
export const look = z.object({ at: z.number(), ...counts })
export type Look = z.infer<typeof look>

/** What held at two looks in a row, and still does. */
export const demand = z.object(counts)
export type Demand = z.infer<typeof demand>
export const noDemand: Demand = { services: {} }

/** Counts those who wait. @param at milliseconds since 1970 UTC */
export function lookAt(waiting: readonly Waiting[], at: number): Look {
  const services: Record<string, Count> = {}
  for (const id of new Set(waiting.map(({ service }) => service))) {
    const own = counted(
      waiting.filter(({ service }) => service === id),
      fewestCounted,
    )
    if (own !== undefined) services[id] = own
  }
  const all = counted(waiting, Math.max(fewestCounted, Math.ceil(groupsOf(waiting).length / 2)))
  return { at, ...(all === undefined ? {} : { all }), services }
}

/**
 * What two looks in a row have seen, the smaller figure of each: somebody who has just come in changes nothing.
 *
 * Nothing when the looks do not follow each other: a hub that was away begins anew.
 */
export function demandOf(before: Look | undefined, now: Look): Demand {
  if (before === undefined || slotOf(before.at) !== slotOf(now.at) - 1) return noDemand
  return both(before, now)
}

/** Between looks a count only ever goes away: below three nothing is known any more, at once. */
export function stillHeld(held: Demand, waiting: readonly Waiting[]): Demand {
  const now = lookAt(waiting, 0)
  const isGone = (id: string) => now.services[id] === undefined
  if (!Object.keys(held.services).some(isGone) && (held.all === undefined || now.all !== undefined)) return held
  const services = Object.fromEntries(Object.entries(held.services).filter(([id]) => !isGone(id)))
  return { ...(held.all === undefined || now.all === undefined ? {} : { all: held.all }), services }
}

/** Which of the looks an instant belongs to: one every five minutes. */
export const slotOf = (at: number): number => Math.floor(at / lookEveryMs)

/** How many times as often something comes for which so many wait: never more than three times. */
export const factorOf = (people: number): 1 | 2 | 3 => (people >= many ? 3 : people >= fewestCounted ? 2 : 1)

/** Why something comes out of its order, as desk and studio read it. @param people never below three */
export const encoreWords = (people: number): string => `${people} people are waiting for this.`

/** The people whom an item concerns, and how long some of them stay: a service below three adds nothing. */
export function concernedBy(services: readonly string[], { services: known }: Demand): Count | undefined {
  const found = [...new Set(services)].flatMap((id) => known[id] ?? [])
  if (found.length === 0) return undefined
  return {
    people: found.reduce((sum, { people }) => sum + people, 0),
    stayMinutes: Math.max(...found.map(({ stayMinutes }) => stayMinutes)),
  }
}

function both(one: Look, other: Look): Demand {
  const least = (left: Count, right: Count): Count => ({
    people: Math.min(left.people, right.people),
    stayMinutes: Math.min(left.stayMinutes, right.stayMinutes),
  })
  const services = Object.entries(one.services).flatMap(([id, own]) => {
    const again = other.services[id]
    return again === undefined ? [] : [[id, least(own, again)] as const]
  })
  const all = one.all === undefined || other.all === undefined ? undefined : least(one.all, other.all)
  return { ...(all === undefined ? {} : { all }), services: Object.fromEntries(services) }
}

const groupsOf = (waiting: readonly Waiting[]): readonly (readonly Waiting[])[] => [
  ...Map.groupBy(waiting, ({ group }) => group).values(),
]

/** @param staying how many of them have to be here still */
function counted(waiting: readonly Waiting[], staying: number): Count | undefined {
  const groups = groupsOf(waiting)
  if (groups.length < fewestCounted) return undefined
  const isHere = (group: readonly Waiting[], minutes: number) =>
    group.some((one) => one.minutes === undefined || one.minutes >= minutes)
  const stayMinutes = stays.findLast((minutes) => groups.filter((group) => isHere(group, minutes)).length >= staying)
  return { people: groups.length, stayMinutes: stayMinutes ?? 0 }
}
