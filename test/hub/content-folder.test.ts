/** What happens to files in the folder while people work in it: copying, replacing, renaming, deleting. */
import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { notice, refusal } from '../../core/remarks.ts'
import { eventually } from '../support/eventually.ts'
import type { RunningHub } from '../support/hub.ts'
import { openHubForAll } from '../support/open-hub.ts'
import type { Place } from '../support/place.ts'
import { drop, sample, sha256, truncated, zeroed } from '../support/samples.ts'

let place: Place
const at = (name: string) => path.join(place.content, name)
const film = sample('film.mp4')
const photo = sample('photo.jpg')
const strangeNames = [
  ['quotes', `say "cheese" it's.jpg`],
  ['a command', '; rm -rf $HOME `id` & .jpg'],
  ['two lines', 'two\nlines.jpg'],
  ['a tab and spaces', ' tab\there  .jpg'],
  ['two dots', 'dots..in..it.jpg'],
  ['a backslash', 'up\\down.jpg'],
  ['a leading hyphen', '-i.jpg'],
  ['a pattern', '50%d %s.jpg'],
  ['a time', '10:30 breakfast.jpg'],
  ['a protocol', 'concat:a|b.jpg'],
  ['markup', '<img src=x onerror=alert(1)>.jpg'],
  ['an emoji', '😀 Praxis Größe.jpg'],
  ['two hundred characters', `${'long '.repeat(39)}x.jpg`],
] as const
let hub: RunningHub

openHubForAll([], (opened) => {
  ;({ hub, place } = opened)
  for (const [, name] of strangeNames) drop(place.content, name, photo)
})

const assetAt = async (name: string) => (await hub.assets()).find((asset) => asset.path === name)
const untilGone = (name: string) =>
  eventually(
    () => assetAt(name),
    (asset) => asset === undefined,
  )
const untilReady = (name: string) =>
  eventually(
    () => assetAt(name),
    (asset) => asset?.state === 'ready',
  )
const untilPlayed = (name: string, isPlayed: boolean) =>
  eventually(
    async () => Object.values((await hub.programme()).items).map(({ assetId }) => assetId),
    (played) => played.includes(sha256Id(name)) === isPlayed,
  )
const sha256Id = (name: string) => `a${sha256(Buffer.from(name)).slice(0, 15)}`

describe.concurrent('a file that is still being copied', () => {
  test.each([
    ['growing.mp4', film],
    ['growing.jpg', photo],
  ])('%s is never ready and never has a hash before the last byte', async (name, whole) => {
    const half = Math.floor(whole.length / 2)
    const seen: unknown[] = []
    const look = async () => {
      const asset = await assetAt(name)
      seen.push(asset?.hash, asset?.state === 'ready' ? 'ready' : undefined)
      return asset?.state
    }
    writeFileSync(at(name), whole.subarray(0, half))
    // A pause longer than the hub waits for.
    await eventually(look, (state) => state === 'refused')
    expect(await assetAt(name)).toMatchObject({ reason: refusal('damaged') })
    const pieces = 3
    const size = Math.ceil((whole.length - half) / pieces)
    for (let piece = 0; piece < pieces; piece += 1) {
      await look()
      expect(seen.filter((each) => each !== undefined)).toEqual([])
      appendFileSync(at(name), whole.subarray(half + piece * size, half + (piece + 1) * size))
    }
    expect(await untilReady(name)).toMatchObject({ source: sha256(whole) })
  })

  test('at its full size from the first moment on is not ready either', async () => {
    writeFileSync(at('preallocated.mp4'), zeroed(film, 0.02, 1))
    expect(await hub.judged('preallocated.mp4')).toMatchObject({ state: 'refused', reason: refusal('damaged') })
    writeFileSync(at('preallocated.mp4'), film)
    expect(await untilReady('preallocated.mp4')).toMatchObject({ source: sha256(film) })
  })
})

describe.concurrent('a film on the TV', () => {
  test('goes on when a broken version takes its name, and gives way to a good one', async () => {
    drop(place.content, 'replaced.mp4', sample('film.mp4', 1))
    await untilReady('replaced.mp4')
    drop(place.content, 'replaced.mp4', truncated(sample('film.mp4', 2), 0.5))
    const refused = await eventually(
      () => assetAt('replaced.mp4'),
      (asset) => asset?.state === 'refused',
    )
    expect(refused).toMatchObject({
      source: sha256(sample('film.mp4', 1)),
      reason: refusal('damaged'),
      notices: [notice('previous-plays')],
    })
    await untilPlayed('replaced.mp4', true)
    drop(place.content, 'replaced.mp4', sample('film.mp4', 2))
    const mended = await untilReady('replaced.mp4')
    expect(mended).toMatchObject({ source: sha256(sample('film.mp4', 2)), notices: [] })
    expect(mended?.reason).toBeUndefined()
  })

  test('changed and changed back before anyone looked is what it was', async () => {
    const times = [1_767_225_600, 1_767_225_600] as const
    drop(place.content, 'restored.mp4', film)
    utimesSync(at('restored.mp4'), ...times)
    await untilReady('restored.mp4')
    writeFileSync(at('restored.mp4'), 'overwritten by mistake')
    await eventually(
      () => assetAt('restored.mp4'),
      (asset) => asset?.state !== 'ready',
    )
    writeFileSync(at('restored.mp4'), film)
    utimesSync(at('restored.mp4'), ...times)
    expect(await untilReady('restored.mp4')).toMatchObject({ source: sha256(film) })
  })

  test('deleted from the folder leaves the list and the programme', async () => {
    drop(place.content, 'deleted.jpg', photo)
    await untilReady('deleted.jpg')
    await untilPlayed('deleted.jpg', true)
    rmSync(at('deleted.jpg'))
    await untilGone('deleted.jpg')
    await eventually(
      async () =>
        Object.values((await hub.programme()).loops)
          .flat()
          .join(),
      (loop) => !loop.includes(sha256Id('deleted.jpg')),
    )
  })

  test('renamed is the same film under another name', async () => {
    drop(place.content, 'before.mp4', film)
    await untilReady('before.mp4')
    mkdirSync(at('moved'), { recursive: true })
    renameSync(at('before.mp4'), at('moved/after.mp4'))
    expect(await untilReady('moved/after.mp4')).toMatchObject({ source: sha256(film), title: 'after' })
    await untilGone('before.mp4')
  })

  test('renamed is on the TV all the while, under the one name or the other', async () => {
    drop(place.content, 'old name.jpg', sample('photo.jpg', 5))
    await untilPlayed('old name.jpg', true)
    const gaps: unknown[] = []
    const look = async () => {
      const items = Object.values((await hub.programme()).items)
      const isOld = items.some(({ assetId }) => assetId === sha256Id('old name.jpg'))
      const isNew = items.some(({ assetId }) => assetId === sha256Id('new name.jpg'))
      if (!isOld && !isNew) gaps.push(items)
      return isNew && (await assetAt('old name.jpg')) === undefined
    }
    renameSync(at('old name.jpg'), at('new name.jpg'))
    await eventually(look, (isOver) => isOver)
    expect(gaps).toEqual([])
  })

  test('in a folder that is deleted goes with it', async () => {
    drop(place.content, 'old/2025/a.jpg', photo)
    await untilReady('old/2025/a.jpg')
    rmSync(at('old'), { recursive: true })
    await untilGone('old/2025/a.jpg')
  })
})

describe.concurrent('where it lies and what it is called', () => {
  test('a film in a folder of a folder plays', async () => {
    drop(place.content, 'a/b/c/d/deep.mp4', film)
    await untilReady('a/b/c/d/deep.mp4')
    await untilPlayed('a/b/c/d/deep.mp4', true)
  })

  test('a film in a drafts folder is checked but never plays', async () => {
    drop(place.content, 'offers/_drafts/idea.mp4', film)
    drop(place.content, 'offers/final.mp4', film)
    await untilReady('offers/_drafts/idea.mp4')
    await untilReady('offers/final.mp4')
    await untilPlayed('offers/final.mp4', true)
    expect(JSON.stringify(await hub.programme())).not.toContain(sha256Id('offers/_drafts/idea.mp4'))
  })

  test.each(strangeNames)('a name with %s is a name like any other', async (_, name) => {
    expect(await untilReady(name)).toMatchObject({ path: name, source: sha256(photo) })
  })

  test('pipes, links and hidden files are no content, and nothing waits for them', async () => {
    const outside = path.join(place.folder, 'outside')
    drop(outside, 'secret.jpg', photo)
    execFileSync('mkfifo', [at('pipe.mp4')])
    symlinkSync(path.join(outside, 'secret.jpg'), at('link.jpg'))
    symlinkSync(outside, at('linked folder'))
    symlinkSync(place.content, at('circle'))
    drop(place.content, '.hidden.jpg', photo)
    drop(place.content, 'half.jpg.part', photo)
    drop(place.content, 'after them.jpg', photo)
    await untilReady('after them.jpg')
    const paths = (await hub.assets()).map((asset) => asset.path)
    expect(paths.filter((each) => /pipe|link|circle|hidden|part|secret/.test(each))).toEqual([])
  })
})

test('nothing of all this was a problem of the hub', async () => {
  expect(await hub.health()).toMatchObject({ status: 'ok', problems: [] })
  expect(hub.said()).toBe('')
})
