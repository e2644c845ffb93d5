/** Playlists are written, scheduled and asked about over HTTP; whatever they say, something good is on the screen. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ScreenList } from '../../core/contract.ts'
import type { MomentAnswer, PlaylistAnswer, PlaylistList } from '../../core/playlist-contract.ts'
import { eventually } from '../support/eventually.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { makePlace } from '../support/place.ts'
import { drop, sample } from '../support/samples.ts'

const place = makePlace()
let hub: RunningHub

const send = async (method: 'PUT' | 'DELETE', route: string, body: object = {}, more: Record<string, string> = {}) => {
  const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...more }
  const response = await fetch(`${hub.url}${route}`, { method, headers, body: JSON.stringify(body) })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}
const list = async () => (await hub.get<PlaylistList>('/api/playlists')).playlists
const moment = (at: string) => hub.get<MomentAnswer>(`/api/screens/screen-1/at?at=${encodeURIComponent(at)}`)
const timeline = async () => {
  const { items, timeline: promised } = await hub.programme()
  return promised.map(({ item, ...times }) => ({ title: items[item]?.title ?? '', ...times }))
}
const told = async (about: string) => (await hub.health()).problems.filter((problem) => problem.about === about)
const file = (name: string) => path.join(place.playlists, name)

beforeAll(async () => {
  drop(place.content, 'a photo.jpg', sample('photo.jpg'))
  drop(place.content, 'offers/b photo.jpg', sample('photo.jpg', 1))
  drop(place.content, 'offers/late/c photo.jpg', sample('photo.jpg', 2))
  hub = await startHub([...place.args, '--at', '2026-03-02T08:00:00+01:00'])
  for (const name of ['a photo.jpg', 'offers/b photo.jpg', 'offers/late/c photo.jpg']) await hub.judged(name)
  await eventually(timeline, (all) => new Set(all.map(({ title }) => title)).size === 3)
})

afterAll(async () => {
  await hub.stop()
  place.remove()
})

describe('playlists', () => {
  test('are the folder of content and every folder in it, before anybody has written one', async () => {
    expect((await list()).map(({ name, kind, items }) => [name, kind, items])).toEqual([
      ['default', 'default', 3],
      ['offers', 'folder', 2],
      ['offers/late', 'folder', 1],
    ])
    for (const name of ['offers/late', 'offers%2Flate']) {
      expect(await hub.get<PlaylistAnswer>(`/api/playlists/${name}`)).toMatchObject({
        ...{ name: 'offers/late', kind: 'folder', durationMs: 12_000, problems: [] },
        entries: [{ index: 0, path: 'offers/late/c photo.jpg', title: 'c photo', durationMs: 12_000 }],
      })
    }
    const { file: asWritten, entries } = await hub.get<PlaylistAnswer>('/api/playlists/default')
    expect(asWritten).toEqual({ items: [{ folder: '.' }] })
    expect(entries.map(({ index, title }) => [index, title])).toEqual([
      [0, 'a photo'],
      [0, 'b photo'],
      [0, 'c photo'],
    ])
  })

  test('are written as files that people can go on editing, and undone by what was there before', async () => {
    const first = { title: 'Mornings', items: ['a photo.jpg', { folder: 'offers', seconds: 5, weight: 2 }] }
    expect(await send('PUT', '/api/playlists/mornings', first)).toEqual({
      status: 200,
      body: { name: 'mornings', before: null },
    })
    expect(readFileSync(file('mornings.yaml'), 'utf8')).toBe(
      'title: Mornings\nitems:\n  - a photo.jpg\n  - folder: offers\n    seconds: 5\n    weight: 2\n',
    )
    const second = { items: ['a photo.jpg'] }
    const changed = await send('PUT', '/api/playlists/mornings', second)
    expect(changed.body).toEqual({ name: 'mornings', before: first })
    expect(await hub.get<PlaylistAnswer>('/api/playlists/mornings')).toMatchObject({ kind: 'file', file: second })
    await send('PUT', '/api/playlists/mornings', changed.body.before as object)
    const again = await hub.get<PlaylistAnswer>('/api/playlists/mornings')
    expect(again).toMatchObject({ file: first, durationMs: 12_000 + 4 * 5_000 })
    expect(again.entries.map(({ index, durationMs }) => [index, durationMs])).toEqual([
      [0, 12_000],
      [1, 5_000],
      [1, 5_000],
    ])
  })

  test('pressed twice with one key are written once', async () => {
    const key = { 'idempotency-key': crypto.randomUUID() }
    const one = { items: ['a photo.jpg'] }
    const answer = await send('PUT', '/api/playlists/once', one, key)
    expect(await send('PUT', '/api/playlists/once', one, key)).toEqual(answer)
    expect(answer.body).toEqual({ name: 'once', before: null })
    expect((await send('DELETE', '/api/playlists/once')).body).toEqual({ before: one })
    expect(existsSync(file('once.yaml'))).toBe(false)
    expect(await send('DELETE', '/api/playlists/once')).toMatchObject({
      status: 404,
      body: { reason: 'unknown-playlist' },
    })
  })

  test('are changed one press after another, so that each undo leads one press back', async () => {
    const [one, two] = [{ items: ['a photo.jpg'] }, { items: ['offers/b photo.jpg'] }]
    const key = { 'idempotency-key': 'pressed-once' }
    const answers = await Promise.all([
      send('PUT', '/api/playlists/together', one, key),
      send('PUT', '/api/playlists/together', one, key),
      send('PUT', '/api/playlists/together', two),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    const befores = answers.map(({ body }) => JSON.stringify(body.before))
    const last = JSON.stringify((await hub.get<PlaylistAnswer>('/api/playlists/together')).file)
    expect(befores[0]).toBe(befores[1])
    expect([befores[0], befores[2]].sort()).toEqual(
      (last === JSON.stringify(two) ? ['null', JSON.stringify(one)] : [JSON.stringify(two), 'null']).sort(),
    )
    await send('DELETE', '/api/playlists/together')
  })

  test.each([
    ['/api/playlists/x', { items: [{ asset: 'a.jpg', seconds: 0 }] }, 422, /"seconds" must be more than 0/],
    ['/api/playlists/x', { items: [{ asset: 'a.jpg', weight: 11 }] }, 422, /"weight" must be at most 10/],
    ['/api/playlists/x', { items: [{ asset: 'a.jpg', atMostEvery: '10 min' }] }, 422, /"90s", "10m" or "2h"/],
    ['/api/playlists/x', { items: [{ asset: 'a.jpg', atMostEvery: '25h' }] }, 422, /At most "24h"/],
    ['/api/playlists/x', { items: [{ text: 'x'.repeat(121) }] }, 422, /read from far away/],
    ['/api/playlists/X%20y', { items: [] }, 422, /small letters, digits and hyphens/],
    ['/api/playlists/schedule', { items: [] }, 409, /cannot be called/],
    ['/api/playlists/offers%2Flate', { items: [] }, 409, /folder of content/],
  ])('%s refuses what means nothing, in a sentence', async (route, body, status, words) => {
    const answer = await send('PUT', route, body)
    expect(answer.status).toBe(status)
    expect(answer.body.message).toMatch(words)
  })

  test('that name what is not there say so for the entry, and the rest plays', async () => {
    await send('PUT', '/api/playlists/holes', {
      items: ['gone.jpg', { playlist: 'holes' }, { asset: 'a photo.jpg', when: { locale: 'fr' } }, 'a photo.jpg'],
    })
    const holes = () => hub.get<PlaylistAnswer>('/api/playlists/holes')
    expect((await holes()).entries.map(({ title }) => title)).toEqual(['', '', 'a photo', 'a photo'])
    const settings = { languages: { tv: ['en'], patients: ['en'] } }
    expect((await send('PUT', '/api/settings', { settings }, { 'if-match': '*' })).status).toBe(200)
    const { entries } = await eventually(holes, (answer) => answer.entries[2]?.title === '')
    expect(entries.map(({ index, title, problem }) => [index, title, problem])).toEqual([
      [0, '', 'Nothing to show at "gone.jpg" in the content folder.'],
      [1, '', 'Playlist "holes" contains itself; left out there.'],
      [2, '', 'Left out: patients cannot choose this language in the settings.'],
      [3, 'a photo', undefined],
    ])
  })
})

describe('what is scheduled', () => {
  const schedule = (name: string, more: object) => send('PUT', `/api/schedules/${name}`, { name, ...more })

  test('is on the timeline from its minute on, and told by the screen and for the moment', async () => {
    await schedule('later', { playlist: 'offers/late', start: '08:10', end: '09:00' })
    const begins = Date.parse('2026-03-02T08:10:00+01:00')
    const isAfter = ({ startsAt }: { readonly startsAt: string }) => Date.parse(startsAt) >= begins
    const planned = await eventually(timeline, (all) => all.filter(isAfter).every(({ title }) => title === 'c photo'))
    expect(planned.filter(isAfter).length).toBeGreaterThan(10)
    const before = planned.filter((one) => !isAfter(one))
    expect(new Set(before.map(({ title }) => title)).size).toBe(3)
    expect((await hub.get<ScreenList>('/api/screens')).screens[0]).toMatchObject({
      ...{ playlist: 'default', items: 3 },
      airing: { because: { schedule: null, kind: 'default' } },
    })
    expect(await moment('2026-03-02T08:12:00+01:00')).toMatchObject({
      ...{ isIndicative: false, airing: { playlist: 'offers/late', because: { schedule: 'later' } } },
      playing: { title: 'c photo' },
    })
    const nextWeek = await moment('2026-03-09T08:12:00+01:00')
    expect(nextWeek).toMatchObject({ isIndicative: true, playing: { title: 'c photo' } })
    expect(nextWeek.next).toHaveLength(10)
    await send('DELETE', '/api/schedules/later')
  })

  test.each([
    ['a playlist that does not exist', 'winter', /no playlist "winter".*The default playlist plays instead\.$/],
    ['an empty one', 'empty', /nothing in it to show\. The default playlist plays instead\.$/],
    ['sentences for the ticker', 'words', /only, which are for the ticker\. The default playlist plays/],
  ])('%s leaves the default on the screen, and that is said', async (_, playlist, words) => {
    if (playlist === 'empty') await send('PUT', '/api/playlists/empty', { items: [] })
    if (playlist === 'words') await send('PUT', '/api/playlists/words', { items: [{ text: 'Tea is ready.' }] })
    await schedule('wrong', { playlist })
    const [problem] = await eventually(
      () => told(`playlist ${playlist}`),
      (all) => all.length > 0,
    )
    expect(problem?.message).toMatch(words)
    expect(new Set((await timeline()).map(({ title }) => title)).size).toBe(3)
    await send('DELETE', '/api/schedules/wrong')
    await eventually(
      () => told(`playlist ${playlist}`),
      (all) => all.length === 0,
    )
  })

  test('shuffled every day, a list has an order for each of the clinic’s days, and every item once in a round', async () => {
    await send('PUT', '/api/playlists/album', { shuffle: 'daily', items: [{ folder: '.', seconds: 4 }] })
    await schedule('album', { playlist: 'album' })
    const { loops, segments } = await eventually(
      () => hub.programme(),
      (programme) => programme.loops.album !== undefined,
    )
    expect(loops.album).toMatchObject({ shuffle: 'daily', places: { length: 3 } })
    expect(segments.slice(0, 2).map(({ from, day }) => [from, day])).toEqual([
      ['2026-03-01T23:00:00.000Z', '2026-03-02'],
      ['2026-03-02T23:00:00.000Z', '2026-03-03'],
    ])
    const titles = (await timeline()).slice(2).map(({ title }) => title)
    for (let at = 0; at + 3 <= 12; at += 1) expect(new Set(titles.slice(at, at + 3)).size).toBe(3)
    await send('DELETE', '/api/schedules/album')
  })

  test('what is kept back by its dates leaves the default on the screen, and that is said', async () => {
    drop(place.content, 'spring/d photo.jpg.yaml', 'validFrom: 2026-03-20\n')
    drop(place.content, 'spring/d photo.jpg', sample('photo.jpg', 3))
    await hub.judged('spring/d photo.jpg')
    await schedule('spring', { playlist: 'spring' })
    const [problem] = await eventually(
      () => told('playlist spring'),
      (all) => all.length > 0,
    )
    expect(problem?.message).toMatch(/dates of everything in it/)
    expect((await timeline()).some(({ title }) => title === 'd photo')).toBe(false)
    expect(await moment('2026-03-21T12:00:00+01:00')).toMatchObject({ playing: { title: 'd photo' } })
    await send('DELETE', '/api/schedules/spring')
  })

  test('a takeover cuts what is on, on the timeline, too', async () => {
    const now = Date.parse((await hub.health()).clock.now)
    const [startsAt, endsAt] = [now + 30_000, now + 45_000].map((ms) => new Date(ms).toISOString())
    await schedule('alarm', { playlist: 'offers/late', kind: 'takeover', startsAt, endsAt })
    const planned = await eventually(timeline, (all) => all.some((one) => one.startsAt === startsAt))
    const at = planned.findIndex((one) => one.startsAt === startsAt)
    const [before, first] = [planned[at - 1], planned[at]]
    expect(before?.endsAt ?? startsAt).toBe(startsAt)
    expect(first?.title).toBe('c photo')
    expect(planned.find((one) => one.startsAt === endsAt)).toBeDefined()
    await send('DELETE', '/api/schedules/alarm')
  })

  test('sentences for the foot of the screen travel with the programme', async () => {
    await schedule('foot', { playlist: 'words', zone: 'ticker' })
    const { ticker } = await eventually(
      () => hub.programme(),
      (programme) => programme.ticker !== undefined,
    )
    expect(ticker?.loops).toEqual({ words: [{ text: 'Tea is ready.', seconds: 10 }] })
    expect((await moment('2026-03-02T12:00:00+01:00')).ticker).toEqual(['Tea is ready.'])
    await send('DELETE', '/api/schedules/foot')
    await eventually(
      () => hub.programme(),
      (programme) => programme.ticker === undefined,
    )
  })

  test('a moment that has passed, or a year too far, is refused in a sentence', async () => {
    for (const [at, words] of [
      ['2026-03-01T08:00:00Z', /has passed/],
      ['2027-12-01T08:00:00Z', /400 days/],
      ['tomorrow', /An instant is expected/],
    ] as const) {
      const response = await fetch(`${hub.url}/api/screens/screen-1/at?at=${at}`)
      expect(response.status).toBe(422)
      expect(((await response.json()) as { message: string }).message).toMatch(words)
    }
  })
})

test('killed in the middle of it, the hub comes back to the same promises', async () => {
  await send('PUT', '/api/schedules/mix', { name: 'mix', playlist: 'offers' })
  await send('PUT', '/api/schedules/share', { name: 'share', playlist: 'offers/late', kind: 'interrupt', share: 30 })
  const before = await eventually(
    () => hub.programme(),
    ({ segments }) => segments.some(({ mix }) => mix.shares.length > 0),
  )
  await hub.stop('SIGKILL')
  hub = await startHub([...place.args, '--at', '2026-03-02T08:01:30+01:00'])
  const after = await hub.programme()
  const rest = before.timeline.filter(({ startsAt }) => startsAt > '2026-03-02T07:01:30')
  expect(rest.length).toBeGreaterThan(20)
  const found = after.timeline.filter(({ startsAt }) => rest.some((one) => one.startsAt === startsAt))
  expect(found).toEqual(rest)
})
