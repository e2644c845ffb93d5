/** Films write every script with the letters of their bundle: on the wall two words never look like the same row of boxes. */
import { createHash } from 'node:crypto'
import path from 'node:path'
import { getCompositions, openBrowser, renderStill } from '@remotion/renderer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SceneProps } from '../../core/scene.ts'
import { defaultBrand } from '../../core/theme.ts'
import { projectRoot } from '../support/place.ts'

const serveUrl = path.join(projectRoot, 'build/films')
const browserExecutable = process.env.ANTEROOM_BROWSER ?? '/usr/lib/chromium/chromium-headless-shell'
const patienceMs = 400_000
let puppeteerInstance: Awaited<ReturnType<typeof openBrowser>>
let composition: Awaited<ReturnType<typeof getCompositions>>[number] | undefined

const propsOf = (title: string, locale: string): SceneProps => ({
  ...{ scene: { kind: 'title', title }, durationMs: 4_000, tone: 'ground', template: 'procedure' },
  ...{ brand: { ...defaultBrand, name: 'x' }, locale, size: 'hd' },
})
const common = (title: string, locale: string) => ({
  ...{ serveUrl, inputProps: propsOf(title, locale), puppeteerInstance, browserExecutable, logLevel: 'error' as const },
})

beforeAll(async () => {
  puppeteerInstance = await openBrowser('chrome', { browserExecutable, logLevel: 'error' })
  composition = (await getCompositions(serveUrl, common('x', 'en'))).find(({ id }) => id.startsWith('procedure'))
}, patienceMs)

afterAll(() => puppeteerInstance.close({ silent: true }))

async function pictureOf(title: string, locale: string): Promise<string> {
  if (composition === undefined) throw new Error('The bundle has no template "procedure".')
  const wanted = { ...composition, props: propsOf(title, locale) }
  const { buffer } = await renderStill({
    ...common(title, locale),
    ...{ composition: wanted, frame: 80, output: null, scale: 0.25 },
  })
  return createHash('sha256')
    .update(buffer ?? '')
    .digest('hex')
}

test('the same words make the same picture', { timeout: patienceMs }, async () => {
  expect(await pictureOf('治疗', 'zh')).toBe(await pictureOf('治疗', 'zh'))
})

// Two of equal width each: as boxes they would be the same picture.
test.each([
  ['zh', '治疗', '皮肤'],
  ['th', 'กา', 'ภา'],
  ['hi', 'कम', 'कभ'],
  ['ar', 'بس', 'نس'],
])('other words make another one in %s', { timeout: patienceMs }, async (locale, one, other) => {
  expect(await pictureOf(one, locale)).not.toBe(await pictureOf(other, locale))
})
