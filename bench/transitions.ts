/** The gap between two items as a viewer has it: last presented frame of one to first of the next, in frames of 1080p30. */

import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Switch } from '../renderer/tv/switch-log.ts'
import { launchKiosk } from '../test/support/kiosk.ts'
import { type Color, putPicture, putVideo } from '../test/support/media.ts'
import { makePlace } from '../test/support/place.ts'
import { type BareFilm, playBareFilm } from './bare-film.ts'
import { type Measured, median, quantile, type Row, rounded } from './figures.ts'

const frameMs = 1_000 / 30
const wantedSwitches = 205
const videos: readonly Color[] = ['red', 'lime', 'blue', 'magenta']
const pictures: readonly Color[] = ['yellow', 'cyan']
const videoSeconds = 3
const betweenLooksMs = 10_000
/** Before and after the switches: a machine has better and worse minutes. */
const bareMs = 60_000

export async function transitions(): Promise<Measured> {
  const place = makePlace()
  for (const color of videos) putVideo(path.join(place.content, `${color}.mp4`), color, videoSeconds)
  for (const color of pictures) putPicture(path.join(place.content, `${color}.png`), color)
  // Every kind of neighbour: film and film, film and picture, picture and picture.
  const order = ['red.mp4', 'lime.mp4', 'yellow.png', 'cyan.png', 'blue.mp4', 'magenta.mp4', 'yellow.png']
  const items = order.map((file) => `  - { asset: ${file}, seconds: ${videoSeconds} }`)
  writeFileSync(path.join(place.playlists, 'default.yaml'), `items:\n${items.join('\n')}\n`)
  let measured: readonly Switch[]
  const bareBefore = await playBareFilm(bareMs)
  const kiosk = await launchKiosk(place.args)
  try {
    const switches = () =>
      kiosk.page.evaluate(() => (window as { anteroomSwitches?: readonly Switch[] }).anteroomSwitches ?? [])
    await pause(wantedSwitches * videoSeconds * 1_000)
    // Asked seldom: every question takes time from the page that is measured.
    while ((await switches()).length <= wantedSwitches) await pause(betweenLooksMs)
    // The first ones come from the card, while files are still being taken in.
    measured = (await switches()).filter(({ from }) => from !== 'card')
  } finally {
    await kiosk.close()
    place.remove()
  }
  return told(measured, [bareBefore, await playBareFilm(bareMs)])
}

function told(switches: readonly Switch[], bare: readonly BareFilm[]): Measured {
  const worst = (entry: Switch) => Math.max(entry.gapMs, entry.fadeGapMs) / frameMs
  const frames = switches.map(worst)
  const shown = switches.reduce((sum, { frames: count }) => sum + count, 0)
  const dropped = switches.reduce((sum, { dropped: count }) => sum + count, 0)
  const json = {
    switches: switches.length,
    medianFrames: rounded(median(frames)),
    p99Frames: rounded(quantile(frames, 0.99)),
    droppedShare: rounded(dropped / shown, 5),
    bareDroppedShare: rounded(shareDropped(bare), 5),
  }
  const kinds = [...new Set(switches.map(({ from, to }) => `${from} → ${to}`))].sort()
  return {
    json,
    rows: [
      { what: 'switches', figure: String(json.switches), bound: '≥ 200' },
      { what: 'gap, median, frames of 1080p30', figure: String(json.medianFrames), bound: '≤ 1.05' },
      { what: 'gap, 99 of 100, frames', figure: String(json.p99Frames), bound: '≤ 2' },
      { what: 'frames dropped, share', figure: String(json.droppedShare), bound: '≤ 0.001' },
      { what: '  of one film alone in a bare window, same run', figure: String(json.bareDroppedShare) },
      ...kinds.map((kind) => {
        const of = switches.filter(({ from, to }) => `${from} → ${to}` === kind)
        const figures = [median, (all: readonly number[]) => quantile(all, 0.99)].map((of_) =>
          rounded(of_(of.map(worst))),
        )
        return { what: `  ${kind} (${of.length}): median, 99 of 100`, figure: figures.join(', ') }
      }),
      ...(['video', 'image'] as const).map((before) => droppedAfter(before, switches)),
    ],
  }
}

const shareDropped = (films: readonly BareFilm[]): number => {
  const lost = films.reduce((sum, { dropped }) => sum + dropped, 0)
  return lost / (lost + films.reduce((sum, { frames }) => sum + frames, 0))
}

/** Where the dropped frames are: a film that follows a picture waits for its end, one that follows a film does not. */
function droppedAfter(before: 'video' | 'image', switches: readonly Switch[]): Row {
  // A switch tells of the film that it ends; how that one came, the switch before tells.
  const films = switches.filter(({ from }, index) => from === 'video' && switches[index - 1]?.from === before)
  const losing = films.filter(({ dropped }) => dropped > 0)
  const lost = losing.reduce((sum, { dropped }) => sum + dropped, 0)
  return {
    what: `  films after ${before === 'video' ? 'a film' : 'a picture'} (${films.length}): that drop frames, how many`,
    figure: `${losing.length}, ${lost}`,
  }
}
