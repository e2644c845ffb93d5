/** A press that is repeated is one press: also over a restart, and after a disk that took nothing. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Answer, AnswerBook, requestOf } from '../../hub/answer-book.ts'
import { type Database, openDatabase } from '../../hub/database.ts'

const hour = 3_600_000
const now = Date.UTC(2026, 10, 21, 9)
const yes: Answer = { status: 200, body: { called: 'K47' } }
const call = requestOf('key-1', 'POST /api/queue/call-next', { provider: 'p1' })

let folder: string
let database: Database
let book: AnswerBook

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'anteroom-answers-'))
  database = openDatabase(path.join(folder, 'anteroom.sqlite'))
  book = new AnswerBook(database)
})

afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true })
})

test('a key that came before gets the same answer, and nothing is done again, also from the next hub', () => {
  let done = 0
  const act = () => {
    done += 1
    return yes
  }
  expect([book.once(call, now, act), book.once(call, now + 1, act)]).toEqual([yes, yes])
  expect(new AnswerBook(database).once(call, now + hour, act)).toEqual(yes)
  expect(done).toBe(1)
  const other = requestOf('key-1', 'POST /api/queue/call-next', { provider: 'p2' })
  expect(book.find(other)).toMatchObject({ status: 422, body: { reason: 'key-reused' } })
})

test('an answer that went with everything else that was given up was never given', () => {
  const givenUp = () =>
    database.transaction(() => {
      book.keep(call, yes, now)
      throw new Error('the disk is full')
    })()
  expect(givenUp).toThrow('the disk is full')
  expect(book.find(call)).toBeUndefined()
  // Another press of the very same moment takes its place on the disk.
  book.keep(requestOf('key-2', 'POST /api/queue/hold', {}), { status: 404, body: {} }, now)
  expect(book.find(call)).toBeUndefined()
  book.keep(call, yes, now + 1)
  expect([book.find(call), new AnswerBook(database).find(call)]).toEqual([yes, yes])
})

test('answers are known for a day, whichever way the clock goes meanwhile', () => {
  book.keep(call, yes, now)
  book.keep(requestOf('key-2', 'POST /api/queue/hold', {}), yes, now - hour)
  book.forgetOld(now - 2 * hour)
  expect(book.find(call)).toEqual(yes)
  book.forgetOld(now + 23 * hour)
  expect(book.find(call)).toEqual(yes)
  book.forgetOld(now + 25 * hour)
  expect([book.find(call), new AnswerBook(database).find(call)]).toEqual([undefined, undefined])
  expect(database.prepare('SELECT count(*) AS left FROM answers').get()).toEqual({ left: 0 })
})
