/** Moving files between folders, also from one disk to another. */
import { randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ContentTree } from '../../hub/content-tree.ts'
import { asideName, keepCopy, moveFile, moveToFree } from '../../hub/move-file.ts'
import { makePlace } from '../support/place.ts'

const place = makePlace()
/** In memory: another file system than the temporary folder, where there is one. */
const other = existsSync('/dev/shm') ? mkdtempSync('/dev/shm/anteroom-') : place.playlists
const isElsewhere = statSync(other).dev !== statSync(place.content).dev
const at = (name: string) => path.join(place.content, name)
const there = (name: string) => path.join(other, name)

afterAll(() => {
  place.remove()
  rmSync(other, { recursive: true, force: true })
})

test.skipIf(!isElsewhere)('a file keeps its bytes and its time on another disk, and leaves nothing half', async () => {
  writeFileSync(at('film.mp4'), 'bytes')
  utimesSync(at('film.mp4'), 1_700_000_000, 1_700_000_000)
  await moveFile(at('film.mp4'), there('0'))
  expect(existsSync(at('film.mp4'))).toBe(false)
  expect(readFileSync(there('0'), 'utf8')).toBe('bytes')
  expect(statSync(there('0')).mtimeMs).toBe(1_700_000_000_000)
  await keepCopy(there('0'), at('back.mp4'))
  expect(readFileSync(at('back.mp4'), 'utf8')).toBe('bytes')
  await expect(moveFile(there('0'), path.join(place.content, 'no', 'such', 'folder'))).rejects.toThrow()
  expect(readdirSync(other)).toEqual(['0'])
  expect(readdirSync(place.content)).toEqual(['back.mp4'])
})

test('a place that is taken stays as it is', async () => {
  writeFileSync(at('mine'), 'mine')
  writeFileSync(at('yours'), 'yours')
  expect(await moveToFree(at('mine'), at('yours'))).toBe(false)
  expect(readFileSync(at('yours'), 'utf8')).toBe('yours')
  expect(await moveToFree(at('mine'), at('free'))).toBe(true)
  expect(readFileSync(at('free'), 'utf8')).toBe('mine')
  expect(existsSync(at('mine'))).toBe(false)
})

test('what a hub was receiving when it ended is gone at the next start, and nothing else is', async () => {
  const half = `.anteroom-${randomUUID()}.part`
  const ours = asideName()
  mkdirSync(at('offers/summer'), { recursive: true })
  for (const name of [half, `offers/summer/${half}`, ours, '.anteroom-notes.part']) writeFileSync(at(name), 'half')
  await new ContentTree(place.content).tidy(AbortSignal.timeout(9_000))
  expect([half, `offers/summer/${half}`].filter((name) => existsSync(at(name)))).toEqual([])
  // What this hub is receiving at the moment stays.
  expect([ours, '.anteroom-notes.part'].every((name) => existsSync(at(name)))).toBe(true)
})
