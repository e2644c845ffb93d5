/** Proof of play in real Electron: what was on the glass is what the hub counts, with the hub killed in between. */
import { execFileSync } from 'node:child_process'
import { renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Play } from '../../core/play.ts'
import type { Switch } from '../../renderer/tv/switch-log.ts'
import { deskAt } from '../support/desk.ts'
import { eventually } from '../support/eventually.ts'
import { type Kiosk, launchKiosk } from '../support/kiosk.ts'
import { putPicture } from '../support/media.ts'
import { makePlace } from '../support/place.ts'

const place = makePlace()
let kiosk: Kiosk

/** Small and as the kiosk likes it, so that it is judged soon; it fills the screen all the same. */
function putFilm(name: string, seconds: number): void {
  const made = path.join(place.folder, name)
  const source = ['-f', 'lavfi', '-i', `testsrc2=s=320x180:r=30:d=${seconds}`]
  const safe = ['-c:v', 'libx264', '-profile:v', 'high', '-preset', 'veryfast', '-pix_fmt', 'yuv420p', '-g', '60']
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...source, ...safe, '-movflags', '+faststart', made])
  renameSync(made, path.join(place.content, name))
}

beforeAll(async () => {
  putFilm('a film.mp4', 6)
  writeFileSync(path.join(place.content, 'b picture.png.yaml'), 'seconds: 5\n')
  putPicture(path.join(place.content, 'b picture.png'), 'blue')
  kiosk = await launchKiosk([...place.args, '--windowed'])
})

afterAll(async () => {
  await kiosk.close()
  place.remove()
})

const span = 'from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z'
const plays = async (): Promise<readonly Play[]> => {
  const response = await fetch(`${kiosk.hubUrl()}/api/plays?${span}`)
  return ((await response.json()) as { readonly plays: Play[] }).plays
}
const switches = (): Promise<readonly Switch[]> =>
  kiosk.page.evaluate(() => [...((window as { anteroomSwitches?: readonly Switch[] }).anteroomSwitches ?? [])])
const whole = (all: readonly Play[], title: string) =>
  all.find((play) => play.title === title && play.outcome === 'whole')

test('a film and a picture that were seen are two plays, as long as they were planned', {
  timeout: 120_000,
}, async () => {
  const isThere = (all: readonly Play[]) => ['a film', 'b picture'].every((title) => whole(all, title) !== undefined)
  const all = await eventually(plays, isThere, 90_000)
  const [film, picture] = ['a film', 'b picture'].map((title) => whole(all, title)) as [Play, Play]
  expect([film.kind, film.durationMs, picture.kind, picture.durationMs]).toEqual(['video', 6_000, 'image', 5_000])
  expect(film.screen).toBe('screen-1')
  expect(Math.abs(film.presentedMs - film.durationMs)).toBeLessThan(600)
  expect(Math.abs(picture.presentedMs - picture.durationMs)).toBeLessThan(600)
  expect(Math.abs(Date.parse(film.startedAt) - Date.parse(film.plannedAt ?? ''))).toBeLessThan(1_500)
  // Nobody has checked in: nobody waits.
  expect(film.waiting).toBe(0)
})

test('how many wait is written down with it', { timeout: 120_000 }, async () => {
  const desk = deskAt(kiosk.hubUrl())
  for (let person = 0; person < 3; person += 1) await desk.checkIn()
  await eventually(plays, (all) => all.some(({ waiting }) => waiting === 3), 60_000)
})

test('what is skipped was cut, and no longer than it was seen', { timeout: 120_000 }, async () => {
  const before = (await plays()).filter(({ outcome }) => outcome === 'cut').length
  const seen = (await switches()).length
  await eventually(switches, (all) => all.length > seen, 30_000)
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  await fetch(`${kiosk.hubUrl()}/api/tv/skip`, {
    method: 'POST',
    headers: { 'idempotency-key': 'skip-once', 'content-type': 'application/json' },
    body: '{}',
  })
  const cut = (all: readonly Play[]) => all.filter(({ outcome }) => outcome === 'cut')
  const all = await eventually(plays, (every) => cut(every).length > before, 30_000)
  const newest = cut(all).at(-1) as Play
  expect(newest.presentedMs).toBeGreaterThan(800)
  expect(newest.presentedMs).toBeLessThan(newest.durationMs - 500)
})

test('what plays while the hub is killed is counted when it is back, once', { timeout: 180_000 }, async () => {
  const shownBefore = (await switches()).length
  const pid = kiosk.hubPid()
  process.kill(pid, 'SIGKILL')
  await eventually(
    () => kiosk.hubPid(),
    (now) => now !== pid,
    60_000,
  )
  await eventually(switches, (all) => all.length >= shownBefore + 4, 60_000)
  const shown = await switches()
  // The last one is still on; a hub's clock and this page's are one computer's.
  const over = shown.slice(0, -1).map(({ shownAtMs }) => shownAtMs)
  const isIn = (all: readonly Play[]) => (at: number) =>
    all.filter(({ startedAt }) => Math.abs(Date.parse(startedAt) - at) < 1_200).length
  const all = await eventually(plays, (every) => over.every((at) => isIn(every)(at) >= 1), 30_000)
  expect(over.map(isIn(all))).toEqual(over.map(() => 1))
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
})
