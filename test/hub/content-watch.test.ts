/** What is told of a folder whose changes nobody announces, of files that are renamed, and of a share that went away. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ContentFolder } from '../../hub/content-folder.ts'
import { Problems } from '../../hub/problems.ts'
import { eventually } from '../support/eventually.ts'
import { drop } from '../support/samples.ts'

let place: string
let folder: string
let opened: ContentFolder | undefined
let kept: string | undefined
let problems: Problems
/** What has been told, in order: `+a.jpg` came or changed, `-a.jpg` went, `~a.jpg.yaml` is words about it. */
let told: string[]
const library = new Set<string>()
const settled = new Set<string>()

beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), 'anteroom-watch-'))
  folder = path.join(place, 'content')
  mkdirSync(folder)
  problems = new Problems()
  told = []
  kept = undefined
})

afterEach(async () => {
  await opened?.close()
  opened = undefined
  library.clear()
  settled.clear()
  rmSync(place, { recursive: true, force: true })
})

/** @param isSilent whether to hold the folder for a share that raises no events, whatever it is */
async function open(isSilent: boolean): Promise<ContentFolder> {
  opened = new ContentFolder({
    folder,
    problems,
    memory: {
      recall: () => kept,
      keep: (text) => {
        kept = text
      },
    },
    placeOf: async () => ({ isSilent }),
    listeners: {
      onFile: (relative) => {
        told.push(`+${relative}`)
        library.add(relative)
      },
      onGone: (relative) => {
        told.push(`-${relative}`)
        library.delete(relative)
      },
      onBrand: () => told.push('brand'),
      onThere: () => {},
      onBeside: (relative) => void told.push(`~${relative}`),
      onBesideGone: (relative) => void told.push(`-~${relative}`),
      known: () => [...library],
      isSettled: (relative) => settled.has(relative),
    },
  })
  await opened.open()
  return opened
}

const untilTold = (...wanted: readonly string[]) =>
  eventually(
    () => told,
    (now) => wanted.every((each) => now.includes(each)),
  )
const messages = () => problems.all().map(({ message }) => message)

describe.each([
  ['that raises no events', true],
  ['that tells of its changes', false],
])('of a folder %s', (_, isSilent) => {
  test('what is there, what comes, what changes and what goes is told', async () => {
    drop(folder, 'there.jpg', 'x')
    drop(folder, 'there.jpg.yaml', 'title: There')
    drop(folder, 'brand.yaml', 'name: x')
    await open(isSilent)
    await untilTold('+there.jpg', '~there.jpg.yaml', 'brand')
    told.length = 0
    drop(folder, 'new/film.mp4', 'x')
    drop(folder, 'there.jpg', 'longer')
    drop(folder, '.hidden.jpg', 'x')
    await untilTold('+new/film.mp4', '+there.jpg')
    told.length = 0
    rmSync(path.join(folder, 'new'), { recursive: true })
    rmSync(path.join(folder, 'there.jpg.yaml'))
    await untilTold('-new/film.mp4', '-~there.jpg.yaml')
    expect(told.filter((each) => /there.jpg$|hidden/.test(each))).toEqual([])
    expect(messages()).toEqual([])
  })

  test('what went while no hub ran is told as gone', async () => {
    library.add('gone.jpg')
    drop(folder, 'there.jpg', 'x')
    await open(isSilent)
    await untilTold('+there.jpg', '-gone.jpg')
  })

  test('a renamed film stays until it is known what becomes of the new name', async () => {
    drop(folder, 'before.mp4', 'film')
    const content = await open(isSilent)
    await untilTold('+before.mp4')
    mkdirSync(path.join(folder, 'moved'))
    renameSync(path.join(folder, 'before.mp4'), path.join(folder, 'moved/after.mp4'))
    drop(folder, 'other.mp4', 'another film')
    await content.rescan()
    await untilTold('+moved/after.mp4', '+other.mp4')
    rmSync(path.join(folder, 'other.mp4'))
    await content.rescan()
    // It went later than the renamed one, and nothing has taken its place.
    await untilTold('-other.mp4')
    expect(told).not.toContain('-before.mp4')
    settled.add('moved/after.mp4')
    await untilTold('-before.mp4')
    expect(told).not.toContain('-moved/after.mp4')
  })

  test('a film that is renamed with its note keeps the note as long as it stays itself', async () => {
    drop(folder, 'before.mp4', 'film')
    drop(folder, 'before.mp4.yaml', 'validUntil: 2026-12-31')
    const content = await open(isSilent)
    await untilTold('+before.mp4', '~before.mp4.yaml')
    for (const name of ['mp4', 'mp4.yaml'])
      renameSync(path.join(folder, `before.${name}`), path.join(folder, `after.${name}`))
    drop(folder, 'other.mp4.yaml', 'title: Other')
    await content.rescan()
    await untilTold('+after.mp4', '~after.mp4.yaml', '~other.mp4.yaml')
    rmSync(path.join(folder, 'other.mp4.yaml'))
    await content.rescan()
    // It went later than the film's note, but there is no film that needs it.
    await untilTold('-~other.mp4.yaml')
    expect(told).not.toContain('-~before.mp4.yaml')
    settled.add('after.mp4')
    await untilTold('-before.mp4', '-~before.mp4.yaml')
    expect(told.indexOf('-before.mp4')).toBeLessThan(told.indexOf('-~before.mp4.yaml'))
  })

  test('a renamed film whose new name is deleted at once is gone', async () => {
    drop(folder, 'before.mp4', 'film')
    const content = await open(isSilent)
    await untilTold('+before.mp4')
    renameSync(path.join(folder, 'before.mp4'), path.join(folder, 'after.mp4'))
    await content.rescan()
    await untilTold('+after.mp4')
    rmSync(path.join(folder, 'after.mp4'))
    await content.rescan()
    await untilTold('-before.mp4', '-after.mp4')
  })

  test('a look on demand says how many files there are, and tells of what is new before it ends', async () => {
    const content = await open(isSilent)
    drop(folder, 'a.jpg', 'x')
    drop(folder, 'b.jpg', 'x')
    const [files] = await Promise.all([
      eventually(
        () => content.rescan(),
        (seen) => seen === 2,
      ),
      content.rescan(),
    ])
    expect(files).toBe(2)
    expect([...library].sort()).toEqual(['a.jpg', 'b.jpg'])
  })
})

test('a file that is saved by deleting and writing it anew never went', async () => {
  drop(folder, 'saved.jpg', 'x')
  await open(false)
  await untilTold('+saved.jpg')
  rmSync(path.join(folder, 'saved.jpg'))
  drop(folder, 'saved.jpg', 'anew')
  drop(folder, 'deleted.jpg', 'x')
  await untilTold('+deleted.jpg')
  rmSync(path.join(folder, 'deleted.jpg'))
  await untilTold('-deleted.jpg')
  expect(told).not.toContain('-saved.jpg')
})

// Shared memory is another device than the temporary folder, as a share is another one than the folder it is mounted on.
const otherDevice = '/dev/shm'
describe.skipIf(!existsSync(otherDevice))('an unmounted share leaves an empty folder behind', () => {
  const lead = (to: string) => {
    symlinkSync(to, `${folder}-next`)
    renameSync(`${folder}-next`, folder)
  }
  let share: string
  let left: string

  beforeEach(() => {
    share = mkdtempSync(path.join(otherDevice, 'anteroom-share-'))
    left = path.join(place, 'left')
    mkdirSync(left)
    rmSync(folder, { recursive: true })
    lead(share)
  })

  afterEach(() => rmSync(share, { recursive: true }))

  test('nothing of it is forgotten, and it is said; connected again, it goes on', async () => {
    for (const name of ['a.jpg', 'b.jpg', 'c.jpg']) drop(share, name, 'x')
    await open(true)
    await untilTold('+a.jpg', '+b.jpg', '+c.jpg')
    lead(left)
    await eventually(messages, ([first]) => first !== undefined)
    expect(messages()).toEqual([
      `The folder ${folder} is empty: the network drive there is not connected. What was taken in before goes on playing; it is looked for again every 2 seconds.`,
    ])
    expect(told.filter((each) => each.startsWith('-'))).toEqual([])
    drop(share, 'd.jpg', 'x')
    rmSync(path.join(share, 'a.jpg'))
    lead(share)
    await untilTold('+d.jpg', '-a.jpg')
    expect(messages()).toEqual([])
    expect([...library].sort()).toEqual(['b.jpg', 'c.jpg', 'd.jpg'])
  })

  test('one or two files may well have been deleted', async () => {
    for (const name of ['a.jpg', 'b.jpg']) drop(share, name, 'x')
    await open(true)
    await untilTold('+a.jpg', '+b.jpg')
    lead(left)
    await untilTold('-a.jpg', '-b.jpg')
  })

  test('an empty folder on the same disk is one that was emptied', async () => {
    for (const name of ['a.jpg', 'b.jpg', 'c.jpg']) drop(share, name, 'x')
    const content = await open(true)
    await untilTold('+c.jpg')
    for (const name of ['a.jpg', 'b.jpg', 'c.jpg']) rmSync(path.join(share, name))
    await content.rescan()
    await untilTold('-a.jpg', '-b.jpg', '-c.jpg')
  })

  test('also when the hub has started only afterwards: it remembers where the share was', async () => {
    for (const name of ['a.jpg', 'b.jpg', 'c.jpg']) library.add(name)
    kept = JSON.stringify({ folder, mountPoint: path.join(place, 'no-longer-mounted') })
    lead(left)
    await open(true)
    await eventually(messages, ([first]) => first?.includes('not connected') === true)
    expect(told).toEqual([])
  })
})
