/** Writes the clinic's name and colours into `content/brand.yaml`, for people who do not edit files. */
import { createHash } from 'node:crypto'
import path from 'node:path'
import { withBrand } from '../core/brand-text.ts'
import type { Brand } from '../core/theme.ts'
import type { Answer, AnswerBook, Request } from './answer-book.ts'
import { type BrandFile, longestBrandBytes } from './brand-file.ts'
import { writeLogo } from './brand-logo.ts'
import { refusal } from './changing.ts'
import { brandFile } from './content-folder.ts'
import { ContentTree, troubleOf } from './content-tree.ts'
import { codeOf } from './fault.ts'
import { readOrdinary } from './ordinary-file.ts'
import { writeWhole } from './whole-file.ts'

interface Parts {
  readonly folder: string
  readonly isAway: () => boolean
  readonly brand: BrandFile
  readonly answers: AnswerBook
  readonly now: () => number
  /** Told when the file is written and read. */
  readonly onChange: () => void
}

export class BrandDesk {
  readonly #parts: Parts
  readonly #tree: ContentTree
  #writing: Promise<unknown> = Promise.resolve()

  constructor(parts: Parts) {
    this.#parts = parts
    this.#tree = new ContentTree(parts.folder, parts.isAway)
  }

  etag(): string {
    return `"${createHash('sha256').update(JSON.stringify(this.#parts.brand.current())).digest('hex').slice(0, 16)}"`
  }

  /** One after another: of two people who have seen the same brand, the second is told. */
  async replace(brand: Brand, match: string, request: Request): Promise<Answer> {
    const answer = this.#writing.then(() => this.#replace(brand, match, request))
    this.#writing = answer.catch(() => {})
    return answer
  }

  async #replace(wanted: Brand, match: string, request: Request): Promise<Answer> {
    const { answers, brand, now, onChange } = this.#parts
    const known = answers.find(request)
    if (known !== undefined) return known
    if (match !== '*' && match !== this.etag()) return changedMeanwhile
    const refused = await this.#write(wanted)
    if (refused !== undefined) return refused
    await brand.read()
    onChange()
    const answer = { status: 200, body: { brand: wanted } }
    answers.keep(request, answer, now())
    return answer
  }

  async #write(wanted: Brand): Promise<Answer | undefined> {
    const { folder, brand } = this.#parts
    const file = path.join(folder, brandFile)
    try {
      const trouble = await this.#tree.trouble()
      if (trouble !== undefined) return trouble
      const before = await readOrdinary(file, longestBrandBytes).catch((cause) => {
        if (codeOf(cause) === 'ENOENT') return undefined
        throw cause
      })
      if (wanted.logo !== brand.current().logo) await writeLogo(folder, wanted.logo)
      await writeWhole(file, withBrand(before, wanted))
      return undefined
    } catch (cause) {
      const trouble = troubleOf(cause)
      if (trouble === undefined) throw cause
      return trouble
    }
  }
}

const changedMeanwhile = refusal(
  412,
  'changed-meanwhile',
  'Somebody else has changed this meanwhile. Look at it again, then change it.',
)
