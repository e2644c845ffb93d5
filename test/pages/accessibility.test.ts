/** Every page for people at work, in each of its states: nothing that axe finds wrong. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { violationsOf } from '../support/axe.ts'
import { deskAt } from '../support/desk.ts'
import type { RunningHub } from '../support/hub.ts'
import { putPicture } from '../support/media.ts'
import { openPageForAll } from '../support/open-page.ts'
import type { Place } from '../support/place.ts'

let place: Place
let hub: RunningHub
let page: Page

openPageForAll([], {}, (opened) => {
  ;({ hub, place, page } = opened)
})

test('the studio before anybody has put anything in', async () => {
  await page.goto(`${hub.url}/studio`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await violationsOf(page)).toEqual([])
})

test('the overview', async () => {
  await page.goto(hub.url)
  await page.waitForSelector('text=The content folder is empty')
  expect(await violationsOf(page)).toEqual([])
})

test('the desk before anybody has come', async () => {
  await page.goto(`${hub.url}/desk`)
  await page.waitForSelector('main')
  expect(await violationsOf(page)).toEqual([])
})

test('the desk with people waiting, called and being seen', async () => {
  const desk = deskAt(hub.url)
  for (let count = 0; count < 4; count += 1) await desk.checkIn({ label: 'red coat' })
  const { body } = await desk.press('call-next', { provider: 'p1', room: '1' })
  await page.getByText(body.ticket.code).first().waitFor()
  expect(await violationsOf(page)).toEqual([])
})

test('the list of keys', async () => {
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  expect(await violationsOf(page)).toEqual([])
})

test('the studio with what plays, what was refused and what is asked', async () => {
  putPicture(path.join(place.content, 'Summer offer.png'), 'lime')
  putPicture(path.join(place.content, 'Summer offer (3).png'), 'blue')
  writeFileSync(path.join(place.content, 'letter.mp4'), 'Dear all')
  await Promise.all(['Summer offer.png', 'Summer offer (3).png', 'letter.mp4'].map((file) => hub.judged(file)))
  await page.goto(`${hub.url}/studio`)
  await page.getByText('letter.mp4').first().waitFor()
  expect(await violationsOf(page)).toEqual([])
})
