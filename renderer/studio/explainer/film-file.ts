/** A film in the folder: what stands there, what is kept on this computer until it is saved, and what somebody else has made of it meanwhile. */

import type { ExplainerSource } from '../../../core/explainer-contract.ts'
import { draftOf, withSettings } from '../../../core/explainer-draft.ts'
import { variantOf } from '../../../core/explainer-locale.ts'
import { templates } from '../../../core/scene.ts'
import { exampleOf } from './examples.ts'
import { type FilmWish, sourceAddress } from './film-address.ts'
import { draftFrom, type FilmDraft } from './film-draft.ts'

/** What stands in the folder; without a version when nothing does. */
export interface FileText {
  readonly text: string
  readonly version: string | null
}

/** What somebody has written and not saved yet, and what they began with. */
interface Kept {
  readonly film: FilmDraft
  readonly base: FileText
}

export interface OpenedFilm {
  readonly base: FileText
  readonly film: FilmDraft
  /** The file has changed since what was kept was written. */
  readonly theirs?: FileText
}

/** @throws when the hub does not answer, or refuses with a sentence */
export async function openFilm(wish: FilmWish): Promise<OpenedFilm> {
  const there = await fileAt(wish.path)
  const kept = keptAt(wish.path)
  if (kept !== undefined) {
    if (there?.version === kept.base.version || there === undefined) return { base: kept.base, film: kept.film }
    return { base: kept.base, film: kept.film, theirs: there }
  }
  if (there !== undefined) return { base: there, film: draftFrom(there.text) }
  return { base: { text: '', version: null }, film: draftFrom(await beginning(wish)) }
}

/** @returns nothing when there is no such file */
export async function fileAt(path: string): Promise<FileText | undefined> {
  const response = await fetch(sourceAddress(path))
  const body = (await response.json()) as ExplainerSource & { readonly reason?: string; readonly message?: string }
  if (response.ok) return { text: body.text, version: body.version }
  if (response.status === 404) return undefined
  throw new Error(body.message ?? 'The hub could not open this film.')
}

/** What a film that is not there yet begins with: another one's scenes in another language, or the template's example. */
async function beginning({ path, template, title, from }: FilmWish): Promise<string> {
  const original = from === undefined ? undefined : await fileAt(from)
  const { locale: tag } = variantOf(path)
  if (original !== undefined) {
    const { settings } = draftOf(original.text)
    return withSettings(original.text, { ...settings, ...(tag === undefined ? {} : { locale: tag }) })
  }
  const known = templates.find((name) => name === template) ?? 'procedure'
  const example = exampleOf(known)
  const { settings } = draftOf(example)
  return withSettings(example, {
    ...settings,
    ...(title === undefined ? {} : { title }),
    ...(tag === undefined ? {} : { locale: tag }),
  })
}

const keyOf = (path: string): string => `anteroom-film-${path}`

export function keep(path: string, kept: Kept | undefined): void {
  try {
    if (kept === undefined) localStorage.removeItem(keyOf(path))
    else localStorage.setItem(keyOf(path), JSON.stringify(kept))
  } catch {
    // A browser that keeps nothing, or has no room: the page itself still has it.
  }
}

function keptAt(path: string): Kept | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(path)) ?? 'null') as Partial<Kept> | null
    return kept?.film !== undefined && kept.base !== undefined ? { film: kept.film, base: kept.base } : undefined
  } catch {
    return undefined
  }
}
