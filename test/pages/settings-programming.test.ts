/** Closing time on the settings page: chosen by keyboard, kept, and seen in the plan. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Preview } from '../../core/schedule-contract.ts'
import type { SettingsBody } from '../../core/settings-contract.ts'
import { violationsOf } from '../support/axe.ts'
import { complaintsOf, startBrowser } from '../support/browser.ts'
import { send } from '../support/desk.ts'
import { eventually } from '../support/eventually.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { makePlace } from '../support/place.ts'

const place = makePlace()
let hub: RunningHub
let browser: Awaited<ReturnType<typeof startBrowser>>

beforeAll(async () => {
  writeFileSync(path.join(place.playlists, 'goodbye.yaml'), 'title: Goodbye\nitems: []\n')
  writeFileSync(path.join(place.playlists, 'night.yaml'), 'title: At night\nitems: []\n')
  hub = await startHub([...place.args, '--at', '2026-11-23T10:00:00+01:00'])
  browser = await startBrowser()
})

afterAll(async () => {
  await browser.close()
  await hub.stop()
  place.remove()
})

const programming = async () => (await hub.get<SettingsBody>('/api/settings')).settings.programming

test('what plays before closing and while closed is chosen, saved, taken back, and in the plan', async () => {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' })).newPage()
  const complaints = complaintsOf(page)
  await page.goto(`${hub.url}/settings#programming`)
  await page.getByRole('heading', { name: 'Closing time on the screens' }).waitFor()
  await page.getByLabel('Before closing, play a playlist of its own').focus()
  await page.keyboard.press('Space')
  await page.getByLabel('Playlist before closing').selectOption('Goodbye')
  await page.getByLabel('For the last').fill('20')
  await page.getByLabel('While the clinic is closed, play a playlist of its own').focus()
  await page.keyboard.press('Space')
  await page.getByLabel('Playlist while closed').selectOption('At night')
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Save' }).click()
  await eventually(programming, ({ closing }) => closing !== undefined)
  expect(await programming()).toEqual({ closing: { playlist: 'goodbye', minutes: 20 }, closed: { playlist: 'night' } })

  const mon = [{ start: '09:00', end: '18:00' }]
  const weekly = { mon, tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
  const headers = { 'if-match': '*', 'idempotency-key': 'hours' }
  await send(`${hub.url}/api/calendar`, { method: 'PUT', headers, body: { calendar: { weekly } } })
  const { rows } = await hub.get<Preview>(
    '/api/schedule?screen=screen-1&from=2026-11-23T16:00:00Z&to=2026-11-23T18:00:00Z',
  )
  expect(rows.map(({ playlist, because }) => [playlist, because.schedule])).toEqual([
    ['default', null],
    ['goodbye', 'Closing time'],
    ['night', 'While closed'],
  ])

  await page.setViewportSize({ width: 360, height: 740 })
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await page.getByRole('button', { name: 'Undo' }).click()
  await eventually(programming, ({ closing }) => closing === undefined)
  expect(complaints).toEqual([])
})
