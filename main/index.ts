/** Electron's main process: knows no clinic word but screen; windows first, hub beside them. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { app, screen as displays, Menu, powerSaveBlocker } from 'electron'
import { optionNames, parseOptions } from '../core/options.ts'
import { openCache } from './cache.ts'
import { ScreenClock } from './clock.ts'
import { dataFolderOf, nodePath } from './folders.ts'
import { HubProcess } from './hub-process.ts'
import { PlayBuffer } from './play-buffer.ts'
import { deliverPlays } from './play-delivery.ts'
import { declareSchemes, serveSchemes } from './protocols.ts'
import { sendPictures } from './screen-pictures.ts'
import { Screens } from './screens.ts'
import { lockDown, openWindow, preloadPath } from './windows.ts'

const built = import.meta.dirname
const parsed = parseOptions(ownArguments(process.argv), process.env)
if (!parsed.ok) {
  console.error(parsed.message)
  app.exit(2)
} else {
  // A dialog on a waiting-room wall helps nobody.
  process.on('uncaughtException', (cause) => console.error('A fault in the kiosk, which goes on:', cause))
  const { options } = parsed
  const data = dataFolderOf(options)
  app.setPath('userData', path.join(data, 'electron'))
  declareSchemes()
  app.commandLine.appendSwitch('autoplay-policy', 'no-user-gesture-required')
  // The sixth crash of the graphics process would otherwise end the application.
  app.commandLine.appendSwitch('disable-gpu-process-crash-limit')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  // Not awaited here: the application is not ready before this module has been read to its end.
  if (app.requestSingleInstanceLock()) void run(data)
  else {
    console.error(
      `Anteroom is already running on ${data}; its window comes to the front. For a second one: --data DIR.`,
    )
    app.exit(0)
  }
}

async function run(data: string): Promise<void> {
  if (!parsed.ok) return
  const { options } = parsed
  await app.whenReady()
  Menu.setApplicationMenu(null)
  lockDown()
  powerSaveBlocker.start('prevent-display-sleep')
  const all = displays.getAllDisplays()
  const count = options.screens ?? (options.windowed ? 1 : all.length)
  const hub = new HubProcess({
    node: nodePath(),
    program: hubProgram(),
    args: [...ownArguments(process.argv).filter((word) => word !== '--windowed'), '--screens', String(count)],
    data,
    environment: process.env,
  })
  const cache = await openCache(path.join(data, 'screens'), path.join(data, 'store'))
  const plays = await PlayBuffer.open(path.join(data, 'screens', 'plays.ndjson')).catch((cause: unknown) => {
    // What is shown matters more than the proof of it.
    console.error('What is shown is not written down, since its file cannot be opened:', cause)
    return undefined
  })
  const screens = new Screens(cache, hub, new ScreenClock())
  serveSchemes(path.join(built, 'pages'), screens, () => hub.url(), cache.pathOf, plays)
  const ids = Array.from({ length: count }, (_, index) => `screen-${index + 1}`)
  await Promise.all(ids.map((id) => screens.open(id)))
  const windows = ids.map((id, index) => {
    const display = all[index % all.length] ?? displays.getPrimaryDisplay()
    return openWindow({
      screen: id,
      display,
      isWindowed: options.windowed,
      preload: preloadPath(built),
      ground: '#10272e',
    })
  })
  void hub.run()
  if (plays !== undefined) void deliverPlays(plays, () => hub.url())
  for (const [index, window] of windows.entries()) void sendPictures(ids[index] ?? '', window, () => hub.url())

  app.on('second-instance', () => windows[0]?.show())
  app.on('window-all-closed', () => app.quit())
  let isLeaving = false
  app.on('before-quit', (event) => {
    if (isLeaving) return
    isLeaving = true
    event.preventDefault()
    for (const window of windows) if (!window.isDestroyed()) window.destroy()
    void hub.close().finally(() => app.exit(0))
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
}

/** What the person typed: behind `--`, or in the package everything that is an option of ours. */
function ownArguments(argv: readonly string[]): readonly string[] {
  const separator = argv.indexOf('--')
  if (separator >= 0) return argv.slice(separator + 1)
  if (!app.isPackaged) return []
  // Electron's own switches (--no-sandbox, --ozone-platform=…) stand among them.
  const isOurs = (word: string) => !word.startsWith('--') || optionNames.includes(word.slice(2).split('=')[0] ?? '')
  return argv.slice(1).filter(isOurs)
}

/** In a package the hub lies beside the archive: Node cannot read inside it. */
function hubProgram(): string {
  const beside = path.join(built.replace(/app\.asar(?=[\\/]|$)/, 'app.asar.unpacked'), 'hub.mjs')
  return existsSync(beside) ? beside : path.join(built, 'hub.mjs')
}
