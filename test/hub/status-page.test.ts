/** The page in the content folder, as it really lies there. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { startHub } from '../support/hub.ts'
import { makePlace } from '../support/place.ts'
import { drop, sample } from '../support/samples.ts'

test('it says what becomes of each file, never becomes content itself, and says when nobody looks any more', async () => {
  const place = makePlace()
  const file = path.join(place.content, '_status.html')
  const page = () => readFileSync(file, 'utf8')
  const hub = await startHub([...place.args, '--at', '2026-03-03T14:02:00+01:00'])
  await eventually(page, (text) => text.includes('This folder is empty'))
  drop(place.content, 'garden.jpg', sample('photo.jpg'))
  drop(place.content, '<b>notes<b>.mp4', 'no film')
  await eventually(page, (text) => text.includes('Next at 14:0') && text.includes('&lt;b&gt;notes&lt;b&gt;.mp4'))
  expect(page()).not.toContain('<b>notes')
  expect((await hub.assets()).map((asset) => asset.path).sort()).toEqual(['<b>notes<b>.mp4', 'garden.jpg'])
  await hub.stop()
  expect(page()).toContain('Anteroom is not running')
  expect(readdirSync(place.content).filter((name) => name.startsWith('.'))).toEqual([])
  place.remove()
})

test('it is written only when there is something else to say', async () => {
  const place = makePlace()
  const file = path.join(place.content, '_status.html')
  const hub = await startHub(place.args)
  await eventually(
    () => statSync(file),
    (info) => info.size > 0,
  )
  const before = statSync(file).mtimeMs
  // Looked at again, with nothing new.
  for (let times = 0; times < 3; times += 1) {
    await fetch(`${hub.url}/api/content/rescan`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': `again-${times}` },
      body: '{}',
    })
    await new Promise((resolve) => setTimeout(resolve, 1_100))
  }
  expect(statSync(file).mtimeMs).toBe(before)
  await hub.stop()
  place.remove()
})

test.skipIf(process.getuid?.() === 0)('a folder that cannot be written has no page, and that is all', async () => {
  const place = makePlace()
  writeFileSync(path.join(place.content, 'garden.jpg'), sample('photo.jpg'))
  chmodSync(place.content, 0o555)
  const hub = await startHub(place.args)
  expect((await hub.judged('garden.jpg')).state).toBe('ready')
  expect((await hub.health()).problems).toEqual([])
  expect(readdirSync(place.content)).toEqual(['garden.jpg'])
  await hub.stop()
  chmodSync(place.content, 0o755)
  place.remove()
})

test('a folder of that name in its place is no trouble either', async () => {
  const place = makePlace()
  mkdirSync(path.join(place.content, '_status.html'))
  writeFileSync(path.join(place.content, 'garden.jpg'), sample('photo.jpg'))
  const hub = await startHub(place.args)
  expect((await hub.judged('garden.jpg')).state).toBe('ready')
  expect(readdirSync(place.content).sort()).toEqual(['_status.html', 'garden.jpg'])
  await hub.stop()
  place.remove()
})
