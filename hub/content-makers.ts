/** The watched folder and whoever makes assets of what lies in it: intake for media, explainers and films for texts. */
import path from 'node:path'
import { isMarkdown } from '../core/asset.ts'
import { isUnreadable } from '../core/file-name.ts'
import type { Hanging } from '../core/settings.ts'
import type { BrandFile } from './brand-file.ts'
import { ContentFolder } from './content-folder.ts'
import type { DataFolder } from './data-folder.ts'
import type { Database } from './database.ts'
import type { Documents } from './documents.ts'
import { Explainers } from './explainers.ts'
import { sizeFor } from './film-job.ts'
import { FilmMaker } from './film-maker.ts'
import { FilmPace } from './film-pace.ts'
import { FilmPictures } from './film-pictures.ts'
import type { FilmTurn } from './film-queue.ts'
import { FilmShelf } from './film-shelf.ts'
import { Films } from './films.ts'
import { Intake, mostAtOnce } from './intake.ts'
import { IntakeCrew } from './intake-crew.ts'
import type { Library } from './library.ts'
import type { MediaBook } from './media-book.ts'
import { PictureDigests } from './picture-digests.ts'
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
  /** How the TV hangs. */
  readonly hangs: () => Hanging
  readonly turnOf: (path: string) => FilmTurn
  /** On which share the content folder lay. */
  readonly memory: ConstructorParameters<typeof ContentFolder>[0]['memory']
  /** The clinic's name, colours or words have been read anew. */
  readonly onBrand: () => void
  /** The content folder is there, for the first time or again. */
  readonly onThere: () => void
}

const atOnceMs = 0

export function makeContent(parts: Parts) {
  const { places, films: work, profile, database, store, library, book, sidecars, documents, problems, brand } = parts
  // The workers and the films' templates are built beside the pages.
  const build = path.dirname(places.pages)
  const crew = new IntakeCrew({ program: path.join(build, 'intake-worker.mjs'), size: mostAtOnce })
  const intake = new Intake({
    ...{ folder: places.content, store, library, book, crew, profile },
    acceptsFlashes: (relative) => sidecars.acceptsFlashes(relative),
  })
  const shelf = new FilmShelf({ database, store, crew, scratch: work.work, profile })
  const pace = new FilmPace(shelf.pace)
  const maker = new FilmMaker({
    ...{ cache: work.scenes, scratch: work.work, build, environment: process.env },
    onRendered: (photographs, tookMs) => {
      pace.learn(photographs, tookMs)
      shelf.keepPace(pace.msPerPhoto)
    },
  })
  const films = new Films({
    ...{ library, maker, shelf, pace, turnOf: parts.turnOf },
    size: () => sizeFor(parts.hangs(), profile),
    brand: () => brand.current(),
  })
  const pictures = new FilmPictures(places.content, work.work, {
    receive: (what) => crew.receive(what, () => {}, new AbortController().signal),
    judge: (task) => crew.judge(task, () => {}, new AbortController().signal),
  })
  const explainers = new Explainers({
    folder: places.content,
    library,
    documents,
    films,
    pictures,
    digests: new PictureDigests(database),
  })
  const takerOf = (relative: string) => (isMarkdown(relative) && !isUnreadable(relative) ? explainers : intake)
  const content = new ContentFolder({
    folder: places.content,
    problems,
    memory: parts.memory,
    listeners: {
      onFile: (relative) => {
        explainers.pictureChanged(relative)
        return takerOf(relative).notice(relative)
      },
      onGone: (relative) => {
        explainers.pictureChanged(relative)
        takerOf(relative).forget(relative)
      },
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
    ...{ content, intake, explainers, films, lookAgain, warm: () => maker.warm() },
    forget: (relative: string) => takerOf(relative).forget(relative),
    /** One file, or all of them. @returns how many are looked at */
    lookAgainAt: async (relative?: string): Promise<number> => {
      if (relative === undefined) {
        lookAgain()
        return content.rescan()
      }
      // A page has written it, or has seen it whole: nothing more of it is on its way.
      if (isMarkdown(relative)) void explainers.notice(relative, atOnceMs)
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
