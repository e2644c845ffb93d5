/** Which day's report is wanted, and where it is. */

export interface Wanted {
  /** Left out, today. */
  readonly day: string | undefined
  readonly withProviders: boolean
}

export const addressOf = ({ day, withProviders }: Wanted, format?: 'csv'): string => {
  const query = new URLSearchParams()
  if (day !== undefined) query.set('day', day)
  if (withProviders) query.set('providers', 'yes')
  if (format !== undefined) query.set('format', format)
  return `/api/reports/day?${query}`
}
