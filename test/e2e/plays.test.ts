/** Proof of play in real Electron: what was on the glass is what the hub counts, with the hub killed in between. */
import { execFileSync } from 'node:child_process'
import { renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Play } from '../../core/play.ts'
import type { Switch } from '../../renderer/tv/switch-log.ts'
import { deskAt } from '../support/desk.ts'
import { eventually } from '../support/eventually.ts'
import { type Kiosk, launchKiosk, small } from '../support/kiosk.ts'
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
  putFilm('a film.mp4', 5)
  writeFileSync(path.join(place.content, 'b picture.png.yaml'), 'seconds: 4\n')
  putPicture(path.join(place.content, 'b picture.png'), 'blue')
  kiosk = await launchKiosk([...place.args, '--windowed'], small)
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
/** One that came when it was planned, for as long: on a busy machine the first ones may not. */
const asPlanned = (all: readonly Play[], title: string) =>
  all.find(
    ({ title: seen, outcome, presentedMs, durationMs, startedAt, plannedAt }) =>
      [seen, outcome].join() === `${title},whole` &&
      Math.abs(presentedMs - durationMs) < 600 &&
      Math.abs(Date.parse(startedAt) - Date.parse(plannedAt ?? '')) < 1_500,
  )

test('a film and a picture that were seen are two plays, as long as they were planned', async () => {
  const isThere = (all: readonly Play[]) =>
    ['a film', 'b picture'].every((title) => asPlanned(all, title) !== undefined)
  const all = await eventually(plays, isThere)
  const [film, picture] = ['a film', 'b picture'].map((title) => asPlanned(all, title)) as [Play, Play]
  expect([film.kind, film.durationMs, picture.kind, picture.durationMs]).toEqual(['video', 5_000, 'image', 4_000])
  expect(film.screen).toBe('screen-1')
  // Nobody has checked in: nobody waits.
  expect(film.waiting).toBe(0)
})

test('how many wait is written down with it', async () => {
  const desk = deskAt(kiosk.hubUrl())
  for (let person = 0; person < 3; person += 1) await desk.checkIn()
  await eventually(plays, (all) => all.some(({ waiting }) => waiting === 3))
})

test('what is skipped was cut, and no longer than it was seen', async () => {
  const cut = (all: readonly Play[]) => all.filter(({ outcome }) => outcome === 'cut')
  const before = cut(await plays()).length
  const skip = async () => {
    const seen = (await switches()).length
    const shown = await eventually(switches, (all) => all.length > seen)
    // A hub's clock, this page's and ours are one computer's.
    await eventually(Date.now, (now) => now > (shown.at(-1)?.shownAtMs ?? 0) + 1_500)
    await fetch(`${kiosk.hubUrl()}/api/tv/skip`, {
      method: 'POST',
      headers: { 'idempotency-key': crypto.randomUUID(), 'content-type': 'application/json' },
      body: '{}',
    })
    return eventually(plays, (all) => cut(all).length > before, 10_000)
  }
  // A press that a busy machine delivers when the item is just over cuts nothing: then once more.
  const newest = cut(await skip().catch(skip)).at(-1) as Play
  expect(newest.presentedMs).toBeGreaterThan(800)
  expect(newest.presentedMs).toBeLessThan(newest.durationMs - 500)
})

test('what plays while the hub is killed is counted when it is back, once', async () => {
  const shownBefore = (await switches()).length
  const pid = kiosk.hubPid()
  process.kill(pid, 'SIGKILL')
  await eventually(
    () => kiosk.hubPid(),
    (now) => now !== pid,
  )
  await eventually(switches, (all) => all.length >= shownBefore + 4)
  const shown = await switches()
  // The last one is still on; a hub's clock and this page's are one computer's.
  const over = shown.slice(0, -1).map(({ shownAtMs }) => shownAtMs)
  const isIn = (all: readonly Play[]) => (at: number) =>
    all.filter(({ startedAt }) => Math.abs(Date.parse(startedAt) - at) < 1_200).length
  const all = await eventually(plays, (every) => over.every((at) => isIn(every)(at) >= 1))
  expect(over.map(isIn(all))).toEqual(over.map(() => 1))
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
})
