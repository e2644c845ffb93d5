/** How Electron starts an application from the command line; the trial runtime brings our own default application for it. */
import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { makePlace } from '../support/place.ts'

const { folder, remove } = makePlace()
afterAll(remove)
const app = path.join(folder, 'tiny')
mkdirSync(app)
writeFileSync(
  path.join(app, 'package.json'),
  JSON.stringify({ name: 'tiny', version: '9.8.7', type: 'module', main: 'main.mjs' }),
)
writeFileSync(path.join(folder, 'preload.cjs'), `globalThis.isPreloaded = require('electron').app !== undefined`)
writeFileSync(
  path.join(app, 'main.mjs'),
  `import { app, protocol } from 'electron'
  protocol.registerSchemesAsPrivileged([{ scheme: 'tiny', privileges: { standard: true } }])
  const wasReady = app.isReady()
  app.whenReady().then(() => {
    const { isPackaged, name } = app
    const found = { isPackaged, name, version: app.getVersion(), path: app.getAppPath(), wasReady, isPreloaded: globalThis.isPreloaded }
    console.log(JSON.stringify({ ...found, args: process.argv.slice(process.argv.indexOf(app.getAppPath()) + 1) }))
    app.quit()
  })`,
)

test('an application in a folder starts unpackaged, with its own name, before Electron is ready', async () => {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? 'node_modules/electron/dist'
  const options = ['--no-sandbox', `--user-data-dir=${folder}/user`, '-r', path.join(folder, 'preload.cjs')]
  const { stdout } = await promisify(execFile)(path.join(dist, 'electron'), [...options, app, '--', '--own', 'option'])
  expect(JSON.parse(stdout)).toEqual({
    isPackaged: false,
    name: 'tiny',
    version: '9.8.7',
    path: app,
    wasReady: false,
    isPreloaded: true,
    args: ['--', '--own', 'option'],
  })
})
