/** A film as it is opened: what stands in the folder, what is kept on this computer, and what a new one begins with. */
import type { Asset } from '../../../core/asset.ts'
import type { ExplainerSource } from '../../../core/explainer-contract.ts'
import { withSettings } from '../../../core/explainer-draft.ts'
import { variantOf } from '../../../core/explainer-locale.ts'
import { templates } from '../../../core/scene.ts'
import { randomId } from '../../shared/press.ts'
import { exampleOf } from './examples.ts'
import { type FilmWish, sourceAddress } from './film-address.ts'
import { draftFrom, textOf } from './film-draft.ts'
import { type FileText, forgetSaved, type Kept, keptAt } from './kept-film.ts'

/** No file, or none any more. */
export const gone: FileText = { text: '', version: null }

export interface OpenedFilm extends Kept {
  /** The file has changed since what was kept was written. */
  readonly theirs?: FileText
}

/** @throws when the hub does not answer, or refuses with a sentence */
export async function openFilm(wish: FilmWish): Promise<OpenedFilm> {
  const there = await fileAt(wish.path)
  if (there !== undefined) forgetSaved(wish.path, there.text)
  const kept = keptAt(wish.path)
  if (there !== undefined) {
    // What was deleted with nothing unsaved in it asks nothing when it is there again, or another one of its name.
    const isUnsaved = kept !== undefined && textOf(kept.film) !== kept.base.text
    if (!isUnsaved) return { id: randomId(), base: there, film: draftFrom(there.text) }
    const { thrown: _, ...mine } = kept
    return there.version === mine.base.version ? mine : { ...mine, theirs: there }
  }
  if (kept !== undefined && kept.thrown === undefined)
    return kept.base.version === null ? kept : { ...kept, theirs: gone }
  // The page of one that was discarded a moment ago, opened again: the way back is still there.
  if (kept !== undefined && isReloaded()) return kept
  const isBegun = wish.template !== undefined || wish.from !== undefined
  if (isBegun) return { id: randomId(), base: gone, film: draftFrom(await beginning(wish)) }
  if (kept !== undefined) return kept
  throw new Error(`There is no film “${wish.path}” in the folder. Was it renamed or deleted? Look on the page Content.`)
}

const isReloaded = (): boolean =>
  performance.getEntriesByType('navigation').some((each) => (each as PerformanceNavigationTiming).type === 'reload')

/** @returns nothing when there is no such file */
export async function fileAt(path: string): Promise<FileText | undefined> {
  const response = await fetch(sourceAddress(path))
  const body = (await response.json()) as ExplainerSource & { readonly reason?: string; readonly message?: string }
  if (response.ok) return { text: body.text, version: body.version }
  if (response.status === 404) return undefined
  throw new Error(body.message ?? 'Anteroom could not open this film.')
}

/** Another one as soon as the hub has looked at another text of it. Not its progress: that says nothing about the file. */
export const newsOf = (asset: Asset | undefined): string =>
  `${asset?.state} ${asset?.hash} ${asset?.refusedAt} ${asset?.reason?.message}`

/** What a film that is not there yet begins with: another one's scenes in another language, or the template's example. */
async function beginning({ path, template, title, from }: FilmWish): Promise<string> {
  const original = from === undefined ? undefined : await fileAt(from)
  const { locale: tag } = variantOf(path)
  if (original !== undefined) return withSettings(original.text, tag === undefined ? {} : { locale: tag })
  const known = templates.find((name) => name === template) ?? 'procedure'
  const example = exampleOf(known)
  return withSettings(example, {
    ...(title === undefined ? {} : { title }),
    ...(tag === undefined ? {} : { locale: tag }),
  })
}
