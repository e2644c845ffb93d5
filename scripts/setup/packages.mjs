/** The system's own libraries and programs: which are missing, and getting them from Debian. */
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { SetUpError } from './failure.mjs'
import { runToEnd } from './tied-child.mjs'

const triplet = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' }[process.arch]
const libraryFolders = [`/usr/lib/${triplet}`, `/lib/${triplet}`, '/usr/lib64', '/usr/lib', '/lib64', '/usr/local/lib']

const library = (name) => () => libraryFolders.some((folder) => existsSync(join(folder, name)))
/** @returns {string | undefined} the program's path */
export const findProgram = (name, env = process.env) =>
  (env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path))
const program = (name) => (env) => findProgram(name, env) !== undefined

/** What each need asks of the system, judged by the file it would use: a stat each, no package manager. */
const packages = {
  electron: [
    { name: 'libgtk-3-0', isThere: library('libgtk-3.so.0') },
    { name: 'libnss3', isThere: library('libnss3.so') },
    { name: 'libasound2', isThere: library('libasound.so.2') },
    { name: 'libgbm1', isThere: library('libgbm.so.1') },
    { name: 'libxss1', isThere: library('libXss.so.1') },
    { name: 'libatk-bridge2.0-0', isThere: library('libatk-bridge-2.0.so.0') },
    { name: 'libcups2', isThere: library('libcups.so.2') },
    { name: 'libdrm2', isThere: library('libdrm.so.2') },
  ],
  'virtual-display': [{ name: 'xvfb', isThere: program('Xvfb') }],
  ffmpeg: [{ name: 'ffmpeg', isThere: (env) => program('ffmpeg')(env) && program('ffprobe')(env) }],
  // Pictures of telephones (HEIC) and documents (PDF): without them only these are refused.
  'dropped-files': [
    { name: 'libheif-examples', isThere: (env) => program('heif-convert')(env) && program('heif-info')(env) },
    { name: 'poppler-utils', isThere: (env) => program('pdftoppm')(env) && program('pdfinfo')(env) },
  ],
  // Calls are spoken; without it they are a chime and the picture.
  voice: [{ name: 'espeak-ng', isThere: program('espeak-ng') }],
  browser: [{ name: 'chromium-headless-shell', isThere: (env) => findBrowser(env) !== undefined }],
}

/** @returns {string[]} names of the Debian packages that the given needs lack on this machine */
function missingPackages(needs, env = process.env) {
  if (process.platform !== 'linux') return []
  return needs
    .flatMap((need) => packages[need] ?? [])
    .filter(({ isThere }) => !isThere(env))
    .map(({ name }) => name)
}

/**
 * Installs what the needs lack when it may; otherwise says the command to type.
 *
 * @param {{ needs: string[], wants?: string[] }} asked without a need the command stops, without a want it goes on with a notice
 * @param {ReturnType<import('./progress.mjs').createProgress>} progress
 * @throws {SetUpError}
 */
export async function ensurePackages(
  { needs, wants = [] },
  progress,
  { env = process.env, uid = process.getuid?.() } = {},
) {
  const missing = missingPackages([...needs, ...wants], env)
  if (missing.length === 0) return
  const needed = missingPackages(needs, env)
  const apt = findProgram('apt-get', { PATH: `${env.PATH ?? ''}${delimiter}/usr/bin` })
  if (apt && uid === 0) {
    await install(apt, missing, progress, env)
    return
  }
  const refusal = apt ? commandToType(missing) : namesToFind(missing)
  // Without Debian's packages the names are a hint only: a library may lie where it was not looked for.
  if (needed.length > 0 && apt) throw refusal
  progress.note(`Notice: ${refusal.message}\n  This start goes on without.`)
}

function commandToType(missing) {
  return new SetUpError({
    what: `The system lacks ${missing.length === 1 ? 'a package' : `${missing.length} packages`}: ${missing.join(', ')}.`,
    why: 'Only an administrator may install them, and this is an ordinary user.',
    remedy: `${hasLists() ? '' : 'sudo apt-get update && '}sudo apt-get install --no-install-recommends ${missing.join(' ')}`,
  })
}

function namesToFind(missing) {
  return new SetUpError({
    what: `The system seems to lack: ${missing.join(', ')} (Debian's names).`,
    why: 'They were not found in the usual folders, and there is no apt-get here to install them.',
    remedy: "Install your system's packages of that kind if something does not start.",
  })
}

async function install(apt, missing, progress, env) {
  const step = progress.step(`Debian packages ${missing.join(' ')}`, 'apt-get')
  if (!hasLists()) await update(apt, step, env)
  let result = await aptInstall(apt, missing, step, env)
  if (result.code !== 0) {
    // An interrupted install, or lists that have grown old: both are mended by Debian's own commands.
    await runToEnd('dpkg', ['--configure', '-a'], { env: quietly(env) })
    await update(apt, step, env)
    result = await aptInstall(apt, missing, step, env)
  }
  if (result.code !== 0) {
    step.failed()
    throw new SetUpError({
      what: `The Debian packages ${missing.join(', ')} could not be installed.`,
      ...explainApt(result),
    })
  }
  const fetched = /Need to get ([\d.,]+ \w+)/.exec(result.stdout)?.[1]
  step.done(`installed${fetched ? `, ${fetched.replace(',', '.')} fetched` : ''}`)
}

async function aptInstall(apt, missing, step, env) {
  const current = await Promise.all(missing.map((name) => currentName(name, env)))
  return run(apt, ['install', '-y', '--no-install-recommends', ...current], step, env)
}

// Debian 13 and Ubuntu 24.04 renamed libraries to …t64; libasound2 is only a virtual name there, which apt-get refuses.
async function currentName(name, env) {
  if (!name.startsWith('lib')) return name
  const { stdout } = await runToEnd('apt-cache', ['pkgnames', `${name}t64`], { env })
  return stdout.split('\n').includes(`${name}t64`) ? `${name}t64` : name
}

const update = (apt, step, env) => run(apt, ['update'], step, env)

function run(apt, args, step, env) {
  return runToEnd(apt, ['-o', 'DPkg::Lock::Timeout=300', '-o', 'APT::Status-Fd=3', '-o', 'Dpkg::Use-Pty=0', ...args], {
    env: quietly(env),
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    onText: (text, from) => from === 'status' && step.at(lastStatus(text)),
  })
}

const quietly = (env) => ({ ...env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' })

// `dlstatus:3:42.1:…` while fetching, `pmstatus:xvfb:42.1:…` while unpacking (apt's README.progress-reporting).
function lastStatus(text) {
  const [, kind, , share] = [...text.matchAll(/^(dl|pm)status:([^:]*):([\d.]+)/gm)].at(-1) ?? []
  return kind ? `${kind === 'dl' ? 'fetching' : 'installing'} ${Math.floor(Number(share))} %` : ''
}

function hasLists(folder = '/var/lib/apt/lists') {
  try {
    return readdirSync(folder).some((name) => name.includes('_Packages'))
  } catch {
    return false
  }
}

function explainApt({ stdout, stderr }) {
  const said = `${stderr}\n${stdout}`
  const lines = said
    .split('\n')
    .filter((line) => /^[EW]: /.test(line))
    .slice(0, 4)
    .join('\n    ')
  if (/No space left|enough free space/.test(said)) {
    return { why: `The disk is full. apt-get said:\n    ${lines}`, remedy: 'Free some space, then run it again.' }
  }
  if (/Could not resolve|Failed to fetch|Could not connect|Connection/.test(said)) {
    return {
      why: `Debian's package server could not be reached. apt-get said:\n    ${lines}`,
      remedy: 'Check the network, then run it again.',
    }
  }
  if (/Could not get lock/.test(said)) {
    return { why: 'Another package manager is at work.', remedy: 'Wait until it is done, then run it again.' }
  }
  return {
    why: `apt-get said:\n    ${lines || 'nothing'}`,
    remedy: 'apt-get --fix-broken install   Then run it again.',
  }
}
