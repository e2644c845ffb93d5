/** What the machine can do at all: one long film in a window with nothing else in it. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { _electron } from 'playwright-core'
import { electronFlags } from '../test/support/kiosk.ts'
import { putVideo } from '../test/support/media.ts'

export interface BareFilm {
  readonly frames: number
  readonly dropped: number
}

const program = `
const { app, BrowserWindow } = require('electron')
app.commandLine.appendSwitch('autoplay-policy', 'no-user-gesture-required')
app.whenReady().then(() => {
  const window = new BrowserWindow({ kiosk: true, frame: false, backgroundColor: '#000000', webPreferences: { backgroundThrottling: false } })
  void window.loadFile('film.html')
})`
const page = `<!doctype html><style>html, body { margin: 0; background: #000 } video { width: 100vw; height: 100vh }</style>
<video src="film.mp4" muted autoplay></video>`

const sceneSeconds = 3
const settleMs = 5_000

/** Frames presented and dropped while nothing begins and nothing ends: what is lost here, the machine has taken. */
export async function playBareFilm(forMs: number): Promise<BareFilm> {
  const folder = mkdtempSync(path.join(tmpdir(), 'anteroom-'))
  writeFileSync(path.join(folder, 'package.json'), '{ "name": "bare-film", "main": "main.cjs" }')
  writeFileSync(path.join(folder, 'main.cjs'), program)
  writeFileSync(path.join(folder, 'film.html'), page)
  const scene = path.join(folder, 'scene.mp4')
  putVideo(scene, 'blue', sceneSeconds)
  const repeats = String(Math.ceil((forMs + 2 * settleMs) / (sceneSeconds * 1_000)))
  const again = ['-stream_loop', repeats, '-i', scene, '-c', 'copy', path.join(folder, 'film.mp4')]
  execFileSync('ffmpeg', ['-v', 'error', ...again])
  const app = await _electron.launch({ args: [...electronFlags, '--log-level=3', folder] })
  try {
    const window = await app.firstWindow()
    await pause(settleMs)
    const counted = () =>
      window.evaluate(() => {
        const { totalVideoFrames, droppedVideoFrames } =
          document.querySelector('video')?.getVideoPlaybackQuality() ?? ({} as VideoPlaybackQuality)
        return { frames: totalVideoFrames - droppedVideoFrames, dropped: droppedVideoFrames }
      })
    const before = await counted()
    await pause(forMs)
    const after = await counted()
    return { frames: after.frames - before.frames, dropped: after.dropped - before.dropped }
  } finally {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
