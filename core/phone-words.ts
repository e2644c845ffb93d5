/** What a patient's phone says, in the patient's language. */
import { ar } from './phone-words/ar.ts'
import { de } from './phone-words/de.ts'
import { en } from './phone-words/en.ts'
import { es } from './phone-words/es.ts'
import { fr } from './phone-words/fr.ts'
import { it } from './phone-words/it.ts'
import { ru } from './phone-words/ru.ts'
import { tr } from './phone-words/tr.ts'
import { uk } from './phone-words/uk.ts'
import type { PhoneWords } from './phone-words/words.ts'
import { zh } from './phone-words/zh.ts'
import type { TicketSnapshot } from './queue-contract.ts'

export type { PhoneWords }

export const phoneWords = { en, es, de, fr, it, tr, uk, ru, ar, zh } as const satisfies Readonly<
  Record<string, PhoneWords>
>
export type PhoneLanguage = keyof typeof phoneWords
export const phoneLanguages = Object.keys(phoneWords) as readonly PhoneLanguage[]

/** @param tags language tags, the most wanted first */
export function phoneLanguageOf(tags: readonly (string | undefined)[]): PhoneLanguage {
  for (const tag of tags) {
    const wanted = tag?.toLowerCase().split('-')[0]
    const found = phoneLanguages.find((language) => language === wanted)
    if (found !== undefined) return found
  }
  return 'en'
}

type Shown = Pick<NonNullable<TicketSnapshot['ticket']>, 'shown' | 'window'>

/** What is said of the wait, and the clock times that belong to it; undefined when nothing can be said. */
export function waitWords(
  { shown, window }: Shown,
  words: PhoneWords,
): { readonly text: string; readonly clock?: string } | undefined {
  switch (shown?.kind) {
    case undefined:
    case 'none':
      return undefined
    case 'next':
      return { text: words.next }
    case 'soon':
      return { text: words.soon }
    case 'over':
      return { text: words.over }
    case 'unknown':
      return { text: words.unknown }
    case 'range': {
      if (window === undefined) return { text: words.unknown }
      const { low, high, from, until } = window
      if (high === undefined || until === undefined) return { text: words.long(low) }
      if (from === undefined) return { text: words.upTo(high), clock: words.until(until) }
      return { text: words.between(low, high), clock: `${from}–${until}` }
    }
  }
}
