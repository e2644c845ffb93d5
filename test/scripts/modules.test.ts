/** The npm packages, installed from a registry on this computer. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureModules, isComplete } from '../../scripts/setup/modules.mjs'
import { npmPackage } from '../support/archive.ts'
import { makePlace } from '../support/place.ts'
import { type Registry, sha512Of, startRegistry } from '../support/registry.ts'
import { listen } from '../support/told.ts'

const { folder, remove } = makePlace()
const project = path.join(folder, 'clone')
let registry: Registry
let env: NodeJS.ProcessEnv

beforeAll(async () => {
  registry = await startRegistry()
  env = { ...process.env, npm_config_registry: registry.url, npm_config_cache: path.join(folder, 'npm') }
  const tarball = npmPackage(folder, 'tiny', { 'package.json': '{ "name": "tiny", "version": "1.0.0" }' })
  registry.serve('tiny', '1.0.0', tarball)
  mkdirSync(project)
  writeFileSync(path.join(project, 'package.json'), JSON.stringify({ ...clone, dependencies: { tiny: '1.0.0' } }))
  writeLock(`sha512-${sha512Of(tarball)}`)
})
afterAll(() => {
  registry.close()
  remove()
})

const clone = { name: 'clone', version: '1.0.0' }

function writeLock(integrity: string) {
  const packages = {
    '': { ...clone, dependencies: { tiny: '1.0.0' } },
    'node_modules/tiny': { version: '1.0.0', integrity },
  }
  const lock = { ...clone, lockfileVersion: 3, requires: true, packages }
  writeFileSync(path.join(project, 'package-lock.json'), JSON.stringify(lock))
}

async function setUpModules() {
  const { progress, lines } = listen()
  const asked = registry.asked.length
  const isInstalled = await ensureModules(project, progress, env)
  return { isInstalled, lines: lines(), asked: registry.asked.length - asked }
}

test('a fresh clone gets its packages, with a line at the start and one at the end', async () => {
  const { isInstalled, lines } = await setUpModules()
  expect(isInstalled).toBe(true)
  expect(lines).toEqual([
    'Set-up: npm packages (1 packages from the npm registry) …',
    expect.stringMatching(/^Set-up: npm packages: 1 packages, 0\.0 MB, [\d.]+ s$/),
  ])
})

test('a second set-up asks nobody and says nothing', async () => {
  expect(await setUpModules()).toEqual({ isInstalled: false, lines: [], asked: 0 })
})

test('an install that was cut short is noticed and done again', async () => {
  rmSync(path.join(project, 'node_modules/.anteroom-modules'))
  rmSync(path.join(project, 'node_modules/.package-lock.json'))
  expect(isComplete(project)).toBe(false)
  expect((await setUpModules()).isInstalled).toBe(true)
  expect(isComplete(project)).toBe(true)
})

test('a package that somebody deleted is brought back', async () => {
  rmSync(path.join(project, 'node_modules/tiny'), { recursive: true })
  expect((await setUpModules()).isInstalled).toBe(true)
  expect(isComplete(project)).toBe(true)
})

test("what a developer's own npm install has finished is not installed again", () => {
  rmSync(path.join(project, 'node_modules/.anteroom-modules'))
  expect(isComplete(project)).toBe(true)
})

test('a package that is not the one in the lock file is refused in words', async () => {
  const good = readFileSync(path.join(project, 'package-lock.json'))
  writeLock(`sha512-${Buffer.alloc(64, 1).toString('base64')}`)
  await expect(setUpModules()).rejects.toThrow(/damaged, or is not the one expected[\s\S]*npm cache verify/)
  expect(isComplete(project)).toBe(false)
  writeFileSync(path.join(project, 'package-lock.json'), good)
})

test('without a network it says so within seconds, and what to do', async () => {
  const { progress, lines } = listen()
  const closed = { ...env, npm_config_registry: 'http://127.0.0.1:9/', npm_config_cache: path.join(folder, 'empty') }
  rmSync(path.join(project, 'node_modules'), { recursive: true, force: true })
  await expect(ensureModules(project, progress, closed)).rejects.toThrow(
    /^The npm packages could not be installed\.\n {2}Why: The npm registry could not be reached\.[\s\S]*What to do: Check the network/,
  )
  expect(lines().at(-1)).toMatch(/^Set-up: npm packages: failed, /)
})
