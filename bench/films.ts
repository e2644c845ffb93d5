/** What a film costs: new, with one scene edited, unchanged; beside `npx remotion render` of the same scenes in the same run. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseExplainer } from '../core/explainer.ts'
import { defaultBrand } from '../core/theme.ts'
import { propsOf } from '../hub/film-job.ts'
import type { Switch } from '../renderer/tv/switch-log.ts'
import { eventually } from '../test/support/eventually.ts'
import { type RunningHub, startHub } from '../test/support/hub.ts'
import { launchKiosk } from '../test/support/kiosk.ts'
import { putVideo } from '../test/support/media.ts'
import { makePlace, projectRoot } from '../test/support/place.ts'
import { type Measured, type Row, rounded } from './figures.ts'
import { draftMs } from './film-draft.ts'
import { type Cost, costOf } from './process-cost.ts'

const browser = process.env.ANTEROOM_BROWSER ?? '/usr/lib/chromium/chromium-headless-shell'
const longestMs = 20 * 60_000
const fixtures = ['six', 'twelve'] as const
type Fixture = (typeof fixtures)[number]
const textOf = (name: Fixture) => readFileSync(path.join(projectRoot, 'bench/films', `${name}.md`), 'utf8')
/** Of a scene in the middle. */
const edited = { from: 'We try one small place first', to: 'We try one small place at first' }

interface Costs {
  readonly peer: Cost
  readonly cold: Cost
  readonly edit: Cost
  readonly unchanged: Cost
  readonly ssim: number
}

export async function films(): Promise<Measured> {
  const six = await measure('six')
  const twelve = await measure('twelve')
  const draft = await draftMs()
  const droppedAlone = await dropped('nothing')
  const droppedWhileRendering = await dropped('a render')
  const all = [six, twelve]
  const json = {
    coldRatio: worstRatio(all, 'cold'),
    editRatio30: worstRatio([six], 'edit'),
    editRatio60: worstRatio([twelve], 'edit'),
    unchangedRatio: worstRatio(all, 'unchanged'),
    ssim: rounded(Math.min(...all.map(({ ssim }) => ssim)), 4),
    peakMb: Math.round(Math.max(...all.map(({ cold }) => cold.peakMb))),
    droppedWhileRendering: rounded(droppedWhileRendering, 4),
    droppedAlone: rounded(droppedAlone, 4),
    draftMs: draft,
  }
  return {
    json,
    rows: [
      { what: 'a new film, share of the peer', figure: String(json.coldRatio), bound: '≤ 0.75' },
      { what: 'one scene of 30 s edited, share of the peer', figure: String(json.editRatio30), bound: '≤ 0.15' },
      { what: 'one scene of 60 s edited, share of the peer', figure: String(json.editRatio60), bound: '≤ 0.08' },
      { what: 'nothing changed, share of the peer', figure: String(json.unchangedRatio), bound: '≤ 0.03' },
      { what: 'likeness to the film of the peer, SSIM', figure: String(json.ssim), bound: '≥ 0.99' },
      {
        what: 'frames dropped by the TV beside a render, share',
        figure: String(json.droppedWhileRendering),
        bound: '≤ 0.005',
      },
      { what: 'the same TV with nothing rendered beside it', figure: String(json.droppedAlone) },
      { what: 'saved → the picture of the edited scene, ms', figure: String(draft), bound: '≤ 2000' },
      { what: 'most memory of a render, MB', figure: String(json.peakMb) },
      ...rowsOf('30 s', six),
      ...rowsOf('60 s', twelve),
    ],
  }
}

/** The worse of clock and processor. */
function worstRatio(all: readonly Costs[], kind: 'cold' | 'edit' | 'unchanged'): number {
  const ratios = all.flatMap(({ peer, [kind]: own }) => [own.wallS / peer.wallS, own.cpuS / peer.cpuS])
  return rounded(Math.max(...ratios), 3)
}

function rowsOf(name: string, costs: Costs): readonly Row[] {
  return (['peer', 'cold', 'edit', 'unchanged'] as const).map((kind) => {
    const { wallS, cpuS, peakMb } = costs[kind]
    return {
      what: `  ${name}, ${kind}`,
      figure: `${wallS.toFixed(1)} s, ${cpuS.toFixed(1)} s of processor, ${Math.round(peakMb)} MB`,
    }
  })
}

async function measure(name: Fixture): Promise<Costs> {
  const place = makePlace()
  try {
    const text = textOf(name)
    const file = path.join(place.content, 'film.md')
    const ours = path.join(place.folder, 'ours.mp4')
    const render = (output: string) =>
      costOf(process.execPath, [
        ...[path.join(projectRoot, 'build/anteroom.mjs'), 'render', file, '-o', output],
        ...['--data', place.data, '--content', place.content],
      ])
    mkdirSync(place.data, { recursive: true })
    writeFileSync(file, text)
    const cold = await render(ours)
    const unchanged = await render(ours)
    writeFileSync(file, text.replace(edited.from, edited.to))
    const edit = await render(path.join(place.folder, 'edited.mp4'))
    const theirs = path.join(place.folder, 'theirs.mp4')
    const peer = await renderWithRemotion(text, place.folder, theirs)
    return { peer, cold, edit, unchanged, ssim: likeness(ours, theirs) }
  } finally {
    place.remove()
  }
}

/** The same scenes, codec, quality and number of tabs; its bundling is part of it, since nothing is kept between two renders. */
async function renderWithRemotion(text: string, folder: string, output: string): Promise<Cost> {
  const parsed = parseExplainer(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const props = path.join(folder, 'props.json')
  writeFileSync(props, JSON.stringify({ scenes: propsOf(parsed.explainer, defaultBrand, 'hd') }))
  const settings = {
    props,
    'browser-executable': browser,
    concurrency: Math.min(2, availableParallelism()),
    codec: 'h264',
    crf: 19,
    'x264-preset': 'veryfast',
    'jpeg-quality': 95,
    'color-space': 'bt709',
    'pixel-format': 'yuv420p',
    log: 'error',
  }
  return costOf(process.execPath, [
    ...[path.join(projectRoot, 'node_modules/@remotion/cli/remotion-cli.js'), 'render'],
    ...[path.join(projectRoot, 'bench/films/whole-film.mjs'), 'whole-film', output],
    ...Object.entries(settings).map(([option, value]) => `--${option}=${value}`),
    ...['--muted', '--overwrite', '--bundle-cache=false'],
  ])
}

function likeness(one: string, other: string): number {
  const stats = execFileSync(
    'ffmpeg',
    [
      ...['-hide_banner', '-nostats', '-i', one, '-i', other],
      ...['-lavfi', '[0:v][1:v]ssim=stats_file=-', '-f', 'null', '-'],
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1e8 },
  )
  const values = [...stats.matchAll(/All:([\d.]+)/g)].map(([, value]) => Number(value))
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

const videoSeconds = 3
const settleMs = 20_000

const aloneMs = 60_000

/** Of the frames of a TV that plays films; alone, it tells what the machine loses by itself. */
async function dropped(beside: 'a render' | 'nothing'): Promise<number> {
  const place = makePlace()
  const colors = ['red', 'lime', 'blue'] as const
  for (const color of colors) putVideo(path.join(place.content, `${color}.mp4`), color, videoSeconds)
  // What is rendered does not play meanwhile: its pictures are no frames.
  writeFileSync(
    path.join(place.playlists, 'default.yaml'),
    `items:\n${colors.map((color) => `  - ${color}.mp4\n`).join('')}`,
  )
  const hub = await startHub(place.args)
  const kiosk = await launchKiosk(place.args)
  try {
    const switches = () =>
      kiosk.page.evaluate(() => (window as { anteroomSwitches?: readonly Switch[] }).anteroomSwitches ?? [])
    await eventually(switches, (all) => all.length > 3, longestMs)
    await pause(settleMs)
    const begun = (await switches()).length
    if (beside === 'nothing') await pause(aloneMs)
    else await renderedBy(hub, place.content)
    const during = (await switches()).slice(begun)
    const lost = during.reduce((sum, { dropped: count }) => sum + count, 0)
    return lost / (lost + during.reduce((sum, { frames }) => sum + frames, 0))
  } finally {
    await kiosk.close()
    await hub.stop()
    place.remove()
  }
}

async function renderedBy(hub: RunningHub, content: string): Promise<void> {
  copyFileSync(path.join(projectRoot, 'bench/films/six.md'), path.join(content, 'six.md'))
  const film = async () => (await hub.assets()).find(({ path: file }) => file === 'six.md')
  await eventually(film, (asset) => asset?.state === 'ready', longestMs)
}
