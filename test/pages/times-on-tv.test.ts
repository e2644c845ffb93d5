/** Waiting times earn their place on the TV: settings offers it then, and not before. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { BoardSnapshot } from '../../core/queue-contract.ts'
import type { TvState } from '../../core/tv-contract.ts'
import { violationsOf } from '../support/axe.ts'
import { deskAt, follow } from '../support/desk.ts'
import type { RunningHub } from '../support/hub.ts'
import type { OpenHub } from '../support/open-hub.ts'
import { openPageForAll } from '../support/open-page.ts'
import type { Place } from '../support/place.ts'
import { tellTimes } from '../support/promises.ts'

const now = '2026-11-23T10:00:00+01:00'
let place: Place
let hub: RunningHub
let startAgain: OpenHub['startAgain']
let page: Page

openPageForAll(['--at', now], { viewport: { width: 1280, height: 900 }, locale: 'en-GB' }, (opened) => {
  ;({ hub, place, page, startAgain } = opened)
})

const open = async () => {
  await page.goto(`${hub.url}/settings`)
  await page.getByRole('heading', { name: 'Waiting times' }).waitFor()
}

const tell = (name: string, calls: number, calledAt: number) =>
  tellTimes(place.data, { at: now, name, calls, calledAt })

test('they are offered for the TV once three of four of a hundred calls came inside what was told', async () => {
  await open()
  const offer = page.getByRole('radio', { name: /^Show on TV/ })
  await page.getByText('Offered after 100 calls that were told a time before; 0 so far.').waitFor()
  await expect.poll(() => offer.isDisabled()).toBe(true)
  expect(await violationsOf(page)).toEqual([])
  tell('late', 26, 30)
  tell('inside', 74, 9)
  await open()
  await page.getByText('Not yet: 74 % of 100 calls came inside what was told first.').waitFor()
  await expect.poll(() => offer.isDisabled()).toBe(true)
  tell('more', 10, 9)
  await open()
  await page.getByText('They have earned it: 76 % of 110 calls came inside what was told first.').waitFor()
  await offer.check()
  await page.getByText('What the TV says for Consultation').waitFor({ state: 'attached' })
  expect(await violationsOf(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => page.locator('.save-bar').getByRole('status').textContent()).toBe('Saved.')
})

test('one press at the desk takes them off the TV for today, also over a restart, and another brings them back', async () => {
  const far = deskAt(hub.url)
  await far.checkIn()
  await far.press('call-next', { provider: 'p1', room: '1' })
  await far.checkIn()
  const tvShows = async (kind: string) => {
    const tv = await follow(hub.url, 'board:screen-1')
    await tv.until<BoardSnapshot>('board:screen-1', ({ waiting }) => waiting[0]?.shown.kind === kind)
    tv.stop()
  }
  const openDialog = async () => {
    await page.goto(`${hub.url}/desk`)
    await page.getByRole('button', { name: 'TV & sound' }).click()
  }
  await tvShows('range')
  await openDialog()
  await page.getByRole('button', { name: 'Hide times today' }).click()
  await page.getByText('No times on the TV for today.').waitFor()
  expect(await violationsOf(page)).toEqual([])
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await tvShows('none')
  expect((await far.queue()).tickets[1]?.wait?.shown.kind).toBe('range')
  await startAgain()
  await tvShows('none')
  await openDialog()
  await page.getByRole('button', { name: 'Show times again' }).click()
  await tvShows('range')
  await page.getByRole('button', { name: 'Hide times today' }).click()
  await tvShows('none')
  await startAgain(['--at', '2026-11-24T09:00:00+01:00'])
  expect((await hub.get<TvState>('/api/tv')).times).toBe('shown')
})
