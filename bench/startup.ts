/** How soon the wall shows the scheduled item, beside the first paint of a bare Electron window in the same run. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { eventually } from '../test/support/eventually.ts'
import { startHub } from '../test/support/hub.ts'
import { electronFlags, electronPath } from '../test/support/kiosk.ts'
import { putPicture, putVideo } from '../test/support/media.ts'
import { makePlace, type Place, projectRoot } from '../test/support/place.ts'
import { type Measured, median, rounded } from './figures.ts'

const rounds = 7
const filmSeconds = 60

export async function startup(): Promise<Measured> {
  const place = makePlace()
  putVideo(path.join(place.content, 'film.mp4'), 'blue', filmSeconds)
  putPicture(path.join(place.content, 'picture.png'), 'yellow')
  const bare = bareApplication(place)
  const kiosk = [projectRoot, '--', ...place.args]
  const times = { bare: [] as number[], warm: [] as number[], cold: [] as number[] }
  try {
    await takeIn(place)
    // Once unmeasured: the first start brings the media into the screen's own copy.
    await timeToFirst(kiosk, firstItem)
    for (let round = 0; round < rounds; round += 1) {
      times.bare.push(await timeToFirst([bare], firstPaint))
      times.cold.push(await timeToFirst(kiosk, firstItem))
      const hub = await startHub(place.args)
      times.warm.push(await timeToFirst(kiosk, firstItem))
      await hub.stop()
    }
  } finally {
    place.remove()
  }
  const [bareMs, warmMs, coldMs] = [median(times.bare), median(times.warm), median(times.cold)]
  const json = { ratioWarm: rounded(warmMs / bareMs), ratioCold: rounded(coldMs / bareMs) }
  return {
    json,
    rows: [
      { what: `bare Electron window, first paint (median of ${rounds})`, figure: `${Math.round(bareMs)} ms` },
      { what: 'hub running, first frame of the scheduled item', figure: `${Math.round(warmMs)} ms` },
      { what: 'whole single box, first frame of the scheduled item', figure: `${Math.round(coldMs)} ms` },
      { what: 'ratio, hub running', figure: String(json.ratioWarm), bound: '≤ 2.0' },
      { what: 'ratio, whole single box', figure: String(json.ratioCold), bound: '≤ 3.5' },
    ],
  }
}

/** The peer: one full-screen window with a word in it, nothing else. */
function bareApplication(place: Place): string {
  const folder = path.join(place.folder, 'bare')
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'package.json'), '{ "name": "bare", "version": "1.0.0", "main": "main.js" }')
  writeFileSync(
    path.join(folder, 'main.js'),
    `const { app, BrowserWindow } = require('electron')
     app.setPath('userData', ${JSON.stringify(path.join(folder, 'data'))})
     app.whenReady().then(() => new BrowserWindow({ width: 1920, height: 1080, frame: false }).loadURL('data:text/html,<h1>bare</h1>'))
     app.on('window-all-closed', () => app.quit())`,
  )
  return folder
}

/** A data folder as it is on any day but the first. */
async function takeIn(place: Place): Promise<void> {
  const hub = await startHub(place.args)
  try {
    await eventually(hub.assets, (all) => all.length === 2 && all.every(({ state }) => state === 'ready'), 60_000)
  } finally {
    await hub.stop()
  }
}

type Ask = (expression: string) => Promise<number>

/** @returns milliseconds from starting the process to what `expression` finds in its page, by the computer's clock */
async function timeToFirst(application: readonly string[], expression: string): Promise<number> {
  const startedAtMs = performance.timeOrigin + performance.now()
  // The bare window carries the same debugging port.
  const args = [...electronFlags, '--log-level=3', '--remote-debugging-port=0', ...application]
  const child = spawn(electronPath(), args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ANTEROOM_NODE: process.execPath },
  })
  const ended = once(child, 'exit')
  try {
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    const isNumber = (port: string) => port !== ''
    const port = await eventually(() => /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(said)?.[1] ?? '', isNumber)
    const page = await openPage(port)
    return (
      (await eventually(
        () => page(expression),
        (atMs) => atMs > 0,
        60_000,
      )) - startedAtMs
    )
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

/** Asks the first page for a number over the DevTools protocol. */
async function openPage(port: string): Promise<Ask> {
  interface Target {
    readonly type: string
    readonly webSocketDebuggerUrl: string
  }
  const list = async () => (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as readonly Target[]
  const targets = await eventually(list, (all) => all.some(({ type }) => type === 'page'))
  const socket = new WebSocket(targets.find(({ type }) => type === 'page')?.webSocketDebuggerUrl ?? '')
  await once(socket, 'open')
  let id = 0
  return async (expression) => {
    id += 1
    socket.send(JSON.stringify({ id, method: 'Runtime.evaluate', params: { expression } }))
    const [{ data }] = (await once(socket, 'message')) as [MessageEvent<string>]
    return Number((JSON.parse(data) as { result?: { result?: { value?: unknown } } }).result?.result?.value ?? 0)
  }
}

const firstPaint = `(() => {
  const paint = performance.getEntriesByName('first-paint')[0]
  return paint === undefined ? 0 : performance.timeOrigin + paint.startTime
})()`
const firstItem = '(window.anteroomSwitches ?? [])[0]?.shownAtMs ?? 0'
