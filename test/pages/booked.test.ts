/** Bookings at a real desk: a booked patient is in with three presses, a mistake is swapped, and the book is looked at first. */
import { randomUUID } from 'node:crypto'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { BookingList } from '../../core/booking-contract.ts'
import { firstClinic } from '../../core/clinic.ts'
import { presets } from '../../core/presets.ts'
import type { QueueSnapshot } from '../../core/queue-contract.ts'
import { violationsOf } from '../support/axe.ts'
import { complaintsOf, startBrowser } from '../support/browser.ts'
import { deskAt, send } from '../support/desk.ts'
import { putClinic } from '../support/desk-steps.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { makePlace, type Place } from '../support/place.ts'

let place: Place
let hub: RunningHub
let browser: Browser
let desk: Page
let complaints: readonly string[]

const press = (name: string, body: object) =>
  send(`${hub.url}/api/bookings/${name}`, { headers: { 'idempotency-key': randomUUID() }, body })
const bookings = async () => (await hub.get<BookingList>('/api/bookings')).bookings
const tickets = async () => (await hub.get<QueueSnapshot>('/api/queue')).tickets
const rowAt = (time: string) => desk.locator('.booked-row', { hasText: time })

beforeAll(async () => {
  browser = await startBrowser()
})

afterAll(() => browser.close())

beforeEach(async () => {
  place = makePlace()
  hub = await startHub([...place.args, '--at', '2026-03-03T10:20:00+01:00'])
  await press('settings', { keepsInitials: true })
  const text =
    'Time;Patient;Service;Provider\n10:00;Bo Ek;Consultation;\n10:30;Cy Dee;Consultation;Provider 1\n11:00;Ed Fox;;'
  await press('import', { text })
  desk = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
  complaints = complaintsOf(desk)
  await desk.goto(`${hub.url}/desk`)
  await rowAt('10:30').waitFor()
})

afterEach(async () => {
  expect(complaints).toEqual([])
  await Promise.all(browser.contexts().map((context) => context.close()))
  await hub.stop()
  place.remove()
})

test('a booked check-in takes three actions: find, type the time, Enter', async () => {
  const actions = [() => desk.keyboard.press('/'), () => desk.keyboard.type('1030'), () => desk.keyboard.press('Enter')]
  expect(actions.length).toBeLessThanOrEqual(3)
  for (const act of actions) await act()
  await desk.locator('.code-card').getByText('on a card').waitFor()
  const [ticket] = await tickets()
  const [, booking] = await bookings()
  expect(ticket).toMatchObject({
    service: 'consultation',
    provider: 'p1',
    label: 'CD',
    appointmentAt: '2026-03-03T09:30:00.000Z',
    booking: booking?.id,
  })
  await desk.getByText('1 has come').waitFor()
})

test('initials find as well as times, and the arrows choose among several', async () => {
  await desk.keyboard.press('/')
  await desk.keyboard.type('1')
  await desk.keyboard.press('ArrowDown')
  await desk.getByRole('status').filter({ hasText: 'Enter checks in 10:30' }).waitFor()
  await desk.getByLabel('Find a booking').fill('be')
  await desk.keyboard.press('Enter')
  await desk.locator('.code-card').waitFor()
  expect(await tickets()).toMatchObject([{ label: 'BE' }])
})

test('already here as somebody else: swapped, and the other stays as a walk-in', async () => {
  const [, booking] = await bookings()
  const { id, code } = await deskAt(hub.url).checkIn({ booking: booking?.id, appointmentAt: booking?.at })
  await desk.getByText('1 has come').waitFor()
  await desk.keyboard.press('/')
  await desk.keyboard.type('1030')
  await desk
    .getByRole('status')
    .filter({ hasText: `Already here as ${code}.` })
    .waitFor()
  await desk.keyboard.press('Enter')
  await desk.keyboard.press('Enter')
  await desk.locator('.code-card').waitFor()
  const [first, second] = await tickets()
  expect([first?.id, first?.booking, first?.appointmentAt]).toEqual([id, undefined, undefined])
  expect(second).toMatchObject({ booking: booking?.id, appointmentAt: booking?.at })
})

test('what the book did not say is asked for before anybody is checked in', async () => {
  await desk.keyboard.press('/')
  await desk.keyboard.type('11')
  await desk.keyboard.press('Enter')
  await rowAt('11:00').getByRole('combobox').selectOption('consultation')
  await rowAt('11:00').getByRole('button', { name: 'Check in' }).click()
  await desk.locator('.code-card').waitFor()
  expect(await tickets()).toMatchObject([{ service: 'consultation', appointmentAt: '2026-03-03T10:00:00.000Z' }])
})

test('not found is a walk-in', async () => {
  await desk.keyboard.press('/')
  await desk.keyboard.type('zz')
  await desk.getByText('Nobody booked is like that.').waitFor()
  await desk.keyboard.press('Enter')
  await expect.poll(() => desk.evaluate(() => document.activeElement?.closest('form')?.className)).toBe('check-in')
})

test('whoever is late is marked, may be a no-show, and may come after all', async () => {
  await rowAt('10:00').getByText('20 min late').waitFor()
  await rowAt('10:00').getByRole('button', { name: 'No-show' }).click()
  await rowAt('10:00').getByText('did not come').waitFor()
  expect((await bookings())[0]?.state).toBe('no-show')
  await rowAt('10:00').getByRole('button', { name: 'Check in' }).click()
  await desk.locator('.code-card').waitFor()
  expect((await bookings())[0]?.state).toBe('arrived')
})

test('an import is looked at first: lines that are not understood are named, and nothing happens until it is pressed', async () => {
  await desk.getByRole('button', { name: 'Add …' }).click()
  const dialog = desk.getByRole('dialog', { name: 'Appointments of Tuesday 3 March' })
  await dialog.locator('textarea').fill('1200 consultation\nnoon consultation')
  await dialog.getByText('1 line is not understood').waitFor()
  await dialog.getByText('Line 2').waitFor()
  await expect.poll(() => dialog.getByRole('button', { name: 'Import', exact: true }).isDisabled()).toBe(true)
  expect(await violationsOf(desk)).toEqual([])
  await dialog.locator('textarea').fill('1200 consultation\n1215 consultation')
  await dialog.getByText('2 new').waitFor()
  expect(await bookings()).toHaveLength(3)
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await rowAt('12:15').waitFor()
  expect(await bookings()).toHaveLength(5)
  await desk.getByRole('button', { name: 'Add …' }).click()
  await dialog.getByRole('button', { name: 'Take back the import of 10:20 (2 new)' }).click()
  await rowAt('12:15').waitFor({ state: 'detached' })
})

test('as soon as the text changes, what was looked at before is pale and cannot be imported', async () => {
  await desk.getByRole('button', { name: 'Add …' }).click()
  const dialog = desk.getByRole('dialog')
  const take = dialog.getByRole('button', { name: 'Import', exact: true })
  await dialog.locator('textarea').fill('1200 consultation')
  await dialog.getByText('1 new').waitFor()
  expect(await take.isEnabled()).toBe(true)
  let goOn = () => {}
  const held = new Promise<void>((resolve) => {
    goOn = resolve
  })
  await desk.route('**/api/bookings/preview', async (route) => {
    await held
    await route.continue()
  })
  await dialog.locator('textarea').fill('1200 consultation\n1215 consultation')
  await dialog.locator('.import-preview[aria-busy=true]').getByText('1 new').waitFor()
  expect(await take.isDisabled()).toBe(true)
  goOn()
  await dialog.locator('.import-preview[aria-busy=false]').getByText('2 new').waitFor()
  expect(await take.isEnabled()).toBe(true)
})

test('an empty file is said to be empty', async () => {
  await desk.getByRole('button', { name: 'Add …' }).click()
  const empty = { name: 'day.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) }
  await desk.locator('input[type=file]').setInputFiles(empty)
  await desk.getByRole('alert').filter({ hasText: 'day.csv is empty.' }).waitFor()
})

test('on a low screen the button that checks in and the search among the booked are in sight, with the usual services', async () => {
  const { rooms, providers } = firstClinic
  await putClinic(hub, {
    rooms,
    providers: [...providers, { id: 'p2', name: 'Provider 2' }],
    services: [...presets.medical],
  })
  await desk.setViewportSize({ width: 1366, height: 768 })
  await desk.reload()
  await rowAt('10:30').waitFor()
  const bottom = (wanted: Locator) => wanted.evaluate((one) => one.getBoundingClientRect().bottom)
  const bar = (await desk.locator('.step-bar').boundingBox())?.y ?? 0
  expect(bar).toBeGreaterThan(600)
  expect(await bottom(desk.locator('.check-in button[type=submit]'))).toBeLessThan(bar)
  expect(await bottom(desk.getByRole('searchbox', { name: 'Find a booking' }))).toBeLessThan(bar)
})

test('a file of an older program is read with its umlauts', async () => {
  await desk.getByRole('button', { name: 'Add …' }).click()
  const text = 'Uhrzeit;Behandler\r\n12:30;Provider 1\r\n13:00;Müller\r\n'
  await desk
    .locator('input[type=file]')
    .setInputFiles({ name: 'tag.csv', mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') })
  await expect.poll(() => desk.locator('textarea').inputValue()).toContain('Müller')
  await desk.getByRole('dialog').getByText('2 new').waitFor()
})

test('the evening before, tomorrow is taken over, and taken back', async () => {
  await desk.getByRole('button', { name: 'Add …' }).click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Day' }).selectOption('2026-03-04')
  await dialog.getByRole('heading', { name: 'Appointments of Wednesday 4 March' }).waitFor()
  await dialog.locator('textarea').fill('0900 consultation')
  await dialog.getByText('1 new').waitFor()
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await dialog.getByText('1 booking so far').waitFor()
  expect((await hub.get<BookingList>('/api/bookings?day=2026-03-04')).bookings).toHaveLength(1)
  expect(await bookings()).toHaveLength(3)
  await dialog.getByRole('button', { name: /^Take back the import/ }).click()
  await dialog.getByText('0 bookings so far').waitFor()
})

test('a file is dropped onto the dialog', async () => {
  await desk.getByRole('button', { name: 'Add …' }).click()
  await desk.locator('.import').evaluate((place) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['Time;Provider\n12:30;Provider 1'], 'day.csv'))
    place.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  })
  await desk.getByRole('dialog').getByText('1 new').waitFor()
  const picture = { name: 'day.xlsx', mimeType: 'application/zip', buffer: Buffer.from([80, 75, 3, 4, 0, 0]) }
  await desk.locator('input[type=file]').setInputFiles(picture)
  await desk.getByRole('alert').filter({ hasText: 'day.xlsx is not a text. Save it as CSV' }).waitFor()
})

test('the list has nothing that axe finds wrong, and fits beside the booking software', async () => {
  expect(await violationsOf(desk)).toEqual([])
  await desk.setViewportSize({ width: 360, height: 740 })
  await expect.poll(() => desk.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  const targets = await desk
    .locator('.booked button, .booked select, .booked input, .booked summary')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).filter(({ width }) => width > 0))
  expect(targets.filter(({ width, height }) => width < 44 || height < 44)).toEqual([])
})

test('closing the day says how many appointments are still to come, and goes with it', async () => {
  await desk.keyboard.press('/')
  await desk.keyboard.type('1030')
  await desk.keyboard.press('Enter')
  await desk.locator('.code-card').getByText('on a card').waitFor()
  const toCome = (await bookings()).filter(({ state }) => state === 'expected').length
  expect(toCome).toBeGreaterThan(1)
  await desk.keyboard.press('d')
  await desk.getByRole('dialog').getByText(`${toCome} appointments of today are still to come:`).waitFor()
})
