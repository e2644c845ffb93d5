/** Every kind of file a person may drop into the folder: it is on the TV, or there is a reason why not. */
import { describe, expect, test } from 'vitest'
import { type NoticeCode, notice, type RefusalCode, refusal } from '../../core/remarks.ts'
import type { RunningHub } from '../support/hub.ts'
import { openHubForAll } from '../support/open-hub.ts'
import type { Place } from '../support/place.ts'
import { drop, sample, sha256, truncated, zeroed } from '../support/samples.ts'

// One file called `a`, its content not there: what is left of a zip whose copying broke off.
const zip = Buffer.from('504b03041400000008005b6e5d57aabbccdd05000000050000000100000061', 'hex')
const film = sample('film.mp4')

const good: readonly (readonly [name: string, bytes: Buffer, remark: NoticeCode | null])[] = [
  ['film.mp4', film, null],
  ['FILM2.MP4', sample('film.mp4', 1), null],
  ['photo.jpg', sample('photo.jpg'), null],
  ['photo.jpeg', sample('photo.jpg', 1), null],
  ['photo.png', sample('photo.png'), null],
  ['photo.webp', sample('photo.webp'), null],
  ['sound.mp4', sample('film-with-sound.mp4'), 'plays-silently'],
  ['really a png.jpg', sample('photo.png', 1), 'name-mismatch'],
  ['the same png again.jpg', sample('photo.png'), 'name-mismatch'],
  ['no-ending', sample('photo.webp', 1), null],
  ['h265.mp4', sample('film-h265.mp4'), 'converted'],
  ['ten bits.mp4', sample('film-10-bit.mp4'), 'converted'],
  ['film.webm', sample('film.webm'), 'converted'],
]

const bad: readonly (readonly [name: string, bytes: Buffer, reason: RefusalCode])[] = [
  ['a letter.mp4', Buffer.from('Dear patients,\nwe are closed on Friday.\n'), 'not-media'],
  ['a zip.jpg', zip, 'archive'],
  ['a page.png', Buffer.from('<!doctype html><script>alert(1)</script>'), 'not-media'],
  ['empty.mp4', Buffer.alloc(0), 'empty'],
  ['half.mp4', truncated(film, 0.5), 'damaged'],
  ['nearly whole.mp4', truncated(film, 0.98), 'damaged'],
  ['half.jpg', truncated(sample('photo.jpg'), 0.5), 'damaged'],
  ['half.png', truncated(sample('photo.png'), 0.5), 'damaged'],
  ['half.webp', truncated(sample('photo.webp'), 0.5), 'damaged'],
  ['a hole in the middle.mp4', zeroed(film, 0.4, 0.6), 'damaged'],
  ['only zeros so far.mp4', zeroed(film, 0.01, 1), 'damaged'],
]

let place: Place
let hub: RunningHub

openHubForAll([], (opened) => {
  ;({ hub, place } = opened)
  for (const [name, bytes] of [...good, ...bad]) drop(place.content, name, bytes)
})

describe('ready', () => {
  test.each(good)('%s', async (name, bytes, remark) => {
    const asset = await hub.judged(name)
    expect(asset).toMatchObject({ state: 'ready', source: sha256(bytes), width: 320, height: 180 })
    expect(asset.notices).toEqual(remark === null ? [] : [notice(remark)])
    expect(asset.reason).toBeUndefined()
    expect(asset.kind).toBe(asset.durationMs === undefined ? 'image' : 'video')
  })

  test('a film is as long as it was measured', async () => {
    expect(await hub.judged('film.mp4')).toMatchObject({ kind: 'video', durationMs: 2_000 })
  })

  test('each is served under its hash, and so is its small picture', async () => {
    for (const [name] of good) {
      const { hash, media, poster } = await hub.judged(name)
      const served = await fetch(`${hub.url}/media/${media}`)
      expect(sha256(Buffer.from(await served.arrayBuffer()))).toBe(hash)
      expect((await fetch(`${hub.url}/media/${poster}`)).headers.get('content-type')).toBe('image/jpeg')
    }
  })
})

describe('refused', () => {
  test.each(bad)('%s', async (name, _, reason) => {
    const asset = await hub.judged(name)
    expect(asset).toMatchObject({ state: 'refused', reason: refusal(reason), notices: [] })
    expect(asset.hash).toBeUndefined()
  })

  test('and on no screen', async () => {
    for (const [name] of bad) await hub.judged(name)
    const { items } = await hub.programme()
    const played = new Set(Object.values(items).map(({ file }) => file.slice(0, 64)))
    for (const [, bytes] of bad) expect(played).not.toContain(sha256(bytes))
  })
})
