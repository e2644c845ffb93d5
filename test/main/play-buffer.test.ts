/** Plays on the screen's own disk: there before the page is answered, whatever happens to whoever wrote them. */
import { execFile } from 'node:child_process'
import { appendFileSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { PlayBuffer } from '../../main/play-buffer.ts'
import { makePlace, type Place } from '../support/place.ts'

const run = promisify(execFile)
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

test('plays that are on their way while the oldest go take none of the others with them', async () => {
  const buffer = await PlayBuffer.open(file, 20_000)
  await buffer.add(numbered(0, 50))
  const onItsWay = await buffer.next()
  for (let from = 50; from < 3_000; from += 50) await buffer.add(numbered(from, 50))
  const kept = readFileSync(file, 'utf8').trim().split('\n')
  if (onItsWay !== undefined) await buffer.delivered(onItsWay)
  expect(await all(buffer)).toEqual(idsOf(kept))
  await buffer.close()
})

test('a disk that fills up in the middle of a line spoils neither that file nor what comes after', async () => {
  const program = `
    import { PlayBuffer } from ${JSON.stringify(new URL('../../main/play-buffer.ts', import.meta.url).href)}
    const buffer = await PlayBuffer.open(${JSON.stringify(file)})
    const add = (id, length) => buffer.add([{ id, title: 'x'.repeat(length) }]).then(() => true, () => false)
    const taken = [await add('before', 300), await add('too-long', 3_000), await add('after', 10)]
    const { lines } = await buffer.next()
    console.log(JSON.stringify([taken, lines.map((line) => JSON.parse(line).id)]))
    await buffer.close()`
  const node = [process.execPath, '--input-type=module', '-e', program]
  // At most two blocks in a file: whatever goes beyond is written in part, as on a disk that is full.
  const { stdout } = await run('sh', ['-c', 'ulimit -f 2; exec "$@"', 'sh', ...node])
  expect(JSON.parse(stdout)).toEqual([
    [true, false, true],
    ['before', 'after'],
  ])
})
