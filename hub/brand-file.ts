/** The clinic's name and colours from `content/brand.yaml`; keeps the last good ones and says what is wrong. */
import path from 'node:path'
import { parseBrand } from '../core/brand.ts'
import { type Brand, defaultBrand } from '../core/theme.ts'
import { brandFile } from './content-folder.ts'
import type { Documents } from './documents.ts'
import { codeOf, reasonOf } from './fault.ts'
import { readOrdinary } from './ordinary-file.ts'
import type { Problems } from './problems.ts'

/** What is larger is no brand, and not read. */
export const longestBrandBytes = 100_000

export class BrandFile {
  readonly #file: string
  readonly #documents: Documents
  readonly #problems: Problems
  #brand: Brand
  #reading: Promise<void> = Promise.resolve()

  constructor(contentFolder: string, documents: Documents, problems: Problems) {
    this.#file = path.join(contentFolder, brandFile)
    this.#documents = documents
    this.#problems = problems
    const lastGood = documents.lastGood(brandFile)
    const parsed = lastGood === undefined ? undefined : parseBrand(lastGood)
    this.#brand = parsed?.ok ? parsed.brand : defaultBrand
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
      const text = await readOrdinary(this.#file, longestBrandBytes)
      const parsed = parseBrand(text)
      if (!parsed.ok) {
        const problems = parsed.problems.map((problem) => ({
          ...problem,
          message: `${problem.message} The previous look stays.`,
        }))
        return this.#problems.set(brandFile, problems)
      }
      this.#brand = parsed.brand
      this.#documents.keep(brandFile, text)
      this.#problems.set(brandFile, [])
    } catch (cause) {
      const isMissing = codeOf(cause) === 'ENOENT'
      const message = `It cannot be read (${reasonOf(cause)}). The previous look stays.`
      this.#problems.set(brandFile, isMissing ? [] : [{ message }])
    }
  }
}
