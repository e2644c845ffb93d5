/** Plays some things more often than others in a round, spread evenly: three times is not three in a row. */

export interface Weighted<Value> {
  readonly value: Value
  /** How many times in a round, at least 1. */
  readonly weight: number
}

/**
 * One round, in the order given as far as the weights leave it.
 *
 * Of the first n places of the round, each value has its share to within one, rounded up or down.
 *
 * @param most how many places are wanted at most
 * Source: earliest deadline first over the windows [kW/w, (k+1)W/w); Baruah et al. 1996, Algorithmica 15:600 (P-fair)
 */
export function spreadEvenly<Value>(all: readonly Weighted<Value>[], most: number): readonly Value[] {
  if (all.every(({ weight }) => weight === 1)) return all.slice(0, most).map(({ value }) => value)
  const whole = all.reduce((sum, { weight }) => sum + weight, 0)
  const played = all.map(() => 0)
  const round: Value[] = []
  for (let place = 0; place < Math.min(whole, most); place += 1) {
    let next = -1
    let soonest = Number.POSITIVE_INFINITY
    for (const [index, { weight }] of all.entries()) {
      const times = played[index] ?? 0
      if (times === weight || Math.floor((times * whole) / weight) > place) continue
      const deadline = Math.ceil(((times + 1) * whole) / weight)
      if (deadline < soonest) [next, soonest] = [index, deadline]
    }
    const chosen = all[next]
    if (chosen === undefined) break
    played[next] = (played[next] ?? 0) + 1
    round.push(chosen.value)
  }
  return round
}
