/** Puts what was rendered into the store, checked like every dropped file; remembers which words each film shows. */
import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { StoredMedia } from '../core/asset.ts'
import type { Profile } from '../core/kiosk-profile.ts'
import type { Database } from './database.ts'
import { Facts } from './facts.ts'
import { FilmFault } from './film-fault.ts'
import type { Clip } from './film-join.ts'
import type { FilmMaker } from './film-maker.ts'
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

/** What somebody has asked of the film of certain words. */
export type FilmWish = 'cancelled' | 'first'

interface Parts {
  readonly database: Database
  readonly store: Store
  readonly crew: IntakeCrew
  /** A folder that may be emptied at any time. */
  readonly scratch: string
  /** How large films are. */
  readonly profile: Profile
}

/** Milliseconds for a photograph, measured; as a fact of this installation. */
const pace = 'film-pace'

export class FilmShelf {
  readonly #database: Database
  readonly #facts: Facts
  readonly #store: Store
  readonly #crew: IntakeCrew
  readonly #scratch: string
  readonly #profile: Profile
  /** Stills that have been checked since the hub began, by their file in the cache. */
  readonly #checked = new Map<string, StoredMedia>()

  constructor({ database, store, crew, scratch, profile }: Parts) {
    this.#database = database
    this.#facts = new Facts(database)
    this.#store = store
    this.#crew = crew
    this.#scratch = scratch
    this.#profile = profile
  }

  made(path: string): Made | undefined {
    return this.#database.prepare('SELECT words, look FROM films WHERE path = ?').get(path) as Made | undefined
  }

  remember(path: string, { words, look }: Made): void {
    this.#database.prepare('INSERT OR REPLACE INTO films (path, words, look) VALUES (?, ?, ?)').run(path, words, look)
  }

  forget(path: string): void {
    this.#database.prepare('DELETE FROM films WHERE path = ?').run(path)
    this.forgetWish(path)
  }

  /** Remembers, also across a restart, what somebody wants of the film of these words. */
  wish(path: string, words: string, wish: FilmWish): void {
    this.#database
      .prepare('INSERT OR REPLACE INTO film_wishes (path, words, wish) VALUES (?, ?, ?)')
      .run(path, words, wish)
  }

  wishOf(path: string, words: string): FilmWish | undefined {
    const row = this.#database.prepare('SELECT wish FROM film_wishes WHERE path = ? AND words = ?').get(path, words)
    return (row as { readonly wish: FilmWish } | undefined)?.wish
  }

  forgetWish(path: string): void {
    this.#database.prepare('DELETE FROM film_wishes WHERE path = ?').run(path)
  }

  get pace(): number | undefined {
    const known = Number(this.#facts.valueOf(pace))
    return known > 0 ? known : undefined
  }

  keepPace(msPerPhoto: number): void {
    this.#facts.keep(pace, String(Math.round(msPerPhoto)))
  }

  async has({ hash, extension, bytes }: StoredMedia): Promise<boolean> {
    return this.#store.has(`${hash}.${extension}`, bytes)
  }

  /** @throws FilmFault when the disk is nearly full */
  async needRoom(): Promise<void> {
    if (!(await this.#store.hasRoomFor(comfortableBytes))) throw new FilmFault('no-space', 'the disk is nearly full')
  }

  /** @throws FilmFault when the still is not a whole picture; it is then rendered anew at the next try */
  async putStill(file: string, maker: FilmMaker, signal: AbortSignal): Promise<StoredMedia> {
    const checked = this.#checked.get(file)
    if (checked !== undefined && (await this.has(checked))) return checked
    const media = await this.#put(file, 'still.jpg', signal)
    if (media?.kind === 'image') {
      this.#checked.set(file, media)
      return media
    }
    await maker.cache.drop([file])
    throw new FilmFault('film-failed', 'a picture of it is damaged')
  }

  /**
   * Joins the clips of a film and stores it.
   *
   * @param durationMs how long the film must be
   * @throws FilmFault when it is not whole; its clips are then rendered anew at the next try
   */
  async putFilm(
    clips: readonly Clip[],
    { durationMs, hasSound }: { readonly durationMs: number; readonly hasSound: boolean },
    maker: FilmMaker,
    signal: AbortSignal,
  ): Promise<StoredMedia> {
    await mkdir(this.#scratch, { recursive: true })
    const joined = path.join(this.#scratch, `${randomUUID()}.mp4`)
    try {
      await maker.join(clips, joined, hasSound, signal)
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
      const asked = { profile: this.#profile, acceptsFlashes: false, stepsBack: true }
      const task = { kind: 'judge', copy: file, name, folder, ...asked } as const
      const judgement = await this.#crew.judge(task, () => {}, signal)
      const made = judgement.ok ? judgement.made[0] : undefined
      return made === undefined ? undefined : await keepMade(this.#store, made)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
}
