/** How much a dropped file costs beyond the work itself, and whether the hub still answers while ten thousand come at once. */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import sharp from 'sharp'
import { eventually } from '../test/support/eventually.ts'
import { type RunningHub, startHub } from '../test/support/hub.ts'
import { makePlace } from '../test/support/place.ts'
import { type Measured, median, quantile, rounded } from './figures.ts'

/** How long a file lies still before it is looked at: hub/intake.ts. */
const quietMs = 2_000
const pictures = 10_000
const safeSeconds = 24
const safeRounds = 3
const phoneSeconds = 20
const minuteMs = 60_000
const megabyte = 1_000_000
/** Between two questions to the hub while the pictures come in. */
const betweenQuestionsMs = 40

export async function intake(): Promise<Measured> {
  const workshop = makePlace()
  try {
    const made = makeFilms(workshop.content)
    const converted = await measureConversion(made.phone)
    const safe = await measureSafe(made.safe)
    const many = await measureMany()
    return told({ ...converted, ...safe, ...many })
  } finally {
    workshop.remove()
  }
}

type Figures = Awaited<ReturnType<typeof measureConversion>> &
  Awaited<ReturnType<typeof measureSafe>> &
  Awaited<ReturnType<typeof measureMany>>

function told(figures: Figures): Measured {
  const { convertRatio, readyRatio, readyAfterSettleMs, decodeMs, safeMb, indexed, indexSeconds, apiP99Ms, hubPeakMb } =
    figures
  const json = { convertRatio, readyRatio, readyAfterSettleMs, decodeMs, indexed, indexSeconds, apiP99Ms, hubPeakMb }
  return {
    json,
    rows: [
      { what: 'convert step ÷ the same ffmpeg command alone', figure: String(convertRatio), bound: '≤ 1.15' },
      { what: 'settled → ready ÷ that command', figure: String(readyRatio), bound: '≤ 1.8' },
      {
        what: `kiosk-safe film of ${safeMb} MB, settled → ready`,
        figure: `${readyAfterSettleMs} ms`,
        bound: `≤ ${decodeMs} ms of decoding + 1500`,
      },
      { what: `pictures taken in (${indexSeconds} s)`, figure: String(indexed), bound: String(pictures) },
      { what: 'meanwhile the hub answers, 99 of 100', figure: `${apiP99Ms} ms`, bound: '≤ 50' },
      { what: 'and its memory, at most', figure: `${hubPeakMb} MB`, bound: '≤ 400' },
    ],
  }
}

/** A film as a phone makes it, and one that the TV can play as it is. */
function makeFilms(folder: string): { readonly phone: string; readonly safe: string } {
  const [phone, safe] = ['phone.mov', 'safe.mp4'].map((name) => path.join(folder, name)) as [string, string]
  const scene = (seconds: number) => [
    '-f',
    'lavfi',
    '-i',
    `testsrc2=s=1920x1080:r=30:d=${seconds},noise=alls=12:allf=t`,
  ]
  const tone = (seconds: number) => ['-f', 'lavfi', '-i', `sine=f=440:r=48000:d=${seconds}`]
  const ffmpeg = (args: readonly string[]) => execFileSync('ffmpeg', ['-v', 'error', '-y', ...args])
  ffmpeg([
    ...scene(phoneSeconds),
    ...tone(phoneSeconds),
    ...'-c:v libx265 -preset ultrafast -x265-params log-level=error'.split(' '),
    ...'-tag:v hvc1 -pix_fmt yuv420p -c:a aac'.split(' '),
    phone,
  ])
  ffmpeg([
    ...scene(safeSeconds),
    ...tone(safeSeconds),
    ...'-c:v libx264 -profile:v high -level 4.2 -preset ultrafast -b:v 16.6M -minrate 16.6M -maxrate 16.6M -bufsize 8M'.split(
      ' ',
    ),
    ...'-pix_fmt yuv420p -g 60 -c:a aac -ar 48000 -ac 2 -movflags +faststart'.split(' '),
    safe,
  ])
  return { phone, safe }
}

async function withHub<Result>(run: (hub: RunningHub, content: string) => Promise<Result>): Promise<Result> {
  const place = makePlace()
  const hub = await startHub(place.args)
  try {
    return await run(hub, place.content)
  } finally {
    await hub.stop()
    place.remove()
  }
}

/** Drops a file whole. @returns milliseconds from the end of its quiet time until it is ready */
async function untilReady(hub: RunningHub, content: string, file: string): Promise<number> {
  const name = path.basename(file)
  const target = path.join(content, name)
  copyFileSync(file, `${target}.part`)
  const droppedAt = performance.now()
  renameSync(`${target}.part`, target)
  const find = async () => (await hub.assets()).find((asset) => asset.path === name)
  const asset = await eventually(find, (found) => found !== undefined && found.state !== 'working', 10 * minuteMs)
  if (asset?.state !== 'ready') throw new Error(`${name}: ${asset?.reason?.message}`)
  return performance.now() - droppedAt - quietMs
}

async function measureConversion(phone: string) {
  return withHub(async (hub, content) => {
    const watching = new AbortController()
    const seen = watchEncoder(watching.signal)
    const readyMs = await untilReady(hub, content, phone)
    watching.abort()
    const step = await seen
    if (step === undefined) throw new Error('No conversion was seen')
    const aloneMs = await runAgain(step.args, phone)
    return { convertRatio: rounded(step.ms / aloneMs), readyRatio: rounded(readyMs / aloneMs) }
  })
}

interface Step {
  readonly args: readonly string[]
  readonly ms: number
}

/** The converting ffmpeg as the system sees it: its command, and how long it ran. */
async function watchEncoder(signal: AbortSignal): Promise<Step | undefined> {
  let found: { readonly pid: string; readonly args: readonly string[]; readonly at: number } | undefined
  let step: Step | undefined
  while (!signal.aborted) {
    if (found === undefined) {
      for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
        const args = commandOf(pid)
        if (args.includes('libx264') && path.basename(args[0] ?? '') === 'ffmpeg')
          found = { pid, args, at: performance.now() }
      }
    } else if (commandOf(found.pid).length === 0) {
      step = { args: found.args, ms: performance.now() - found.at }
      found = undefined
    }
    await pause(5)
  }
  return step
}

function commandOf(pid: string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1)
  } catch {
    return []
  }
}

/** The very command, at the priority it had, with nothing around it. */
async function runAgain(args: readonly string[], source: string): Promise<number> {
  const input = args[args.indexOf('-i') + 1]
  const output = args.at(-1) ?? ''
  const target = `${source}.again.mp4`
  const again = args.map((word) => (word === input ? source : word === output ? target : word))
  const startedAt = performance.now()
  const child = spawn('nice', ['-n', '10', ...again], { stdio: 'ignore' })
  const [code] = (await once(child, 'exit')) as [number]
  const ms = performance.now() - startedAt
  if (code !== 0) throw new Error(`The command alone ended with ${code}`)
  rmSync(target, { force: true })
  return ms
}

/** By turns, and the middle one of each: a second is a small difference on a machine that does other things as well. */
async function measureSafe(safe: string) {
  const [ready, decode]: [number[], number[]] = [[], []]
  for (let round = 0; round < safeRounds; round += 1) {
    ready.push(await withHub((hub, content) => untilReady(hub, content, safe)))
    decode.push(decodeAlone(safe))
  }
  return {
    readyAfterSettleMs: Math.round(median(ready)),
    decodeMs: Math.round(median(decode)),
    safeMb: Math.round(statSync(safe).size / megabyte),
  }
}

/** @returns milliseconds */
function decodeAlone(film: string): number {
  const startedAt = performance.now()
  const strict = ['-v', 'error', '-xerror', '-err_detect', 'explode', '-i', film]
  const nothing = '-map 0:v:0 -map 0:a? -c:v rawvideo -c:a pcm_s16le -f null -'.split(' ')
  execFileSync('nice', ['-n', '10', 'ffmpeg', ...strict, ...nothing])
  return performance.now() - startedAt
}

/** A picture, and as many files of it as wanted: each differs in its comment, so that each has to be looked at. */
async function putPictures(folder: string): Promise<void> {
  const [width, height] = [960, 540]
  const noise = { mean: 128, sigma: 12, type: 'gaussian' } as const
  const jpeg = await sharp({ create: { width, height, channels: 3, background: '#446688', noise } })
    .jpeg()
    .toBuffer()
  for (let at = 0; at < pictures; at += 1) {
    const words = Buffer.from(String(at).padStart(8, '0'))
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0x00, words.length + 2]), words])
    const inner = path.join(folder, `shelf ${Math.floor(at / 500)}`)
    if (at % 500 === 0) mkdirSync(inner)
    // Whoever asks meanwhile is this very program.
    if (at % 20 === 0) await pause(0)
    writeFileSync(
      path.join(inner, `picture ${at}.jpg`),
      Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]),
    )
  }
}

async function measureMany() {
  return withHub(async (hub, content) => {
    const answers: number[] = []
    const asking = new AbortController()
    const asked = askAll(hub, answers, asking.signal)
    const startedAt = performance.now()
    await putPictures(content)
    const ready = async () => (await hub.assets()).filter(({ state }) => state === 'ready').length
    let indexed = 0
    const deadline = performance.now() + 60 * minuteMs
    while (indexed < pictures && performance.now() < deadline) {
      await pause(5_000)
      indexed = await ready()
    }
    const indexSeconds = Math.round((performance.now() - startedAt) / 1_000)
    asking.abort()
    await asked
    return { indexed, indexSeconds, apiP99Ms: rounded(quantile(answers, 0.99), 1), hubPeakMb: peakOf(hub.pid) }
  })
}

/** What the desk asks while the pictures come in. */
async function askAll(hub: RunningHub, answers: number[], signal: AbortSignal): Promise<void> {
  const routes = ['/api/queue', '/api/health', '/api/screens', '/api/playlists']
  for (let at = 0; !signal.aborted; at += 1) {
    const askedAt = performance.now()
    await hub.get(routes[at % routes.length] ?? '/api/health')
    answers.push(performance.now() - askedAt)
    await pause(betweenQuestionsMs)
  }
}

/** The most memory a process has ever had, in MB. */
function peakOf(pid: number): number {
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kilobytes) / 1_024)
}
