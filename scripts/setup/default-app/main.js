/**
 * What the trial runtime runs first: Electron's own default application, cut down to starting the application named on the
 * command line. It is packed into `resources/default_app.asar`.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const require = createRequire(import.meta.url)
const { application, preloads } = readCommandLine(process.argv.slice(1))

if (application === undefined) {
  process.stderr.write('Say which application to run: electron FOLDER\n')
  process.exit(2)
}

Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
for (const file of preloads) require(resolve(file))
const entry = introduce(resolve(application))
// Awaited at the top level: Electron holds `ready` back until this module is done, and the application must be able to call
// `protocol.registerSchemesAsPrivileged` before it.
await import(pathToFileURL(entry).href)

/** The first word that is no option is the application; everything after it is the application's own. */
function readCommandLine(args) {
  const preloads = []
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index]
    if (arg === '-r' || arg === '--require') preloads.push(args[++index])
    else if (arg.startsWith('--require=')) preloads.push(arg.slice('--require='.length))
    else if (!arg.startsWith('-')) return { application: arg, preloads }
  }
  return { application: undefined, preloads }
}

/** Gives Electron the application's name, version and path, as it reads them itself in a packaged application. */
function introduce(path) {
  const manifest = join(path, 'package.json')
  if (!existsSync(manifest)) {
    app.setAppPath(dirname(path))
    return require.resolve(path)
  }
  const { name, productName, version, desktopName, main } = JSON.parse(readFileSync(manifest, 'utf8'))
  if (version) app.setVersion(version)
  app.name = productName ?? name ?? app.name
  app.setDesktopName(desktopName ?? `${app.name}.desktop`)
  app.setAppPath(path)
  return require.resolve(join(path, main ?? 'index.js'))
}
