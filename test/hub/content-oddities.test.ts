/** Odd things in the content folder and odd presses: nothing is lost, nothing hangs, and nothing from elsewhere gets in. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusal } from '../../core/remarks.ts'
import { receive } from '../../hub/intake-worker/durable.ts'
import { type ContentClient, contentAt } from '../support/content.ts'
import { eventually } from '../support/eventually.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { makePlace } from '../support/place.ts'
import { drop, sample } from '../support/samples.ts'

const place = makePlace()
const at = (name: string) => path.join(place.content, name)
const outside = path.join(place.folder, 'outside')
let hub: RunningHub
let content: ContentClient

beforeAll(async () => {
  // Nor does one wait for the clinic's look.
  execFileSync('mkfifo', [at('brand.yaml')])
  hub = await startHub(place.args)
  content = contentAt(hub.url)
  mkdirSync(outside)
  writeFileSync(path.join(outside, 'secret.jpg'), sample('photo.jpg', 6))
  writeFileSync(path.join(outside, 'secret.yaml'), 'title: Secret\n')
})

afterAll(async () => {
  // A hub that waits for a pipe would never end.
  await hub.stop()
  place.remove()
})

const assetAt = async (name: string) => (await hub.assets()).find((asset) => asset.path === name)

/** A file that nobody can replace, not even root; not every disk knows such. */
function freeze(file: string): boolean {
  try {
    execFileSync('chattr', ['+i', file], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test('a replacement that the disk refuses leaves the new film with its note', async (context) => {
  writeFileSync(at('Frozen.png'), sample('photo.png'))
  writeFileSync(at('Frozen v2.png'), sample('photo.png', 1))
  writeFileSync(at('Frozen v2.png.yaml'), 'validUntil: 2030-01-01\n')
  if (!freeze(at('Frozen.png'))) context.skip()
  try {
    const { status } = await content.press('replace', { path: 'Frozen.png', by: 'Frozen v2.png' })
    expect(status).toBe(409)
    expect(readFileSync(at('Frozen v2.png.yaml'), 'utf8')).toBe('validUntil: 2030-01-01\n')
    expect(readFileSync(at('Frozen v2.png')).equals(sample('photo.png', 1))).toBe(true)
  } finally {
    execFileSync('chattr', ['-i', at('Frozen.png')])
  }
})

test('a pipe, a link or a folder where a note would be is left alone, and stops nothing', async () => {
  for (const name of ['piped.jpg', 'linked.jpg', 'folded.jpg', 'plain.jpg'])
    drop(place.content, name, sample('photo.jpg'))
  execFileSync('mkfifo', [at('piped.jpg.yaml')])
  symlinkSync(path.join(outside, 'secret.yaml'), at('linked.jpg.yaml'))
  mkdirSync(at('folded.jpg.yaml'))
  const pressed = (name: string) => content.press('note', { path: name, changes: { speech: 'none' } })
  const said = [await pressed('piped.jpg'), await pressed('linked.jpg'), await pressed('folded.jpg')]
  expect(said.map(({ status, body }) => [status, body.reason])).toEqual([
    [409, 'not-a-file'],
    [409, 'linked-folder'],
    [409, 'not-a-file'],
  ])
  expect((await pressed('plain.jpg')).status).toBe(200)
  expect(readFileSync(path.join(outside, 'secret.yaml'), 'utf8')).toBe('title: Secret\n')
  // Neither does it go along when the file goes.
  expect((await content.remove('linked.jpg')).status).toBe(200)
  expect((await content.remove('piped.jpg')).status).toBe(200)
  expect([existsSync(at('linked.jpg.yaml')), existsSync(at('piped.jpg.yaml'))]).toEqual([true, true])
})

test('what lies behind a link, is not there or is no content cannot be had looked at', async () => {
  symlinkSync(outside, at('linkdir'))
  writeFileSync(at('words.jpg.yaml'), 'title: Words\n')
  writeFileSync(at('list.txt'), 'words')
  const names = ['linkdir/secret.jpg', 'nothing.jpg', 'words.jpg.yaml', 'list.txt']
  const said = await Promise.all(names.map((name) => content.press('rescan', { path: name })))
  expect(said.map(({ status, body }) => [status, body.reason])).toEqual([
    [409, 'linked-folder'],
    [404, 'unknown-file'],
    [409, 'no-content'],
    [409, 'no-content'],
  ])
  drop(place.content, 'after it.jpg', sample('photo.jpg', 1))
  await hub.judged('after it.jpg')
  const paths = (await hub.assets()).map((asset) => asset.path)
  expect(paths.filter((each) => names.includes(each))).toEqual([])
})

test('a folder that became a link after it was looked at brings nothing in', async () => {
  const receiving = (relative: string) =>
    receive(
      { folder: place.content, relative, copy: path.join(place.folder, 'copy') },
      () => {},
      AbortSignal.timeout(9_000),
    )
  symlinkSync(outside, at('turned'))
  await expect(receiving('turned/secret.jpg')).rejects.toMatchObject({ code: 'ELOOP' })
  symlinkSync(path.join(outside, 'secret.jpg'), at('turned.jpg'))
  await expect(receiving('turned.jpg')).rejects.toMatchObject({ code: 'ELOOP' })
  expect(existsSync(path.join(place.folder, 'copy'))).toBe(false)
  drop(place.content, 'straight/photo.jpg', sample('photo.jpg'))
  expect((await receiving('straight/photo.jpg')).bytes).toBe(sample('photo.jpg').length)
})

test('a file with an odd name can be deleted, and brought back', async () => {
  const name = 'bell\u0007 film\u202e4pm.jpg'
  drop(place.content, name, sample('photo.jpg'))
  expect(await hub.judged(name)).toMatchObject({ reason: refusal('odd-name') })
  const { status, body } = await content.remove(name)
  expect(status).toBe(200)
  expect(readdirSync(place.content)).not.toContain(name)
  expect((await content.press('undo', { undo: body.undo })).status).toBe(200)
  expect(readdirSync(place.content)).toContain(name)
})

test('a name whose bytes are no text is answered like every other', async () => {
  const raw = Buffer.from(`${place.content}/caf\xe9.jpg`, 'latin1')
  writeFileSync(raw, sample('photo.jpg'))
  expect(await hub.judged('caf\ufffd.jpg')).toMatchObject({ state: 'refused', reason: refusal('odd-name') })
  rmSync(raw)
  await eventually(
    () => assetAt('caf\ufffd.jpg'),
    (asset) => asset === undefined,
  )
})
