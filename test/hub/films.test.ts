/** An explainer saved in the folder plays as pictures of its scenes, then as a film, whatever happens to those who make it. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Asset } from '../../core/asset.ts'
import type { FilmList } from '../../core/film-contract.ts'
import { FilmMaker } from '../../hub/film-maker.ts'
import { anteroom } from '../support/command.ts'
import { send } from '../support/desk.ts'
import { eventually } from '../support/eventually.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { putPicture } from '../support/media.ts'
import { makePlace, projectRoot } from '../support/place.ts'
import { filmWorkerOf, processesWith } from '../support/processes.ts'

// Title and scene of three seconds, closing card of four: the shortest film there is.
const explainer = (words: string) =>
  `---\ntitle: Tiny\ntemplate: procedure\nkind: welcome\nseconds: 3\n---\n\n## One {seconds=3}\n\n${words}\n`
const filmMs = 10_000
const relative = 'explainers/tiny.md'
/** Rendering takes seconds on a computer of its own, and minutes on one that has other work. */
const patienceMs = 900_000

const place = makePlace()
let hub: RunningHub

const save = (text: string, name = relative) => {
  const file = path.join(place.content, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(`${file}.part`, text)
  renameSync(`${file}.part`, file)
}
const tiny = async (): Promise<Asset | undefined> => (await hub.assets()).find(({ path: file }) => file === relative)
const becomes = (isWanted: (asset: Asset | undefined) => boolean) => eventually(tiny, isWanted, patienceMs)
const isReady = (asset: Asset | undefined) => asset?.state === 'ready'
const itemsOnTv = async () => {
  const { loops, items } = await hub.programme()
  return (loops.default?.places ?? []).flatMap((id) => items[id] ?? []).filter(({ title }) => title === 'Tiny')
}
const kindsOnTv = async () => (await itemsOnTv()).map(({ kind }) => kind)
const filmIsOnTv = () => eventually(kindsOnTv, (kinds) => kinds.join() === 'video')
const worker = () =>
  eventually(
    () => filmWorkerOf(hub.pid),
    (pid) => pid !== undefined,
    patienceMs,
  )
const rendered = (ending: string) =>
  readdirSync(path.join(place.data, 'films/scenes')).filter((name) => name.endsWith(ending))
/** The leader of its session: processors are shared among sessions. */
const sessionOf = (pid = 0) =>
  Number(
    readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')[3],
  )
/** What a strict decoder has to say. */
const complaints = (file: string) =>
  execFileSync('ffmpeg', ['-v', 'error', '-xerror', '-err_detect', 'explode', '-i', file, '-f', 'null', '-'], {
    encoding: 'utf8',
  })
const framesOf = (file: string) => {
  const shown = [
    '-count_frames',
    '-show_entries',
    'stream=codec_name,pix_fmt,width,height,color_space,avg_frame_rate,nb_read_frames',
  ]
  return execFileSync('ffprobe', ['-v', 'error', '-select_streams', 'v', ...shown, '-of', 'csv=p=0', file], {
    encoding: 'utf8',
  }).trim()
}
const aTinyFilm = 'h264,1920,1080,yuv420p,bt709,30/1'

beforeAll(async () => {
  putPicture(path.join(place.content, 'blue.png'), 'blue')
  save('# Notes\n\nNobody has to see these.\n', 'README.md')
  hub = await startHub(place.args)
})

afterAll(async () => {
  await hub.stop()
  place.remove()
})

describe('an explainer in the content folder', { timeout: patienceMs }, () => {
  test('plays as pictures of its scenes, each as long as it takes to read', async () => {
    save(explainer('The first words.'))
    await becomes((asset) => asset?.state === 'working' && asset.kind === 'explainer' && asset.title === 'Tiny')
    const items = await eventually(itemsOnTv, ({ length }) => length > 0, patienceMs)
    expect(items.map(({ kind, durationMs }) => [kind, durationMs])).toEqual(
      [3_000, 3_000, 4_000].map((ms) => ['image', ms]),
    )
    const asset = await tiny()
    expect(asset?.state).toBe('working')
    expect(asset?.notices.map(({ code }) => code)).toEqual(['stills-play'])
  })

  test('then as a film of exactly that length, without a flaw, even if the worker is killed over it', async () => {
    process.kill((await worker()) ?? 0, 'SIGKILL')
    const asset = await becomes(isReady)
    expect(asset).toMatchObject({ kind: 'explainer', durationMs: filmMs, width: 1920, height: 1080, notices: [] })
    await filmIsOnTv()
    expect(await itemsOnTv()).toMatchObject([{ durationMs: filmMs, file: asset?.media }])
    const file = path.join(place.data, 'store', asset?.media ?? '')
    expect(complaints(file)).toBe('')
    expect(framesOf(file)).toBe(`${aTinyFilm},300`)
  })

  test('notes that are no explainer are not even mentioned, and everything else plays as ever', async () => {
    const states = async () => (await hub.assets()).map((asset) => [asset.path, asset.state])
    await expect.poll(states).toEqual([
      ['blue.png', 'ready'],
      [relative, 'ready'],
    ])
  })

  test('broken, it says where and what was meant, and its last good film goes on', async () => {
    save(explainer('Never seen.').replace('title:', 'tilte:'))
    const asset = await becomes((found) => found?.state === 'refused')
    expect(asset?.reason).toMatchObject({
      code: 'broken-text',
      message: 'Line 2, column 1: "tilte" is not known here. Did you mean "title"?',
    })
    expect(asset?.notices.map(({ code }) => code)).toEqual(['previous-plays'])
    expect(await kindsOnTv()).toEqual(['video'])
  })

  test('mended without other words, it needs no new film', async () => {
    const before = rendered('mp4')
    save(`${explainer('The first words.')}\n<!-- for the author -->\n`)
    await becomes(isReady)
    expect(rendered('mp4')).toEqual(before)
  })
})

describe('whoever makes the films', { timeout: patienceMs }, () => {
  const atWork = () => processesWith(path.join(place.data, 'films'))

  test('end with their hub, browser and all; the next hub goes on, and renders only the scene that was edited', async () => {
    const before = { stills: rendered('jpg').length, clips: rendered('mp4').length }
    save(explainer('Words nobody waited for.'))
    await becomes((asset) => asset?.state === 'working' && asset.media === undefined)
    const pid = (await worker()) ?? 0
    const found = () => processesWith(`user-data-dir=${place.data}`).find(({ parent }) => parent === pid)
    const browser = await eventually(found, (one) => one !== undefined, patienceMs)
    // A session of its own would have as much of the processor as the TV.
    expect(sessionOf(browser?.pid)).toBe(pid)
    await hub.stop('SIGKILL')
    const left = () => [...processesWith('film-worker.mjs').filter((one) => one.pid === pid), ...atWork()]
    await eventually(left, ({ length }) => length === 0)
    hub = await startHub(place.args)
    await becomes(isReady)
    await filmIsOnTv()
    const after = { stills: rendered('jpg').length, clips: rendered('mp4').length }
    expect(after).toEqual({ stills: before.stills + 1, clips: before.clips + 1 })
    expect(readdirSync(path.join(place.data, 'films/scenes/making'))).toEqual([])
  })

  test('are kept warm for whoever saves again, and then rest', async () => {
    const scratch = path.join(place.folder, 'scratch')
    const build = path.join(projectRoot, 'build')
    const maker = new FilmMaker({ cache: scratch, scratch, build, environment: process.env, warmMs: 500 })
    const mine = () => filmWorkerOf(process.pid)
    maker.warm()
    await eventually(mine, (pid) => pid !== undefined)
    await eventually(mine, (pid) => pid === undefined)
  })

  test('serve the command line too, out of the same scenes', async () => {
    const [text, film] = [path.join(place.folder, 'tiny.md'), path.join(place.folder, 'tiny.mp4')]
    writeFileSync(text, explainer('Words nobody waited for.'))
    const rendering = await anteroom(['render', text, '-o', film, '--data', place.data, '--content', place.content])
    expect(rendering).toMatchObject({ code: 0, err: '' })
    expect(rendering.out).toContain('Tiny: 3 scenes, 10.0 s\n')
    expect(complaints(film)).toBe('')
    expect(framesOf(film)).toBe(`${aTinyFilm},300`)
    expect(readFileSync(film.replace('.mp4', '.vtt'), 'utf8')).toMatch(/^WEBVTT\n.*Words nobody waited for\./s)
  })

  test('killed three times over one scene, they give up and say so; what is there plays on', async () => {
    save(explainer('Words that are never rendered.'))
    await becomes((asset) => asset?.state === 'working' && asset.media === undefined)
    const asset = await eventually(
      async () => {
        const pid = filmWorkerOf(hub.pid)
        if (pid !== undefined) process.kill(pid, 'SIGKILL')
        return tiny()
      },
      (found) => found?.state === 'refused',
      patienceMs,
    )
    expect(asset?.reason).toMatchObject({
      code: 'film-failed',
      message: expect.stringContaining('was ended (SIGKILL)'),
    })
    expect((await hub.programme()).loops.default?.places).toHaveLength(1)
  })

  test('stop at once when somebody says so, and leave it at that over a restart, until they are asked again', async () => {
    const film = async () => (await hub.get<FilmList>('/api/films')).films.find(({ path: file }) => file === relative)
    const wish = (name: string, key: string) =>
      send(`${hub.url}/api/films/${relative}/${name}`, { headers: { 'idempotency-key': key } })
    save(explainer('Words that somebody stops.'))
    const begun = await eventually(film, (entry) => entry?.state === 'stills' || entry?.state === 'film', patienceMs)
    expect(begun).toMatchObject({ title: 'Tiny', position: 1, remainingS: expect.any(Number) })
    expect((await wish('retry', 'early')).body).toMatchObject({ reason: 'not-stopped' })
    expect((await wish('first', 'first')).status).toBe(200)
    expect(await wish('cancel', 'stop')).toMatchObject({ status: 200, body: { film: { state: 'cancelled' } } })
    expect((await becomes((asset) => asset?.state === 'refused'))?.reason?.code).toBe('film-cancelled')
    await eventually(atWork, ({ length }) => length === 0)
    expect((await wish('first', 'late')).body).toMatchObject({ reason: 'not-in-work' })
    await hub.stop()
    hub = await startHub(place.args)
    await eventually(film, (entry) => entry?.state === 'cancelled')
    expect(atWork()).toEqual([])
    expect((await wish('retry', 'again')).status).toBe(200)
    await eventually(film, (entry) => entry?.state === 'stills' || entry?.state === 'film', patienceMs)
    expect(
      (await send(`${hub.url}/api/films/none.md/cancel`, { headers: { 'idempotency-key': 'none' } })).body,
    ).toMatchObject({
      reason: 'unknown-film',
    })
  })

  test('in a new brand make every film anew; the one that is there plays until then', async () => {
    save(explainer('Words nobody waited for.'))
    await becomes(isReady)
    await filmIsOnTv()
    const colors = 'ground: "#10272e", surface: "#1b3a42", text: "#f5efe4", muted: "#a9c1c1", accent: "#f2b98c"'
    save(`name: Larkmere\ncolors: {${colors}}\n`, 'brand.yaml')
    await becomes((asset) => asset?.state === 'working')
    expect(await kindsOnTv()).toEqual(['video'])
  })
})

describe('without a browser', () => {
  const bare = makePlace()
  const environment = { ANTEROOM_BROWSER: '/nowhere/chromium' }
  afterAll(() => bare.remove())

  test('no film is made, and it is said what to do; everything else plays', async () => {
    putPicture(path.join(bare.content, 'blue.png'), 'blue')
    writeFileSync(path.join(bare.content, 'tiny.md'), explainer('Words.'))
    const other = await startHub(bare.args, environment)
    try {
      const asset = await other.judged('tiny.md')
      expect(asset.reason?.code).toBe('no-browser')
      expect(asset.reason?.remedy).toMatch(/chromium-headless-shell|ANTEROOM_BROWSER/)
      await other.judged('blue.png')
      await eventually(other.programme, ({ loops }) => loops.default?.places.length === 1)
    } finally {
      await other.stop()
    }
  })

  test('the command line says the same, and ends with 3', async () => {
    const file = path.join(bare.content, 'tiny.md')
    const { code, err } = await anteroom(['render', file, '-o', path.join(bare.folder, 'x.mp4'), '--data', bare.data], {
      environment,
    })
    expect(err).toContain('chromium-headless-shell')
    expect(code).toBe(3)
  })
})

describe('anteroom render', () => {
  const shipped = path.join(projectRoot, 'content/explainers/03-meet-your-coordinator.md')

  test.each([
    [['render'], 2, /wants one explainer and a film/],
    [['render', shipped], 2, /wants one explainer and a film/],
    [['render', shipped, '-o', 'film.mov'], 2, /wants one explainer and a film/],
    [['render', shipped, '--loud'], 2, /--loud/],
    [['render', shipped, '-o', 'film.mp4', '--size', 'wall'], 2, /There are: hd, uhd, portrait/],
    [['render', shipped, '-o', 'film.mp4', '--locale', 'la'], 1, /There is no file .*\.la\.md/],
    [['render', '/nowhere/x.md', '-o', 'x.mp4'], 1, /There is no file/],
    [['render', path.join(projectRoot, 'package.json'), '-o', 'x.mp4'], 1, /is no explainer/],
    [['render', shipped, '-o', '/nowhere/x.mp4'], 3, /cannot be written/],
  ])('%j ends with %i', async (args, expected, told) => {
    const { code, err } = await anteroom(args, { cwd: place.folder })
    expect(err).toMatch(told)
    expect(code).toBe(expected)
  })

  test('a broken explainer is refused with every place, as by check', async () => {
    const file = path.join(place.folder, 'broken.md')
    writeFileSync(file, explainer('See [this](x).').replace('title', 'tilte'))
    const places = /Line 2, column 1: "tilte".* Did you mean "title"\?\n.*Line 10, column 5: Nobody can follow a link/s
    const [rendering, checking] = [
      await anteroom(['render', file, '-o', `${file}.mp4`]),
      await anteroom(['check', file]),
    ]
    expect([rendering.code, checking.code]).toEqual([1, 1])
    expect(rendering.err).toMatch(places)
    expect(checking.out).toMatch(places)
    expect((await anteroom(['check', shipped])).out).toMatch(/Explainer, \d+ scenes; its film takes \d+\.\d s\./)
  })
})
