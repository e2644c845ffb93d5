/** Makes the sample media in content/media from the films in renderer/films: `npm run media`. Same source, same pictures. */
import { spawn } from 'node:child_process'
import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(import.meta.dirname ?? path.dirname(fileURLToPath(import.meta.url)), '..')
const media = path.join(root, 'content', 'media')
const scratch = path.join(root, '.cache', 'media')

// The names are the order of the loop; a film, a picture, a film, two pictures.
const videos = [
  { id: 'welcome', file: '01-welcome.mp4' },
  { id: 'breathing', file: '03-a-quiet-moment.mp4' },
]
const pictures = [
  { id: 'questions', file: '02-questions-to-ask-today.jpg', imageFormat: 'jpeg', jpegQuality: 92 },
  { id: 'privacy', file: '04-your-privacy-here.png', imageFormat: 'png' },
  { id: 'tell-us', file: '05-tell-us-before-we-start.webp', imageFormat: 'webp' },
]
// A screen moves slowly over a picture: half as many pixels again keep it sharp.
const pictureScale = 4 / 3

const x264 = ['-profile:v', 'high', '-level:v', '4.2', '-g', '60', '-threads', '1', '-tune', 'animation']
const encoding = {
  codec: 'h264',
  colorSpace: 'bt709',
  pixelFormat: 'yuv420p',
  // Flat colours show every trace of JPEG.
  imageFormat: 'png',
  crf: 19,
  x264Preset: 'slow',
  muted: true,
  // One encoder thread: with more, the result depends on the number of cores.
  ffmpegOverride: ({ args }) => (args.includes('libx264') ? args.toSpliced(-2, 0, ...x264) : args),
}

// TypeScript without a build needs Node 24; npm may have been started by an older one.
if (Number.parseInt(process.versions.node, 10) < 24) {
  const node = path.join(root, 'node_modules', '.bin', 'node')
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  child.on('error', (error) => fail(`Node 24 is missing (${error.message}). Run npm ci first.`))
  child.on('exit', (code) => {
    process.exitCode = code ?? 1
  })
} else {
  await make(process.argv.slice(2))
}

/** @param {readonly string[]} only ids; none means all */
async function make(only) {
  const started = performance.now()
  const brand = await readBrand()
  if (brand === undefined) return
  const browserExecutable = process.env.ANTEROOM_BROWSER ?? '/usr/lib/chromium/chromium-headless-shell'
  if ((await stat(browserExecutable).catch(() => undefined)) === undefined) {
    fail(`${browserExecutable} is missing. Install chromium-headless-shell, or name a browser in ANTEROOM_BROWSER.`)
    return
  }
  const { bundle } = await import('@remotion/bundler')
  const { openBrowser, renderMedia, renderStill, selectComposition } = await import('@remotion/renderer')

  await mkdir(media, { recursive: true })
  await rm(scratch, { recursive: true, force: true })
  console.log('Bundling the films')
  const serveUrl = await bundle({
    entryPoint: path.join(root, 'renderer', 'films', 'media', 'index.ts'),
    outDir: path.join(scratch, 'bundle'),
    rspack: true,
    enableCaching: false,
    bundlerOverride: (config) => ({ ...config, devtool: false }),
  })
  const inputProps = { brand }
  const puppeteerInstance = await openBrowser('chrome', { browserExecutable, logLevel: 'error' })
  const common = { serveUrl, inputProps, browserExecutable, puppeteerInstance, logLevel: 'error' }
  const wanted = ({ id }) => only.length === 0 || only.includes(id)
  try {
    for (const { id, file, ...format } of pictures.filter(wanted)) {
      const composition = await selectComposition({ ...common, id })
      const output = path.join(scratch, file)
      await renderStill({ ...common, ...format, composition, output, scale: pictureScale })
      await keep(file)
    }
    for (const { id, file } of videos.filter(wanted)) {
      const composition = await selectComposition({ ...common, id })
      await renderMedia({
        ...common,
        ...encoding,
        composition,
        outputLocation: path.join(scratch, file),
        concurrency: Math.min(2, availableParallelism()),
        onProgress: progressOf(file),
      })
      await keep(file)
    }
  } finally {
    await puppeteerInstance.close({ silent: true })
    await rm(scratch, { recursive: true, force: true })
  }
  console.log(`Done in ${Math.round((performance.now() - started) / 1_000)} s`)
}

async function readBrand() {
  const { parseBrand } = await import('../core/brand.ts')
  const { problemText } = await import('../core/yaml-document.ts')
  const result = parseBrand(await readFile(path.join(root, 'content', 'brand.yaml'), 'utf8'))
  if (result.ok) return result.brand
  fail(['content/brand.yaml cannot be used:', ...result.problems.map(problemText)].join('\n'))
  return undefined
}

// A half-written file must never lie in the watched folder.
async function keep(file) {
  await rename(path.join(scratch, file), path.join(media, file))
  const { size } = await stat(path.join(media, file))
  console.log(`content/media/${file}  ${Math.round(size / 1_000)} kB`)
}

function progressOf(file) {
  let shown = 0
  return ({ progress }) => {
    const percent = Math.floor(progress * 4) * 25
    if (percent <= shown || percent === 100) return
    shown = percent
    console.log(`  ${file}  ${percent} %`)
  }
}

function fail(message) {
  console.error(message)
  process.exitCode = 1
}
