/** Builds what runs: main, preload, hub, film worker, command line, pages and film templates, into build/. Skipped while nothing has changed. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildFilms } from './build-films.mjs'
import { makeFilmSound } from './make-film-sound.mjs'

const root = path.resolve(import.meta.dirname ?? path.dirname(fileURLToPath(import.meta.url)), '..')
const out = path.join(root, 'build')
const stampFile = path.join(out, '.stamp')
const sources = [
  'core',
  'hub',
  'main',
  'renderer',
  'scripts/build.mjs',
  'scripts/build-films.mjs',
  'scripts/make-film-sound.mjs',
  'package.json',
  'package-lock.json',
]

// A bundled CommonJS dependency still calls require() for Node's own modules.
const requireBanner =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);"

/** What most hubs never ask for stays out of the program, which reads itself whole at every start. */
const tablesApart = {
  name: 'tables-apart',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^\.\/holiday-tables\.ts$/ }, () => ({ path: './holiday-tables.mjs', external: true }))
    onResolve({ filter: /^\.\/syllable-patterns\.mjs$/ }, ({ path: file }) => ({ path: file, external: true }))
    onResolve({ filter: /^\.\/syllable-patterns\.ts$/ }, ({ path: file }) => ({ path: file, namespace: 'apart' }))
    // Words are parted in the middle of a reckoning that waits for nothing.
    onLoad({ filter: /./, namespace: 'apart' }, () => ({
      contents: "export const patternsOf = (language) => require('./syllable-patterns.mjs').patternsOf(language)",
    }))
  },
}

/** Names, sizes and times of every source: cheap enough to ask at every start. */
async function sourceStamp() {
  const hash = createHash('sha256')
  const visit = async (relative) => {
    const full = path.join(root, relative)
    const info = await stat(full)
    if (!info.isDirectory()) return void hash.update(`${relative}:${info.size}:${info.mtimeMs}\n`)
    for (const name of (await readdir(full)).sort()) await visit(`${relative}/${name}`)
  }
  for (const source of sources) await visit(source)
  return hash.digest('hex')
}

async function programs(esbuild) {
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'))
  const shared = {
    bundle: true,
    absWorkingDir: root,
    platform: 'node',
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
    define: {
      __ANTEROOM_VERSION__: JSON.stringify(version),
      __ANTEROOM_BUILT__: String(Math.floor(Date.now() / 1000) * 1000),
    },
  }
  await Promise.all([
    esbuild.build({
      ...shared,
      entryPoints: { main: 'main/index.ts' },
      format: 'esm',
      target: 'node20.18',
      outExtension: { '.js': '.mjs' },
      external: ['electron'],
      outdir: out,
    }),
    esbuild.build({
      ...shared,
      entryPoints: { preload: 'main/preload.cts' },
      format: 'cjs',
      target: 'chrome130',
      outExtension: { '.js': '.cjs' },
      external: ['electron'],
      outdir: out,
    }),
    esbuild.build({
      ...shared,
      entryPoints: {
        hub: 'hub/start.ts',
        anteroom: 'hub/anteroom.ts',
        'film-worker': 'hub/film-worker/index.ts',
        'intake-worker': 'hub/intake-worker/index.ts',
        'wait-worker': 'hub/wait-worker.ts',
        'holiday-tables': 'hub/holiday-tables.ts',
        'syllable-patterns': 'core/syllable-patterns.ts',
      },
      format: 'esm',
      target: 'node22.14',
      outExtension: { '.js': '.mjs' },
      external: ['better-sqlite3', '@remotion/renderer', 'sharp'],
      banner: { js: requireBanner },
      plugins: [tablesApart],
      outdir: out,
    }),
  ])
}

/** Until its letters have come a word stays unseen: the fonts' packages would show it in another face, or in boxes. */
const lettersFirst = {
  postcssPlugin: 'letters-first',
  Declaration: {
    'font-display': (declaration) => {
      declaration.value = 'block'
    },
  },
}

async function pages(vite) {
  await vite.build({
    configFile: false,
    root: path.join(root, 'renderer'),
    base: '/',
    logLevel: 'warn',
    css: { postcss: { plugins: [lettersFirst] } },
    build: {
      outDir: path.join(out, 'pages'),
      emptyOutDir: true,
      target: 'chrome130',
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 800, // what a film's editor knows of syllables, from this computer's own disk
      assetsInlineLimit: 0, // the content security policy forbids data: URLs
      rolldownOptions: {
        checks: { pluginTimings: false },
        // Remotion's player begins with "use client", which means something to servers only.
        onwarn: (warning, warn) => warning.code !== 'MODULE_LEVEL_DIRECTIVE' && warn(warning),
        input: {
          tv: path.join(root, 'renderer/tv/index.html'),
          home: path.join(root, 'renderer/home/index.html'),
          desk: path.join(root, 'renderer/desk/index.html'),
          room: path.join(root, 'renderer/room/index.html'),
          studio: path.join(root, 'renderer/studio/index.html'),
          settings: path.join(root, 'renderer/settings/index.html'),
          report: path.join(root, 'renderer/report/index.html'),
          month: path.join(root, 'renderer/month/index.html'),
          print: path.join(root, 'renderer/print/index.html'),
        },
      },
    },
  })
}

/** The pages on phones have a listener of their own, and older browsers than the clinic's: they are built apart. */
async function phonePages(esbuild) {
  const folder = path.join(out, 'pages/phone')
  await esbuild.build({
    bundle: true,
    absWorkingDir: root,
    logLevel: 'warning',
    minify: true,
    target: ['chrome90', 'firefox90', 'safari15'],
    entryPoints: { phone: 'renderer/phone/main.ts', ticket: 'renderer/ticket/main.ts' },
    loader: { '.woff2': 'file' },
    assetNames: '[name]-[hash]',
    outdir: folder,
  })
  for (const page of ['phone/phone.html', 'ticket/ticket.html', 'ticket/gone.html']) {
    await copyFile(path.join(root, 'renderer', page), path.join(folder, path.basename(page)))
  }
  await phoneLetters(folder)
}

/** Letters that a phone lacks are those of the other pages, at an address that phones reach. */
async function phoneLetters(folder) {
  const assets = path.join(out, 'pages/assets')
  const sheets = (await readdir(assets)).filter((name) => name.endsWith('.css'))
  const texts = await Promise.all(sheets.map((name) => readFile(path.join(assets, name), 'utf8')))
  const letters = texts.find((text) => text.includes('Noto Sans Arabic Variable') && text.includes('unicode-range'))
  if (letters === undefined) throw new Error('No style sheet of the pages has letters.')
  await writeFile(path.join(folder, 'letters.css'), letters.replaceAll('url(/assets/', 'url('))
}

async function build() {
  const stamp = await sourceStamp()
  await mkdir(out, { recursive: true })
  await rm(stampFile, { force: true })
  const [esbuild, vite] = await Promise.all([import('esbuild'), import('vite')])
  await Promise.all([programs(esbuild), pages(vite), buildFilms(root, path.join(out, 'films'), esbuild)])
  await Promise.all([phonePages(esbuild), makeFilmSound(path.join(out, 'film-sound'))])
  await writeFile(stampFile, stamp)
}

/**
 * Builds unless build/ already comes from these very sources.
 *
 * @param node path of the Node that builds (the bundlers want a newer one than the system may have)
 * @returns milliseconds spent building; 0 when there was nothing to do
 */
export async function buildIfStale(node = process.execPath) {
  const [stamp, built] = await Promise.all([sourceStamp(), readFile(stampFile, 'utf8').catch(() => '')])
  if (stamp === built) return 0
  const startedAt = performance.now()
  const child = spawn(node, [fileURLToPath(import.meta.url)], { stdio: ['ignore', 'inherit', 'inherit'] })
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve))
  if (code !== 0) throw new Error('The build failed; the lines above say where.')
  return performance.now() - startedAt
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build()
