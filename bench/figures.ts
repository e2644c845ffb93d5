/** The few statistics that the measures are told in. */

/** A line of the table: what, the figure, and the bound it is held against. */
export interface Row {
  readonly what: string
  readonly figure: string
  readonly bound?: string
}

export interface Measured {
  /** The figures by name, as printed with --json. */
  readonly json: Readonly<Record<string, unknown>>
  readonly rows: readonly Row[]
}

/** The value below which the share lies: nearest rank, so that it is one of the values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits))
