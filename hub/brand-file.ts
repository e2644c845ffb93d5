/** The clinic's name and colours from `content/brand.yaml`, and the logo beside it; keeps the last good ones and says what is wrong. */
import path from 'node:path'
import { parseBrand } from '../core/brand.ts'
import { type Brand, defaultBrand } from '../core/theme.ts'
import { readLogo } from './brand-logo.ts'
import { brandFile, logoFile } from './content-folder.ts'
import type { Documents } from './documents.ts'
import { codeOf, reasonOf } from './fault.ts'
import { readOrdinary } from './ordinary-file.ts'
import type { Problems } from './problems.ts'

/** What is larger is no brand, and not read. */
export const longestBrandBytes = 100_000

export class BrandFile {
  readonly #folder: string
  readonly #documents: Documents
  readonly #problems: Problems
  #brand: Brand
  #reading: Promise<void> = Promise.resolve()

  constructor(contentFolder: string, documents: Documents, problems: Problems) {
    this.#folder = contentFolder
    this.#documents = documents
    this.#problems = problems
    const lastGood = documents.lastGood(brandFile)
    const parsed = lastGood === undefined ? undefined : parseBrand(lastGood)
    const logo = documents.lastGood(logoFile)
    this.#brand = { ...(parsed?.ok ? parsed.brand : defaultBrand), ...(logo === undefined ? {} : { logo }) }
  }

  current(): Brand {
    return this.#brand
  }

  /** Reads the file again; without a file the last good brand stays. An older reading never undoes a newer one. */
  async read(): Promise<void> {
    this.#reading = this.#reading.then(() => this.#readOnce())
    return this.#reading
  }

  async #readOnce(): Promise<void> {
    try {
      const text = await readOrdinary(path.join(this.#folder, brandFile), longestBrandBytes)
      // Where there is a brand, the folder is there: a logo that is not has been taken away.
      await this.#readLogo()
      const parsed = parseBrand(text)
      if (!parsed.ok) {
        const problems = parsed.problems.map((problem) => ({
          ...problem,
          message: `${problem.message} The previous look stays.`,
        }))
        return this.#problems.set(brandFile, problems)
      }
      const { logo } = this.#brand
      this.#brand = { ...parsed.brand, ...(logo === undefined ? {} : { logo }) }
      this.#documents.keep(brandFile, text)
      this.#problems.set(brandFile, [])
    } catch (cause) {
      const isMissing = codeOf(cause) === 'ENOENT'
      const message = `It cannot be read (${reasonOf(cause)}). The previous look stays.`
      this.#problems.set(brandFile, isMissing ? [] : [{ message }])
    }
  }

  async #readLogo(): Promise<void> {
    const read = await readLogo(this.#folder)
    this.#problems.set(logoFile, read.kind === 'wrong' ? [{ message: read.message }] : [])
    if (read.kind === 'wrong') return
    const { logo: _, ...bare } = this.#brand
    if (read.kind === 'none') this.#documents.forget(logoFile)
    else this.#documents.keep(logoFile, read.logo)
    this.#brand = read.kind === 'none' ? bare : { ...bare, logo: read.logo }
  }
}
