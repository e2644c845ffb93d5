/** Which texts have been checked, by whom and when: a note holds for the very words that were read. */
import { createHash } from 'node:crypto'
import { type Approval, saidIn } from '../core/approval.ts'
import type { Explainer } from '../core/explainer.ts'
import type { Database } from './database.ts'

interface Row {
  readonly path: string
  readonly words: string
  readonly checked_by: string
  readonly checked_on: string
}

interface Noted extends Approval {
  /** SHA-256 of what the film says. */
  readonly words: string
}

export class Approvals {
  readonly #database: Database
  #noted: Map<string, Noted>

  constructor(database: Database) {
    this.#database = database
    this.#noted = this.#read()
  }

  /** After a change that was given up. */
  readAgain(): void {
    this.#noted = this.#read()
  }

  /** What is noted for this very text; `changed` when it was another one that was checked. */
  of(path: string, explainer: Explainer): Approval | 'changed' | undefined {
    const words = wordsOf(explainer)
    const own = this.#noted.get(path)
    // A file that was moved or renamed says what it said before.
    const noted = own?.words === words ? own : [...this.#noted.values()].find((each) => each.words === words)
    if (noted !== undefined) return { by: noted.by, on: noted.on }
    return own === undefined ? undefined : 'changed'
  }

  /** @param now milliseconds since 1970 UTC */
  note(path: string, explainer: Explainer, { by, on }: Approval, now: number): void {
    const words = wordsOf(explainer)
    this.#database
      .prepare('INSERT OR REPLACE INTO approvals (path, words, checked_by, checked_on, at) VALUES (?, ?, ?, ?, ?)')
      .run(path, words, by, on, now)
    this.#noted.set(path, { words, by, on })
  }

  /** Nobody has checked this text any more, wherever it lies. */
  withdraw(explainer: Explainer): void {
    const words = wordsOf(explainer)
    this.#database.prepare('DELETE FROM approvals WHERE words = ?').run(words)
    for (const [path, noted] of [...this.#noted]) if (noted.words === words) this.#noted.delete(path)
  }

  #read(): Map<string, Noted> {
    const rows = this.#database.prepare('SELECT path, words, checked_by, checked_on FROM approvals').all() as Row[]
    return new Map(rows.map((row) => [row.path, { words: row.words, by: row.checked_by, on: row.checked_on }]))
  }
}

const known = new WeakMap<Explainer, string>()

/** SHA-256 of what a film says and shows. */
export function wordsOf(explainer: Explainer): string {
  const words = known.get(explainer) ?? createHash('sha256').update(saidIn(explainer)).digest('hex')
  known.set(explainer, words)
  return words
}
