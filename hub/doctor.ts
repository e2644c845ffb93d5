/** `anteroom doctor`: what of this computer Anteroom needs, found or missing, and what to do about it. */
import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { access, constants, mkdir, statfs } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { parseOptions } from '../core/options.ts'
import { builtAtMs, version } from './build-info.ts'
import { startClock } from './clock.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { reasonOf } from './fault.ts'
import { placesOf } from './places.ts'

interface Finding {
  readonly what: string
  readonly state: 'ok' | 'note' | 'missing'
  readonly found: string
  readonly remedy?: string
}

const run = promisify(execFile)
const timeoutMs = 10_000
const comfortableBytes = 5 * 1024 ** 3
const gibibyte = 1024 ** 3

/** @param args the options of `npm start` that say where things are */
export async function runDoctor(
  asJson: boolean,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<ExitCode> {
  const parsed = parseOptions(args, environment)
  if (!parsed.ok) throw new Error(parsed.message)
  const root = path.resolve(import.meta.dirname, '..')
  const places = placesOf(parsed.options, root, environment)
  const findings = await Promise.all([
    node(),
    electron(root, environment),
    program('ffmpeg', 'sudo apt-get install ffmpeg', 'checks dropped videos and pictures'),
    program('ffprobe', 'sudo apt-get install ffmpeg', 'checks dropped videos and pictures'),
    wanted('pictures (HEIC)', 'heif-convert', 'libheif-examples', 'pictures of telephones (HEIC) are refused'),
    wanted('documents (PDF)', 'pdftoppm', 'poppler-utils', 'documents (PDF) are refused'),
    wanted('voice of the calls', 'espeak-ng', 'espeak-ng', 'calls are a chime and the picture'),
    browser(environment),
    folder('content folder', places.content),
    folder('playlists folder', places.playlists),
    folder('data folder', places.data),
    space(places.data),
    clock(parsed.options.zone),
    hub(places.data),
  ])
  if (asJson) process.stdout.write(`${JSON.stringify({ version, findings }, null, 2)}\n`)
  else process.stdout.write(`Anteroom ${version}\n${findings.map(lineOf).join('')}`)
  return findings.some(({ state }) => state === 'missing') ? exitCodes.environment : exitCodes.ok
}

function lineOf({ what, state, found, remedy }: Finding): string {
  const mark = { ok: 'ok     ', note: 'note   ', missing: 'MISSING' }[state]
  return `${mark}  ${what.padEnd(17)}  ${found}\n${remedy === undefined ? '' : `${' '.repeat(28)}→ ${remedy}\n`}`
}

async function node(): Promise<Finding> {
  return { what: 'Node (hub)', state: 'ok', found: process.version }
}

async function electron(root: string, environment: NodeJS.ProcessEnv): Promise<Finding> {
  const folder = environment.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(root, 'node_modules/electron/dist')
  const file = path.join(folder, 'version')
  if (!existsSync(file)) {
    return { what: 'Electron', state: 'note', found: 'not set up yet', remedy: 'npm start sets it up' }
  }
  const found = readFileSync(file, 'utf8').trim()
  const isTrial = environment.ELECTRON_OVERRIDE_DIST_PATH !== undefined && /[\\/]anteroom[\\/]/.test(folder)
  return isTrial
    ? {
        what: 'Electron',
        state: 'note',
        found: `${found}, for trying only`,
        remedy:
          'With a network that reaches the official download, ANTEROOM_ELECTRON=official npm start fetches the current one',
      }
    : { what: 'Electron', state: 'ok', found }
}

async function program(name: string, remedy: string, purpose: string): Promise<Finding> {
  try {
    const { stdout } = await run(name, ['-version'], { timeout: timeoutMs })
    return { what: name, state: 'ok', found: stdout.split('\n')[0]?.replace(/ Copyright.*/, '') ?? name }
  } catch {
    return { what: name, state: 'missing', found: `not found; it ${purpose}`, remedy }
  }
}

/** One kind of file wants it; everything else goes on without. */
async function wanted(what: string, name: string, debianPackage: string, lack: string): Promise<Finding> {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const file = folders.map((each) => path.join(each, name)).find((each) => existsSync(each))
  if (file !== undefined) return { what, state: 'ok', found: file }
  const remedy = `sudo apt-get install ${debianPackage}`
  return { what, state: 'note', found: `no ${name}; ${lack}, everything else works`, remedy }
}

async function browser(environment: NodeJS.ProcessEnv): Promise<Finding> {
  const file = environment.ANTEROOM_BROWSER
  if (file !== undefined && existsSync(file)) return { what: 'browser for films', state: 'ok', found: file }
  return {
    what: 'browser for films',
    state: 'note',
    found: 'none; films cannot be made on this computer, everything else works',
    remedy: 'sudo apt-get install chromium-headless-shell, or ANTEROOM_BROWSER=/path/to/chromium',
  }
}

async function folder(what: string, place: string): Promise<Finding> {
  try {
    if (what === 'data folder') await mkdir(place, { recursive: true })
    await access(place, what === 'data folder' ? constants.R_OK | constants.W_OK : constants.R_OK)
    return { what, state: 'ok', found: place }
  } catch (cause) {
    return {
      what,
      state: 'missing',
      found: `${place} (${reasonOf(cause)})`,
      remedy: 'Make it, or name another with an option',
    }
  }
}

async function space(place: string): Promise<Finding> {
  try {
    const disk = await statfs(place)
    const free = disk.bavail * disk.bsize
    const found = `${(free / gibibyte).toFixed(1)} GB free`
    return free > comfortableBytes
      ? { what: 'disk', state: 'ok', found }
      : { what: 'disk', state: 'note', found, remedy: 'Below 0.5 GB no new film is taken in; free some space' }
  } catch (cause) {
    return { what: 'disk', state: 'note', found: reasonOf(cause) }
  }
}

async function clock(zone: string | undefined): Promise<Finding> {
  const started = startClock({ ...(zone === undefined ? {} : { zone }), builtAtMs, lastSeenMs: 0 })
  return started.isTrusted()
    ? { what: 'clock', state: 'ok', found: `believable, zone ${started.zone}` }
    : {
        what: 'clock',
        state: 'note',
        found: 'earlier than this program was built',
        remedy: 'Set the clock of this computer',
      }
}

async function hub(data: string): Promise<Finding> {
  try {
    const { url } = JSON.parse(readFileSync(path.join(data, 'hub.json'), 'utf8')) as { url: string }
    const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(timeoutMs) })
    const { status, problems } = (await answer.json()) as { status: string; problems: readonly { message: string }[] }
    const found = `running at ${url}, ${status}`
    const first = problems[0]?.message
    return first === undefined
      ? { what: 'hub', state: 'ok', found }
      : { what: 'hub', state: 'note', found, remedy: first }
  } catch {
    return { what: 'hub', state: 'note', found: 'not running' }
  }
}
