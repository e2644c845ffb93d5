/** A morning at once: two desks and two rooms by keyboard, one TV, three phones, and all of them tell of the same queue. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BoardSnapshot, QueueSnapshot, TicketSnapshot } from '../../core/queue-contract.ts'
import { complaintsOf, startBrowser } from '../support/browser.ts'
import { deskAt, follow } from '../support/desk.ts'
import { openDeskPage } from '../support/desk-page.ts'
import { choose, isIn, putClinic, rowOf } from '../support/desk-steps.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { makePlace } from '../support/place.ts'

/** The machine may have other work. */
const patience = { timeout: 30_000 }
const clinic = {
  services: [{ id: 'consultation', name: 'Consultation', minutes: 10 }],
  rooms: ['1', '2'].map((id) => ({ id, name: `Room ${id}` })),
  providers: [
    { id: 'p1', name: 'Dr Lind', room: '1' },
    { id: 'p2', name: 'Dr Okafor', room: '2' },
  ],
}
const place = makePlace()
let hub: RunningHub
let browser: Browser

beforeAll(async () => {
  hub = await startHub([...place.args, '--at', '2026-03-03T09:00:00+01:00', '--phones', '127.0.0.1:0'])
  await putClinic(hub, clinic)
  browser = await startBrowser()
})

afterAll(async () => {
  await browser.close()
  await hub.stop()
  place.remove()
})

async function openRoom(provider: string, room: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${hub.url}/room`)
  await page.getByLabel(provider).check()
  await page.getByLabel(room).check()
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByText('Nobody waits for you.').waitFor()
  return page
}

async function openPage(url: string, viewport: { readonly width: number; readonly height: number }): Promise<Page> {
  const page = await (await browser.newContext({ viewport })).newPage()
  await page.goto(url)
  return page
}

interface HandedOut {
  readonly code: string
  readonly token: string
}

/** Types a label and checks in. @returns what the slip would carry */
async function checkIn(desk: Page, label: string): Promise<HandedOut> {
  await desk.keyboard.press('n')
  await expect.poll(() => desk.locator('[name=label]').evaluate((field) => field === document.activeElement)).toBe(true)
  await desk.keyboard.type(label)
  const answered = desk.waitForResponse((answer) => answer.url().endsWith('/api/queue/check-in'))
  await desk.keyboard.press('Enter')
  const { ticket } = (await (await answered).json()) as { readonly ticket: HandedOut }
  await rowOf(desk, ticket.code).waitFor()
  return ticket
}

const faceOf = (page: Page) => expect.poll(() => page.evaluate(() => document.documentElement.dataset.face), patience)

/** Desk, TV and every phone that is told of the newest step say so with one hash. */
async function expectOneQueue(tokens: readonly string[]): Promise<void> {
  const { revision } = await deskAt(hub.url).queue()
  const topics = ['queue', 'board:screen-1', ...tokens.map((token) => `ticket:${token}`)]
  const follower = await follow(hub.url, ...topics)
  try {
    const hashes = await Promise.all(
      topics.map(
        async (topic) =>
          (
            await follower.until<QueueSnapshot | BoardSnapshot | TicketSnapshot>(
              topic,
              (data) => data.revision === revision,
            )
          ).stateHash,
      ),
    )
    expect(new Set(hashes).size).toBe(1)
  } finally {
    follower.stop()
  }
}

test('everybody works and sees the same, from the first check-in to the closed day', async () => {
  const [deskA, deskB] = [
    await openDeskPage(browser, hub.url),
    await openDeskPage(browser, hub.url, { width: 360, height: 740 }),
  ]
  const rooms = [await openRoom('Dr Lind', 'Room 1'), await openRoom('Dr Okafor', 'Room 2')] as const
  const tv = await openPage(`${hub.url}/tv/screen-1`, { width: 1920, height: 1080 })
  // Not the TV: outside of the kiosk a browser complains that nobody has touched the page before it sounds.
  const complaints = [deskA, deskB, ...rooms].map(complaintsOf)

  const [one, two, three] = [
    await checkIn(deskA, 'RC'),
    await checkIn(deskB, 'blue scarf'),
    await checkIn(deskA, 'walking stick'),
  ]
  const tokens = [one, two, three].map(({ token }) => token)
  const origin = new URL((await hub.get<{ readonly tryUrl: string }>('/api/phones')).tryUrl).origin
  const phones = await Promise.all(tokens.map((token) => openPage(`${origin}/t/${token}`, { width: 360, height: 740 })))
  for (const phone of phones) await faceOf(phone).toBe('waiting')
  await expectOneQueue(tokens)

  // Both rooms call; the TV announces them one after another, the phones at once.
  await rooms[0].getByRole('button', { name: /^Call next/ }).waitFor()
  await rooms[0].keyboard.press('n')
  await isIn(deskB, one.code, 'called')
  await rooms[1].keyboard.press('n')
  await isIn(deskA, two.code, 'called')
  await faceOf(phones[0] as Page).toBe('called')
  await faceOf(phones[1] as Page).toBe('called')
  await tv.locator('.takeover-code', { hasText: one.code }).waitFor(patience)
  await tv.locator('.takeover-code', { hasText: two.code }).waitFor(patience)
  await rooms[0].keyboard.press('h')
  await isIn(deskA, one.code, 'in-service')
  await expectOneQueue(tokens)

  // The second is not there; the third comes in their place.
  await rooms[1].keyboard.press('m')
  await isIn(deskA, two.code, 'held')
  await tv.getByText(two.code).first().waitFor(patience)
  await rooms[1].keyboard.press('n')
  await isIn(deskB, three.code, 'called')
  await faceOf(phones[2] as Page).toBe('called')
  // It was the wrong one: the desk that did not call cannot take it back, the room can.
  await rooms[1].keyboard.press('u')
  await isIn(deskA, three.code, 'waiting')
  await choose(deskB, two.code)
  await deskB.keyboard.press('b')
  await isIn(deskA, two.code, 'waiting')
  await expectOneQueue(tokens)

  // Whoever was missing comes first; then everybody is seen.
  await rooms[1].keyboard.press('n')
  await isIn(deskA, two.code, 'called')
  await rooms[0].keyboard.press('f')
  await faceOf(phones[0] as Page).toBe('done')
  await rooms[0].keyboard.press('n')
  await isIn(deskA, three.code, 'called')
  await rooms[0].getByRole('article', { name: three.code }).waitFor()
  await rooms[1].getByRole('article', { name: two.code }).waitFor()
  for (const room of rooms) await room.keyboard.press('h')
  await isIn(deskA, two.code, 'in-service')
  await isIn(deskA, three.code, 'in-service')
  for (const room of rooms) {
    await room.getByText('With you since').waitFor()
    await room.keyboard.press('f')
  }
  const states = async () => (await deskAt(hub.url).queue()).tickets.map(({ state }) => state)
  await expect.poll(states, patience).toEqual(['done', 'done', 'done'])
  for (const phone of phones) await faceOf(phone).toBe('done')
  await expectOneQueue(tokens)

  await deskA.keyboard.press('Escape')
  await deskA.keyboard.press('d')
  await deskA.getByRole('dialog').getByRole('button', { name: 'Close day' }).press('Enter')
  await deskB.getByText('Check in the first patient.').waitFor(patience)
  await expect.poll(() => tv.locator('.queue-waiting, .queue-called').count(), patience).toBe(0)
  expect(complaints.flat()).toEqual([])
})
