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
  readonly #noted: Map<string, Noted>

  constructor(database: Database) {
    this.#database = database
    const rows = database.prepare('SELECT path, words, checked_by, checked_on FROM approvals').all() as Row[]
    this.#noted = new Map(rows.map((row) => [row.path, { words: row.words, by: row.checked_by, on: row.checked_on }]))
  }

  /** What is noted for this very text; `changed` when it was another one that was checked. */
  of(path: string, explainer: Explainer): Approval | 'changed' | undefined {
    const noted = this.#noted.get(path)
    if (noted === undefined) return undefined
    return noted.words === wordsOf(explainer) ? { by: noted.by, on: noted.on } : 'changed'
  }

  /** @param now milliseconds since 1970 UTC */
  note(path: string, explainer: Explainer, { by, on }: Approval, now: number): void {
    const words = wordsOf(explainer)
    this.#database
      .prepare('INSERT OR REPLACE INTO approvals (path, words, checked_by, checked_on, at) VALUES (?, ?, ?, ?, ?)')
      .run(path, words, by, on, now)
    this.#noted.set(path, { words, by, on })
  }

  withdraw(path: string): void {
    this.#database.prepare('DELETE FROM approvals WHERE path = ?').run(path)
    this.#noted.delete(path)
  }
}

const known = new WeakMap<Explainer, string>()

function wordsOf(explainer: Explainer): string {
  const words = known.get(explainer) ?? createHash('sha256').update(saidIn(explainer)).digest('hex')
  known.set(explainer, words)
  return words
}
