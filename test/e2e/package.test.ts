/** The packaged application, started from another folder than the clone's. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { makePlace, projectRoot } from '../support/place.ts'

const { folder, remove } = makePlace()
const home = path.join(folder, 'home')
const application = path.join(folder, 'application')
let kiosk: ChildProcess
let url = ''

beforeAll(async () => {
  execFileSync(process.execPath, ['scripts/dist.mjs', '--with-trial-runtime'], { cwd: projectRoot })
  cpSync(path.join(projectRoot, 'dist/linux-unpacked'), application, { recursive: true })
  const { PATH, DISPLAY, XAUTHORITY } = process.env
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  kiosk = spawn(path.join(application, 'anteroom'), [...flags, '--port', '0'], {
    cwd: folder,
    env: { PATH, DISPLAY, XAUTHORITY, HOME: home },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let said = ''
  kiosk.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  url = await eventually(() => /^ready (\S+)$/m.exec(said)?.[1] ?? '', Boolean)
})

afterAll(() => {
  kiosk?.kill('SIGKILL')
  remove()
})

test('it plays its samples from where people can edit them', async () => {
  const screens = await eventually(
    async () => (await fetch(`${url}/api/screens`)).json(),
    ({ screens: [screen] }) => screen?.connected && screen.items >= 1,
  )
  expect(screens).toMatchObject({ screens: [{ id: 'screen-1', connected: true }] })
  expect(existsSync(path.join(home, '.local/share/anteroom/content/brand.yaml'))).toBe(true)
})

test('each typeface is on the disk once, for kiosk, hub and films', () => {
  const build = path.join(projectRoot, 'dist/linux-unpacked/resources/app.asar.unpacked/build')
  const lettersIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.woff2'))
  const films = path.join(build, 'films')
  expect(lettersIn(films).length).toBeGreaterThan(300)
  expect(lettersIn(films).filter((name) => statSync(path.join(films, name)).nlink < 2)).toEqual([])
  expect(lettersIn(path.join(build, 'pages/assets')).length).toBeGreaterThan(300)
})

test('its hub serves the pages', async () => {
  expect((await fetch(`${url}/`)).status).toBe(200)
})

test('its hub knows the public holidays, whose tables lie beside it', async () => {
  const { regions } = (await (await fetch(`${url}/api/holidays/regions`)).json()) as { readonly regions: object[] }
  expect(regions.length).toBeGreaterThan(100)
})

test('its hub ends with it, and every worker', async () => {
  expect(hubs()).not.toHaveLength(0)
  kiosk.kill('SIGKILL')
  await eventually(hubs, ({ length }) => length === 0, 5_000)
})

/** Processes that run the package's own Node. */
function hubs() {
  const node = path.join(application, 'resources/node/node')
  return readdirSync('/proc').filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith(node)
    } catch {
      return false
    }
  })
}

test('it has the fuses of a production kiosk', async () => {
  const { getCurrentFuseWire, FuseV1Options: fuse } = await import('@electron/fuses')
  const wire = await getCurrentFuseWire(path.join(application, 'anteroom'))
  const [off, on] = ['0', '1'].map((sign) => sign.charCodeAt(0))
  expect(wire).toMatchObject({
    [fuse.RunAsNode]: off,
    [fuse.EnableNodeOptionsEnvironmentVariable]: off,
    [fuse.EnableNodeCliInspectArguments]: off,
    [fuse.OnlyLoadAppFromAsar]: on,
    [fuse.GrantFileProtocolExtraPrivileges]: off,
  })
})
