/** What is kept of films on this computer until they are saved, so that closing a page loses nothing. */
import { type FilmDraft, textOf } from './film-draft.ts'

/** What stands in the folder; without a version when nothing does. */
export interface FileText {
  readonly text: string
  readonly version: string | null
}

/** How a film was taken away here: with the names by which the hub brings back its languages, or only from this page. */
export type Thrown = { readonly kind: 'deleted'; readonly undos: readonly string[] } | { readonly kind: 'discarded' }

/** What somebody has written and not saved yet, and what they began with. */
export interface Kept {
  /** Two tabs may write at the same film: each has its own, and lays down no other one. */
  readonly id: string
  readonly film: FilmDraft
  readonly base: FileText
  readonly thrown?: Thrown
}

const begin = 'anteroom-film-'
const keyOf = (path: string): string => begin + path

/** Longer than the tab, and for the tab itself, in which nobody else writes. */
const stores = (): readonly Storage[] => [sessionStorage, localStorage]

export function keep(path: string, kept: Kept): void {
  try {
    for (const store of stores()) store.setItem(keyOf(path), JSON.stringify(kept))
  } catch {
    // A browser that keeps nothing, or has no room: the page itself still has it.
  }
}

/** @param id what another tab keeps of the same film stays */
export function forget(path: string, id: string): void {
  try {
    for (const store of stores()) if (keptIn(store, path)?.id === id) store.removeItem(keyOf(path))
  } catch {
    // Nothing was kept.
  }
}

/**
 * What stands in the folder word for word is nobody's to save any more: a page that is left in the blink of a save never hears that it was.
 *
 * @param saved the text in the folder
 */
export function forgetSaved(path: string, saved: string): void {
  for (const store of stores()) {
    try {
      const kept = keptIn(store, path)
      if (kept !== undefined && textOf(kept.film) === saved) store.removeItem(keyOf(path))
    } catch {
      // Nobody can read it: it stays.
    }
  }
}

export function keptAt(path: string): Kept | undefined {
  try {
    const [own, last] = stores().map((store) => keptIn(store, path))
    return own ?? last
  } catch {
    return undefined
  }
}

/** Of which this computer alone knows every word. */
export interface UnsavedFilm {
  readonly path: string
  readonly title: string
  /** It was never in the folder; else only what was changed is not. */
  readonly isNew: boolean
}

/** Films with words that nobody has saved yet: those stand nowhere else. */
export function unsavedFilms(): readonly UnsavedFilm[] {
  try {
    const paths = Object.keys(localStorage).flatMap((key) => (key.startsWith(begin) ? [key.slice(begin.length)] : []))
    return paths.sort().flatMap((path) => {
      const unsaved = unsavedAt(path)
      return unsaved === undefined ? [] : [unsaved]
    })
  } catch {
    return []
  }
}

function unsavedAt(path: string): UnsavedFilm | undefined {
  try {
    const { film, base, thrown } = keptIn(localStorage, path) ?? {}
    if (film === undefined || base === undefined || thrown !== undefined || textOf(film) === base.text) return undefined
    const { title } = film.settings
    const named = typeof title === 'string' && title !== '' ? title : path
    return { path, title: named, isNew: base.version === null }
  } catch {
    // Nobody can read it, here or in the editor. The others are told all the same.
    return undefined
  }
}

/** Nothing of a film is kept on this computer any more. @returns the way back */
export function throwAway(path: string): () => void {
  const before = stores().map((store) => [store, store.getItem(keyOf(path))] as const)
  for (const [store] of before) store.removeItem(keyOf(path))
  return () => {
    for (const [store, kept] of before) if (kept !== null) store.setItem(keyOf(path), kept)
  }
}

function keptIn(store: Storage, path: string): Kept | undefined {
  const kept = JSON.parse(store.getItem(keyOf(path)) ?? 'null') as Partial<Kept> | null
  const { id, film, base, thrown } = kept ?? {}
  if (id === undefined || film === undefined || base === undefined) return undefined
  // Kept before a film could be deleted in all its languages: it stands under “Recently deleted”.
  const isKnown = thrown !== undefined && (thrown.kind === 'discarded' || Array.isArray(thrown.undos))
  return { id, film, base, ...(isKnown ? { thrown } : {}) }
}
