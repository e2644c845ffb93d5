/** How a provider's day goes: with many, the first visits take longer than the last. Learned by half hours since their first call. */
import type { WaitModel } from './wait-model.ts'

const stretchMinutes = 30
/** The last one has no end. */
const stretches = 9
/** How many visits of a half hour have to be seen before they count half. */
const surety = 30

/** By half hour, how many times as long as usual a visit takes that begins in it. */
export type Pace = Float64Array

/** @param since minutes from the provider's first call of the day */
export const stretchAt = (since: number): number =>
  Math.min(stretches - 1, Math.max(0, Math.floor(since / stretchMinutes)))

export const paceKey = (provider: string, since: number): string => `${provider}|${stretchAt(since)}`

export const paceOf = ({ paces }: Pick<WaitModel, 'paces'>, provider: string): Pace =>
  Float64Array.from({ length: stretches }, (_, stretch) => {
    const { count, mean } = paces?.[`${provider}|${stretch}`] ?? { count: 0, mean: 0 }
    return Math.exp((mean * count) / (count + surety))
  })
