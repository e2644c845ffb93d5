/** What is older than the clinic keeps it is gone from the disk, and only counts are left. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deskAt, send } from '../support/desk.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { makePlace, type Place } from '../support/place.ts'

let place: Place
let hub: RunningHub

beforeEach(() => {
  place = makePlace()
})

afterEach(async () => {
  await hub.stop()
  place.remove()
})

const startAt = async (iso: string) => {
  hub = await startHub([...place.args, '--at', iso])
  return deskAt(hub.url)
}
const isOnDisk = (text: string) =>
  readdirSync(place.data)
    .filter((file) => file.startsWith('anteroom.sqlite'))
    .some((file) => readFileSync(path.join(place.data, file)).includes(text))

test('after thirty days a visit is only a count; what is younger stays', async () => {
  const first = await startAt('2026-03-02T10:00:00+01:00')
  const old = await first.checkIn()
  await first.press('leave', { ticket: old.id })
  await first.press('close-day')
  await hub.stop()
  const second = await startAt('2026-03-20T10:00:00+01:00')
  const young = await second.checkIn()
  await second.press('close-day', { anyway: true })
  await hub.stop()
  await startAt('2026-04-01T10:59:00+02:00')
  expect([isOnDisk(old.id), isOnDisk(young.id)]).toEqual([true, true])
  await hub.stop()
  const third = await startAt('2026-04-01T11:01:00+02:00')
  expect([isOnDisk(old.id), isOnDisk(young.id)]).toEqual([false, true])
  expect((await third.queue()).lastClose?.leftOpen).toEqual([young.code])
  await hub.stop()
  const database = new Database(path.join(place.data, 'anteroom.sqlite'), { readonly: true })
  expect(database.prepare('SELECT * FROM day_counts ORDER BY type').all()).toEqual([
    { day: '2026-03-02', type: 'checked-in', events: 1 },
    { day: '2026-03-02', type: 'left', events: 1 },
  ])
  database.close()
  const later = await startAt('2026-04-01T11:02:00+02:00')
  await later.checkIn()
  expect((await later.queue()).tickets).toHaveLength(1)
})

test('the clinic may keep less', async () => {
  const desk = await startAt('2026-03-02T10:00:00+01:00')
  const { id } = await desk.checkIn()
  await desk.press('close-day', { anyway: true })
  await send(`${hub.url}/api/settings`, {
    method: 'PUT',
    headers: { 'if-match': '*', 'idempotency-key': 'shorter' },
    body: { settings: { retentionDays: 2 } },
  })
  await hub.stop()
  await startAt('2026-03-04T10:01:00+01:00')
  expect(isOnDisk(id)).toBe(false)
})
