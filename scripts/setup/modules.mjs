/** The npm packages: installed exactly as package-lock.json says, repaired when an install was cut short. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SetUpError } from './failure.mjs'
import { withLock } from './lock.mjs'
import { nodePackage } from './node24.mjs'
import { isRegistryReachable, npm } from './npm.mjs'
import { scratchFolder } from './place.mjs'
import { size } from './progress.mjs'

const tickMs = 500
const what = 'The npm packages could not be installed.'

/**
 * Installs what is missing; does nothing when all is there.
 *
 * @param {ReturnType<import('./progress.mjs').createProgress>} progress
 * @returns {Promise<boolean>} whether anything was installed
 */
export async function ensureModules(project, progress, env = process.env) {
  if (isComplete(project)) return false
  return withLock(
    join(scratchFolder(project), 'modules.lock'),
    async () => {
      if (isComplete(project)) return false
      await install(project, progress, env)
      return true
    },
    (pid) => progress.note(`Set-up: another start (process ${pid}) is installing the npm packages; waiting for it.`),
  )
}

// Written last: a node_modules without it was cut short, one with another hash is out of date.
const stampPath = (project) => join(project, 'node_modules', '.anteroom-modules')
const stampFor = (lockText) =>
  `${createHash('sha256').update(lockText).digest('hex')} ${process.platform}-${process.arch}\n`

/** Whether node_modules is what package-lock.json asks for, on this kind of machine. */
export function isComplete(project) {
  const lockText = readFileSync(join(project, 'package-lock.json'))
  const lock = JSON.parse(lockText.toString())
  if (!requiredPackages(lock).every((path) => existsSync(join(project, path, 'package.json')))) return false
  const stamp = stampFor(lockText)
  if (readText(stampPath(project)) === stamp) return true
  // A developer's own `npm install` leaves no stamp; npm's record of what it finished is as good.
  if (!isInstalledByHand(project, lock)) return false
  writeFileSync(stampPath(project), stamp)
  return true
}

function requiredPackages({ packages }) {
  const own = `node_modules/${nodePackage}`
  return Object.keys(packages).filter((path) => path !== '' && (!packages[path].optional || path === own))
}

function isInstalledByHand(project, { packages }) {
  const record = readText(join(project, 'node_modules', '.package-lock.json'))
  if (!record) return false
  const done = JSON.parse(record).packages
  const isSame = ([path, { version, integrity, optional }]) =>
    path === '' ||
    (done[path] ? done[path].version === version && done[path].integrity === integrity : optional === true)
  return Object.entries(packages).every(isSame)
}

async function install(project, progress, env) {
  const lockText = readFileSync(join(project, 'package-lock.json'))
  const wanted = requiredPackages(JSON.parse(lockText.toString()))
  const step = progress.step('npm packages', `${wanted.length} packages from the npm registry`)
  const isThere = (path) => existsSync(join(project, path, 'package.json'))
  const timer = setInterval(() => step.at(`${wanted.filter(isThere).length} of ${wanted.length}`), tickMs)
  try {
    // npm's own cache may hold every package; only then does an install without a network succeed, or fail within seconds.
    const network = (await isRegistryReachable({ folder: project, env })) ? '--prefer-offline' : '--offline'
    // Dev and optional packages are needed even where NODE_ENV=production or a user's npm settings leave them out.
    const args = ['ci', '--ignore-scripts', network, '--include=dev', '--include=optional']
    await npm(args, { what, folder: project, env })
  } catch (error) {
    step.failed()
    throw error
  } finally {
    clearInterval(timer)
  }
  const absent = wanted.filter((path) => !isThere(path))
  if (absent.length > 0) {
    step.failed()
    const why = `npm said that it was done, but ${absent.length} of ${wanted.length} are missing, such as ${absent[0]}.`
    throw new SetUpError({ what, why, remedy: 'See that no other npm is at work in this folder, then run it again.' })
  }
  writeFileSync(stampPath(project), stampFor(lockText))
  step.done(`${wanted.length} packages, ${size(bytesIn(join(project, 'node_modules')))}`)
}

function bytesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sum + bytesIn(path)
    return entry.isFile() ? sum + statSync(path).size : sum
  }, 0)
}

function readText(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
