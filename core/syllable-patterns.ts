/** What is learned of each language's syllables: two megabytes, which a hub reads once there is a word to part. */
import type { Patterns } from 'hyphen'
import german from 'hyphen/patterns/de-1996.js'
import english from 'hyphen/patterns/en-us.js'
import spanish from 'hyphen/patterns/es.js'
import french from 'hyphen/patterns/fr.js'
import italian from 'hyphen/patterns/it.js'
import dutch from 'hyphen/patterns/nl.js'
import polish from 'hyphen/patterns/pl.js'
import portuguese from 'hyphen/patterns/pt.js'
import russian from 'hyphen/patterns/ru.js'
import turkish from 'hyphen/patterns/tr.js'
import ukrainian from 'hyphen/patterns/uk.js'

const patterns: Readonly<Record<string, Patterns>> = {
  de: german,
  en: english,
  es: spanish,
  fr: french,
  it: italian,
  nl: dutch,
  pl: polish,
  pt: portuguese,
  ru: russian,
  tr: turkish,
  uk: ukrainian,
}

export const patternsOf = (language: string): Patterns | undefined => patterns[language]
