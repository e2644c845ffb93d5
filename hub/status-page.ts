/** Keeps `_status.html` in the content folder true: written in one step, seldom, and only when its words have changed. */
import { randomUUID } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Asset } from '../core/asset.ts'
import { statusDocument, statusWords, stoppedDocument } from '../core/status-page.ts'
import { version } from './build-info.ts'
import { type Clock, clockTimeIn, dayAndTimeIn, msOf } from './clock.ts'
import type { Programmer } from './programmer.ts'

const statusFile = '_status.html'
const leastApartMs = 2_000
// What is told of one file is told in several steps.
const gatherMs = 100
/** When nothing but the time of the next play has changed: a synchronised folder would carry every change through the world. */
const calmApartMs = 60_000
const noTimes: ReadonlyMap<string, string> = new Map()

interface Sources {
  readonly folder: string
  /** Whether it is the folder itself, and not what is left where it was. */
  readonly isThere: () => Promise<boolean>
  readonly clock: Clock
  readonly assets: () => readonly Asset[]
  readonly programmer: Pick<Programmer, 'screens' | 'nextPlays'>
}

export class StatusPage {
  readonly #sources: Sources
  #timer: NodeJS.Timeout | undefined
  #dueMs = 0
  #lookedMs = Number.NEGATIVE_INFINITY
  #writing: Promise<void> = Promise.resolve()
  #writtenMs = Number.NEGATIVE_INFINITY
  #words = ''
  #wordsWithoutTimes = ''
  #isClosed = false

  constructor(sources: Sources) {
    this.#sources = sources
  }

  /** Says that something may have changed. */
  touch(): void {
    this.#lookAt(Math.max(performance.now() + gatherMs, this.#lookedMs + leastApartMs))
  }

  /** From here on the page says that nobody looks after the folder. */
  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#timer)
    await this.#writing
    const { clock } = this.#sources
    await this.#write(stoppedDocument(this.#now(), clock.zone, version))
  }

  /** @param atMs when to look, unless that is planned for an earlier time already */
  #lookAt(atMs: number): void {
    if (this.#isClosed || (this.#timer !== undefined && this.#dueMs <= atMs)) return
    clearTimeout(this.#timer)
    this.#dueMs = atMs
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined
        this.#lookedMs = performance.now()
        this.#writing = this.#look()
      },
      Math.max(0, atMs - performance.now()),
    )
  }

  async #look(): Promise<void> {
    const { assets, clock } = this.#sources
    const format = dayAndTimeIn(clock.zone)
    const dayAndTime = (iso: string) => format(msOf(iso))
    const state = { assets: assets(), zone: clock.zone, dayAndTime, nextPlays: this.#nextPlays() }
    const words = statusWords(state)
    if (words === this.#words) return
    const wordsWithoutTimes = statusWords({ ...state, nextPlays: noTimes })
    const isUrgent = wordsWithoutTimes !== this.#wordsWithoutTimes
    if (!isUrgent && performance.now() < this.#writtenMs + calmApartMs)
      return this.#lookAt(this.#writtenMs + calmApartMs)
    if (!(await this.#write(statusDocument(words, this.#now(), clock.zone, version)))) return
    this.#words = words
    this.#wordsWithoutTimes = wordsWithoutTimes
  }

  /** @returns false when the folder cannot be written: that is no trouble, only no page */
  async #write(text: string): Promise<boolean> {
    const { folder, isThere } = this.#sources
    // Where a network drive was is an empty folder now: a page in it would be in the drive's way.
    if (!(await isThere())) return false
    // Watched folders: names that begin like this are ignored.
    const aside = path.join(folder, `.status-${randomUUID()}.part`)
    this.#writtenMs = performance.now()
    try {
      await writeFile(aside, text, { flag: 'wx' })
      await rename(aside, path.join(folder, statusFile))
      return true
    } catch {
      await rm(aside, { force: true }).catch(() => {})
      return false
    }
  }

  #nextPlays(): ReadonlyMap<string, string> {
    const { clock, programmer } = this.#sources
    const clockTime = clockTimeIn(clock.zone)
    const where = (screen: string) =>
      programmer.screens.length > 1 ? ` on ${screen.replace('screen-', 'Screen ')}` : ' on the TV'
    return new Map(
      [...programmer.nextPlays()].map(([id, { atMs, screen }]) => [id, `at ${clockTime(atMs)}${where(screen)}`]),
    )
  }

  #now(): string {
    const { clock } = this.#sources
    return dayAndTimeIn(clock.zone)(clock.now())
  }
}
