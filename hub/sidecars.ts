/** What stands beside the files of the content folder: notes (`summer.mp4.yaml`) and captions (`summer.mp4.vtt`). */
import { createHash } from 'node:crypto'
import type { Asset } from '../core/asset.ts'
import { type Cue, parseCaptions } from '../core/captions.ts'
import { nearest } from '../core/nearest.ts'
import { notice, type Remark, refusal } from '../core/remarks.ts'
import { besideOf, isCaptions, isNote, largestNoteBytes, parseSidecar, type Sidecar, stemOf } from '../core/sidecar.ts'
import { problemText, type YamlProblem } from '../core/yaml-document.ts'
import type { Documents } from './documents.ts'
import { EditedTexts } from './edited-texts.ts'
import type { Problems } from './problems.ts'

const mostTold = 3
/** The file a note belongs to may come a little later. */
const strayAfterMs = 3_000

interface Parts {
  readonly folder: string
  readonly documents: Documents
  readonly problems: Problems
  /** Everything that lies in the content folder and is content. */
  readonly files: () => readonly File[]
  /** Whether somebody has looked at a file already, and may have to look again. */
  readonly isJudged: (path: string) => boolean
}

type File = Pick<Asset, 'path' | 'kind'>

export interface Captions {
  /** Changes when the words do. */
  readonly key: string
  readonly cues: readonly Cue[]
}

/** What applies to a file, and what is wrong with what should. */
export interface Said {
  readonly note?: Sidecar
  readonly captions?: Captions
  /** Why the file must not play: a note that has never been understood may hold dates or a consent. */
  readonly refused?: Remark
  readonly notices: readonly Remark[]
}

/** What applies to a file that nothing stands beside: most of ten thousand. */
export const nothingSaid: Said = { notices: [] }

export class Sidecars {
  readonly #parts: Parts
  readonly #notes: EditedTexts<Sidecar>
  readonly #captions: EditedTexts<Captions>
  readonly #listeners = new Set<() => void>()
  readonly #flashingListeners = new Set<(path: string) => void>()
  /** What was said about flashing, by the path of the file: who asked has acted on it. */
  readonly #answered = new Map<string, boolean>()
  /** What is called alike, found when it is needed: content by its name without the ending, notes and captions by what they belong to. */
  #files: ReadonlyMap<string, readonly File[]> | undefined
  #noteNames: ReadonlyMap<string, readonly string[]> | undefined
  #captionNames: ReadonlyMap<string, readonly string[]> | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(parts: Parts) {
    this.#parts = parts
    const { folder, documents } = parts
    this.#notes = new EditedTexts({
      ...{ folder, documents, about: 'notes', longestBytes: largestNoteBytes, parse: parseSidecar },
      onChange: (relative, before) => {
        this.#noteNames = undefined
        this.#reconsider(relative, before?.flashing === 'accepted')
        this.#tell()
      },
    })
    this.#captions = new EditedTexts({
      ...{ folder, documents, about: 'captions', longestBytes: 2_000_000 },
      parse: (text) => {
        const parsed = parseCaptions(text)
        return parsed.ok ? { ok: true, value: { key: digestOf(text), cues: parsed.cues } } : parsed
      },
      onChange: () => {
        this.#captionNames = undefined
        this.#tell()
      },
    })
  }

  /** Says that a note or captions are there or have changed. */
  async notice(relative: string): Promise<void> {
    if (isNote(relative)) await this.#notes.notice(relative)
    if (isCaptions(relative)) await this.#captions.notice(relative)
  }

  forget(relative: string): void {
    this.#notes.forget(relative)
    this.#captions.forget(relative)
  }

  /** All notes and captions that are known, be it from before. */
  names(): readonly string[] {
    return [...this.#notes.names(), ...this.#captions.names()]
  }

  /** Says that files have come or gone. */
  filesChanged(): void {
    this.#files = undefined
    this.#timer ??= setTimeout(() => this.#tellStrays(), strayAfterMs)
  }

  onChange(listener: () => void): void {
    this.#listeners.add(listener)
  }

  /** Tells which file has to be judged anew: somebody has accepted that it flashes, or no longer does. */
  onFlashing(listener: (path: string) => void): void {
    this.#flashingListeners.add(listener)
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#notes.close()
    this.#captions.close()
  }

  /** The file that holds the note of a file, or would hold a new one. */
  noteFileOf(path: string): string {
    return this.#noteAt(path).name || `${path}.yaml`
  }

  noteOf(path: string): Sidecar | undefined {
    return this.#noteAt(path).note
  }

  captionsOf(path: string): Captions | undefined {
    return this.saidOf(path).captions
  }

  /** To be asked when a file is judged: a later change is told to those who listen. */
  acceptsFlashes(path: string): boolean {
    const isAccepted = this.noteOf(path)?.flashing === 'accepted'
    this.#answered.set(path, isAccepted)
    return isAccepted
  }

  /** @returns `nothingSaid` itself when nothing stands beside the file */
  saidOf(path: string): Said {
    if (!this.#isSomethingBeside(path)) return nothingSaid
    const { note, problems, name } = this.#noteAt(path)
    const captions = this.#captionsAt(path, note)
    const notices = [
      ...(problems.length > 0 && note !== undefined
        ? [{ ...notice('note-broken'), message: `${told(name, problems)} What it said before goes on.` }]
        : []),
      ...(captions.problems.length > 0
        ? [{ ...notice('captions-broken'), message: `${told(captions.name, captions.problems)}` }]
        : []),
    ]
    const isHeld = problems.length > 0 && note === undefined
    return {
      notices,
      ...(note === undefined ? {} : { note }),
      ...(captions.value === undefined ? {} : { captions: captions.value }),
      ...(isHeld ? { refused: { ...refusal('broken-note'), message: told(name, problems) } } : {}),
    }
  }

  #isSomethingBeside(path: string): boolean {
    this.#noteNames ??= groupedBy([...this.#notes.names()], besideOf)
    this.#captionNames ??= groupedBy([...this.#captions.names()], besideOf)
    if (this.#noteNames.size === 0 && this.#captionNames.size === 0) return false
    return this.#beside(path, this.#noteNames).length > 0 || this.#beside(path, this.#captionNames).length > 0
  }

  #noteAt(path: string): { readonly note?: Sidecar; readonly name: string; readonly problems: readonly YamlProblem[] } {
    this.#noteNames ??= groupedBy([...this.#notes.names()], besideOf)
    const names = this.#beside(path, this.#noteNames)
    const [name = ''] = names
    const { good, problems = [] } = this.#notes.at(name) ?? {}
    const others = names.slice(1)
    if (others.length > 0) {
      const message = `There is a second note for the same file, ${others.map(quoted).join(', ')}. Keep one of them.`
      return { name, problems: [...problems, whole(message)], ...(good && { note: good.value }) }
    }
    const sharing = name === '' || besideOf(name) === path ? [] : this.#filesLike(besideOf(name))
    if (sharing.length < 2) return { name, problems, ...(good && { note: good.value }) }
    const message = `It could belong to ${sharing.map((file) => quoted(file.path)).join(' or ')}. Call it ${quoted(`${nameOf(path)}.yaml`)} if it is about this one; until then only its dates and its consent count, for each of them.`
    return { name, problems: [...problems, whole(message)], ...(good && { note: restrictionsOf(good.value) }) }
  }

  #captionsAt(
    path: string,
    note: Sidecar | undefined,
  ): { readonly value?: Captions; readonly name: string; readonly problems: readonly YamlProblem[] } {
    // Never a path to open: one of the files that the folder has shown.
    const named = note?.captions?.replace(/^(\.?\/)+/, '')
    this.#captionNames ??= groupedBy([...this.#captions.names()], besideOf)
    const beside = this.#beside(path, this.#captionNames)
    // Many programs save the same words in both ways.
    const webVtt = beside.filter((file) => /\.vtt$/i.test(file))
    const [name = '', ...others] = named !== undefined ? [named] : webVtt.length > 0 ? webVtt : beside
    const { good, problems = [] } = this.#captions.at(name) ?? {}
    const isByStem = named === undefined && name !== '' && besideOf(name) !== path
    const isShared = isByStem && this.#filesLike(stemOf(path)).filter(({ kind }) => kind === 'video').length > 1
    const missing = named !== undefined && this.#captions.at(named) === undefined
    const wrong = [
      ...(missing ? [whole('There is no such file in the content folder.')] : []),
      ...(others.length > 0 ? [whole(`There are also ${others.map(quoted).join(', ')}. Keep one of them.`)] : []),
      ...(isShared ? [whole('More than one film has this name. Call it like its film, with .vtt behind it.')] : []),
    ]
    return { name, problems: [...problems, ...wrong], ...(good && !isShared && { value: good.value }) }
  }

  /** What is called like a file: by its whole name first, then without its ending, unless that is another file's whole name. */
  #beside(path: string, names: ReadonlyMap<string, readonly string[]>): readonly string[] {
    const stem = stemOf(path)
    const byStem = stem === path ? undefined : names.get(stem)
    // Only where there is a name to doubt: to look through ten thousand files for each of them takes minutes.
    const isOthers = byStem === undefined || this.#filesLike(stemOf(stem)).some((file) => file.path === stem)
    return [...(names.get(path) ?? []), ...(isOthers ? [] : byStem)]
  }

  #filesLike(stem: string): readonly File[] {
    this.#files ??= groupedBy(this.#parts.files(), ({ path }) => stemOf(path))
    return this.#files.get(stem) ?? []
  }

  #tell(): void {
    this.#timer ??= setTimeout(() => this.#tellStrays(), strayAfterMs)
    for (const listener of this.#listeners) listener()
  }

  #reconsider(note: string, wasAccepted: boolean): void {
    const concerned = [...this.#filesLike(besideOf(note)), ...this.#filesLike(stemOf(besideOf(note)))]
    for (const path of new Set(concerned.map((file) => file.path))) {
      const isAccepted = this.noteOf(path)?.flashing === 'accepted'
      // Nobody may have asked since the hub started: what counted then is what the note said before.
      const counted = this.#answered.get(path) ?? (this.#parts.isJudged(path) ? wasAccepted : isAccepted)
      if (counted !== isAccepted) for (const listener of this.#flashingListeners) listener(path)
    }
  }

  /** A note that belongs to nothing is told: a slip in its name would let a consent run on. */
  #tellStrays(): void {
    this.#timer = undefined
    const paths = new Set(this.#parts.files().map(({ path }) => path))
    const strays = [...this.#notes.names()].filter(
      (name) => !paths.has(besideOf(name)) && this.#filesLike(besideOf(name)).length === 0,
    )
    this.#parts.problems.set(
      'content notes',
      strays.map((name) => {
        const meant = nearest(besideOf(name), [...paths])
        const help = meant === undefined ? '' : ` Did you mean "${nameOf(meant)}.yaml"?`
        return { message: `The note "${name}" belongs to no file beside it, so nothing heeds it.${help}` }
      }),
    )
  }
}

function groupedBy<Entry>(
  entries: readonly Entry[],
  nameOfEntry: (entry: Entry) => string,
): ReadonlyMap<string, Entry[]> {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    const known = groups.get(nameOfEntry(entry))
    if (known === undefined) groups.set(nameOfEntry(entry), [entry])
    else known.push(entry)
  }
  return groups
}

/** What a note forbids, without what it allows or adds. */
const restrictionsOf = ({ validFrom, validUntil, consent }: Sidecar): Sidecar => ({
  ...(validFrom === undefined ? {} : { validFrom }),
  ...(validUntil === undefined ? {} : { validUntil }),
  ...(consent === undefined ? {} : { consent }),
})

function told(name: string, problems: readonly YamlProblem[]): string {
  const rest = problems.length - mostTold
  const more = rest <= 0 ? '' : rest === 1 ? ' One more problem follows.' : ` ${rest} more problems follow.`
  return `${nameOf(name)}: ${problems.slice(0, mostTold).map(problemText).join(' ')}${more}`
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
const quoted = (path: string): string => `"${nameOf(path)}"`
const whole = (message: string): YamlProblem => ({ line: 1, column: 1, message })
const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8)
