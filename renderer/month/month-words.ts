/** A month's figures in words: lengths, averages, names of months and days. */
import { averageOf } from '../../core/month-csv.ts'
import type { PlaySums } from '../../core/play-contract.ts'

/** `November 2026`: a month has no zone. */
export const monthWords = (month: string): string =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${month}-15T12:00:00Z`),
  )

export const numberWords = (value: number): string => new Intl.NumberFormat('en-GB').format(value)

/** `45 s`, `12 min`, `31 h 5 min` */
export function lengthWords(ms: number): string {
  const seconds = Math.round(ms / 1_000)
  if (seconds < 90) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${minutes} min`
  return hours < 100 && rest > 0 ? `${numberWords(hours)} h ${rest} min` : `${numberWords(hours)} h`
}

/** How many waited when it began, on average: `3.4`; a dash when nobody knows. */
export const averageWords = (sums: PlaySums): string => averageOf(sums)?.toFixed(1) ?? '–'

export function shareWords(part: number, whole: number): string {
  if (whole === 0) return '–'
  // What is nearly all is not all.
  const percent = (100 * part) / whole
  return `${part === whole ? 100 : Math.min(99, Math.round(percent))} %`
}
