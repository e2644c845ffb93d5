/** What people wait for decides a little what plays: turned on in the settings, explained at the desk and in the studio. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MomentAnswer } from '../../core/playlist-contract.ts'
import type { SettingsBody } from '../../core/settings-contract.ts'
import type { TvState } from '../../core/tv-contract.ts'
import { violationsOf } from '../support/axe.ts'
import { complaintsOf, startBrowser } from '../support/browser.ts'
import { send } from '../support/desk.ts'
import { eventually } from '../support/eventually.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { makePlace } from '../support/place.ts'
import { sample } from '../support/samples.ts'

const place = makePlace()
const names = ['a', 'b', 'c', 'd', 'e', 'f']
let hub: RunningHub
let browser: Browser

beforeAll(async () => {
  for (const [at, name] of names.entries())
    writeFileSync(path.join(place.content, `${name}.jpg`), sample('photo.jpg', at))
  writeFileSync(path.join(place.content, 'c.jpg.yaml'), 'services: [consultation]\ntitle: Before you come in\n')
  hub = await startHub([...place.args, '--at', '2026-11-23T10:01:00+01:00'])
  browser = await startBrowser()
  await Promise.all(names.map((name) => hub.judged(`${name}.jpg`)))
})

afterAll(async () => {
  await browser.close()
  await hub.stop()
  place.remove()
})

const restart = async (at: string) => {
  await hub.stop()
  hub = await startHub([...place.args, '--at', at])
}
const pageAt = async (route: string) => {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' })).newPage()
  const complaints = complaintsOf(page)
  await page.goto(`${hub.url}${route}`)
  return { page, complaints }
}
const checkIn = (key: number) =>
  send(`${hub.url}/api/queue/check-in`, {
    method: 'POST',
    headers: { 'idempotency-key': `check-in-${key}` },
    body: { service: 'consultation' },
  })
const tv = () => hub.get<TvState>('/api/tv')
const encores = async (at: string) => {
  const answer = await hub.get<MomentAnswer>(`/api/screens/screen-1/at?at=${encodeURIComponent(at)}`)
  return answer.next.filter(({ why }) => why !== undefined)
}

test('five who have waited for two counts bring what they came for once more, and desk and studio say so', async () => {
  const { page, complaints } = await pageAt('/settings#leaning')
  const label = page.getByLabel('Let what people wait for decide a little what plays')
  await expect.poll(() => label.isChecked()).toBe(false)
  await label.focus()
  await page.keyboard.press('Space')
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Save' }).click()
  const leans = async () => (await hub.get<SettingsBody>('/api/settings')).settings.programming
  await eventually(leans, (programming) => programming.leans === true)
  for (const key of [1, 2, 3, 4, 5]) await checkIn(key)

  // Each start counts once, in a span of five minutes of its own; what was counted is kept.
  await restart('2026-11-23T10:06:00+01:00')
  expect(await encores('2026-11-23T10:08:00+01:00')).toEqual([])
  await restart('2026-11-23T10:11:00+01:00')
  const found = await eventually(
    () => encores('2026-11-23T10:14:00+01:00'),
    (all) => all.length > 0,
  )
  expect(new Set(found.map(({ title, why }) => [title, why].join(': ')))).toEqual(
    new Set(['Before you come in: 5 people are waiting for this.']),
  )
  expect(JSON.stringify(await hub.programme())).not.toContain('consultation"')
  expect(complaints).toEqual([])

  const studio = await pageAt('/studio/now')
  await studio.page.locator('.next-why').first().getByText('5 people are waiting for this.').waitFor()
  expect(await violationsOf(studio.page)).toEqual([])
  expect(studio.complaints).toEqual([])
  await studio.page.goto(`${hub.url}/desk`)
  await studio.page.getByRole('button', { name: 'TV & sound' }).click()
  const why = studio.page.locator('.tv-now .tv-why')
  // On to what has come out of its order.
  for (let step = 0; step < 8 && !(await why.isVisible()); step += 1) {
    const before = (await tv()).screens[0]?.playing
    await send(`${hub.url}/api/tv/skip`, { headers: { 'idempotency-key': `skip-${step}` }, body: {} })
    const { screens } = await eventually(
      tv,
      (now) => JSON.stringify(now.screens[0]?.playing) !== JSON.stringify(before),
    )
    if (screens[0]?.playing?.why !== undefined) await why.waitFor()
  }
  await expect.poll(() => why.textContent()).toBe('5 people are waiting for this.')
  expect(await violationsOf(studio.page)).toEqual([])
})
