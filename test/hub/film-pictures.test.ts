/** Pictures of an explainer: taken in like any dropped file, and missed with line and remedy. No browser is needed for that. */
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseExplainer } from '../../core/explainer.ts'
import { FilmPictures, placeOf } from '../../hub/film-pictures.ts'
import { judge, receive } from '../../hub/intake-worker/judge.ts'
import { eventually } from '../support/eventually.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { putPicture } from '../support/media.ts'
import { makePlace } from '../support/place.ts'

const place = makePlace()
const folder = path.join(place.content, 'talks/_pictures')
const text = (file: string) =>
  `---\ntitle: Room\ntemplate: procedure\nkind: welcome\n---\n\n## The room\n\n![A bright room](${file})\n`
const { signal } = new AbortController()
const pictures = new FilmPictures(place.content, path.join(place.folder, 'scratch'), {
  receive: (what) => receive(what, () => {}, signal),
  judge: (task) => judge(task, () => {}, signal),
})
const illustrate = async (file: string) => {
  const parsed = parseExplainer(text(file), 'talks/room.md')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return pictures.illustrate('talks/room.md', parsed.explainer)
}
const problemOf = async (file: string) => {
  const result = await illustrate(file)
  return result.ok ? undefined : result.problems
}

beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  const wide = { create: { width: 4_000, height: 2_000, channels: 3 as const, background: '#336699' } }
  await sharp(wide).jpeg().toFile(path.join(folder, 'room.jpg'))
  writeFileSync(path.join(folder, 'half.jpg'), readFileSync(path.join(folder, 'room.jpg')).subarray(0, 9_000))
  writeFileSync(path.join(folder, 'notes.jpg'), 'These are notes.')
  writeFileSync(path.join(place.folder, 'outside.jpg'), 'x')
  symlinkSync(path.join(place.folder, 'outside.jpg'), path.join(folder, 'link.jpg'))
})
afterAll(() => place.remove())

test('a picture travels inside the film, no larger than it is ever shown', async () => {
  const result = await illustrate('_pictures/room.jpg')
  const shown = result.ok
    ? result.explainer.scenes.flatMap(({ scene }) => ('picture' in scene && scene.picture ? [scene.picture] : []))
    : []
  expect(shown).toMatchObject([{ file: '_pictures/room.jpg', alt: 'A bright room', width: 1_600, height: 800 }])
  const bytes = Buffer.from(shown[0]?.src.replace('data:image/jpeg;base64,', '') ?? '', 'base64')
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1_600, height: 800 })
})

test('it is made anew when the file changes, and not before', async () => {
  const source = async () => {
    const result = await illustrate('_pictures/room.jpg')
    return result.ok ? JSON.stringify(result.explainer.scenes) : ''
  }
  const before = await source()
  expect(await source()).toBe(before)
  const other = { create: { width: 400, height: 400, channels: 3 as const, background: '#993311' } }
  await sharp(other).jpeg().toFile(path.join(folder, 'room.jpg'))
  expect(await source()).not.toBe(before)
})

test.each([
  ['_pictures/none.jpg', /There is no picture "_pictures\/none.jpg". Put it there/],
  ['_pictures/link.jpg', /There is no picture/],
  ['_pictures/half.jpg', /cannot be used. The file is damaged/],
  ['_pictures/notes.jpg', /cannot be used. .*neither a video nor a picture/],
  ['../../outside.jpg', /outside the content folder/],
])('%s is missed with its line and what to do', async (file, told) => {
  expect(await problemOf(file)).toEqual([{ line: 9, column: 1, message: expect.stringMatching(told) }])
})

test.each([
  ['https://example.org/x.jpg', undefined],
  ['/etc/passwd', undefined],
  ['..\\x.jpg', undefined],
  ['../x.jpg', 'x.jpg'],
  ['./_pictures/x.jpg', 'talks/_pictures/x.jpg'],
])('the place of %s is %s', (file, expected) => {
  expect(placeOf('talks/room.md', file)).toBe(expected)
})

test('in the folder of a hub, a picture that comes or goes is noticed without touching the text', async () => {
  const other = makePlace()
  let hub: RunningHub | undefined
  try {
    writeFileSync(path.join(other.content, 'room.md'), text('_pictures/late.png'))
    hub = await startHub(other.args, { ANTEROOM_BROWSER: '/nowhere/chromium' })
    const { assets, judged } = hub
    const codeIs = (code: string) =>
      eventually(
        async () => (await assets()).find(({ path: file }) => file === 'room.md')?.reason?.code,
        (found) => found === code,
      )
    expect((await judged('room.md')).reason).toMatchObject({
      code: 'broken-text',
      message: expect.stringContaining('Line 9, column 1: There is no picture'),
    })
    mkdirSync(path.join(other.content, '_pictures'))
    putPicture(path.join(other.content, '_pictures/late.png'), 'blue')
    // The text is understood now; what it lacks is a browser.
    await codeIs('no-browser')
    rmSync(path.join(other.content, '_pictures/late.png'))
    await codeIs('broken-text')
    // Beside other mistakes it is told as well: all of them can be mended in one go.
    writeFileSync(
      path.join(other.content, 'both.md'),
      text('_pictures/gone.png').replace('template:', 'kind: welcom\ntemplate:'),
    )
    expect((await judged('both.md')).reason?.message).toMatch(/twice.*There is no picture "_pictures\/gone.png"/)
  } finally {
    await hub?.stop()
    other.remove()
  }
})
