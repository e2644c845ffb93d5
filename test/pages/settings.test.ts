/** Setting a clinic up: the first ten minutes from an empty folder, and what is changed later, by keyboard and on a phone. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Calendar } from '../../core/calendar.ts'
import type { Clinic } from '../../core/clinic.ts'
import type { BrandBody, SettingsBody } from '../../core/settings-contract.ts'
import type { VoiceWords } from '../../core/tv-contract.ts'
import { violationsOf } from '../support/axe.ts'
import { complaintsOf, fakeMicrophone, startBrowser } from '../support/browser.ts'
import { deskAt, send } from '../support/desk.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { makePlace } from '../support/place.ts'

const place = makePlace()
let hub: RunningHub
let browser: Browser
let page: Page
let complaints: readonly string[]

beforeAll(async () => {
  // A Monday.
  hub = await startHub([...place.args, '--at', '2026-11-23T10:00:00+01:00'])
  browser = await startBrowser(fakeMicrophone)
})

beforeEach(async () => {
  await page?.context().close()
  page = await (await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' })).newPage()
  complaints = complaintsOf(page)
})

afterAll(async () => {
  await browser.close()
  await hub.stop()
  place.remove()
})

const button = (name: string | RegExp) => page.getByRole('button', { name })
const told = () => expect.poll(() => page.locator('.save-bar').getByRole('status').textContent())
const isAt = (step: number) => expect.poll(() => page.title()).toBe(`Step ${step} of 8 · Set-up`)
const calendar = async () => (await hub.get<{ readonly calendar: Calendar }>('/api/calendar')).calendar
const fitsPhone = async () => {
  await page.setViewportSize({ width: 360, height: 740 })
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await page.setViewportSize({ width: 1280, height: 900 })
}
const openSettings = async () => {
  await page.goto(`${hub.url}/settings`)
  await page.getByRole('heading', { name: 'Opening hours' }).waitFor()
}

const picture = (name: string, svg: string) => ({ name, mimeType: 'image/svg+xml', buffer: Buffer.from(svg) })
const brandNow = async () => (await hub.get<BrandBody>('/api/brand')).brand

test('colours that cannot be read are told while they are chosen, by the names of their fields, and nothing is saved', async () => {
  await openSettings()
  const text = page.getByLabel('Text', { exact: true })
  const before = await text.inputValue()
  await text.fill('#8fa3a3')
  await page.getByText(/^Text on ground cannot be read from the last seat: contrast 5\.\d, at least 7\./).waitFor()
  await expect.poll(() => page.locator('.swatch input[aria-invalid="true"]').count()).toBe(3)
  expect(await violationsOf(page)).toEqual([])
  await button('Save').click()
  await told().toMatch(/^Not saved\. Text on ground/)
  await text.fill(before)
  await page.locator('.color-problems p').first().waitFor({ state: 'detached' })
})

test('a logo is chosen, drawn small, and given a light ground where it would be lost; what is no picture is refused', async () => {
  await openSettings()
  const dark =
    '<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="900"><rect width="3000" height="900" rx="200" fill="#123"/></svg>'
  await page.getByLabel('Picture of the logo').setInputFiles(picture('logo.svg', dark))
  const shown = page.getByAltText('The logo, as on the TV')
  await shown.waitFor()
  // The corners of the plate are the colour of text: the picture alone would not be seen on the ground.
  const corner = await shown.evaluate((image: HTMLImageElement) => {
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth
    canvas.height = image.naturalHeight
    const pen = canvas.getContext('2d')
    pen?.drawImage(image, 0, 0)
    return [image.naturalWidth, ...(pen?.getImageData(image.naturalWidth / 2, 8, 1, 1).data ?? [])]
  })
  expect(corner).toEqual([expect.any(Number), 0xf5, 0xef, 0xe4, 255])
  expect(corner[0]).toBeLessThan(800)
  expect(await violationsOf(page)).toEqual([])
  await button('Save').click()
  await expect.poll(async () => (await brandNow()).logo?.slice(0, 22)).toBe('data:image/png;base64,')
  await page.getByLabel('Picture of the logo').setInputFiles(picture('no.svg', 'This is a letter.'))
  await page.getByText('This picture cannot be read').waitFor()
  await button('Remove the logo').click()
  await button('Save').click()
  await expect.poll(async () => (await brandNow()).logo).toBe(undefined)
  expect(complaints).toEqual([])
})

test('from an empty folder to a working queue, left half-way and gone on with', async () => {
  await page.goto(hub.url)
  await page.getByRole('link', { name: 'Begin' }).click()
  await page.getByLabel('Name of the clinic').fill('Praxis am See')
  await page.getByText('Medical', { exact: true }).click()
  expect(await violationsOf(page)).toEqual([])
  await button('Save and continue').click()
  await isAt(2)
  await page.getByLabel('First language on the TV').selectOption('de')
  await page.getByLabel('Second language on the TV').selectOption('en')
  await button('Save and continue').click()
  await isAt(3)
  await page.getByLabel('Friday: until').fill('14:00')
  await fitsPhone()
  expect(await violationsOf(page)).toEqual([])
  await button('Save and continue').click()
  await isAt(4)
  await page.getByRole('link', { name: 'Finish later' }).click()
  await page.getByRole('link', { name: 'Go on with step 4 of 8' }).click()
  await isAt(4)
  await button('Add a room').click()
  await page.getByLabel('Name of the room').first().fill('Blue room')
  await button('Save and continue').click()
  await isAt(5)
  await page.getByLabel('Name of the provider').fill('Dr Lind')
  await button('Add a provider').click()
  // Where the focus is: the new name is typed at once, spaces and all.
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
  await page.keyboard.type('Nurse Marsh')
  expect(await page.getByLabel('Name of the provider').last().inputValue()).toBe('Nurse Marsh')
  expect(await page.getByLabel('Name of the provider').count()).toBe(2)
  expect(await violationsOf(page)).toEqual([])
  await button('Save and continue').click()
  await isAt(6)
  await button('Remove Prescription or form').click()
  await fitsPhone()
  await button('Choose who performs Blood sample').click()
  await page.getByRole('group', { name: 'Who performs Blood sample' }).getByLabel('Dr Lind').uncheck()
  expect(await violationsOf(page)).toEqual([])
  await button('Save and continue').click()
  await isAt(7)
  await page.getByLabel('Size of the TV').fill('55')
  await page.getByLabel('Farthest seat').fill('5')
  await page.getByText('Your farthest seat is 5 m away: everybody can read them.').waitFor()
  await button('Save and continue').click()
  await isAt(8)
  await button('Test chime').click()
  await button('Finish').click()
  await page.getByRole('heading', { name: 'Your waiting room is ready' }).waitFor()
  expect(await violationsOf(page)).toEqual([])

  const { settings } = await hub.get<SettingsBody>('/api/settings')
  expect(settings).toMatchObject({ setup: 'finished', profile: 'medical', languages: { tv: ['de', 'en'] } })
  expect((await calendar()).weekly?.fri).toEqual([{ start: '09:00', end: '14:00' }])
  expect(await hub.get('/api/brand')).toMatchObject({ brand: { name: 'Praxis am See' } })
  const { services } = await hub.get<Pick<Clinic, 'services'>>('/api/services')
  expect(services.find(({ id }) => id === 'blood')).toEqual({
    id: 'blood',
    name: 'Blood sample',
    minutes: 5,
    providers: ['p2'],
  })
  expect(services.some(({ id }) => id === 'prescription')).toBe(false)

  await page.getByRole('link', { name: /\/desk$/ }).click()
  await page.getByRole('radio', { name: 'Vaccination' }).check()
  await button(/^Check in/)
    .first()
    .click()
  await expect.poll(async () => (await deskAt(hub.url).queue()).tickets).toMatchObject([{ service: 'vaccination' }])
  const { body } = await deskAt(hub.url).press('call-next', { provider: 'p1', room: '1' })
  expect(body.ticket).toMatchObject({ service: 'vaccination', room: '1' })
  await page.goto(hub.url)
  await page.getByRole('heading', { name: 'Screens' }).waitFor()
  expect(await page.getByRole('heading', { name: 'Set up your clinic' }).count()).toBe(0)
  expect(complaints).toEqual([])
})

test('opening hours are set by keyboard alone, and undone', async () => {
  const before = await calendar()
  await openSettings()
  await page.getByLabel('Monday: from').focus()
  await page.keyboard.type('0830')
  await page.keyboard.press('Tab')
  await page.getByLabel('Saturday', { exact: true }).focus()
  await page.keyboard.press('Space')
  await page.getByLabel('Saturday: from').focus()
  await page.keyboard.type('1000')
  await told().toBe('Not saved yet: opening hours.')
  await button('Save').focus()
  await page.keyboard.press('Enter')
  await told().toBe('Saved.')
  expect((await calendar()).weekly).toMatchObject({
    mon: [{ start: '08:30', end: '18:00' }],
    sat: [{ start: '10:00', end: '18:00' }],
  })
  await button('Undo').focus()
  await page.keyboard.press('Enter')
  await told().toBe('Taken back: it is as it was before.')
  expect(await calendar()).toEqual(before)
})

test('hours that contradict each other are said at once and not taken in', async () => {
  await openSettings()
  await button('Add hours on Monday').click()
  await page.getByLabel('Monday, hours 2: from').fill('12:00')
  await page.getByText('Monday: 09:00–18:00 and 12:00–').waitFor()
  await button('Save').click()
  await told().toMatch(/^Not saved\. Monday: 09:00–18:00 and 12:00–.* overlap\.$/)
  await button('Discard').click()
  await told().toBe('Everything is saved.')
})

test('reception records a word of the calls with this computer’s microphone, and takes it away again', async () => {
  const word = async () =>
    (await hub.get<{ readonly languages: readonly VoiceWords[] }>('/api/voice')).languages[0]?.words[0]
  await openSettings()
  await page.getByText(/The voice of the calls: 0 of/).click()
  await button('Record A').click()
  // It beeps once a second; the recording ends by itself.
  await button('Stop recording A').waitFor()
  await expect.poll(async () => (await word())?.by).toBe('recorded')
  await page.getByText('“A” is recorded.').waitFor()
  // It is played once; then the next word is one key away.
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  await expect.poll(focused).toBe('Record C')
  expect(await violationsOf(page)).toEqual([])
  await fitsPhone()
  await page.getByRole('button', { name: 'Remove A', exact: true }).click()
  await expect.poll(async () => (await word())?.by).not.toBe('recorded')
  expect(complaints).toEqual([])
})

test('of two people who change the same, the second decides which one holds', async () => {
  await openSettings()
  await page.getByLabel('Name of the room').first().fill('Green room')
  const { rooms } = await hub.get<Pick<Clinic, 'rooms'>>('/api/rooms')
  const theirs = rooms.map((room) => (room.id === '1' ? { ...room, name: 'Red room' } : room))
  const headers = { 'if-match': '*', 'idempotency-key': 'theirs' }
  await send(`${hub.url}/api/rooms`, { method: 'PUT', headers, body: { rooms: theirs } })
  await button('Save').click()
  await told().toBe('Not saved. Somebody else has changed the rooms meanwhile.')
  await button('Show theirs').click()
  await expect.poll(() => page.getByLabel('Name of the room').first().inputValue()).toBe('Red room')
  await page.getByLabel('Name of the room').first().fill('Green room')
  await button('Save').click()
  await told().toBe('Saved.')
  expect(await hub.get('/api/rooms')).toMatchObject({ rooms: [{ name: 'Green room' }, {}] })
})

test('a provider who goes is taken out everywhere; whom a patient needs stays, and the page says why', async () => {
  await openSettings()
  await button('Remove Nurse Marsh').click()
  await button('Save').click()
  await told().toBe('Saved.')
  const { services } = await hub.get<Pick<Clinic, 'services'>>('/api/services')
  expect(services.every(({ providers }) => providers === undefined)).toBe(true)
  await button('Remove Vaccination').click()
  await button('Save').click()
  await told().toBe(
    'Not saved. "vaccination" cannot be taken out: somebody who is here today needs it. Close the day first.',
  )
})

test('public holidays are ticked, and the clinic is closed on them', async () => {
  await openSettings()
  await page.getByLabel('Country').selectOption('DE')
  await page.getByLabel('State or region').selectOption('DE-BY')
  await page.getByLabel(/^Epiphany/).check()
  await page.getByLabel(/^Christmas Day/).check()
  await button('Add a day with other hours').click()
  await page.getByLabel('Other hours on', { exact: true }).fill('2026-12-25')
  await page.getByText('Friday 25 December 2026 is a public holiday (Christmas Day) and has special hours.').waitFor()
  await button('Remove the other hours on 25 December 2026').click()
  await button('Save').click()
  await told().toBe('Saved.')
  expect((await calendar()).holidays).toEqual({ region: 'DE-BY', ticked: ['Epiphany', 'Christmas Day'] })
})

test('on a phone everything fits, is large enough for a finger, and axe finds nothing wrong', async () => {
  await openSettings()
  await button('Add closed days').click()
  await button('Add an absence').click()
  await page.getByLabel('Only for a part of the day').check()
  expect(await violationsOf(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  const small = await page
    .locator('button, select, input:not([type=checkbox]):not([type=radio]), .check, .choice label, nav a')
    .evaluateAll((all) =>
      all
        .map((one) => ({ what: one.textContent || one.outerHTML, box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.height < 44 || box.width < 44))
        .map(({ what }) => what),
    )
  expect(small).toEqual([])
  expect(await violationsOf(page)).toEqual([])
})
