/** The watched folder and whoever makes assets of what lies in it: intake for media, explainers and films for texts. */
import path from 'node:path'
import { isMarkdown } from '../core/asset.ts'
import { isUnreadable } from '../core/file-name.ts'
import type { BrandFile } from './brand-file.ts'
import { ContentFolder } from './content-folder.ts'
import type { DataFolder } from './data-folder.ts'
import type { Database } from './database.ts'
import type { Documents } from './documents.ts'
import { Explainers } from './explainers.ts'
import { FilmMaker } from './film-maker.ts'
import { FilmShelf } from './film-shelf.ts'
import { Films, type FilmTurn } from './films.ts'
import { Intake, mostAtOnce } from './intake.ts'
import { IntakeCrew } from './intake-crew.ts'
import type { Library } from './library.ts'
import type { MediaBook } from './media-book.ts'
import type { Places } from './places.ts'
import type { Problems } from './problems.ts'
import type { Sidecars } from './sidecars.ts'
import type { Store } from './store.ts'

interface Parts {
  readonly places: Places
  /** Where scenes are kept and films are put together. */
  readonly films: DataFolder['films']
  readonly profile: 'hd' | 'uhd'
  readonly database: Database
  readonly store: Store
  readonly library: Library
  readonly book: MediaBook
  readonly sidecars: Sidecars
  readonly documents: Documents
  readonly problems: Problems
  readonly brand: BrandFile
  readonly turnOf: (path: string) => FilmTurn
  /** On which share the content folder lay. */
  readonly memory: ConstructorParameters<typeof ContentFolder>[0]['memory']
  /** The clinic's name, colours or words have been read anew. */
  readonly onBrand: () => void
  /** The content folder is there, for the first time or again. */
  readonly onThere: () => void
}

export function makeContent(parts: Parts) {
  const { places, films: work, profile, database, store, library, book, sidecars, documents, problems, brand } = parts
  // The workers and the films' templates are built beside the pages.
  const build = path.dirname(places.pages)
  const crew = new IntakeCrew({ program: path.join(build, 'intake-worker.mjs'), size: mostAtOnce })
  const intake = new Intake({
    ...{ folder: places.content, store, library, book, crew, profile },
    acceptsFlashes: (relative) => sidecars.acceptsFlashes(relative),
  })
  const maker = new FilmMaker({ cache: work.scenes, scratch: work.work, build, environment: process.env })
  const shelf = new FilmShelf(database, store, crew, work.work)
  const films = new Films({ library, maker, shelf, brand: () => brand.current(), turnOf: parts.turnOf })
  const explainers = new Explainers(places.content, library, documents, films)
  const takerOf = (relative: string) => (isMarkdown(relative) && !isUnreadable(relative) ? explainers : intake)
  const content = new ContentFolder({
    folder: places.content,
    problems,
    memory: parts.memory,
    listeners: {
      onFile: (relative) => takerOf(relative).notice(relative),
      onGone: (relative) => takerOf(relative).forget(relative),
      onBrand: () => void brand.read().then(parts.onBrand),
      onThere: parts.onThere,
      onBeside: (relative) => sidecars.notice(relative),
      onBesideGone: (relative) => sidecars.forget(relative),
      known: () => [...library.paths(), ...sidecars.names()],
      isSettled: (relative) => {
        const { refused, media, pages, stills } = library.entryAt(relative) ?? {}
        return (refused ?? media ?? pages ?? stills) !== undefined
      },
    },
  })
  const lookAgain = () => {
    intake.lookAgain()
    explainers.lookAgain()
    films.lookAgain()
  }
  return {
    ...{ content, intake, explainers, films, lookAgain },
    forget: (relative: string) => takerOf(relative).forget(relative),
    /** One file, or all of them. @returns how many are looked at */
    lookAgainAt: async (relative?: string): Promise<number> => {
      if (relative === undefined) {
        lookAgain()
        return content.rescan()
      }
      if (isMarkdown(relative)) void explainers.notice(relative)
      else void intake.reconsider(relative)
      return 1
    },
    /** After the folder itself has been closed. */
    close: async (): Promise<void> => {
      explainers.close()
      await films.close()
      await intake.close()
      await crew.close()
    },
  }
}
