/** A day of the calendar as films and their sheets write it. */

/** Of a day of more words than these a screen that stands has no room for all on one line. */
const mostWords = 4

/**
 * `31 March 2027`, with spaces at which no line ends: a day is read whole. A long one, `30 de septiembre de 2026`, has its year
 * on the next line where it must.
 *
 * @param day YYYY-MM-DD, the same day whatever the zone of this computer
 */
export function wholeDay(locale: string, day: string): string {
  const at = new Date(`${day}T00:00:00Z`)
  const words = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(at).split(/\s+/)
  if (words.length <= mostWords) return words.join('\u00a0')
  return `${words.slice(0, -2).join('\u00a0')} ${words.slice(-2).join('\u00a0')}`
}
