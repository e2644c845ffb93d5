/** Rendered scenes are found again by everything that can change a pixel or a byte of them, and take no more than their share of the disk. */
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { SceneProps } from '../../core/scene.ts'
import { defaultBrand } from '../../core/theme.ts'
import { SceneCache } from '../../hub/scene-cache.ts'
import { makePlace } from '../support/place.ts'

const place = makePlace()
afterAll(() => place.remove())
const folder = path.join(place.folder, 'scenes')
mkdirSync(folder)
const cache = new SceneCache(folder, 2_500)

const picture = { src: 'data:image/jpeg;base64,AAAA', file: 'room.jpg', alt: 'A room' }
const props: SceneProps = {
  scene: { kind: 'picture', heading: 'The room', picture },
  durationMs: 5_000,
  tone: 'surface',
  toneBefore: 'ground',
  template: 'procedure',
  brand: defaultBrand,
  locale: 'en',
  size: 'hd',
}
const makers = ['templates', 'browser 1', 'ffmpeg 1']
const name = (changed: Partial<SceneProps> = {}, by: readonly string[] = makers, kind: 'clip' | 'still' = 'clip') =>
  cache.nameOf({ kind, props: { ...props, ...changed } }, by)

test('a scene is another one as soon as anything that can change it does', () => {
  const names = [
    name(),
    name({}, makers, 'still'),
    name({ scene: { kind: 'picture', heading: 'Our room', picture } }),
    name({
      scene: { kind: 'picture', heading: 'The room', picture: { ...picture, src: 'data:image/jpeg;base64,BBBB' } },
    }),
    name({ durationMs: 6_000 }),
    name({ tone: 'paper' }),
    name({ toneBefore: 'paper' }),
    name({ template: 'risk' }),
    name({ brand: { ...defaultBrand, name: 'Larkmere' } }),
    name({ brand: { ...defaultBrand, logo: 'data:image/png;base64,iVBORw0KGgo' } }),
    name({ locale: 'ar' }),
    name({ size: 'uhd' }),
    name({ size: 'portrait' }),
    ...makers.map((_, at) => name({}, makers.with(at, 'another one'))),
  ]
  expect(new Set(names).size).toBe(names.length)
  expect(names.every((each) => /^[0-9a-f]{64}\.(mp4|jpg)$/.test(each))).toBe(true)
})

test('in whatever order it is written down, it is the same scene', () => {
  const { size, ...rest } = props
  expect(cache.nameOf({ kind: 'clip', props: { size, ...rest } }, makers)).toBe(name())
})

test('what is not whole is never found', async () => {
  const fails = cache.make('broken.mp4', async (output) => {
    writeFileSync(output, 'half')
    throw new Error('The encoder was ended.')
  })
  await expect(fails).rejects.toThrow('The encoder was ended.')
  expect(await cache.find('broken.mp4')).toBeUndefined()
  expect(readdirSync(path.join(folder, 'making'))).toEqual([])
})

test('beyond its limit goes what no film needs, then what was used longest ago', async () => {
  const put = async (file: string) => {
    await cache.make(file, async (output) => writeFileSync(output, Buffer.alloc(1_000)))
    const { ctimeMs } = statSync(path.join(folder, file))
    // The file system's clock moves in steps.
    while (statSync(path.join(folder, file)).ctimeMs === ctimeMs) {
      await new Promise((resolve) => setTimeout(resolve, 5))
      await cache.find(file)
    }
  }
  for (const file of ['old.mp4', 'idle.mp4', 'new.mp4']) await put(file)
  await cache.find('old.mp4')
  await cache.shrink(new Set(['old.mp4', 'new.mp4']))
  expect(
    readdirSync(folder)
      .filter((file) => file.endsWith('mp4'))
      .sort(),
  ).toEqual(['new.mp4', 'old.mp4'])
  await put('newest.mp4')
  await cache.shrink(new Set(['old.mp4', 'new.mp4', 'newest.mp4']))
  expect(
    readdirSync(folder)
      .filter((file) => file.endsWith('mp4'))
      .sort(),
  ).toEqual(['newest.mp4', 'old.mp4'])
})
