/** How a screen asks for its programme: it holds the line until there is news, and is known to be there meanwhile. */
import { expect, test } from 'vitest'
import type { ProgrammeAnswer, ScreenList } from '../../core/contract.ts'
import { eventually } from '../support/eventually.ts'
import type { RunningHub } from '../support/hub.ts'
import { openHubForAll } from '../support/open-hub.ts'
import type { Place } from '../support/place.ts'
import { drop, sample } from '../support/samples.ts'

let place: Place
let hub: RunningHub

openHubForAll(['--screens', '2'], (opened) => {
  ;({ hub, place } = opened)
})

const programmeUrl = (after?: string, screen = 'screen-1') =>
  `${hub.url}/api/screens/${screen}/programme${after === undefined ? '' : `?after=${after}`}`
const screens = async () => (await hub.get<ScreenList>('/api/screens')).screens

const airing = { playlist: 'default', with: [], because: { schedule: null, kind: 'default', priority: 0 } }

test('a screen that has never asked is away; one that asks is there', async () => {
  expect(await screens()).toEqual([
    { id: 'screen-1', connected: false, playlist: 'default', items: 0, airing },
    { id: 'screen-2', connected: false, playlist: 'default', items: 0, airing },
  ])
  await fetch(programmeUrl(undefined, 'screen-2'))
  expect((await screens()).map(({ connected }) => connected)).toEqual([false, true])
})

test('a screen that knows nothing is answered at once, and so is one that knows something else', async () => {
  for (const after of [undefined, 'old-revision', '']) {
    const response = await fetch(programmeUrl(after))
    const answer = (await response.json()) as ProgrammeAnswer
    expect(response.status).toBe(200)
    expect(answer.programme).toMatchObject({ screen: 'screen-1', loops: { default: { places: [] } }, timeline: [] })
  }
})

test('it learns the hub’s time with every answer', async () => {
  const before = (await hub.health()).clock.now
  const { now } = await hub.get<ProgrammeAnswer>('/api/screens/screen-1/programme')
  expect(now >= before && now <= (await hub.health()).clock.now).toBe(true)
})

test('a screen that is up to date waits', async () => {
  const { revision } = await hub.programme()
  const waiting = fetch(programmeUrl(revision), { signal: AbortSignal.timeout(1_500) })
  await expect(waiting).rejects.toThrow(/timeout/)
})

test('and is answered as soon as a film has come, with all it needs to show it', async () => {
  const { revision } = await hub.programme()
  const news = fetch(programmeUrl(revision))
  drop(place.content, 'film.mp4', sample('film.mp4'))
  const { programme } = (await (await news).json()) as ProgrammeAnswer
  const [id = ''] = programme.loops.default?.places ?? []
  const item = programme.items[id]
  expect(programme.revision).not.toBe(revision)
  expect(item).toMatchObject({
    kind: 'video',
    title: 'film',
    file: (await hub.judged('film.mp4')).media,
    durationMs: 2_000,
  })
  expect(programme.timeline[0]?.item).toBe(id)
  const media = await fetch(`${hub.url}/media/${item?.file}`)
  expect((await media.arrayBuffer()).byteLength).toBe(item?.bytes)
})

test('a programme lasts thirty-five days for a screen on its own', async () => {
  const { segments, loops } = await eventually(
    () => hub.programme(),
    ({ timeline }) => timeline.length > 0,
  )
  const [segment] = segments
  const now = Date.parse((await hub.health()).clock.now)
  expect(Date.parse(segment?.from ?? '')).toBeLessThanOrEqual(now)
  expect(Date.parse(segments.at(-1)?.to ?? '') - now).toBeGreaterThanOrEqual(35 * 24 * 3_600_000)
  expect(segment?.mix).toEqual({ turns: ['default'], shares: [] })
  expect(loops).toHaveProperty('default')
})

test('both screens have a programme of their own', async () => {
  const second = await hub.get<ProgrammeAnswer>('/api/screens/screen-2/programme')
  expect(second.programme).toMatchObject({ screen: 'screen-2', loops: (await hub.programme()).loops })
})
