/** A film in several languages, `care.md`, `care.es.md` and `care.ar.md`: which of them play here. */
import { variantOf } from './explainer-locale.ts'
import { languages } from './languages.ts'

export interface Member {
  readonly path: string
  /** BCP 47. */
  readonly locale: string
}

/**
 * Whether one of a family plays: those in the languages of the TV do; if there is none, the first of them does.
 *
 * @param family all of them that are in order, the asked one among them
 * @param wanted languages of the TV, as in the settings
 */
export function isInLanguage(path: string, family: readonly Member[], wanted: readonly string[]): boolean {
  const chosen = family.filter(({ locale }) => wanted.includes(primary(locale)))
  if (chosen.length > 0) return chosen.some((member) => member.path === path)
  const { base } = variantOf(path)
  const [first] = family
    .map((member) => member.path)
    .sort((a, b) => Number(b === base) - Number(a === base) || (a < b ? -1 : 1))
  return first === path
}

/** `Spanish` for `es-MX`; the tag itself when it is none of those a clinic can choose. */
export const englishName = (locale: string): string =>
  languages.find(({ tag }) => tag === primary(locale))?.name ?? locale

const primary = (locale: string): string => locale.split('-')[0] ?? locale
