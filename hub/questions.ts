/** What only a person can answer about a file, and what has been answered already. */
import { type Asset, mayPlay, type Question } from '../core/asset.ts'
import { newVersionOf } from '../core/file-name.ts'
import { notice } from '../core/remarks.ts'
import type { Database } from './database.ts'
import { Facts } from './facts.ts'

type Code = Question['code']
type Name = `answered:${Code}:${string}`
/** What a row holds while nobody knows the bytes yet. */
const unbound = 'yes'

export class Questions {
  readonly #facts: Facts
  /** By what was answered: for which bytes it was; nothing while nobody knows them yet. */
  readonly #answered: Map<string, string>
  #paths: ReadonlySet<string> = new Set()
  #sources: ReadonlyMap<string, string | undefined> = new Map()
  #origins: ReadonlyMap<string, readonly string[]> = new Map()
  #asked = new WeakMap<Asset, Asset>()
  #last: { readonly assets: readonly Asset[]; readonly asked: readonly Asset[] } | undefined

  constructor(database: Database) {
    this.#facts = new Facts(database)
    const kept = [...this.#facts.allUnder('answered:')]
    this.#answered = new Map(kept.map(([name, value]) => [name, value === unbound ? '' : value]))
  }

  /** The same files, each with what is asked about it; what is unchanged is the same object as before. */
  ask(assets: readonly Asset[]): readonly Asset[] {
    if (this.#last?.assets === assets) return this.#last.asked
    this.#know(assets)
    this.#sources = new Map(assets.map(({ path, source }) => [path, source]))
    const asked = assets.map((asset) => {
      const known = this.#asked.get(asset) ?? this.#withQuestion(asset)
      this.#asked.set(asset, known)
      return known
    })
    this.#last = { assets, asked }
    return asked
  }

  /** Holds for what lies there now, or arrives there first: another file of this name is asked about. */
  answer(path: string, code: Code): void {
    this.#keep(nameOf(path, code), this.#sources.get(path) ?? '')
    this.#askAnew()
  }

  /** Another file may have this name one day. */
  forget(path: string): void {
    for (const code of ['new-version', 'plays-silently'] as const) {
      if (!this.#answered.delete(nameOf(path, code))) continue
      this.#askAnew()
      this.#facts.forget(nameOf(path, code))
    }
  }

  #keep(name: Name, source: string): void {
    this.#answered.set(name, source)
    this.#facts.keep(name, source === '' ? unbound : source)
  }

  #isOpen({ path, source }: Asset, code: Code): boolean {
    const name = nameOf(path, code)
    const answered = this.#answered.get(name)
    if (answered === undefined) return true
    if (source === undefined || answered === source) return false
    if (answered !== '') return true
    this.#keep(name, source)
    return false
  }

  #withQuestion(asset: Asset): Asset {
    const question = this.#questionOf(asset)
    if (question === undefined) return asset
    const notices = question.code === 'new-version' ? [...asset.notices, notice('new-version')] : asset.notices
    return { ...asset, notices, question }
  }

  #askAnew(): void {
    this.#asked = new WeakMap()
    this.#last = undefined
  }

  #questionOf(asset: Asset): Question | undefined {
    const { path, state, notices } = asset
    // What is not on the TV has other troubles, or none.
    if (state === 'refused' || !mayPlay(path)) return undefined
    const of = this.#origins.get(path)?.find((origin) => this.#paths.has(origin))
    if (of !== undefined && this.#isOpen(asset, 'new-version')) return { code: 'new-version', of }
    const isSilent = state === 'ready' && notices.some(({ code }) => code === 'plays-silently')
    return isSilent && this.#isOpen(asset, 'plays-silently') ? { code: 'plays-silently' } : undefined
  }

  /** Reading a name takes long, and ten thousand may arrive one by one: each is read once. */
  #know(assets: readonly Asset[]): void {
    const isSame = assets.length === this.#paths.size && assets.every(({ path }) => this.#paths.has(path))
    if (isSame) return
    this.#askAnew()
    const before = this.#origins
    this.#paths = new Set(assets.map(({ path }) => path))
    this.#origins = new Map(assets.map(({ path }) => [path, before.get(path) ?? originsOf(path)]))
  }
}

/** Every name of which this one may be a new version, the nearest first; of most names there is none. */
function originsOf(path: string): readonly string[] {
  const origins: string[] = []
  const note = (origin: string) => {
    origins.push(origin)
    return false
  }
  newVersionOf(path, { has: note })
  return origins
}

const nameOf = (path: string, code: Code): Name => `answered:${code}:${path}`
