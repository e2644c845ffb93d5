/** One locked-down window per display; brings a page back that crashed or hangs. */
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { app, BrowserWindow, type Display, session, type WebContents } from 'electron'

interface WindowSettings {
  readonly screen: string
  readonly display: Display
  readonly isWindowed: boolean
  readonly preload: string
  /** What shows before the page has painted: the brand's ground, never white. */
  readonly ground: string
}

const heartbeat = { everyMs: 2_000, timeoutMs: 6_000 }
/** A page that still loads after this never will. */
const loadingMs = 20_000
const reloadMs = { quick: 100, slow: 5_000 }
/** Pages and media of our own, and the live socket of the hub on this computer. */
const ownAddress = /^(app|media|devtools|blob):|^ws:\/\/(127\.0\.0\.1|localhost|\[::1\]):\d+\/api\/live\?/
/** More failures than this within a minute: the page is given time. */
const quickReloads = 5

export function openWindow({ screen, display, isWindowed, preload, ground }: WindowSettings): BrowserWindow {
  const { bounds } = display
  const window = new BrowserWindow({
    ...(isWindowed ? { width: 1280, height: 720, useContentSize: true } : { ...bounds, kiosk: true, frame: false }),
    title: 'Anteroom',
    backgroundColor: ground,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      additionalArguments: [`--anteroom-screen=${screen}`],
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      backgroundThrottling: false,
      devTools: isWindowed,
    },
  })
  window.setMenu(null)
  if (!isWindowed) {
    // Given to the constructor together with kiosk, this is ignored.
    window.webContents.once('did-finish-load', () => window.setAlwaysOnTop(true, 'screen-saver'))
    window.on('close', (event) => event.preventDefault())
    // Known only once the X server has answered.
    window.on('resize', () => fill(window, display))
    window.webContents.on('did-finish-load', () => fill(window, display))
  }
  void window.loadURL(`app://anteroom/tv/index.html`).catch(() => {})
  keepAlive(window)
  return window
}

/**
 * Without a window manager Chromium makes a window of exactly the display's size one pixel smaller (it takes the request
 * for a way around full screen). One row more is left alone; the page keeps to the display's height.
 */
function fill(window: BrowserWindow, { bounds }: Display): void {
  const { width, height } = window.getContentBounds()
  if (width < bounds.width || height < bounds.height) window.setBounds({ ...bounds, height: bounds.height + 1 })
}

/** No page may open, load, ask for or fetch anything that is not Anteroom's own. */
export function lockDown(): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
  const everything = session.defaultSession
  everything.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  everything.setPermissionCheckHandler(() => false)
  everything.setDevicePermissionHandler(() => false)
  everything.on('will-download', (event) => event.preventDefault())
  everything.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !ownAddress.test(details.url) })
  })
}

function keepAlive(window: BrowserWindow): void {
  const failures: number[] = []
  const reload = async (why: string) => {
    const now = performance.now()
    failures.push(now)
    while ((failures[0] ?? now) < now - 60_000) failures.shift()
    console.error(`The page of ${window.getTitle()} ${why}; it is loaded again.`)
    await pause(failures.length > quickReloads ? reloadMs.slow : reloadMs.quick)
    if (!window.isDestroyed()) window.reload()
  }
  window.webContents.on('render-process-gone', (_event, { reason }) => void reload(`ended (${reason})`))
  window.webContents.on('did-fail-load', (_event, _code, what, _url, isMainFrame) => {
    if (isMainFrame && what !== 'ERR_ABORTED') void reload(`did not load (${what})`)
  })
  // A page that is asked, and is loaded again before it answers, is not the page that hangs.
  let page = 0
  let loadingSince = performance.now()
  window.webContents.on('did-start-loading', () => {
    page += 1
    loadingSince = performance.now()
  })
  // The `unresponsive` event comes only after input, and nobody touches a TV.
  const timer = setInterval(() => {
    const { webContents } = window
    if (webContents.isCrashed()) return
    if (webContents.isLoading()) {
      if (performance.now() - loadingSince > loadingMs) end(webContents)
      return
    }
    const asked = page
    void Promise.race([
      webContents.executeJavaScript('1').catch(() => 1),
      pause(heartbeat.timeoutMs, 'hung', { ref: false }),
    ]).then((answer) => {
      if (answer === 'hung' && asked === page && !window.isDestroyed() && !webContents.isCrashed()) end(webContents)
    })
  }, heartbeat.everyMs)
  window.on('closed', () => clearInterval(timer))
}

/** By the system: `forcefullyCrashRenderer` asks the page's process to do it, which one that has stopped never does. */
function end(contents: WebContents): void {
  const pid = contents.getOSProcessId()
  try {
    if (pid !== 0) process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

export const preloadPath = (built: string): string => path.join(built, 'preload.cjs')
