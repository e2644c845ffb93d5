/** What was answered to whom in the last day: the same key gets the same answer, so a repeated press is one press. */
import { createHash } from 'node:crypto'
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

export const requestOf = (key: string, address: string, body: unknown): Request => ({
  key,
  digest: createHash('sha256')
    .update(`${address}\n${JSON.stringify(body)}`)
    .digest('hex'),
})

export class AnswerBook {
  readonly #find: Statement
  readonly #forgetOld: Statement
  readonly #insert: Statement
  readonly #forgetRequests: Statement
  readonly #database: Database
  #forgottenAt = 0

  constructor(database: Database) {
    this.#database = database
    this.#find = database.prepare('SELECT request, status, body FROM answers WHERE key = ?')
    this.#forgetOld = database.prepare('DELETE FROM answers WHERE at < ?')
    this.#insert = database.prepare('INSERT INTO answers (key, request, status, body, at) VALUES (?, ?, ?, ?, ?)')
    this.#forgetRequests = database.prepare('UPDATE answers SET request = NULL')
  }

  /** @returns what was answered to this key before; a refusal when that was for something else; undefined for a new key */
  find({ key, digest }: Request): Answer | undefined {
    const row = this.#find.get(key) as
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
    this.#insert.run(key, digest, status, JSON.stringify(body), now)
  }

  forgetOld(now: number): void {
    this.#forgetOld.run(now - keptMs)
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
