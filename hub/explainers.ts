/** The Markdown files of the content folder: which of them are explainers, and what is wrong with one; a good one becomes a film. */
import { lstat } from 'node:fs/promises'
import path from 'node:path'
import { isMarkdown } from '../core/asset.ts'
import { type Explainer, parseExplainer, placedProblemText, wantsToBeFilm } from '../core/explainer.ts'
import { notice, type Remark, refusal } from '../core/remarks.ts'
import type { YamlProblem } from '../core/yaml-document.ts'
import type { Documents } from './documents.ts'
import { ExplainerBook, type Told } from './explainer-book.ts'
import { codeOf } from './fault.ts'
import type { Films } from './films.ts'
import type { Library } from './library.ts'
import type { Look } from './library-entry.ts'
import { readOrdinary } from './ordinary-file.ts'

/** A text is written in one go, but a share may deliver it in two. */
const quietMs = 1_000
const longestBytes = 1_000_000
/** As the name of a document: the last good version of an explainer. */
const about = 'content/'
const mostTold = 3

export class Explainers {
  readonly #folder: string
  readonly #library: Library
  readonly #documents: Documents
  readonly #films: Films
  readonly #settling = new Map<string, NodeJS.Timeout>()
  /** The last good version of each. */
  readonly #good = new ExplainerBook()
  #isClosed = false

  constructor(folder: string, library: Library, documents: Documents, films: Films) {
    this.#folder = folder
    this.#library = library
    this.#documents = documents
    this.#films = films
  }

  /** Takes up where the last hub left off: films that are missing are made, whether or not the folder is there. */
  async open(): Promise<void> {
    for (const name of this.#documents.names(about)) {
      const relative = name.slice(about.length)
      const parsed = parseExplainer(this.#documents.lastGood(name) ?? '', relative)
      if (parsed.ok && this.#library.entryAt(relative) !== undefined) {
        this.#good.set(relative, parsed.explainer)
        await this.#films.want(relative, parsed.explainer)
      } else this.#documents.forget(name)
    }
  }

  /** What an explainer says, in its last good version. */
  explainerAt(relative: string): Explainer | undefined {
    return this.#good.get(relative)
  }

  /** The same film in all its languages, whichever of them is asked for. */
  familyOf(relative: string): readonly Told[] {
    return this.#good.familyOf(relative)
  }

  /** Says that a Markdown file is there or has changed. */
  async notice(relative: string): Promise<void> {
    clearTimeout(this.#settling.get(relative))
    const read = await this.#read(relative)
    if (read === undefined || this.#isClosed) return
    // Somebody's notes: no business of ours, and not worth a word.
    if (read.text !== undefined && !wantsToBeFilm(read.text)) return this.forget(relative)
    if (this.#isJudged(relative, read.look)) return
    this.#library.work(relative, 'explainer', 0)
    this.#settling.set(
      relative,
      setTimeout(() => void this.#settle(relative, read.look), quietMs),
    )
  }

  /** Says that a file is gone. */
  forget(relative: string): void {
    clearTimeout(this.#settling.get(relative))
    this.#settling.delete(relative)
    this.#documents.forget(`${about}${relative}`)
    this.#good.delete(relative)
    this.#films.forget(relative)
    this.#library.remove(relative)
  }

  /** Looks again at what could not be read. */
  lookAgain(): void {
    for (const relative of this.#library.paths()) {
      const isUnread = this.#library.entryAt(relative)?.refused?.code === 'unreadable'
      if (isMarkdown(relative) && isUnread && !this.#settling.has(relative)) void this.notice(relative)
    }
  }

  close(): void {
    this.#isClosed = true
    for (const timer of this.#settling.values()) clearTimeout(timer)
  }

  async #settle(relative: string, before: Look): Promise<void> {
    this.#settling.delete(relative)
    const read = await this.#read(relative)
    if (this.#isClosed) return
    if (read === undefined) return this.#library.drop(relative)
    if (read.look.size !== before.size || read.look.modifiedMs !== before.modifiedMs) return this.notice(relative)
    if (read.text === undefined) return this.#refuse(relative, read.look, refusal('unreadable'))
    const parsed = parseExplainer(read.text, relative)
    if (!parsed.ok) return this.#refuse(relative, read.look, brokenText(parsed.problems))
    this.#documents.keep(`${about}${relative}`, read.text)
    // Before the library tells: whether it may play hangs on what it says now.
    this.#good.set(relative, parsed.explainer)
    if (await this.#films.hasWords(relative, parsed.explainer)) this.#library.confirm(relative, read.look)
    else this.#library.hide(relative, read.look)
    await this.#films.want(relative, parsed.explainer)
  }

  #refuse(relative: string, look: Look, reason: Remark): void {
    const { media, stills } = this.#library.entryAt(relative) ?? {}
    const goesOn = media === undefined && stills === undefined ? [] : [notice('previous-plays')]
    this.#library.refuse(relative, look, reason, goesOn)
  }

  #isJudged(relative: string, look: Look): boolean {
    const entry = this.#library.entryAt(relative)
    const isSame = entry?.size === look.size && entry.modifiedMs === look.modifiedMs
    if (!isSame || entry.refused?.code === 'unreadable') return false
    return entry.refused?.code === 'broken-text' || this.#films.wants(relative)
  }

  /** Only ordinary files; without a text when it cannot be read. */
  async #read(relative: string): Promise<{ readonly look: Look; readonly text?: string } | undefined> {
    const file = path.join(this.#folder, relative)
    const info = await lstat(file).catch(() => undefined)
    if (!info?.isFile() || info.size > longestBytes) return undefined
    const look = { size: info.size, modifiedMs: Math.trunc(info.mtimeMs) }
    try {
      return { look, text: await readOrdinary(file, longestBytes) }
    } catch (cause) {
      return codeOf(cause) === 'ENOENT' ? undefined : { look }
    }
  }
}

/** The reason with every place; more than three lines nobody reads on a card. */
export function brokenText(problems: readonly YamlProblem[]): Remark {
  const told = problems.slice(0, mostTold).map(placedProblemText)
  const more = problems.length - told.length
  const rest = more === 0 ? [] : [more === 1 ? 'One more problem follows.' : `${more} more problems follow.`]
  return { ...refusal('broken-text'), message: [...told, ...rest].join(' ') }
}
