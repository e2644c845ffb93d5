/** The Markdown files of the content folder: which of them are explainers, and what is wrong with one; a good one becomes a film. */
import { lstat } from 'node:fs/promises'
import path from 'node:path'
import { isMarkdown } from '../core/asset.ts'
import { type Explainer, inOrder, parseExplainer, placedProblemText, wantsToBeFilm } from '../core/explainer.ts'
import { notice, type Remark, refusal } from '../core/remarks.ts'
import type { YamlProblem } from '../core/yaml-document.ts'
import type { Documents } from './documents.ts'
import { ExplainerBook, type Told } from './explainer-book.ts'
import { codeOf, reasonOf } from './fault.ts'
import { wordsOf } from './film-job.ts'
import { type FilmPictures, placesIn } from './film-pictures.ts'
import type { Films } from './films.ts'
import type { Library } from './library.ts'
import { assetIdOf, type Look } from './library-entry.ts'
import { readOrdinary } from './ordinary-file.ts'
import type { PictureDigests } from './picture-digests.ts'

/** A text is written in one go, but a share may deliver it in two. */
const usualQuietMs = 1_000
/** A picture is copied in pieces. */
const pictureQuietMs = 1_500
/** What could not be looked at, for want of room or of a worker, is looked at again. */
const laterMs = 30_000
const longestBytes = 1_000_000
/** As the name of a document: the last good version of an explainer. */
const about = 'content/'
const mostTold = 3

interface Parts {
  readonly folder: string
  readonly library: Library
  readonly documents: Documents
  readonly films: Films
  readonly pictures: FilmPictures
  readonly digests: PictureDigests
}

export class Explainers {
  readonly #folder: string
  readonly #library: Library
  readonly #documents: Documents
  readonly #films: Films
  readonly #pictures: FilmPictures
  readonly #digests: PictureDigests
  /** Whoever looked at a text last has the say: pictures may take longer the first time than the second. */
  readonly #turns = new Map<string, symbol>()
  /** By path: the text that was looked at last, to the end. */
  readonly #taken = new Map<string, string>()
  readonly #settling = new Map<string, NodeJS.Timeout>()
  /** The last good version of each. */
  readonly #good = new ExplainerBook()
  /** By text: the files of its pictures, whether or not they are there. */
  readonly #shows = new Map<string, ReadonlySet<string>>()
  /** Assets, also those that are gone: they were on a screen a moment ago. */
  readonly #assets = new Set<string>()
  #isClosed = false

  constructor({ folder, library, documents, films, pictures, digests }: Parts) {
    this.#folder = folder
    this.#library = library
    this.#documents = documents
    this.#films = films
    this.#pictures = pictures
    this.#digests = digests
  }

  /** Takes up where the last hub left off: films that are missing are made, whether or not the folder is there. */
  async open(): Promise<void> {
    for (const name of this.#documents.names(about)) {
      const relative = name.slice(about.length)
      const text = this.#documents.lastGood(name) ?? ''
      const parsed = parseExplainer(text, relative)
      if (parsed.ok && this.#library.entryAt(relative) !== undefined) {
        const explainer = this.#digests.known(relative, parsed.explainer)
        this.#understood(relative, explainer)
        // Pictures take their time, and a hub must not.
        if (this.#noteShown(relative, explainer))
          this.#wantIllustrated(relative, explainer).catch((cause) => this.#later(relative, cause))
        else await this.#films.want(relative, explainer)
      } else {
        this.#documents.forget(name)
        // Nobody knows any more what its film says, nor whether it was checked.
        const entry = this.#library.entryAt(relative)
        if (entry !== undefined) this.#library.hide(relative, entry)
      }
    }
  }

  /** What an explainer says, in its last good version. */
  explainerAt(relative: string): Explainer | undefined {
    return this.#good.get(relative)
  }

  /** Whether what is told of a film is about this very text. */
  hasTaken(relative: string, text: string): boolean {
    return this.#taken.get(relative) === text
  }

  /** Whether an asset is, or was until it was deleted, the film of an explainer. */
  isOneOf(assetId: string): boolean {
    return this.#assets.has(assetId)
  }

  /** The same film in all its languages, whichever of them is asked for. */
  familyOf(relative: string): readonly Told[] {
    return this.#good.familyOf(relative)
  }

  /** Says that a Markdown file is there or has changed. */
  async notice(relative: string, quietMs = usualQuietMs): Promise<void> {
    clearTimeout(this.#settling.get(relative))
    const read = await this.#read(relative)
    if (read === undefined || this.#isClosed) return
    // Somebody's notes: no business of ours, and not worth a word.
    if (read.text !== undefined && !wantsToBeFilm(read.text)) return this.forget(relative)
    if (this.#isJudged(relative, read.look)) return
    this.#library.work(relative, 'explainer', 0)
    this.#settleIn(relative, quietMs, read.look)
  }

  /** Says that a file is gone. */
  forget(relative: string): void {
    clearTimeout(this.#settling.get(relative))
    this.#settling.delete(relative)
    this.#turns.delete(relative)
    this.#documents.forget(`${about}${relative}`)
    this.#digests.forget(relative)
    this.#good.delete(relative)
    this.#shows.delete(relative)
    this.#taken.delete(relative)
    this.#films.forget(relative)
    this.#library.remove(relative)
  }

  /** Says that another file came, changed or went: explainers that show it are looked at anew. */
  pictureChanged(relative: string): void {
    for (const [path, places] of this.#shows) if (places.has(relative)) this.#settleIn(path, pictureQuietMs)
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

  #settleIn(relative: string, quietMs: number, look?: Look): void {
    clearTimeout(this.#settling.get(relative))
    this.#settling.set(
      relative,
      setTimeout(() => {
        this.#settle(relative, look).catch((cause) => this.#later(relative, cause))
      }, quietMs),
    )
  }

  #understood(relative: string, explainer: Explainer): void {
    this.#good.set(relative, explainer)
    this.#assets.add(assetIdOf(relative))
  }

  #later(relative: string, cause: unknown): void {
    if (this.#isClosed) return
    console.error(`${relative} could not be looked at (${reasonOf(cause)}). It is tried again in half a minute.`)
    if (!this.#settling.has(relative)) this.#settleIn(relative, laterMs)
  }

  /** @param before how the text looked a moment ago; left out when it is its pictures that have changed */
  async #settle(relative: string, before?: Look): Promise<void> {
    const text = await this.#take(relative, before)
    if (text !== undefined) this.#taken.set(relative, text)
  }

  /** @returns the text that was judged; nothing when it has to be looked at again */
  async #take(relative: string, before?: Look): Promise<string | undefined> {
    this.#settling.delete(relative)
    const turn = Symbol(relative)
    this.#turns.set(relative, turn)
    const isLatest = () => !this.#isClosed && !this.#settling.has(relative) && this.#turns.get(relative) === turn
    const read = await this.#read(relative)
    if (!isLatest()) return undefined
    if (read === undefined) {
      this.#library.drop(relative)
      return undefined
    }
    if (before !== undefined && !sameLook(read.look, before)) {
      await this.notice(relative)
      return undefined
    }
    if (read.text === undefined) return this.#refuse(relative, read.look, refusal('unreadable'))
    const parsed = parseExplainer(read.text, relative)
    if (!parsed.ok) {
      this.#noteShown(relative, parsed)
      const missing = await this.#pictures.missing(relative, parsed.pictures)
      if (!isLatest()) return undefined
      return this.#refuse(relative, read.look, brokenText([...parsed.problems, ...missing]), read.text)
    }
    const { explainer } = parsed
    const saysOther = this.#noteShown(relative, explainer) && this.#saysOther(relative, explainer)
    // Words that were corrected must not stand there as long as their pictures are looked at; those that lack one are not understood.
    const isHidden = saysOther && (await this.#pictures.areThere(relative, explainer))
    if (!isLatest()) return undefined
    if (isHidden) {
      this.#documents.keep(`${about}${relative}`, read.text)
      this.#understood(relative, explainer)
      this.#films.outdated(relative)
      this.#library.hide(relative, read.look)
    }
    const illustrated = await this.#pictures.illustrate(relative, explainer)
    if (!isLatest()) return undefined
    if (!illustrated.ok) return this.#refuse(relative, read.look, brokenText(illustrated.problems), read.text)
    this.#documents.keep(`${about}${relative}`, read.text)
    // Before the library tells: whether it may play hangs on what it says and shows now.
    this.#seen(relative, explainer, illustrated.explainer.pictures)
    if (!isHidden) {
      if (await this.#films.hasWords(relative, illustrated.explainer)) this.#library.confirm(relative, read.look)
      else this.#library.hide(relative, read.look)
    }
    await this.#films.want(relative, illustrated.explainer, true)
    return read.text
  }

  /** After a start: the text is as it was, its pictures may not be. */
  async #wantIllustrated(relative: string, explainer: Explainer): Promise<void> {
    const illustrated = await this.#pictures.illustrate(relative, explainer)
    const entry = this.#library.entryAt(relative)
    if (this.#isClosed || entry === undefined || this.#good.get(relative) !== explainer) return
    if (!illustrated.ok) return void this.#refuse(relative, entry, brokenText(illustrated.problems))
    const { pictures } = illustrated.explainer
    const isReplaced = explainer.pictures.some(({ digest }, at) => digest && digest !== pictures[at]?.digest)
    this.#seen(relative, explainer, pictures)
    if (isReplaced) this.#library.hide(relative, entry)
    return this.#films.want(relative, illustrated.explainer)
  }

  /** Whether its text has other words than the last good one had. */
  #saysOther(relative: string, explainer: Explainer): boolean {
    const before = this.#good.get(relative)
    return before !== undefined && wordsOf(before) !== wordsOf(explainer)
  }

  /** An explainer with the pictures that were found good; its book has no use for the pictures themselves. */
  #seen(relative: string, explainer: Explainer, pictures: Explainer['pictures']): void {
    this.#digests.keep(relative, pictures)
    this.#understood(relative, { ...explainer, pictures })
  }

  /** @returns whether it shows pictures at all */
  #noteShown(relative: string, explainer: Pick<Explainer, 'pictures'>): boolean {
    const places = new Set(placesIn(relative, explainer))
    if (places.size > 0) this.#shows.set(relative, places)
    else this.#shows.delete(relative)
    return places.size > 0
  }

  /** @returns `text`, which was judged by that */
  #refuse(relative: string, look: Look, reason: Remark, text?: string): string | undefined {
    const { media, stills } = this.#library.entryAt(relative) ?? {}
    const goesOn = media === undefined && stills === undefined ? [] : [notice('previous-plays')]
    this.#library.refuse(relative, look, reason, goesOn)
    return text
  }

  #isJudged(relative: string, look: Look): boolean {
    const entry = this.#library.entryAt(relative)
    if (entry === undefined || !sameLook(entry, look) || entry.refused?.code === 'unreadable') return false
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

const sameLook = (one: Look, other: Look): boolean => one.size === other.size && one.modifiedMs === other.modifiedMs

/** The reason with every place; more than three lines nobody reads on a card. */
function brokenText(problems: readonly YamlProblem[]): Remark {
  const told = inOrder(problems).slice(0, mostTold).map(placedProblemText)
  const more = problems.length - told.length
  const rest = more === 0 ? [] : [more === 1 ? 'One more problem follows.' : `${more} more problems follow.`]
  return { ...refusal('broken-text'), message: [...told, ...rest].join(' ') }
}
