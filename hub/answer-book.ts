/** What was answered to whom in the last day: the same key gets the same answer, so a repeated press is one press. */
import { hash } from 'node:crypto'
import type { Database, Statement } from './database.ts'

const badInputStatus = 422
const keptMs = 24 * 3_600_000
const forgetEveryMs = 60_000

/** Something to be done once. */
export interface Request {
  readonly key: string
  /** SHA-256 over address and body. */
  readonly digest: string
}

export interface Answer {
  readonly status: number
  readonly body: object
}

/** Where an answer stands on the disk, and when it was given. */
interface Place {
  readonly row: number
  readonly at: number
}

export const requestOf = (key: string, address: string, body: unknown): Request => ({
  key,
  digest: hash('sha256', `${address}\n${JSON.stringify(body)}`),
})

/** One for each database: it alone knows which keys there are. */
export class AnswerBook {
  readonly #find: Statement
  readonly #forget: Statement
  readonly #insert: Statement
  readonly #forgetRequests: Statement
  readonly #database: Database
  /** An index would have a page rewritten for each key, since they are random. */
  readonly #places: Map<string, Place>
  #forgottenAt = 0

  constructor(database: Database) {
    this.#database = database
    const rows = database.prepare('SELECT key, rowid AS row, at FROM answers').all() as (Place & { key: string })[]
    this.#places = new Map(rows.map(({ key, ...place }) => [key, place]))
    // A transaction that came to nothing leaves a key whose row is not there, or another's.
    this.#find = database.prepare('SELECT request, status, body FROM answers WHERE rowid = ? AND key = ?')
    this.#forget = database.prepare('DELETE FROM answers WHERE rowid = ? AND key = ?')
    this.#insert = database.prepare('INSERT INTO answers (key, request, status, body, at) VALUES (?, ?, ?, ?, ?)')
    this.#forgetRequests = database.prepare('UPDATE answers SET request = NULL WHERE request IS NOT NULL')
  }

  /** @returns what was answered to this key before; a refusal when that was for something else; undefined for a new key */
  find({ key, digest }: Request): Answer | undefined {
    const place = this.#places.get(key)
    if (place === undefined) return undefined
    const row = this.#find.get(place.row, key) as
      | { readonly request: string | null; readonly status: number; readonly body: string }
      | undefined
    if (row === undefined) return undefined
    if (row.request !== null && row.request !== digest) return keyReused
    return { status: row.status, body: JSON.parse(row.body) as object }
  }

  /** Once for each press: what is done and what is answered come to the disk together, or neither does. */
  once(request: Request, now: number, act: () => Answer): Answer {
    return this.#database.transaction(() => {
      const known = this.find(request)
      if (known !== undefined) return known
      const answer = act()
      this.keep(request, answer, now)
      return answer
    })()
  }

  /** To be called in the transaction of what the answer tells. */
  keep({ key, digest }: Request, { status, body }: Answer, now: number): void {
    // Bad input is mended and sent again, from the same form.
    if (status === badInputStatus) return
    if (Math.abs(now - this.#forgottenAt) > forgetEveryMs) this.forgetOld(now)
    const { lastInsertRowid } = this.#insert.run(key, digest, status, JSON.stringify(body), now)
    this.#places.set(key, { row: Number(lastInsertRowid), at: now })
  }

  forgetOld(now: number): void {
    for (const [key, { row, at }] of this.#places) {
      if (at >= now - keptMs) continue
      this.#forget.run(row, key)
      this.#places.delete(key)
    }
    this.#forgottenAt = now
  }

  /** Bodies may have held a desk label, which is short enough to be guessed from its digest. */
  forgetRequests(): void {
    this.#forgetRequests.run()
  }
}

const keyReused: Answer = {
  status: badInputStatus,
  body: {
    reason: 'key-reused',
    field: 'Idempotency-Key',
    message: 'Idempotency-Key: it was used for something else already. Make up a new one for each press of a button.',
  },
}
