/** What set-up says about the system it finds: packages, sandbox, browser, display, Node. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findBrowser } from '../../scripts/setup/browser.mjs'
import { findNode, requireNodeForSetUp } from '../../scripts/setup/node24.mjs'
import { ensurePackages, findProgram } from '../../scripts/setup/packages.mjs'
import { sandboxFlags } from '../../scripts/setup/sandbox.mjs'
import { hasDisplay, startVirtualDisplay } from '../../scripts/setup/virtual-display.mjs'
import { eventually } from '../support/eventually.ts'
import { makePlace } from '../support/place.ts'
import { listen } from '../support/told.ts'

const { folder, remove } = makePlace()
afterAll(remove)
const patient = 1000
const isDebian = findProgram('apt-get') !== undefined

test.skipIf(!isDebian)('an ordinary user is told the command that installs what is missing', async () => {
  const asked = ensurePackages({ needs: ['virtual-display'], wants: ['ffmpeg'] }, listen().progress, {
    env: { PATH: folder },
    uid: patient,
  })
  await expect(asked).rejects.toThrow(
    /lacks 2 packages: xvfb, ffmpeg\.[\s\S]*sudo apt-get install --no-install-recommends xvfb ffmpeg$/,
  )
})

test.skipIf(!isDebian)('what is only wanted is a notice', async () => {
  const { progress, lines } = listen()
  await ensurePackages({ needs: [], wants: ['ffmpeg'] }, progress, { env: { PATH: folder }, uid: patient })
  expect(lines()[0]).toBe('Notice: The system lacks a package: ffmpeg.')
  expect(lines().at(-1)).toBe('  This start goes on without.')
})

test('nothing is said when nothing is missing', async () => {
  const { progress, lines } = listen()
  await ensurePackages({ needs: ['electron', 'virtual-display', 'ffmpeg', 'dropped-files', 'browser'] }, progress, {
    uid: patient,
  })
  expect(lines()).toEqual([])
})

test('root has no sandbox; a user who cannot have one is told two commands', async () => {
  const mayNot = async () => false
  expect(await sandboxFlags(folder, { uid: 0 })).toEqual(['--no-sandbox'])
  expect(await sandboxFlags(folder, { uid: patient, mayNest: async () => true })).toEqual([])
  const helper = path.join(folder, 'chrome-sandbox')
  await expect(sandboxFlags(folder, { uid: patient, mayNest: mayNot })).rejects.toThrow(
    `sudo chown root:root '${helper}'\n    sudo chmod 4755 '${helper}'`,
  )
})

test('the chosen browser wins; one that does not exist is refused in words', () => {
  writeFileSync(path.join(folder, 'browser'), '')
  expect(findBrowser({ ANTEROOM_BROWSER: path.join(folder, 'browser') })).toBe(path.join(folder, 'browser'))
  expect(() => findBrowser({ ANTEROOM_BROWSER: '/no/browser' })).toThrow(/ANTEROOM_BROWSER is \/no\/browser/)
})

test('Node 24 comes from the packages, else the system has to be new enough', () => {
  const own = { execPath: '/usr/bin/node', version: '22.14.0' }
  expect(findNode(folder, own)).toBe('/usr/bin/node')
  expect(() => findNode(folder, { ...own, version: '22.13.9' })).toThrow(/Install Node 24/)
  expect(() => requireNodeForSetUp('20.8.1')).toThrow(/This Node is too old \(20\.8\.1\)/)
  const bin = path.join(folder, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin')
  mkdirSync(bin, { recursive: true })
  writeFileSync(path.join(bin, 'node'), '')
  expect(findNode(folder, { ...own, version: '20.9.0' })).toBe(path.join(bin, 'node'))
})

test('a virtual display answers while it runs, and a display that has ended is none', async () => {
  const display = await startVirtualDisplay({ width: 640, height: 480 })
  expect(display.size).toBe('640x480')
  expect(await hasDisplay(display.env)).toBe(true)
  display.stop()
  await eventually(
    () => hasDisplay(display.env),
    (isThere) => isThere === false,
  )
  expect(await hasDisplay({})).toBe(false)
})
