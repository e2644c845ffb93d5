/** Rolls a moment of the clinic forward two hundred times, with the rule of *Call next*, and counts when each ticket is called. */
import { comesBefore, type Standing } from './call-order.ts'
import type { WaitRange } from './wait-calibration.ts'
import { fillShares, keyOf, mixed } from './wait-chance.ts'
import { lengthAt, quantileOf, remainingAt, shareBeyond } from './wait-lengths.ts'
import { stretchAt } from './wait-pace.ts'
import type { Comer, OnDuty, Scene } from './wait-scene.ts'

export const replications = 200
/** Whoever is not called within so many minutes is not called at all. */
const horizon = 16 * 60
/** What is drawn for each person. */
const [visit, gap, coming, staying, turn] = [0, 1, 2, 3, 4]
const purposes = 5

/**
 * When each ticket of a scene that waits, or is on hold, will be called.
 *
 * @param seed same scene, same seed, same answer; another ticket does not change the draws of the others
 * @returns by ticket; no entry for those whom nobody on duty takes
 * Source: Whitt 1999, Management Science 45:870
 */
export function forecast(scene: Scene, seed: number): ReadonlyMap<string, WaitRange> {
  const roll = new Roll(scene, seed)
  for (let index = 0; index < replications; index += 1) roll.run(index)
  return roll.ranges()
}

type Writable<Type> = { -readonly [Name in keyof Type]: Type[Name] }

/** One forecast: everything that the replications share, in arrays that are made once. */
class Roll {
  readonly #scene: Scene
  readonly #draws: Float64Array
  readonly #served: Float64Array
  /** By provider. */
  readonly #free: Float64Array
  readonly #pauseAt: Float64Array
  readonly #beyond: Float64Array
  /** By comer. */
  readonly #standings: Writable<Standing>[]
  /** From when on they could be called: here, and not too early for their appointment. */
  readonly #ready: Float64Array
  readonly #leaves: Float64Array
  readonly #skipped: Int32Array
  readonly #unseen: Float64Array
  readonly #waits: Float64Array
  readonly #counts: Int32Array
  readonly #alive: Int32Array
  readonly #able: Uint8Array

  constructor(scene: Scene, seed: number) {
    const { providers, comers } = scene
    this.#scene = scene
    this.#draws = drawsFor(
      comers.map(({ id }) => id),
      seed,
    )
    this.#served = drawsFor(
      providers.map(({ id, doing }) => (doing.kind === 'busy' ? doing.with : id)),
      seed,
    )
    this.#free = new Float64Array(providers.length)
    this.#pauseAt = new Float64Array(providers.length)
    this.#beyond = Float64Array.from(providers, (provider) => beyondOf(provider, scene))
    this.#standings = comers.map(({ standing }) => ({ ...standing }))
    this.#ready = new Float64Array(comers.length)
    this.#leaves = new Float64Array(comers.length)
    this.#skipped = new Int32Array(comers.length).fill(-1)
    this.#unseen = Float64Array.from(comers, (comer) => unseenShare(comer, scene))
    this.#waits = new Float64Array(comers.length * replications)
    this.#counts = new Int32Array(comers.length)
    this.#alive = new Int32Array(comers.length)
    this.#able = Uint8Array.from(
      comers.flatMap(({ lengths }) => providers.map((_, index) => (lengths[index] === undefined ? 0 : 1))),
    )
  }

  run(replication: number): void {
    const { providers, comers } = this.#scene
    for (let index = 0; index < providers.length; index += 1) this.#begin(index, replication)
    let asked = 0
    for (let index = 0; index < comers.length; index += 1) {
      this.#alive[index] = index
      if (this.#come(index, replication)) asked += 1
    }
    let left = comers.length
    while (asked > 0) {
      const provider = this.#earliest()
      const at = this.#free[provider] ?? horizon
      if (!(at < horizon)) return
      if (at >= (this.#pauseAt[provider] ?? horizon)) {
        this.#pauseAt[provider] = horizon
        this.#free[provider] = at + (providers[provider]?.pause?.minutes ?? 0)
        continue
      }
      const place = this.#next(provider, at, left, replication)
      if (place < 0) continue
      const comer = this.#alive[place] ?? 0
      left -= 1
      // In the order of check-in, which decides between equals.
      this.#alive.copyWithin(place, place + 1, left + 1)
      if (comers[comer]?.comes.kind !== 'booked') {
        this.#waits[comer * replications + (this.#counts[comer] ?? 0)] = at
        this.#counts[comer] = (this.#counts[comer] ?? 0) + 1
        asked -= 1
      }
      const lengths = comers[comer]?.lengths[provider]
      const minutes = lengths === undefined ? 0 : lengthAt(lengths, this.#drawn(comer, visit, replication))
      const paced = minutes * paceAt(providers[provider], at)
      this.#free[provider] = at + paced + lengthAt(this.#scene.gaps, this.#drawn(comer, gap, replication))
    }
  }

  ranges(): ReadonlyMap<string, WaitRange> {
    const all = new Map<string, WaitRange>()
    for (const [index, { id }] of this.#scene.comers.entries()) {
      const count = this.#counts[index] ?? 0
      if (count === 0) continue
      const sorted = this.#waits.subarray(index * replications, index * replications + count).sort()
      const at = (share: number) => quantileOf(sorted, share)
      all.set(id, { p20: at(0.2), p50: at(0.5), p80: at(0.8), p90: at(0.9) })
    }
    return all
  }

  /** When a provider can call first. */
  #begin(index: number, replication: number): void {
    const { providers, gaps } = this.#scene
    const { doing, pause } = providers[index] as OnDuty
    const served = index * purposes * replications + replication
    const ownGap = this.#served[served + gap * replications] ?? 0
    this.#pauseAt[index] = pause?.from ?? horizon
    switch (doing.kind) {
      case 'busy': {
        const share = this.#served[served + visit * replications] ?? 0
        const pace = paceAt(providers[index], -doing.elapsed)
        const remaining = remainingAt(doing.lengths, doing.elapsed / pace, this.#beyond[index] ?? 1, share)
        this.#free[index] = pace * remaining + lengthAt(gaps, ownGap)
        return
      }
      case 'free':
        this.#free[index] = doing.idle > 0 ? remainingAt(gaps, doing.idle, this.#beyond[index] ?? 1, ownGap) : 0
        return
      case 'away':
        this.#free[index] = Math.max(0, doing.until)
    }
  }

  /** When a comer is here, and when they give up. @returns whether somebody wants to know */
  #come(index: number, replication: number): boolean {
    const { comes, givingUp } = this.#scene.comers[index] as Comer
    this.#leaves[index] =
      givingUp > 0 ? -Math.log(1 - this.#drawn(index, staying, replication)) / givingUp : Number.POSITIVE_INFINITY
    const standing = this.#standings[index] as Writable<Standing>
    const { appointmentAt, isPriority } = standing
    const least = appointmentAt === undefined || isPriority ? 0 : appointmentAt - this.#scene.rule.earliest
    if (comes.kind !== 'booked') {
      this.#ready[index] = Math.max(comes.kind === 'here' ? 0 : comes.at, least)
      return (this.#leaves[index] ?? 0) > 0
    }
    const { offsets, missed } = this.#scene
    const unseen = this.#unseen[index] ?? 1
    // Whoever has not been seen yet either comes later or not at all.
    const share = this.#drawn(index, coming, replication)
    const willCome = ((1 - missed) * unseen) / ((1 - missed) * unseen + missed)
    const at = share < willCome ? comes.at + quantileOf(offsets, 1 - unseen * (1 - share / willCome)) : horizon
    standing.arrivedAt = Math.max(0, at)
    standing.since = standing.arrivedAt
    this.#ready[index] = Math.max(standing.arrivedAt, least)
    this.#leaves[index] = (this.#leaves[index] ?? 0) + Math.max(0, at)
    return false
  }

  #earliest(): number {
    let first = 0
    for (let index = 1; index < this.#free.length; index += 1) {
      if ((this.#free[index] ?? 0) < (this.#free[first] ?? 0)) first = index
    }
    return first
  }

  /** The place of whom a provider calls; −1, and the provider is free later, when there is nobody. */
  #next(provider: number, at: number, left: number, replication: number): number {
    const { providers, rule } = this.#scene
    const { id } = providers[provider] as OnDuty
    // Out of the object once: this loop is nearly all of the work.
    const [alive, standings, able, ready, leaves] = [
      this.#alive,
      this.#standings,
      this.#able,
      this.#ready,
      this.#leaves,
    ]
    const count = providers.length
    let first: Standing | undefined
    let best = -1
    let callable = 0
    let nextAt = horizon
    for (let place = 0; place < left; place += 1) {
      const comer = alive[place] as number
      if (able[comer * count + provider] === 0 || (leaves[comer] as number) <= at) continue
      const readyAt = ready[comer] as number
      if (readyAt > at) {
        if (readyAt < nextAt) nextAt = readyAt
        continue
      }
      callable += 1
      const standing = standings[comer] as Standing
      if (first !== undefined && !comesBefore(standing, first, id, at, rule)) continue
      best = place
      first = standing
    }
    if (best < 0) {
      this.#free[provider] = nextAt
      return best
    }
    const comer = alive[best] ?? 0
    const chance = this.#drawn(comer, turn, replication) / this.#scene.outOfTurn
    if (callable < 2 || chance >= 1 || this.#skipped[comer] === replication) return best
    // Now and then somebody else is called: each of those who could be, with the same chance.
    this.#skipped[comer] = replication
    let wanted = Math.floor(chance * callable)
    for (let place = 0; place < left; place += 1) {
      if (this.#readyAt(place, provider, at) > at) continue
      if (wanted === 0) return place
      wanted -= 1
    }
    return best
  }

  /** From when on a provider could call them; the horizon when never. */
  #readyAt(place: number, provider: number, at: number): number {
    const comer = this.#alive[place] ?? 0
    if (this.#able[comer * this.#free.length + provider] === 0) return horizon
    if ((this.#leaves[comer] ?? 0) <= at) return horizon
    return this.#ready[comer] ?? horizon
  }

  #drawn(comer: number, purpose: number, replication: number): number {
    return this.#draws[(comer * purposes + purpose) * replications + replication] ?? 0
  }
}

/** How many times as long as usual a visit takes that begins so many minutes from now. */
const paceAt = (provider: OnDuty | undefined, at: number): number =>
  provider?.pace === undefined ? 1 : (provider.pace.factors[stretchAt(provider.pace.since + at)] ?? 1)

/** Keyed by seed, person and purpose. */
function drawsFor(ids: readonly string[], seed: number): Float64Array {
  const draws = new Float64Array(ids.length * purposes * replications)
  for (const [index, id] of ids.entries()) {
    for (let purpose = 0; purpose < purposes; purpose += 1) {
      const key = mixed(keyOf(id) ^ mixed(seed * purposes + purpose + 1))
      fillShares(draws, (index * purposes + purpose) * replications, replications, key)
    }
  }
  return draws
}

/** The share of visits, or of gaps, that last longer than this one has already. */
function beyondOf(provider: OnDuty, { gaps }: Scene): number {
  const { doing } = provider
  switch (doing.kind) {
    case 'busy':
      return shareBeyond(doing.lengths, doing.elapsed / paceAt(provider, -doing.elapsed))
    case 'free':
      return shareBeyond(gaps, doing.idle)
    case 'away':
      return 1
  }
}

/** The share of those who come that are still to come, this long before or after their appointment. */
function unseenShare({ comes }: Comer, { offsets }: Scene): number {
  if (comes.kind !== 'booked') return 1
  let seen = 0
  while (seen < offsets.length && (offsets[seen] ?? 0) <= -comes.at) seen += 1
  // However late it is: nobody can be sure that they will not come.
  return Math.max(0.5 / (offsets.length + 1), 1 - seen / offsets.length)
}
