/** What only a person can answer about a file, and what has been answered already. */
import { type Asset, mayPlay, type Question } from '../core/asset.ts'
import { newVersionOf } from '../core/file-name.ts'
import { notice } from '../core/remarks.ts'
import type { Database } from './database.ts'

type Code = Question['code']

export class Questions {
  readonly #database: Database
  readonly #answered: Set<string>
  #paths: ReadonlySet<string> = new Set()
  #versions = new Map<string, string | undefined>()
  /** The last list as it came, and with its questions. */
  #asked: { readonly of: readonly Asset[]; readonly assets: readonly Asset[] } | undefined
  #withQuestion = new WeakMap<Asset, Asset>()

  constructor(database: Database) {
    this.#database = database
    const rows = database.prepare("SELECT name FROM facts WHERE name LIKE 'answered:%'").all()
    this.#answered = new Set((rows as { readonly name: string }[]).map(({ name }) => name))
  }

  /** The same files, each with what is asked about it; the very same list while nothing has changed. */
  ask(assets: readonly Asset[]): readonly Asset[] {
    if (this.#asked?.of === assets) return this.#asked.assets
    this.#know(assets)
    const asked = assets.map((asset) => {
      const question = this.#questionOf(asset)
      if (question === undefined) return asset
      const known = this.#withQuestion.get(asset)
      if (JSON.stringify(known?.question) === JSON.stringify(question)) return known ?? asset
      const notices = question.code === 'new-version' ? [...asset.notices, notice('new-version')] : asset.notices
      const told = { ...asset, notices, question }
      this.#withQuestion.set(asset, told)
      return told
    })
    this.#asked = { of: assets, assets: asked }
    return asked
  }

  answer(path: string, code: Code): void {
    this.#answered.add(nameOf(path, code))
    this.#asked = undefined
    this.#database.prepare('INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)').run(nameOf(path, code), 'yes')
  }

  /** Another file may have this name one day. */
  forget(path: string): void {
    this.#asked = undefined
    for (const code of ['new-version', 'plays-silently'] as const) {
      if (!this.#answered.delete(nameOf(path, code))) continue
      this.#database.prepare('DELETE FROM facts WHERE name = ?').run(nameOf(path, code))
    }
  }

  #questionOf({ path, state, notices }: Asset): Question | undefined {
    // What is not on the TV has other troubles, or none.
    if (state === 'refused' || !mayPlay(path)) return undefined
    const isOpen = (code: Code) => !this.#answered.has(nameOf(path, code))
    const of = this.#versions.get(path)
    if (of !== undefined && isOpen('new-version')) return { code: 'new-version', of }
    const isSilent = state === 'ready' && notices.some(({ code }) => code === 'plays-silently')
    return isSilent && isOpen('plays-silently') ? { code: 'plays-silently' } : undefined
  }

  /** Names are compared with all others only when one has come or gone. */
  #know(assets: readonly Asset[]): void {
    const isSame = assets.length === this.#paths.size && assets.every(({ path }) => this.#paths.has(path))
    if (isSame) return
    this.#paths = new Set(assets.map(({ path }) => path))
    this.#versions = new Map(assets.map(({ path }) => [path, newVersionOf(path, this.#paths)]))
  }
}

const nameOf = (path: string, code: Code) => `answered:${code}:${path}`
