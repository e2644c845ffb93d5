/** Adding, replacing and deleting content through the hub: what reaches the folder, what comes back, and what never leaves it. */
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { type ContentClient, contentAt } from '../support/content.ts'
import { eventually } from '../support/eventually.ts'
import type { RunningHub } from '../support/hub.ts'
import { type OpenHub, openHubForAll } from '../support/open-hub.ts'
import type { Place } from '../support/place.ts'
import { sample } from '../support/samples.ts'

let place: Place
const inFolder = (name: string) => path.join(place.content, name)
const read = (name: string) => readFileSync(inFolder(name), 'utf8')
let hub: RunningHub
let startAgain: OpenHub['startAgain']
let content: ContentClient

openHubForAll([], (opened) => {
  ;({ hub, place, startAgain } = opened)
  content = contentAt(hub.url)
})

/** All that lies in and around the folder, but for what the hub itself writes while it goes on with its work. */
const everywhere = () =>
  readdirSync(place.folder, { recursive: true })
    .map(String)
    .filter((name) => !/^data\/|(^|\/)\.?_?status/.test(name))
    .sort()
/** Nothing may stay behind, whatever came of it. */
const leftovers = () => readdirSync(place.content).filter((name) => name.startsWith('.'))

describe('adding a file', () => {
  test('it stands in the folder with every byte, its folders are made, and it is taken in', async () => {
    const photo = sample('photo.jpg')
    const { status, body } = await content.put('offers/summer/photo.jpg', photo, { 'if-none-match': '*' })
    expect({ status, body }).toEqual({ status: 201, body: { path: 'offers/summer/photo.jpg', bytes: photo.length } })
    expect(readFileSync(inFolder('offers/summer/photo.jpg')).equals(photo)).toBe(true)
    expect((await hub.judged('offers/summer/photo.jpg')).state).toBe('ready')
    expect(leftovers()).toEqual([])
  })

  test('with If-None-Match nothing is replaced by accident', async () => {
    writeFileSync(inFolder('mine.yaml'), 'title: Mine')
    const { status, body } = await content.put('mine.yaml', 'title: Yours', { 'if-none-match': '*' })
    expect([status, body.reason]).toEqual([409, 'exists'])
    expect(read('mine.yaml')).toBe('title: Mine')
  })

  test('the same press again is answered as the first was, and another file under its key is refused', async () => {
    const key = { 'idempotency-key': randomUUID(), 'if-none-match': '*' }
    const first = await content.put('once.yaml', 'title: Once', key)
    const again = await content.put('once.yaml', 'title: Once', key)
    expect([again.status, again.body]).toEqual([first.status, first.body])
    const other = await content.put('once.yaml', 'title: Other', key)
    expect([other.status, other.body.reason]).toEqual([422, 'key-reused'])
    expect(read('once.yaml')).toBe('title: Once')
  })

  test('without a key nothing happens', async () => {
    const response = await fetch(`${hub.url}/api/content/keyless.yaml`, { method: 'PUT', body: 'title: x' })
    expect([response.status, (await response.json()).reason]).toEqual([400, 'key-missing'])
    expect(existsSync(inFolder('keyless.yaml'))).toBe(false)
  })

  const outside = [
    '../out.mp4',
    'a/../../out.mp4',
    '/etc/out.mp4',
    '.hidden/out.mp4',
    'a/.out.mp4',
    'a//out.mp4',
    '../..',
  ]
  const odd = [
    'a\u0000b.mp4',
    'a\nb.mp4',
    'a\\b.mp4',
    'CON',
    'nul.mp4',
    'com1.mp4',
    'a:b.mp4',
    'a?.mp4',
    'end.',
    ' a.mp4',
  ]
  const useless = ['_status.html', 'film.mp4.part', 'Thumbs.db', `${'x'.repeat(256)}.mp4`, `${'x/'.repeat(20)}a.mp4`]
  test.each([...outside, ...odd, ...useless])('the name %j is refused', async (name) => {
    const before = everywhere()
    // As it is: fetch would tidy the address up.
    const said = await rawPut(`/api/content/${encodeURIComponent(name)}`, 'bytes')
    expect(said).toMatch(/^HTTP\/1\.1 422 /)
    expect(said).toContain('"reason":"name"')
    expect(everywhere()).toEqual(before)
  })

  test('dots in the address itself lead nowhere', async () => {
    for (const address of [
      '/api/content/../../out.mp4',
      '/api/content/%2e%2e/%2e%2e/out.mp4',
      '/api/content/..%2fout.mp4',
    ]) {
      expect(await rawPut(address, 'bytes')).toMatch(/^HTTP\/1\.1 4\d\d /)
    }
    expect(existsSync(path.join(place.folder, 'out.mp4'))).toBe(false)
  })

  test('a name from a Mac is written as everybody else writes it', async () => {
    const { body } = await content.put('Cafe\u0301.yaml', 'title: Café')
    expect(body.path).toBe('Caf\u00e9.yaml')
    expect(readdirSync(place.content)).toContain('Caf\u00e9.yaml')
  })

  test('nothing is written behind a link', async () => {
    const elsewhere = path.join(place.folder, 'elsewhere')
    mkdirSync(elsewhere)
    writeFileSync(path.join(elsewhere, 'theirs.yaml'), 'title: Theirs')
    symlinkSync(elsewhere, inFolder('linked'))
    symlinkSync(path.join(elsewhere, 'theirs.yaml'), inFolder('linked.yaml'))
    const said = [
      await content.put('linked/new.yaml', 'title: x'),
      await content.put('linked.yaml', 'title: x'),
      await content.remove('linked/theirs.yaml'),
      await content.remove('linked.yaml'),
    ]
    expect(said.map(({ status, body }) => [status, body.reason])).toEqual(Array(4).fill([409, 'linked-folder']))
    expect(readdirSync(elsewhere)).toEqual(['theirs.yaml'])
    expect(readFileSync(path.join(elsewhere, 'theirs.yaml'), 'utf8')).toBe('title: Theirs')
  })

  test('a file that is too large is refused before it is sent', async () => {
    const nineGigabytes = String(9 * 1024 ** 3)
    expect(await rawPut('/api/content/huge.mp4', 'begin', nineGigabytes)).toMatch(/^HTTP\/1\.1 413 /)
    expect(leftovers()).toEqual([])
  })

  test('an upload that breaks off leaves nothing', async () => {
    const socket = connect(Number(new URL(hub.url).port), '127.0.0.1')
    socket.write(requestHead('/api/content/half.mp4', '1000000'))
    socket.write(Buffer.alloc(500_000))
    await eventually(leftovers, (names) => names.length === 1)
    socket.destroy()
    await eventually(leftovers, (names) => names.length === 0)
    expect(existsSync(inFolder('half.mp4'))).toBe(false)
  })
})

describe('replacing and deleting', () => {
  beforeEach(async () => {
    mkdirSync(inFolder('shelf'), { recursive: true })
    writeFileSync(inFolder('shelf/offer.png'), sample('photo.png'))
    writeFileSync(inFolder('shelf/offer.png.yaml'), 'title: Our offer # kept\n')
    writeFileSync(inFolder('shelf/offer v2.png'), sample('photo.png', 2))
    writeFileSync(inFolder('shelf/other.png'), 'another file')
  })

  test('a replaced file keeps its note, and comes back', async () => {
    const { status, body } = await content.put('shelf/offer.png', sample('photo.png', 1))
    expect(status).toBe(200)
    expect(readFileSync(inFolder('shelf/offer.png')).equals(sample('photo.png', 1))).toBe(true)
    expect(read('shelf/offer.png.yaml')).toBe('title: Our offer # kept\n')
    expect((await content.press('undo', { undo: body.undo })).status).toBe(200)
    expect(readFileSync(inFolder('shelf/offer.png')).equals(sample('photo.png'))).toBe(true)
    // What had replaced it is not lost either.
    const { deleted } = await hub.get<{ deleted: { undo: string; path: string; replaced: boolean }[] }>(
      '/api/content/deleted',
    )
    expect(deleted[0]).toMatchObject({ path: 'shelf/offer.png', replaced: true })
    await content.press('undo', { undo: deleted[0]?.undo })
    expect(readFileSync(inFolder('shelf/offer.png')).equals(sample('photo.png', 1))).toBe(true)
  })

  test('a deleted file takes its note along and leaves the list at once; both come back', async () => {
    await hub.judged('shelf/offer.png')
    const { status, body } = await content.remove('shelf/offer.png')
    expect(status).toBe(200)
    expect(readdirSync(inFolder('shelf')).sort()).toEqual(['offer v2.png', 'other.png'])
    expect((await hub.assets()).some((asset) => asset.path === 'shelf/offer.png')).toBe(false)
    expect((await content.press('undo', { undo: body.undo })).body).toEqual({ path: 'shelf/offer.png' })
    expect(read('shelf/offer.png.yaml')).toBe('title: Our offer # kept\n')
    expect((await hub.judged('shelf/offer.png')).state).toBe('ready')
    const again = await content.press('undo', { undo: body.undo })
    expect([again.status, again.body.reason]).toEqual([404, 'unknown-undo'])
  })

  test('what has been replaced by hand meanwhile is not overwritten by undo', async () => {
    const { body } = await content.remove('shelf/other.png')
    writeFileSync(inFolder('shelf/other.png'), 'a new one')
    const taken = await content.press('undo', { undo: body.undo })
    expect([taken.status, taken.body.reason]).toEqual([409, 'taken'])
    expect(read('shelf/other.png')).toBe('a new one')
  })

  test('a press that is repeated deletes once', async () => {
    const key = randomUUID()
    const first = await content.remove('shelf/other.png', key)
    writeFileSync(inFolder('shelf/other.png'), 'a new one')
    expect((await content.remove('shelf/other.png', key)).body).toEqual(first.body)
    expect(read('shelf/other.png')).toBe('a new one')
  })

  test('a new version takes the place of the old one, whose note stays; that can be undone', async () => {
    const question = async () => (await hub.assets()).find((asset) => asset.path === 'shelf/offer v2.png')?.question
    await eventually(question, (asked) => asked !== undefined)
    expect(await question()).toEqual({ code: 'new-version', of: 'shelf/offer.png' })
    const { body } = await content.press('replace', { path: 'shelf/offer.png', by: 'shelf/offer v2.png' })
    expect(readFileSync(inFolder('shelf/offer.png')).equals(sample('photo.png', 2))).toBe(true)
    expect(read('shelf/offer.png.yaml')).toBe('title: Our offer # kept\n')
    expect(existsSync(inFolder('shelf/offer v2.png'))).toBe(false)
    await content.press('undo', { undo: body.undo })
    expect(readFileSync(inFolder('shelf/offer.png')).equals(sample('photo.png'))).toBe(true)
    expect(readFileSync(inFolder('shelf/offer v2.png')).equals(sample('photo.png', 2))).toBe(true)
  })

  test('whoever keeps both is not asked again, not even after a restart', async () => {
    const question = async () => (await hub.judged('shelf/offer v2.png')).question
    await eventually(question, (asked) => asked !== undefined)
    expect((await content.press('keep-both', { path: 'shelf/offer v2.png' })).status).toBe(200)
    expect(await question()).toBeUndefined()
    await startAgain()
    expect((await hub.judged('shelf/offer.png')).state).toBe('ready')
    expect(await question()).toBeUndefined()
  })

  test('a note is changed without losing what else stands in it', async () => {
    await content.press('note', { path: 'shelf/offer.png', changes: { speech: 'none' } })
    expect(read('shelf/offer.png.yaml')).toBe('title: Our offer # kept\nspeech: none\n')
    await content.press('note', { path: 'shelf/other.png', changes: { speech: 'captioned' } })
    expect(read('shelf/other.png.yaml')).toBe('speech: captioned\n')
    await content.press('note', { path: 'shelf/offer.png', changes: { speech: null } })
    expect(read('shelf/offer.png.yaml')).toBe('title: Our offer # kept\n')
  })

  test('a note that cannot be understood is left alone, and none is made so', async () => {
    writeFileSync(inFolder('shelf/other.png.yaml'), 'titel: Typo\n')
    const broken = await content.press('note', { path: 'shelf/other.png', changes: { speech: 'none' } })
    expect([broken.status, broken.body.reason]).toEqual([409, 'note-broken'])
    expect(broken.body.message).toContain('Line 1: "titel" is not known here.')
    expect(read('shelf/other.png.yaml')).toBe('titel: Typo\n')
    const wrong = { validFrom: '2026-03-03', validUntil: '2026-03-01' }
    const said = [
      await content.press('note', { path: 'shelf/offer.png', changes: wrong }),
      await content.press('note', { path: 'shelf/offer.png', changes: { colour: 'red' } }),
    ]
    expect(said.map(({ status }) => status)).toEqual([422, 422])
    expect(read('shelf/offer.png.yaml')).toBe('title: Our offer # kept\n')
    rmSync(inFolder('shelf/other.png.yaml'))
  })

  test('what is not there cannot be changed', async () => {
    const said = [
      await content.remove('nothing.mp4'),
      await content.press('replace', { path: 'nothing.mp4', by: 'shelf/other.png' }),
      await content.press('keep-both', { path: 'nothing.mp4' }),
      await content.press('note', { path: 'nothing.mp4', changes: { title: 'x' } }),
    ]
    expect(said.map(({ status, body }) => [status, body.reason])).toEqual(Array(4).fill([404, 'unknown-file']))
    expect((await content.remove('shelf')).body.reason).toBe('not-a-file')
  })
})

const requestHead = (address: string, length: string) =>
  [
    `PUT ${address} HTTP/1.1`,
    `Host: ${new URL(hub.url).host}`,
    `Idempotency-Key: ${randomUUID()}`,
    `Content-Length: ${length}`,
    'Connection: close',
    '',
    '',
  ].join('\r\n')

/** @returns the answer as it came, head and body */
function rawPut(address: string, body: string, length = String(body.length)): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(hub.url).port), '127.0.0.1')
    let text = ''
    socket.setEncoding('utf8').on('data', (more: string) => {
      text += more
    })
    socket.on('end', () => resolve(text)).on('error', reject)
    socket.write(requestHead(address, length) + body)
  })
}
