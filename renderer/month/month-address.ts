/** Where the report of a month is. */

/** @param month left out, this one */
export const addressOf = (month: string | undefined, format?: 'csv'): string => {
  const query = new URLSearchParams()
  if (month !== undefined) query.set('month', month)
  if (format !== undefined) query.set('format', format)
  return `/api/reports/month?${query}`
}
