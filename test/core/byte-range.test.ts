/** Which bytes of a film are sent when a player asks for a part of it, and with which headers. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byteRange } from '../../core/byte-range.ts'
import { mediaAnswer } from '../../core/media-answer.ts'
import { storedTypeOf } from '../../core/media-type.ts'

test.each([
  ['bytes=0-99', 1_000, { kind: 'part', first: 0, last: 99 }],
  ['bytes=500-', 1_000, { kind: 'part', first: 500, last: 999 }],
  ['bytes=-100', 1_000, { kind: 'part', first: 900, last: 999 }],
  ['bytes=-5000', 1_000, { kind: 'part', first: 0, last: 999 }],
  ['bytes=999-999', 1_000, { kind: 'part', first: 999, last: 999 }],
  ['bytes=990-2000', 1_000, { kind: 'part', first: 990, last: 999 }],
  ['bytes=1000-', 1_000, { kind: 'unsatisfiable' }],
  ['bytes=-0', 1_000, { kind: 'unsatisfiable' }],
  ['bytes=0-', 0, { kind: 'unsatisfiable' }],
  ['bytes=-1', 0, { kind: 'unsatisfiable' }],
] as const)('%s of %i bytes', (header, size, answer) => {
  expect(byteRange(header, size)).toEqual(answer)
})

test.each([
  undefined,
  null,
  '',
  'bytes=',
  'bytes=-',
  'bytes=5-2',
  'bytes=0-1,5-6',
  'items=0-5',
  'bytes=a-b',
  `bytes=${'9'.repeat(16)}-`,
])('%j is answered with the whole file', (header) => expect(byteRange(header, 1_000)).toEqual({ kind: 'whole' }))

test('a part always lies within the file, whatever was asked for', () => {
  fc.assert(
    fc.property(fc.nat(), fc.option(fc.nat()), fc.option(fc.nat()), (size, from, to) => {
      const range = byteRange(`bytes=${from ?? ''}-${to ?? ''}`, size)
      if (range.kind !== 'part') return
      expect(range.first).toBeGreaterThanOrEqual(0)
      expect(range.first).toBeLessThanOrEqual(range.last)
      expect(range.last).toBeLessThan(size)
    }),
  )
})

const hash = 'ab12'.repeat(16)

test('a part is announced with its place and its length', () => {
  expect(mediaAnswer(`${hash}.mp4`, 1_000, 'bytes=100-299')).toMatchObject({
    status: 206,
    headers: { 'content-range': 'bytes 100-299/1000', 'content-length': '200', 'content-type': 'video/mp4' },
    part: { first: 100, last: 299 },
  })
})

test('a whole file may be kept for good and runs nothing', () => {
  const answer = mediaAnswer(`${hash}.webp`, 1_000, null)
  expect(answer).toMatchObject({ status: 200, part: { first: 0, last: 999 } })
  expect(answer?.headers).toEqual({
    'accept-ranges': 'bytes',
    'cache-control': 'private, max-age=31536000, immutable',
    'content-length': '1000',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-type': 'image/webp',
    etag: `"${hash}"`,
    'x-content-type-options': 'nosniff',
  })
})

test('behind the end there is nothing: the answer says how long the file is', () => {
  const answer = mediaAnswer(`${hash}.jpg`, 1_000, 'bytes=1000-')
  expect(answer).toMatchObject({ status: 416, headers: { 'content-range': 'bytes */1000' } })
  expect(answer?.part).toBeUndefined()
})

test.each([
  `${hash}.html`,
  `${hash}.svg`,
  `${hash}`,
  `${hash}.mp4/..`,
  `../${hash}.mp4`,
  `${hash.toUpperCase()}.mp4`,
  `${hash}0.mp4`,
  'a.mp4',
  `${hash}.mp4\n`,
])('%j is no file of the store', (file) => {
  expect(storedTypeOf(file)).toBeUndefined()
  expect(mediaAnswer(file, 1, null)).toBeUndefined()
})
