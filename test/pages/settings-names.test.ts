/** Names in the settings: what is wrong with one is said, and shown where it stands, before anything is saved. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { violationsOf } from '../support/axe.ts'
import { complaintsOf } from '../support/browser.ts'
import type { RunningHub } from '../support/hub.ts'
import { openPageForAll } from '../support/open-page.ts'

let hub: RunningHub
let page: Page

openPageForAll([], { viewport: { width: 1280, height: 900 } }, (opened) => {
  ;({ hub, page } = opened)
})

const button = (name: string) => page.getByRole('button', { name })
const told = () => expect.poll(() => page.locator('.save-bar').getByRole('status').textContent())

test('a name that is too long is not cut off, and two rooms are not called the same: the wrong field is where the keyboard is', async () => {
  const complaints = complaintsOf(page)
  await page.goto(`${hub.url}/settings`)
  const name = page.getByLabel('Name of the clinic')
  const before = await name.inputValue()
  await name.fill('Gemeinschaftspraxis für Dermatologie und Ästhetische Medizin Dr. Schulze mbB')
  expect(await name.inputValue()).toBe('Gemeinschaftspraxis für Dermatologie und Ästhetische Medizin Dr. Schulze mbB')
  await page.getByText('The name has 4 letters too many: 72 fit.').waitFor()
  expect(await violationsOf(page)).toEqual([])
  await button('Save').click()
  await told().toBe('Not saved. The name of the clinic has 4 letters too many: 72 fit.')
  expect(await name.evaluate((field) => field === document.activeElement)).toBe(true)
  await name.fill(before)
  await button('Add a room').click()
  const rooms = page.getByLabel('Name of the room')
  await rooms.last().fill(` ${(await rooms.first().inputValue()).toUpperCase()}`)
  await page.getByText('Another room is called so.').waitFor()
  await name.focus()
  await button('Save').click()
  await told().toMatch(/^Not saved\. Two rooms are called "ROOM 1"\. Patients would not know/)
  expect(await rooms.last().evaluate((field) => field === document.activeElement)).toBe(true)
  expect(complaints).toEqual([])
})
