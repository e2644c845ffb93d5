/** What is seen and chosen at the front desk, and a clinic for it. */
import { randomUUID } from 'node:crypto'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Clinic } from '../../core/clinic.ts'
import type { TicketStateName } from '../../core/queue-contract.ts'
import { send } from './desk.ts'
import type { RunningHub } from './hub.ts'

/** The machine may have other work. */
const patience = { timeout: 30_000 }

/** Waits for the sentence at the foot of the page. */
export const told = (page: Page, words: string): Promise<void> =>
  expect.poll(() => page.locator('.step-bar [role=status]').textContent(), patience).toBe(words)

export const rowOf = (page: Page, code: string): Locator => page.locator(`.ticket[aria-label^="${code}"]`)

/** Waits until a row of the page is in this state. */
export const isIn = (page: Page, code: string, state: TicketStateName): Promise<void> =>
  expect
    .poll(async () => (await rowOf(page, code).count()) === 1 && rowOf(page, code).getAttribute('data-state'), patience)
    .toBe(state)

/** Chooses a ticket the way the arrow keys do. */
export async function choose(page: Page, code: string): Promise<void> {
  await rowOf(page, code).focus()
  await isChosen(page, code)
}

/** Waits until the keys are about this ticket. */
export const isChosen = (page: Page, code: string): Promise<void> =>
  expect.poll(() => rowOf(page, code).getAttribute('data-chosen'), patience).toBe('true')

/** Replaces the clinic's lists. */
export async function putClinic(hub: RunningHub, { rooms, providers, services }: Clinic): Promise<void> {
  for (const [name, list] of [
    ['rooms', rooms],
    ['providers', providers],
    ['services', services],
  ] as const) {
    const url = `${hub.url}/api/${name}`
    const match = (await fetch(url)).headers.get('etag') ?? ''
    const headers = { 'if-match': match, 'idempotency-key': randomUUID() }
    const { status } = await send(url, { method: 'PUT', headers, body: { [name]: list } })
    expect(status).toBe(200)
  }
}
