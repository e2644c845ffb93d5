/** What is not as it should be, by what it is about; each new one is said once on standard error. */
import type { Problem } from '../core/contract.ts'

export class Problems {
  readonly #byAbout = new Map<string, readonly Problem[]>()
  readonly #listeners = new Set<() => void>()

  /** Replaces what is known about one thing; an empty list says that it is well again. */
  set(about: string, problems: readonly Omit<Problem, 'about'>[]): void {
    const before = this.#byAbout.get(about) ?? []
    const after = problems.map((problem) => ({ about, ...problem }))
    if (JSON.stringify(before) === JSON.stringify(after)) return
    if (after.length > 0) this.#byAbout.set(about, after)
    else this.#byAbout.delete(about)
    for (const problem of after) {
      if (!before.some(({ message }) => message === problem.message)) console.error(sentenceOf(problem))
    }
    if (after.length === 0) console.error(`${about}: in order again.`)
    for (const listener of this.#listeners) listener()
  }

  about(about: string): readonly Problem[] {
    return this.#byAbout.get(about) ?? []
  }

  all(): readonly Problem[] {
    return [...this.#byAbout.values()].flat()
  }

  onChange(listener: () => void): void {
    this.#listeners.add(listener)
  }
}

export const sentenceOf = ({ about, line, column, message }: Problem): string =>
  `${about}${line === undefined ? '' : `, line ${line}, column ${column ?? 1}`}: ${message}`
