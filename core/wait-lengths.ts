/** How long something takes, as a table of quantiles: quick to draw from, also when a part of the time is already over. */

/** Lengths at the shares (index + ½) ÷ 128, ascending. */
export type Lengths = Float64Array

const nodes = 128
/** The share that is longer than the last of the table. */
const tailShare = 0.5 / nodes
/** Beyond the table lengths thin out with this power: the longest visits end some day, too. */
const tailPower = 5
const least = 1e-9

/** @param share between 0 and 1 */
export function lengthAt(lengths: Lengths, share: number): number {
  const at = share * nodes - 0.5
  if (at <= 0) return (lengths[0] ?? 0) * Math.max(0, 2 * share * nodes)
  if (at >= nodes - 1) return (lengths[nodes - 1] ?? 0) * (tailShare / Math.max(1 - share, 1e-12)) ** (1 / tailPower)
  const index = Math.floor(at)
  const low = lengths[index] ?? 0
  return low + (at - index) * ((lengths[index + 1] ?? low) - low)
}

/** The share that is longer. */
export function shareBeyond(lengths: Lengths, length: number): number {
  const first = lengths[0] ?? 0
  if (length <= first) return 1 - tailShare * Math.max(0, length / Math.max(first, least))
  const top = lengths[nodes - 1] ?? 0
  if (length >= top) return tailShare * (Math.max(top, least) / Math.max(length, least)) ** tailPower
  let [low, high] = [0, nodes - 1]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((lengths[middle] ?? 0) <= length) low = middle
    else high = middle
  }
  const [from, to] = [lengths[low] ?? 0, lengths[high] ?? 0]
  const within = to > from ? (length - from) / (to - from) : 0
  return 1 - (low + 0.5 + within) / nodes
}

/** What is still to come of something that has lasted `elapsed`. @param beyond the share that lasts longer than that */
export const remainingAt = (lengths: Lengths, elapsed: number, beyond: number, share: number): number =>
  Math.max(0, lengthAt(lengths, 1 - beyond * (1 - share)) - elapsed)

/** @param quantile ascending over the shares between 0 and 1 */
export const lengthsFrom = (quantile: (share: number, index: number) => number): Lengths =>
  Float64Array.from({ length: nodes }, (_, index) => quantile((index + 0.5) / nodes, index))

/** Of what was measured. @param values at least one */
export function lengthsOf(values: readonly number[]): Lengths {
  const sorted = Float64Array.from(values).sort()
  return lengthsFrom((share) => Math.max(0, quantileOf(sorted, share)))
}

/** Between the two values nearest to a share. @param sorted ascending */
export function quantileOf(sorted: ArrayLike<number>, share: number): number {
  const at = share * (sorted.length - 1)
  const index = Math.floor(at)
  const low = sorted[index] ?? 0
  return low + (at - index) * ((sorted[index + 1] ?? low) - low)
}

/** Standard normal deviates at the shares of a table. */
export const normalNodes: Lengths = lengthsFrom(normalAt)

/** Source: Acklam's rational approximation, relative error below 1.2e-9. */
function normalAt(share: number): number {
  if (share > 0.5) return -normalAt(1 - share)
  if (share < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(share))
    return (
      (((((-7.784894002430293e-3 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) * q +
        4.374664141464968) *
        q +
        2.938163982698783) /
      ((((7.784695709041462e-3 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1)
    )
  }
  const q = share - 0.5
  const r = q * q
  return (
    ((((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r -
      30.66479806614716) *
      r +
      2.506628277459239) *
      q) /
    (((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r -
      13.28068155288572) *
      r +
      1)
  )
}

/** Student's deviate from the normal one. Source: Cornish and Fisher's expansion, good from six degrees of freedom on. */
export const studentFrom = (normal: number, freedom: number): number => {
  const cubic = (normal ** 3 + normal) / 4
  const quintic = (5 * normal ** 5 + 16 * normal ** 3 + 3 * normal) / 96
  return normal + cubic / freedom + quintic / freedom ** 2
}
