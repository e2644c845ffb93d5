/** What is scheduled is what is on the wall: at its minute, cut by a takeover and given back, with sentences at the foot. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Health } from '../../core/contract.ts'
import { eventually } from '../support/eventually.ts'
import { startHub } from '../support/hub.ts'
import { type Kiosk, launchKiosk, type Rgb, small } from '../support/kiosk.ts'
import { putPicture, putVideo } from '../support/media.ts'
import { makePlace } from '../support/place.ts'
import { looksRed, showing } from '../support/presented.ts'

const place = makePlace()
let kiosk: Kiosk

const playlist = (name: string, ...lines: readonly string[]) =>
  writeFileSync(path.join(place.playlists, `${name}.yaml`), `items:\n${lines.map((line) => `  - ${line}\n`).join('')}`)
const hubNow = async () => {
  const health = (await (await fetch(`${kiosk.hubUrl()}/api/health`)).json()) as Health
  return Date.parse(health.clock.now)
}
const put = (route: string, body: object) =>
  fetch(`${kiosk.hubUrl()}${route}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify(body),
  })
const iso = (ms: number) => new Date(ms).toISOString()
// The foot of the screen takes a fifth of it.
const looksLime = ({ red, green, blue }: Rgb) => green > 150 && red < 80 && blue < 80
const looksBlue = ({ red, green, blue }: Rgb) => blue > 150 && red < 80 && green < 80
const tickerText = () => kiosk.page.textContent('.ticker p')

/** How much earlier a film that follows a picture can be seen, at most. */
const fadeMs = 900
const ten = Date.parse('2026-03-02T10:00:00+01:00')
const sentences = ['Tea and water are beside the window.', 'The clinic closes at noon on Friday.']

beforeAll(async () => {
  for (const color of ['red', 'blue'] as const) putPicture(path.join(place.content, `${color}.png`), color)
  putVideo(path.join(place.content, 'lime.mp4'), 'lime', 8, 360)
  playlist('default', '{ asset: red.png, seconds: 2 }')
  playlist('morning', 'lime.mp4')
  playlist('alarm', 'blue.png')
  playlist('foot', ...sentences.map((text) => `{ text: "${text}", seconds: 3 }`))
  writeFileSync(
    path.join(place.playlists, 'schedule.yaml'),
    'schedules:\n  - { name: Morning, playlist: morning, start: "10:00", end: "12:00" }\n  - { name: Foot, playlist: foot, zone: ticker, start: "10:00" }\n',
  )
  // Files are taken in beforehand: the minute is not waited for.
  const hub = await startHub([...place.args, '--at', '2026-03-02T09:40:00+01:00'])
  const isDone = (assets: Awaited<ReturnType<typeof hub.assets>>) =>
    assets.length === 3 && assets.every(({ state }) => state === 'ready')
  await eventually(hub.assets, isDone, 120_000)
  await hub.stop()
  kiosk = await launchKiosk([...place.args, '--windowed', '--at', '2026-03-02T09:59:42+01:00'], small)
})

afterAll(async () => {
  await kiosk.close()
  place.remove()
})

test('a schedule begins at its minute, when what is on has come to its end', async () => {
  await showing(kiosk, looksRed)
  expect(await hubNow()).toBeLessThan(ten)
  await showing(kiosk, looksLime)
  const seenAt = await hubNow()
  // The picture before it fades out over the first frames of the film.
  expect(seenAt).toBeGreaterThanOrEqual(ten - fadeMs)
  expect(seenAt).toBeLessThan(ten + 2_000 + 4_000)
})

test('sentences fade in at the foot of the screen, one after another, clear of what a TV may cut off', async () => {
  const seen = new Set<string>()
  await eventually(
    async () => seen.add((await tickerText()) ?? ''),
    () => sentences.every((text) => seen.has(text)),
  )
  expect([...seen].toSorted()).toEqual(sentences.toSorted())
  const { bottom, height } = await kiosk.page.evaluate(() => {
    const box = document.querySelector('.ticker p')?.getBoundingClientRect()
    return { bottom: box?.bottom ?? 0, height: window.innerHeight }
  })
  expect(bottom).toBeGreaterThan(height * 0.8)
  expect(bottom).toBeLessThan(height * 0.97)
})

test('a takeover cuts a film in the middle of it, and is cut itself at its end', async () => {
  const startsMs = (await hubNow()) + 4_000
  const takeover = {
    ...{ name: 'Fire drill', playlist: 'alarm', kind: 'takeover' },
    ...{ startsAt: iso(startsMs), endsAt: iso(startsMs + 8_000) },
  }
  expect((await put('/api/schedules/Fire%20drill', takeover)).status).toBe(200)
  await showing(kiosk, looksBlue)
  const seenAt = await hubNow()
  expect(seenAt).toBeGreaterThanOrEqual(startsMs)
  expect(seenAt).toBeLessThan(startsMs + 3_000)
  await showing(kiosk, looksLime)
  const backAt = await hubNow()
  // The film fades in over the last moments of the picture.
  expect(backAt).toBeGreaterThanOrEqual(startsMs + 8_000 - fadeMs)
  expect(backAt).toBeLessThan(startsMs + 8_000 + 3_000)
})

test('one that begins now cuts now, and one that is taken back gives the screen back', async () => {
  const now = await hubNow()
  const takeover = { name: 'Now', playlist: 'alarm', kind: 'takeover', endsAt: iso(now + 3_600_000) }
  expect((await put('/api/schedules/Now', takeover)).status).toBe(200)
  await showing(kiosk, looksBlue, 15_000)
  const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
  await fetch(`${kiosk.hubUrl()}/api/schedules/Now`, { method: 'DELETE', headers })
  await showing(kiosk, looksLime, 15_000)
})

test('one that was scheduled comes and goes at its moments while the hub says nothing', async () => {
  const startsMs = (await hubNow()) + 8_000
  const [startsAt, endsAt] = [iso(startsMs), iso(startsMs + 6_000)]
  await put('/api/schedules/Silent', { name: 'Silent', playlist: 'alarm', kind: 'takeover', startsAt, endsAt })
  const starts = () =>
    kiosk.page.evaluate(async () => {
      const answer = await (await fetch('/api/screens/screen-1/programme')).json()
      return (answer.programme.timeline as { startsAt: string }[]).map((entry) => entry.startsAt)
    })
  await eventually(starts, (all) => all.includes(startsAt))
  const hub = kiosk.hubPid()
  process.kill(hub, 'SIGSTOP')
  try {
    await showing(kiosk, looksBlue)
    await showing(kiosk, looksLime)
  } finally {
    process.kill(hub, 'SIGCONT')
  }
  expect(await hubNow()).toBeGreaterThanOrEqual(startsMs + 6_000 - fadeMs)
})
