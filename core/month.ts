/** Months as people name them: `2026-11`, from its first day to the day after its last one. */

const mostMonths = 60

export interface Month {
  readonly from: string
  /** The day after the last one. */
  readonly to: string
}

export function daysOfMonth(month: string): Month {
  return { from: `${month}-01`, to: `${monthAfter(month)}-01` }
}

export const monthOf = (day: string): string => day.slice(0, 7)

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? named(year + 1, 1) : named(year, number + 1)
}

/** From the last to the first, both included; of a clock that was decades off, only the last years. */
export function monthsBack(last: string, first: string): readonly string[] {
  const months = [last]
  for (let month = monthBefore(last); month >= first && months.length < mostMonths; month = monthBefore(month))
    months.push(month)
  return months
}

function monthBefore(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 1 ? named(year - 1, 12) : named(year, number - 1)
}

const named = (year: number, month: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
