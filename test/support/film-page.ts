/** The gallery of scenes as a page of a browser: bundled once, served from memory, photographed frame by frame. */
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import type { SceneProps } from '../../core/scene.ts'
import { framesOf } from '../../core/scene.ts'
import { pictureOf } from '../../core/scene-places.ts'
import { leavingFrames } from '../../core/scene-plan.ts'
import { startBrowser } from './browser.ts'
import { makePlace, projectRoot } from './place.ts'

export interface FilmPage {
  readonly page: Page
  /** @param frame the last one before the scene leaves, when left out: all of it is there */
  readonly show: (props: SceneProps, frame?: number) => Promise<void>
  /** A PNG. */
  readonly photograph: (props: SceneProps, frame?: number) => Promise<Buffer>
  readonly close: () => Promise<void>
}

const origin = 'http://films.invalid'

export async function openFilmPage(): Promise<FilmPage> {
  const place = makePlace()
  await build({
    entryPoints: { gallery: path.join(projectRoot, 'test/support/film-gallery.tsx') },
    absWorkingDir: projectRoot,
    bundle: true,
    format: 'esm',
    outdir: place.folder,
    loader: { '.woff2': 'file' },
    define: { 'process.env.NODE_ENV': '"production"' },
    jsx: 'automatic',
    logLevel: 'error',
  })
  const browser: Browser = await startBrowser()
  const page = await browser.newPage({ viewport: { width: 1920, height: 1920 } })
  await page.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: shell })
    const body = await readFile(path.join(place.folder, pathname)).catch(() => undefined)
    if (body === undefined) return route.fulfill({ status: 404 })
    return route.fulfill({ body, contentType: contentTypes[path.extname(pathname)] ?? 'application/octet-stream' })
  })
  await page.goto(origin)
  await page.waitForFunction(() => 'showScene' in window)
  const show = async (props: SceneProps, frame = stillFrameOf(props)) => {
    await page.evaluate(([given, at]) => window.showScene(given, at), [props, frame] as const)
  }
  return {
    page,
    show,
    photograph: async (props, frame) => {
      await show(props, frame)
      return page.screenshot({ clip: { x: 0, y: 0, ...pictureOf(props.size) } })
    },
    close: async () => {
      await browser.close()
      place.remove()
      await rm(place.folder, { recursive: true, force: true })
    },
  }
}

/** The frame a draft shows: everything has come, and nothing has left. */
const stillFrameOf = ({ durationMs }: SceneProps): number => framesOf(durationMs) - leavingFrames - 1

const shell =
  '<!doctype html><link rel="stylesheet" href="/gallery.css"><style>body{margin:0}</style><body><script type="module" src="/gallery.js"></script>'
const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
}
