/** When the clinic opens again, in the words of the wall: "Closed · opens Monday 9:00". */
import { wordsIn } from '../../core/board-words.ts'
import { clockTime, daysBetween } from '../shared/clinic-time.ts'

const languageMs = 8_000

/** @returns the sentence in the language whose turn it is; only a time when it is on the same day */
export function openingWords(
  opensAt: string,
  languages: readonly string[],
  now: number,
  zone: string,
): { readonly text: string; readonly direction: 'ltr' | 'rtl' } {
  const language = languages[Math.floor(now / languageMs) % languages.length] ?? 'en'
  const words = wordsIn(language)
  const time = clockTime(opensAt, zone).replace(/^0/, '')
  const isToday = daysBetween(new Date(now).toISOString(), opensAt, zone) === 0
  const day = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: zone }).format(Date.parse(opensAt))
  return { text: words.opens(isToday ? time : `${day} ${time}`), direction: words.direction }
}
