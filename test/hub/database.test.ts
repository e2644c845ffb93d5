/** The write-ahead log: emptied of what was deleted, and of nothing twice. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Database, emptyLog, openDatabase } from '../../hub/database.ts'
import { makePlace, type Place } from '../support/place.ts'

let place: Place
let database: Database
const file = () => path.join(place.folder, 'a.sqlite')
const onDisk = () => Buffer.concat([file(), `${file()}-wal`].map((one) => readFileSync(one))).toString('latin1')

beforeEach(() => {
  place = makePlace()
  database = openDatabase(file())
  database.exec('PRAGMA secure_delete = ON')
})

afterEach(() => {
  database.close()
  place.remove()
})

/** Somebody who reads, and so keeps the log from being emptied. */
function withReader<Answer>(look: () => Answer): Answer {
  const reader = openDatabase(file())
  reader.exec('BEGIN')
  reader.prepare('SELECT count(*) FROM facts').get()
  try {
    return look()
  } finally {
    reader.close()
  }
}

const keepAndForget = (fact: string) => {
  database.prepare('INSERT INTO facts (name, value) VALUES (?, ?)').run('label', fact)
  database.prepare("DELETE FROM facts WHERE name = 'label'").run()
}

test('what was deleted is gone from the disk, each time it is emptied', () => {
  for (const label of ['red coat', 'blue hat']) {
    keepAndForget(label)
    expect(onDisk()).toContain(label)
    expect(emptyLog(database)).toBe(true)
    expect(onDisk()).not.toContain(label)
  }
})

test('while somebody reads it cannot be emptied, and is still to be', () => {
  database.pragma('busy_timeout = 0')
  keepAndForget('red coat')
  expect(withReader(() => emptyLog(database))).toBe(false)
  expect(emptyLog(database)).toBe(true)
  expect(onDisk()).not.toContain('red coat')
})

test('with nothing changed since, nothing is written again', () => {
  database.pragma('busy_timeout = 0')
  expect(emptyLog(database)).toBe(true)
  // Emptying it now could not be done.
  expect(withReader(() => emptyLog(database))).toBe(true)
})
