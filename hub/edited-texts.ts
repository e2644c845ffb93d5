/** Texts of one kind that people edit in the content folder: the last good version of each, and what is wrong with a newer one. */
import { lstat } from 'node:fs/promises'
import path from 'node:path'
import type { YamlProblem, YamlResult } from '../core/yaml-document.ts'
import type { Documents } from './documents.ts'
import { codeOf } from './fault.ts'
import { readOrdinary } from './ordinary-file.ts'

/** A text is written in one go, but a share may deliver it in two. */
const quietMs = 1_000

export interface EditedText<Value> {
  /** What is in force; absent while no version has been good. */
  readonly good?: { readonly value: Value; readonly text: string }
  /** Of the version in the folder. */
  readonly problems: readonly YamlProblem[]
}

interface Kind<Value> {
  readonly folder: string
  readonly documents: Documents
  /** What they are called among the documents: `notes`. */
  readonly about: string
  readonly longestBytes: number
  readonly parse: (text: string) => YamlResult<Value>
  /** @param before what was in force until now */
  readonly onChange: (relative: string, before: Value | undefined) => void
}

interface Look {
  readonly size: number
  readonly modifiedMs: number
}

export class EditedTexts<Value> {
  readonly #kind: Kind<Value>
  readonly #texts = new Map<string, EditedText<Value>>()
  readonly #settling = new Map<string, NodeJS.Timeout>()
  #isClosed = false

  /** Takes up what was in force: dates must hold before the folder has been looked at, and without it. */
  constructor(kind: Kind<Value>) {
    this.#kind = kind
    const { documents, parse } = kind
    for (const relative of new Set([...this.#namesIn(this.#good('')), ...this.#namesIn(this.#broken(''))])) {
      const text = documents.lastGood(this.#good(relative))
      const good = text === undefined ? undefined : parse(text)
      const wrong = documents.lastGood(this.#broken(relative))
      const broken = wrong === undefined ? undefined : this.#parsed(wrong)
      this.#texts.set(relative, {
        problems: broken?.ok === false ? broken.problems : [],
        ...(text !== undefined && good?.ok ? { good: { value: good.value, text } } : {}),
      })
    }
  }

  names(): IterableIterator<string> {
    return this.#texts.keys()
  }

  at(relative: string): EditedText<Value> | undefined {
    return this.#texts.get(relative)
  }

  /** Says that a text is there or has changed; read when it has lain still. */
  async notice(relative: string): Promise<void> {
    clearTimeout(this.#settling.get(relative))
    const before = await this.#lookAt(relative)
    if (before === undefined || this.#isClosed) return
    clearTimeout(this.#settling.get(relative))
    this.#settling.set(
      relative,
      setTimeout(() => void this.#settle(relative, before), quietMs),
    )
  }

  /** Says that a text is gone. */
  forget(relative: string): void {
    clearTimeout(this.#settling.get(relative))
    this.#settling.delete(relative)
    this.#kind.documents.forget(this.#good(relative))
    this.#kind.documents.forget(this.#broken(relative))
    const known = this.#texts.get(relative)
    if (this.#texts.delete(relative)) this.#kind.onChange(relative, known?.good?.value)
  }

  close(): void {
    this.#isClosed = true
    for (const timer of this.#settling.values()) clearTimeout(timer)
  }

  async #settle(relative: string, before: Look): Promise<void> {
    this.#settling.delete(relative)
    const now = await this.#lookAt(relative)
    if (now === undefined || this.#isClosed) return
    if (now.size !== before.size || now.modifiedMs !== before.modifiedMs) return this.notice(relative)
    const text = await this.#read(relative)
    if (text === undefined || this.#isClosed || this.#settling.has(relative)) return
    this.#take(relative, text)
  }

  #take(relative: string, text: string | { readonly trouble: string }): void {
    const { documents, onChange } = this.#kind
    const known = this.#texts.get(relative)
    const parsed = typeof text === 'string' ? this.#parsed(text) : refused(text.trouble)
    if (parsed.ok && typeof text === 'string') {
      documents.keep(this.#good(relative), text)
      documents.forget(this.#broken(relative))
      if (known?.good?.text === text && known.problems.length === 0) return
      this.#texts.set(relative, { good: { value: parsed.value, text }, problems: [] })
    } else if (!parsed.ok) {
      // Kept as well: what is held back stays so across a restart.
      documents.keep(this.#broken(relative), typeof text === 'string' ? text : '')
      this.#texts.set(relative, { ...known, problems: parsed.problems })
    }
    onChange(relative, known?.good?.value)
  }

  #parsed(text: string): YamlResult<Value> {
    return text.trim() === ''
      ? refused('This file is empty. Write something into it, or remove it.')
      : this.#kind.parse(text)
  }

  /** @returns nothing when it has gone */
  async #read(relative: string): Promise<string | { readonly trouble: string } | undefined> {
    const { folder, longestBytes } = this.#kind
    try {
      return await readOrdinary(path.join(folder, relative), longestBytes)
    } catch (cause) {
      const code = codeOf(cause)
      if (code === 'ENOENT') return undefined
      if (code === 'EFBIG') return { trouble: 'This file is far too large for what it should be.' }
      return { trouble: 'This file cannot be opened. Check that everybody may read it, and save it once more.' }
    }
  }

  /** Only ordinary files: no links out of the folder, no pipes that never end. */
  async #lookAt(relative: string): Promise<Look | undefined> {
    const info = await lstat(path.join(this.#kind.folder, relative)).catch(() => undefined)
    return info?.isFile() ? { size: info.size, modifiedMs: Math.trunc(info.mtimeMs) } : undefined
  }

  #good(relative: string): string {
    return `${this.#kind.about}/${relative}`
  }

  #broken(relative: string): string {
    return `broken-${this.#kind.about}/${relative}`
  }

  #namesIn(prefix: string): readonly string[] {
    return this.#kind.documents.names(prefix).map((name) => name.slice(prefix.length))
  }
}

const refused = (message: string) => ({ ok: false, problems: [{ line: 1, column: 1, message }] }) as const
