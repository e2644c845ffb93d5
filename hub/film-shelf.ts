/** Puts what was rendered into the store, checked like every dropped file; remembers which words each film shows. */
import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { StoredMedia } from '../core/asset.ts'
import type { Database } from './database.ts'
import type { Clip } from './film-join.ts'
import { FilmFault, type FilmMaker } from './film-maker.ts'
import type { IntakeCrew } from './intake-crew.ts'
import { keepMade } from './keep-made.ts'
import type { Store } from './store.ts'

/** More than a film and its stills need. */
const comfortableBytes = 200_000_000
/** Rounding in the container; a frame is 33 ms. */
const toleranceMs = 50

/** Of which words, in which look, the film of an explainer was made. */
export interface Made {
  readonly words: string
  readonly look: string
}

export class FilmShelf {
  readonly #database: Database
  readonly #store: Store
  readonly #crew: IntakeCrew
  readonly #scratch: string

  /** @param scratch a folder that may be emptied at any time */
  constructor(database: Database, store: Store, crew: IntakeCrew, scratch: string) {
    this.#database = database
    this.#store = store
    this.#crew = crew
    this.#scratch = scratch
  }

  made(path: string): Made | undefined {
    return this.#database.prepare('SELECT words, look FROM films WHERE path = ?').get(path) as Made | undefined
  }

  remember(path: string, { words, look }: Made): void {
    this.#database.prepare('INSERT OR REPLACE INTO films (path, words, look) VALUES (?, ?, ?)').run(path, words, look)
  }

  forget(path: string): void {
    this.#database.prepare('DELETE FROM films WHERE path = ?').run(path)
  }

  async has({ hash, extension, bytes }: StoredMedia): Promise<boolean> {
    return this.#store.has(`${hash}.${extension}`, bytes)
  }

  async hasRoom(): Promise<boolean> {
    return this.#store.hasRoomFor(comfortableBytes)
  }

  /** @throws FilmFault when the still is not a whole picture; it is then rendered anew at the next try */
  async putStill(file: string, maker: FilmMaker, signal: AbortSignal): Promise<StoredMedia> {
    const media = await this.#put(file, 'still.jpg', signal)
    if (media?.kind === 'image') return media
    await maker.cache.drop([file])
    throw new FilmFault('film-failed', 'a picture of it is damaged')
  }

  /**
   * Joins the clips of a film and stores it.
   *
   * @param durationMs what the film must be long
   * @throws FilmFault when it is not whole; its clips are then rendered anew at the next try
   */
  async putFilm(
    clips: readonly Clip[],
    durationMs: number,
    maker: FilmMaker,
    signal: AbortSignal,
  ): Promise<StoredMedia> {
    await mkdir(this.#scratch, { recursive: true })
    const joined = path.join(this.#scratch, `${randomUUID()}.mp4`)
    try {
      await maker.join(clips, joined)
      const media = await this.#put(joined, 'film.mp4', signal)
      if (media?.kind === 'video' && Math.abs(media.durationMs - durationMs) <= toleranceMs) return media
      await maker.dropClips(clips)
      throw new FilmFault('film-failed', 'its scenes did not come out whole')
    } finally {
      await rm(joined, { force: true })
    }
  }

  async #put(file: string, name: string, signal: AbortSignal): Promise<StoredMedia | undefined> {
    const folder = path.join(this.#store.incoming, randomUUID())
    await mkdir(folder, { recursive: true })
    try {
      const task = { kind: 'judge', copy: file, name, folder, profile: 'hd', acceptsFlashes: false } as const
      const judgement = await this.#crew.judge(task, () => {}, signal)
      const made = judgement.ok ? judgement.made[0] : undefined
      return made === undefined ? undefined : await keepMade(this.#store, made)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
}
