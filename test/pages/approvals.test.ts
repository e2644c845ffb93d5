/** A film of a treatment in a real studio: it waits, somebody checks it, it plays; its sheet prints; what ends soon is told. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Asset } from '../../core/asset.ts'
import { violationsOf } from '../support/axe.ts'
import { complaintsOf, startBrowser } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { putPicture } from '../support/media.ts'
import { makePlace } from '../support/place.ts'

const place = makePlace()
/** The first pictures of a film take seconds on a computer of its own, and minutes on one that has other work. */
const patienceMs = 900_000
let hub: RunningHub
let browser: Browser
let page: Page
let complaints: readonly string[]

const save = (name: string, text: string) => {
  const file = path.join(place.content, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(`${file}.part`, text)
  renameSync(`${file}.part`, file)
}
const treatment = (words: string) =>
  `---\ntitle: Light therapy\ntemplate: procedure\nkind: treatment\nminutes: 20\nclosing: Questions? Ask us.\n---\n\n## Step by step\n\n1. You put on goggles, and so do we\n2. ${words}\n\n> Is it too warm? Say so. We stop at once.\n`

beforeAll(async () => {
  save('light.md', treatment('We try one small place first'))
  save('offer.png.yaml', 'title: Autumn offer\nvalidUntil: 2026-11-25\n')
  putPicture(path.join(place.content, 'offer.png'), 'blue')
  hub = await startHub([...place.args, '--at', '2026-11-21T15:00:00+01:00'])
  browser = await startBrowser()
  page = await browser.newPage({ viewport: { width: 1366, height: 900 } })
  complaints = complaintsOf(page)
})

afterAll(async () => {
  await browser.close()
  await hub.stop()
  place.remove()
})

const titlesOnTv = async () => Object.values((await hub.programme()).items).map(({ title }) => title)
const isOnTv = async () => (await titlesOnTv()).includes('Light therapy')
/** Whether its film is ready or still being made. */
async function askForCheck(): Promise<void> {
  await card()
    .getByRole('button', { name: /^Show Light therapy/ })
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'Checked by …' }).click()
}
const card = () => page.locator('[data-path="light.md"]').first()

test('a film of a treatment is made, and plays nowhere until somebody has checked it', {
  timeout: patienceMs,
}, async () => {
  // Its pictures are there, and would play.
  const isMade = (all: readonly Asset[]) =>
    all.some(({ path: file, progress = 1 }) => file === 'light.md' && progress > 0.07)
  await eventually(hub.assets, isMade, patienceMs)
  await eventually(titlesOnTv, (titles) => titles.join() === 'Autumn offer')
  await page.goto(`${hub.url}/studio`)
  await askForCheck()
  const dialog = page.getByRole('dialog')
  await expect.poll(() => dialog.getByLabel('On').inputValue()).toBe('2026-11-21')
  expect(await violationsOf(page)).toEqual([])
  await dialog.getByRole('textbox', { name: 'Checked by' }).fill('Dr L. Okafor')
  await dialog.getByRole('button', { name: 'It is right: let it play' }).click()
  await page.getByText('Light therapy is checked: it plays.').waitFor()
  await eventually(isOnTv, (is) => is)
  await card().getByText('Checked by Dr L. Okafor on 21 November 2026').waitFor()
})

test('that can be taken back, at once and later', async () => {
  await page.keyboard.press('Control+z')
  await eventually(isOnTv, (is) => !is)
  await askForCheck()
  // Whoever has checked one film checks the next one, too.
  await expect.poll(() => page.getByRole('textbox', { name: 'Checked by' }).inputValue()).toBe('Dr L. Okafor')
  await page.getByRole('dialog').getByRole('button', { name: 'It is right: let it play' }).click()
  await eventually(isOnTv, (is) => is)
  await card()
    .getByRole('button', { name: /^Show Light therapy/ })
    .click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take the check back' }).click()
  await eventually(isOnTv, (is) => !is)
  await page.getByRole('button', { name: 'Undo' }).click()
  await eventually(isOnTv, (is) => is)
})

test('what ends within two weeks is told, with its last day', async () => {
  const ends = page.getByRole('region', { name: /^Ends soon/ })
  await expect
    .poll(() => ends.getByRole('listitem').textContent())
    .toContain('Last day Wednesday 25 November, in 4 days.')
  expect(complaints).toEqual([])
})

test('its sheet is one page of A4, and says who has checked it', async () => {
  await page.goto(`${hub.url}/print/explainer?path=light.md`)
  await page.getByRole('heading', { name: 'Light therapy' }).waitFor()
  await expect.poll(() => page.getByRole('heading', { name: 'Step by step' }).count()).toBe(1)
  await page.getByText('20 minutes').waitFor()
  await page.getByText('Checked by Dr L. Okafor on 21 November 2026').waitFor()
  expect(await violationsOf(page)).toEqual([])
  const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(paper.match(/\/Type \/Page\b/g)).toHaveLength(1)
})

test('a changed word takes it off the TV until it is checked again', { timeout: patienceMs }, async () => {
  save('light.md', treatment('We try two small places first'))
  // At once, in the middle of it.
  await eventually(isOnTv, (is) => !is)
  const isAskedAgain = (all: readonly Asset[]) =>
    all.some(({ notices }) => notices.some(({ code }) => code === 'check-again'))
  await eventually(hub.assets, isAskedAgain)
  expect(await titlesOnTv()).toEqual(['Autumn offer'])
})
