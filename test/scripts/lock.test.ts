/** Two set-ups at once. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { withLock } from '../../scripts/setup/lock.mjs'
import { eventually } from '../support/eventually.ts'
import { makePlace } from '../support/place.ts'

const { folder, remove } = makePlace()
afterAll(remove)
const lock = path.join(folder, 'locks', 'a.lock')
// Larger than any process number Linux hands out (proc(5), pid_max).
const nobody = 2 ** 22 + 1

test('they work one after the other, and the one that waits is told for whom', async () => {
  const story: string[] = []
  const told = Promise.withResolvers<number>()
  const first = withLock(lock, async () => {
    story.push('first begins')
    await told.promise
    story.push('first ends')
  })
  await eventually(
    () => story,
    ({ length }) => length === 1,
  )
  await withLock(lock, async () => void story.push('second'), told.resolve)
  await first
  expect(await told.promise).toBe(process.pid)
  expect(story).toEqual(['first begins', 'first ends', 'second'])
})

test.each([
  ['that died', JSON.stringify({ pid: nobody })],
  ['whose number another process has by now', JSON.stringify({ pid: process.pid, started: '1' })],
  ['that could not write its name', '{'],
])('the lock of a set-up %s is taken over', async (_what, owner) => {
  mkdirSync(lock, { recursive: true })
  writeFileSync(path.join(lock, 'owner.json'), owner)
  expect(await withLock(lock, async () => 'done')).toBe('done')
  expect(existsSync(lock)).toBe(false)
})

test('a lock is given back when the work fails, and leaves nothing behind', async () => {
  const failing = async () => {
    throw new Error('no luck')
  }
  await expect(withLock(lock, failing)).rejects.toThrow('no luck')
  expect(readdirSync(path.dirname(lock))).toEqual([])
})
