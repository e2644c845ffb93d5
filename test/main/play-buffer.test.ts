/** Plays on the screen's own disk: there before the page is answered, whatever happens to whoever wrote them. */
import { appendFileSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { PlayBuffer } from '../../main/play-buffer.ts'
import { makePlace, type Place } from '../support/place.ts'

let place: Place
let file: string

beforeEach(() => {
  place = makePlace()
  file = path.join(place.folder, 'screens/plays.ndjson')
})

afterEach(() => place.remove())

const numbered = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `play-${from + at}` }))
const idsOf = (lines: readonly string[]) => lines.map((line) => (JSON.parse(line) as { id: string }).id)

/** Everything there is, in batches. */
async function all(buffer: PlayBuffer): Promise<readonly string[]> {
  const ids: string[] = []
  for (;;) {
    const batch = await buffer.next(AbortSignal.timeout(200))
    if (batch === undefined) return ids
    ids.push(...idsOf(batch.lines))
    await buffer.delivered(batch)
  }
}

test('what was written is there again after a restart, in its order, until it is delivered', async () => {
  const before = await PlayBuffer.open(file)
  await before.add(numbered(0, 120))
  const first = await before.next()
  expect(first?.lines).toHaveLength(50)
  if (first !== undefined) await before.delivered(first)
  // Nobody closes it: whoever wrote it was killed. What is delivered twice, the hub counts once.
  const after = await PlayBuffer.open(file)
  const ids = await all(after)
  expect(new Set(ids).size).toBe(120)
  expect(statSync(file).size).toBe(0)
  await after.close()
  await before.close()
})

test('a line that was torn when the power went takes no other with it', async () => {
  const before = await PlayBuffer.open(file)
  await before.add(numbered(0, 2))
  await before.close()
  appendFileSync(file, '{"id":"play-2","scre')
  const after = await PlayBuffer.open(file)
  await after.add(numbered(3, 1))
  expect(await all(after)).toEqual(['play-0', 'play-1', 'play-3'])
  await after.close()
})

test('what comes while a batch is on its way is kept behind it', async () => {
  const buffer = await PlayBuffer.open(file)
  await buffer.add(numbered(0, 1))
  const batch = await buffer.next()
  await buffer.add(numbered(1, 1))
  if (batch !== undefined) await buffer.delivered(batch)
  expect(await all(buffer)).toEqual(['play-1'])
  await buffer.close()
})

test('whoever waits for something to deliver is woken by it', async () => {
  const buffer = await PlayBuffer.open(file)
  const waiting = buffer.next()
  await buffer.add(numbered(7, 1))
  expect(idsOf((await waiting)?.lines ?? [])).toEqual(['play-7'])
  await buffer.close()
})

test('it grows only so far: the oldest plays go, whole lines of them', async () => {
  const most = 20_000
  const buffer = await PlayBuffer.open(file, most)
  for (let from = 0; from < 3_000; from += 50) await buffer.add(numbered(from, 50))
  expect(statSync(file).size).toBeLessThanOrEqual(most)
  expect(readFileSync(file, 'utf8')).toMatch(/^\{"id":"play-\d+"\}\n/)
  const ids = await all(buffer)
  expect(ids.at(-1)).toBe('play-2999')
  expect(ids).toEqual(ids.map((_, at) => `play-${3_000 - ids.length + at}`))
  await buffer.close()
})
