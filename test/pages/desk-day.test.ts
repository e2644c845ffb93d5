/** A patient's way through the day at the desk, with the keyboard only: called in vain, on hold, sent on, set right. */
import { expect, test } from 'vitest'
import type { BoardSnapshot } from '../../core/queue-contract.ts'
import { follow } from '../support/desk.ts'
import { choose, isChosen, isIn, rowOf, told } from '../support/desk-steps.ts'
import { type Front, openFrontForEach } from '../support/front.ts'
import { clinic } from '../support/queue.ts'

let hub: Front['hub']
let desk: Front['desk']
let far: Front['far']
let startAgain: Front['startAgain']

openFrontForEach({ at: '2026-03-03T14:32:00+01:00', clinic }, (front) => {
  ;({ hub, desk, far, startAgain } = front)
})

/** Somebody of this desk's list, called to Room 1. */
async function called(label: string): Promise<string> {
  const { code } = await far.checkIn({ label })
  await rowOf(desk, code).waitFor()
  await desk.keyboard.press('1')
  await isIn(desk, code, 'called')
  await isChosen(desk, code)
  return code
}

test('whoever is not here yet is asked to the desk by the TV, and one key has them back', async () => {
  const code = await called('red coat')
  const tv = await follow(hub.url, 'board:screen-1')
  await desk.keyboard.press('m')
  await told(desk, `${code} is not here yet; the TV asks them to come to the desk.`)
  await rowOf(desk, code).getByText('The TV asks them to come to the desk.').waitFor()
  await tv.until<BoardSnapshot>('board:screen-1', ({ missing }) => missing.includes(code))
  tv.stop()
  await desk.keyboard.press('b')
  await told(desk, `${code} is back.`)
  await isIn(desk, code, 'waiting')
})

test('a called patient who does not come rises to the top after three minutes', async () => {
  const code = await called('red coat')
  expect(await desk.getByText('Called, not there yet').count()).toBe(0)
  hub = await startAgain('2026-03-03T14:36:00+01:00')
  const alert = desk.getByRole('region', { name: 'Called, not there yet' })
  await alert.getByText('called 4 min ago, not there yet?').waitFor()
  const names = await alert.getByRole('button').evaluateAll((all) => all.map((one) => one.textContent))
  expect(names).toEqual(['Here', 'Call again', 'Not here yet', 'Gone', 'More'])
  await choose(desk, code)
  await desk.keyboard.press('h')
  await isIn(desk, code, 'in-service')
  await alert.waitFor({ state: 'detached' })
})

test('a call that nobody has said anything about for ten minutes is believed, and the row steps back', async () => {
  const code = await called('red coat')
  hub = await startAgain('2026-03-03T14:44:00+01:00')
  await rowOf(desk, code).getByText('called 12 min ago, so they are there').waitFor()
  expect(await desk.getByText('Called, not there yet').count()).toBe(0)
  await isIn(desk, code, 'called')
})

test('a hold with a time comes back by itself, and first for whoever began', async () => {
  const code = await called('red coat')
  await desk.keyboard.press('h')
  await isIn(desk, code, 'in-service')
  await desk.keyboard.press('w')
  await desk.getByRole('dialog', { name: `Hold ${code}` }).waitFor()
  await desk.keyboard.press('ArrowRight')
  await desk.getByText('until 14:37').waitFor()
  await desk.getByLabel('Just waiting').press('ArrowRight')
  await desk.keyboard.press('Enter')
  await rowOf(desk, code).getByText('Numbing until 14:37, then first for Dr Lind').waitFor()
  hub = await startAgain('2026-03-03T14:38:00+01:00')
  await isIn(desk, code, 'waiting')
  await rowOf(desk, code).getByText('Next for Dr Lind').waitFor()
})

test('a hold until an hour that is over is refused in the dialog, which stays', async () => {
  const { code } = await far.checkIn()
  await rowOf(desk, code).waitFor()
  await choose(desk, code)
  await desk.keyboard.press('w')
  await desk.getByLabel('Until (a time)').fill('09:00')
  await desk.keyboard.press('Enter')
  await desk.getByRole('dialog').getByRole('alert').getByText('This time is over already.').waitFor()
  await desk.keyboard.press('Escape')
  await isIn(desk, code, 'waiting')
})

test('somebody sent on keeps the code and waits for the other provider', async () => {
  const code = await called('red coat')
  await desk.keyboard.press('s')
  await desk.getByRole('dialog', { name: `Send ${code} on` }).waitFor()
  await desk.keyboard.press('l')
  await desk.keyboard.press('Tab')
  await desk.keyboard.press('ArrowRight')
  await desk.keyboard.press('Enter')
  await told(desk, `${code} sent on to Laser with Dr Okafor.`)
  await rowOf(desk, code).getByText('Laser · for Dr Okafor').waitFor()
})

test('an edit sets right what was typed wrong, and undo takes all of it back', async () => {
  const { id, code } = await far.checkIn({ label: 'red coat' })
  await rowOf(desk, code).waitFor()
  await choose(desk, code)
  await desk.keyboard.press('e')
  const dialog = desk.getByRole('dialog', { name: `Edit ${code}` })
  await dialog.getByLabel('Desk label').fill('blue coat')
  await dialog.getByLabel('Booked for').fill('14:50')
  await dialog.getByLabel('Here since').fill('13:30')
  await dialog.getByLabel('Language').selectOption('ar')
  await dialog.getByLabel('Speak the call').press('Space')
  await dialog.getByLabel('Goes first').press('Space')
  await dialog.getByLabel('Why they go first').selectOption('with-child')
  await dialog.getByLabel('Add a further service').selectOption('laser')
  await dialog.getByRole('button', { name: 'Save' }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await rowOf(desk, code).getByText('Goes first: with a small child').waitFor()
  expect(await far.ticket(id)).toMatchObject({
    label: 'blue coat',
    appointmentAt: '2026-03-03T13:50:00.000Z',
    arrivedAt: '2026-03-03T12:30:00.000Z',
    language: 'ar',
    needs: ['speak'],
    priority: true,
    priorityReason: 'with-child',
    further: ['laser'],
  })
  await desk.keyboard.press('u')
  await told(desk, `Taken back: ${code} set right.`)
  const { label, needs, priority, appointmentAt, further } = await far.ticket(id)
  expect({ label, needs, priority, appointmentAt, further }).toEqual({ label: 'red coat', needs: [], priority: false })
})

test('whoever has gone is found again and returns with the same code', async () => {
  const { code } = await far.checkIn({ label: 'red coat' })
  await rowOf(desk, code).waitFor()
  await choose(desk, code)
  await desk.keyboard.press('g')
  await told(desk, `${code} has gone.`)
  await desk.keyboard.press('l')
  await desk.getByRole('button', { name: `Return: ${code}` }).press('Enter')
  await told(desk, `${code} is waiting again.`)
  await isIn(desk, code, 'waiting')
})

test('only somebody who was booked can be a no-show', async () => {
  const walkIn = await far.checkIn()
  const booked = await far.checkIn({ appointmentAt: '2026-03-03T14:00:00Z' })
  await rowOf(desk, booked.code).waitFor()
  await choose(desk, walkIn.code)
  await desk.keyboard.press('x')
  await told(desk, `${walkIn.code} has no booking. Who has come and gone again is Gone (G).`)
  await choose(desk, booked.code)
  await desk.keyboard.press('x')
  await told(desk, `${booked.code} did not come.`)
  expect((await far.ticket(walkIn.id)).state).toBe('waiting')
})

test('Enter opens what else can be done, by arrows or by the letter that stands there', async () => {
  const { code } = await far.checkIn()
  await rowOf(desk, code).waitFor()
  await choose(desk, code)
  await desk.keyboard.press('Enter')
  const patience = { timeout: 30_000 }
  const focused = () => desk.evaluate(() => document.activeElement?.textContent)
  await expect.poll(focused, patience).toBe('Call now…')
  await desk.keyboard.press('ArrowDown')
  await expect.poll(focused, patience).toBe('Please come to the desk')
  await desk.keyboard.press('Escape')
  // Back on the row that it was opened from.
  await expect.poll(focused, patience).toContain(code)
  await choose(desk, code)
  await desk.keyboard.press('Enter')
  await expect.poll(focused, patience).toBe('Call now…')
  await desk.keyboard.press('p')
  await told(desk, `The TV asks ${code} to come to the desk.`)
  expect((await far.queue()).called[0]).toMatchObject({ code, to: 'desk' })
})
