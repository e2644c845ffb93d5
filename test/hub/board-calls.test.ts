/** What the board is told of a call beyond code and room: in which language, and whether twice; no longer than it is heard. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BoardSnapshot, boardSnapshot, type Call } from '../../core/queue-contract.ts'
import { type Desk, deskAt, type Follower, follow } from '../support/desk.ts'
import { eventually } from '../support/eventually.ts'
import type { RunningHub } from '../support/hub.ts'
import { openHubForAll } from '../support/open-hub.ts'

let hub: RunningHub
let desk: Desk
let screen: Follower

openHubForAll([], (opened) => {
  hub = opened.hub
  desk = deskAt(hub.url)
})

beforeAll(async () => {
  screen = await follow(hub.url, 'board:screen-1')
})

afterAll(() => {
  screen.stop()
})

const newest = () => screen.messages.at(-1)?.data as BoardSnapshot
const callOf = (code: string) => async (): Promise<Call | undefined> => newest().called.find((one) => one.code === code)

test('a call says the language of its ticket while it is announced, and nothing of it afterwards', async () => {
  const { id, code } = await desk.checkIn({ language: 'ar', label: 'red coat' })
  await desk.press('call', { ticket: id, provider: 'p1', room: '1' })
  const call = await eventually(callOf(code), (one) => one !== undefined)
  expect(call).toMatchObject({ language: 'ar' })
  expect(call?.twice).toBeUndefined()
  await desk.press('recall', { ticket: id })
  await eventually(callOf(code), (one) => one?.twice === true)
  expect(boardSnapshot.strict().safeParse(newest()).error).toBeUndefined()
  const after = await eventually(callOf(code), (one) => one !== undefined && one.language === undefined, 30_000)
  expect(Object.keys(after ?? {}).sort()).toEqual(['announceFrom', 'announceUntil', 'at', 'code', 'room'])
})

test('whoever needs calls spoken hears the first one twice; why stays at the desk', async () => {
  const { id, code } = await desk.checkIn({ needs: ['speak'] })
  await desk.press('call', { ticket: id, provider: 'p1', room: '1' })
  await eventually(callOf(code), (one) => one?.twice === true)
  expect(JSON.stringify(newest())).not.toContain('speak')
})

test('of two who are called at once, the second who leaves before the turn of the call is not called', async () => {
  const [first, second] = [await desk.checkIn(), await desk.checkIn()]
  await desk.press('call', { ticket: first.id, provider: 'p1', room: '1' })
  await desk.press('call', { ticket: second.id, provider: 'p1', room: '1' })
  await eventually(callOf(second.code), (one) => one !== undefined)
  await desk.press('leave', { ticket: second.id })
  await eventually(callOf(second.code), (one) => one === undefined)
  expect(newest().called.some(({ code }) => code === first.code)).toBe(true)
  await desk.press('undo')
  await eventually(callOf(second.code), (one) => one !== undefined)
})
