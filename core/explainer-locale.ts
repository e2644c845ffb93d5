/** One explainer in several languages: `lips.md`, `lips.es.md`, `lips.ar.md`. */
import { languageTags } from './languages.ts'

export interface Variant {
  /** The path without its language: `treatments/lips.md`; the same for all variants of a film. */
  readonly base: string
  /** BCP 47, as written in the name; absent when it says none. */
  readonly locale?: string
}

/** @param path of an explainer, with `/`; only the languages a clinic can choose count: `summer.new.md` is in no language */
export function variantOf(path: string): Variant {
  const found = /^(.*[^/.])\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)(\.md)$/i.exec(path)
  const [, name = '', tag = '', ending = ''] = found ?? []
  const isLanguage = (languageTags as readonly string[]).includes(tag.split('-')[0]?.toLowerCase() ?? '')
  return found === null || !isLanguage ? { base: path } : { base: name + ending, locale: tag }
}
