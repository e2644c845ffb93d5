/** Receiving bytes: what a full disk, a wrong length and a broken connection leave behind. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, expect, test } from 'vitest'
import { receiveUpload, refusedAtOnce } from '../../hub/upload.ts'
import { makePlace } from '../support/place.ts'
import { sha256 } from '../support/samples.ts'

const place = makePlace()
const file = path.join(place.content, 'arriving')
const megabyte = 1024 * 1024
const always = async () => true

afterAll(() => place.remove())

const source = (megabytes: number) =>
  Readable.from(Array.from({ length: megabytes }, (_, at) => Buffer.alloc(megabyte, at)))

/** A connection that is lost after a megabyte. */
function breaking(): Readable {
  const lost = Object.assign(new Error('aborted'), { code: 'ECONNRESET' })
  return new Readable({
    read() {
      this.push(Buffer.alloc(megabyte))
      setImmediate(() => this.destroy(lost))
    },
  })
}

const reasonOf = (result: Awaited<ReturnType<typeof receiveUpload>>) =>
  result.ok ? 'ok' : (result.refused.body as { readonly reason: string }).reason

test('what arrives whole is what was sent', async () => {
  const result = await receiveUpload(file, {
    source: source(3),
    bytes: 3 * megabyte,
    largestBytes: 4 * megabyte,
    hasRoomFor: always,
  })
  const sent = Buffer.concat([Buffer.alloc(megabyte, 0), Buffer.alloc(megabyte, 1), Buffer.alloc(megabyte, 2)])
  expect(result).toEqual({ ok: true, bytes: 3 * megabyte, hash: sha256(sent) })
  expect(readFileSync(file).equals(sent)).toBe(true)
})

test('a disk that would be too full is asked before the first byte', async () => {
  const asked: number[] = []
  const hasRoomFor = async (bytes: number) => asked.push(bytes) === 0
  const refused = await refusedAtOnce({ source: source(0), bytes: 7, largestBytes: 10, hasRoomFor })
  expect(refused).toMatchObject({ status: 507, body: { reason: 'no-space' } })
  expect(asked).toEqual([7])
})

test('whatever goes wrong leaves nothing', async () => {
  const filling = async () => false
  const to = path.join(place.data, '..', 'content', 'other')
  const results = [
    await receiveUpload(to, { source: source(3), bytes: undefined, largestBytes: 2 * megabyte, hasRoomFor: always }),
    await receiveUpload(to, { source: source(66), bytes: undefined, largestBytes: 99 * megabyte, hasRoomFor: filling }),
    await receiveUpload(to, { source: source(1), bytes: 2 * megabyte, largestBytes: 9 * megabyte, hasRoomFor: always }),
    await receiveUpload(to, {
      source: breaking(),
      bytes: 2 * megabyte,
      largestBytes: 9 * megabyte,
      hasRoomFor: always,
    }),
  ]
  expect(results.map(reasonOf)).toEqual(['too-large', 'no-space', 'broken-off', 'broken-off'])
  expect(existsSync(to)).toBe(false)
  expect(readdirSync(place.content)).toEqual(['arriving'])
})
