/** Where films are edited and saved, and how the variants of one in other languages are called. */
import { isMarkdown } from '../../../core/asset.ts'
import { variantOf } from '../../../core/explainer-locale.ts'
import { languageName } from '../../../core/languages.ts'
import { filmPath } from '../pages.ts'
import { plainName } from '../plain-name.ts'

/** Where the hub reads and saves the text of a film. */
export const sourceAddress = (path: string): string =>
  `/api/explainers/${path.split('/').map(encodeURIComponent).join('/')}`

export interface FilmWish {
  readonly path: string
  /** For a film that is not there yet: what it begins with. */
  readonly template?: string
  readonly title?: string
  /** For a variant that is not there yet: the film whose scenes it begins with. */
  readonly from?: string
}

export const editAddress = (wish: FilmWish): string => `${filmPath}?${new URLSearchParams({ ...wish }).toString()}`

export function wishAt(search: string): FilmWish {
  const sent = new URLSearchParams(search)
  const entry = (name: 'template' | 'title' | 'from') => {
    const value = sent.get(name)
    return value === null ? {} : { [name]: value }
  }
  return { path: sent.get('path') ?? '', ...entry('template'), ...entry('title'), ...entry('from') }
}

/** A film in one of its languages. */
export interface FilmVariant {
  readonly path: string
  /** BCP 47; absent for the one whose name says none. */
  readonly tag?: string
}

/** A film in all its languages, the one without a tag first. */
export function variantsOf(path: string, paths: readonly string[]): readonly FilmVariant[] {
  const { base } = variantOf(path)
  const all = [...new Set([...paths, path])].filter(isMarkdown).flatMap((each): readonly FilmVariant[] => {
    const { base: other, locale: tag } = variantOf(each)
    return other === base ? [{ path: each, ...(tag === undefined ? {} : { tag }) }] : []
  })
  return all.sort((one, other) => ((one.tag ?? '') < (other.tag ?? '') ? -1 : 1))
}

export const pathIn = (path: string, tag: string): string => variantOf(path).base.replace(/\.md$/i, `.${tag}.md`)

/** @param own of the film itself, which its name does not say */
export const variantName = ({ tag }: FilmVariant, own: string): string => languageName(tag ?? own)

/** `After your lip filler` → `films/after-your-lip-filler.md`, not one of `taken`. */
export function pathFor(title: string, taken: ReadonlySet<string>): string {
  const plain = plainName(title, 56)
  // Of a title in another script nothing is left; the title itself stands in the file.
  const base = `explainers/${plain === '' ? 'film' : plain}`
  for (let number = 1; ; number += 1) {
    const path = number === 1 ? `${base}.md` : `${base}-${number}.md`
    if (!taken.has(path)) return path
  }
}
