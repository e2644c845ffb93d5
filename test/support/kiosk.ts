/** The real kiosk: the built main process in real Electron, looked at through its own pages and its own pixels. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { projectRoot } from './place.ts'
import { layOutVoice } from './voice-shelf.ts'

export interface Kiosk {
  readonly app: ElectronApplication
  /** The page of screen-1. */
  readonly page: Page
  /** Everything main and hub have said. */
  readonly said: () => string
  /** The address of its hub. @throws while there is none */
  readonly hubUrl: () => string
  readonly hubPid: () => number
  /** The mean colour of what the window shows now. */
  readonly color: () => Promise<Rgb>
  readonly close: () => Promise<void>
}

export interface Rgb {
  readonly red: number
  readonly green: number
  readonly blue: number
}

/** Root has no sandbox to offer; everybody else tests with it. */
export const electronFlags = process.getuid?.() === 0 ? ['--no-sandbox'] : []
export const electronPath = (): string => String(createRequire(import.meta.url)('electron'))

const launchTimeoutMs = 60_000

export interface WindowSize {
  readonly width: number
  readonly height: number
}

/** Where nothing is read and only colours are looked at: a quarter of the pixels is a quarter of the drawing. */
export const small: WindowSize = { width: 640, height: 360 }

/**
 * @param args as typed behind `npm start --`
 * @param size to which somebody makes the window of `--windowed`
 */
export async function launchKiosk(args: readonly string[], size?: WindowSize): Promise<Kiosk> {
  layOutVoice(args)
  // Without a path Playwright takes the `electron` package's own, and holds the application back until it has attached.
  const app = await _electron.launch({
    args: [...electronFlags, '--log-level=3', projectRoot, '--', ...args],
    env: { ...(process.env as Record<string, string>), ANTEROOM_NODE: process.execPath },
    timeout: launchTimeoutMs,
  })
  let text = ''
  for (const stream of [app.process().stdout, app.process().stderr]) {
    stream?.setEncoding('utf8').on('data', (more: string) => {
      text += more
    })
  }
  const page = await app.firstWindow({ timeout: launchTimeoutMs }).catch((cause: unknown) => {
    app.process().kill('SIGKILL')
    throw new Error(`No window of the kiosk came up. It said:\n${text}`, { cause })
  })
  if (size !== undefined) {
    await app.evaluate(({ BrowserWindow }, { width, height }) => {
      for (const window of BrowserWindow.getAllWindows()) window.setContentSize(width, height)
    }, size)
  }
  return {
    app,
    page,
    said: () => text,
    hubUrl: () => hubWord(args).url,
    hubPid: () => hubWord(args).pid,
    color: () => meanColor(app),
    close: async () => {
      const ended = new Promise((resolve) => app.process().once('exit', resolve))
      await app.evaluate(({ app: electron }) => electron.quit()).catch(() => {})
      await ended
    },
  }
}

/** What the hub leaves in its data folder for programs of this computer. */
function hubWord(args: readonly string[]): { readonly url: string; readonly pid: number } {
  const data = args[args.indexOf('--data') + 1] ?? ''
  return JSON.parse(readFileSync(path.join(data, 'hub.json'), 'utf8')) as { url: string; pid: number }
}

async function meanColor(app: ElectronApplication): Promise<Rgb> {
  const [blue = 0, green = 0, red = 0] = await app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage()
    return [...(image?.resize({ width: 1, height: 1, quality: 'best' }).toBitmap() ?? [])]
  })
  return { red, green, blue }
}
