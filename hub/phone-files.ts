/** The built pages for phones, held in memory, and letters, which are many: what is not among them is not there, whatever the address says. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
}
const policy = [
  "default-src 'none'",
  ...["script-src 'self'", "style-src 'self'", "font-src 'self'", "connect-src 'self'"],
  ...["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
].join('; ')

/** Of everything that a phone is answered. */
export const phoneHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': policy,
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const

export interface PhoneFile {
  readonly body: Buffer<ArrayBuffer>
  readonly type: string
}

export class PhoneFiles {
  readonly #folder: string
  readonly #letters: string
  readonly #files = new Map<string, PhoneFile>()
  #typefaces: ReadonlySet<string> = new Set()

  /** @param pages folder of the built pages: those for phones lie in one of their own, typefaces among what all pages load */
  constructor(pages: string) {
    this.#folder = path.join(pages, 'phone')
    this.#letters = path.join(pages, 'assets')
  }

  async open(): Promise<void> {
    for (const name of await readdir(this.#folder).catch(() => [])) {
      const type = types[path.extname(name)]
      if (type !== undefined) this.#files.set(name, { type, body: await readFile(path.join(this.#folder, name)) })
    }
    const loaded = await readdir(this.#letters).catch(() => [])
    this.#typefaces = new Set(loaded.filter((name) => name.endsWith('.woff2')))
  }

  page(name: 'phone' | 'ticket' | 'gone'): PhoneFile | undefined {
    return this.#files.get(`${name}.html`)
  }

  /** What a page loads; pages themselves are only at their own addresses. */
  async part(name: string): Promise<PhoneFile | undefined> {
    if (path.extname(name) === '.html') return undefined
    const found = this.#files.get(name)
    if (found !== undefined || !this.#typefaces.has(name)) return found
    const body = await readFile(path.join(this.#letters, name)).catch(() => undefined)
    return body === undefined ? undefined : { type: 'font/woff2', body }
  }
}
