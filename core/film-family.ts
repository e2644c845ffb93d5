/** One film in several languages: `care.md`, and beside it `care.es.md` and `care.ar.md`; and which of them play here. */
import { languages } from './languages.ts'

export interface Member {
  readonly path: string
  /** BCP 47. */
  readonly locale: string
}

const named = /^(.*[^/])\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.md$/

/**
 * What all variants of a film have in common: `films/care.md` for `films/care.es.md`, and for itself.
 *
 * Two or three small letters may be the end of a name as well: only a language that is known here makes a variant.
 */
export function familyOf(path: string): string {
  const [, stem, tag = ''] = named.exec(path) ?? []
  return stem === undefined || !isKnown(tag) ? path : `${stem}.md`
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
  const base = familyOf(path)
  const [first] = family
    .map((member) => member.path)
    .sort((a, b) => Number(b === base) - Number(a === base) || (a < b ? -1 : 1))
  return first === path
}

/** `Spanish` for `es-MX`; the tag itself when it is none of those a clinic can choose. */
export const englishName = (locale: string): string =>
  languages.find(({ tag }) => tag === primary(locale))?.name ?? locale

const primary = (locale: string): string => locale.split('-')[0] ?? locale
const isKnown = (tag: string): boolean => languages.some((one) => one.tag === primary(tag))
