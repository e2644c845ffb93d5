/** The render queue and the captions over HTTP, on a computer that cannot make films: everything can be asked, nothing gets stuck. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filmList } from '../../core/film-contract.ts'
import { follow, send } from '../support/desk.ts'
import { eventually } from '../support/eventually.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { makePlace } from '../support/place.ts'

const place = makePlace()
let hub: RunningHub
let keys = 0
const text = (title: string) =>
  `---\ntitle: ${title}\ntemplate: procedure\nkind: welcome\n---\n\n## The room\n\nSit where you like.\n`

beforeAll(async () => {
  writeFileSync(path.join(place.content, 'room.md'), text('The room'))
  hub = await startHub(place.args, { ANTEROOM_BROWSER: '/nowhere/chromium' })
  await hub.judged('room.md')
})
afterAll(async () => {
  await hub.stop()
  place.remove()
})

const films = async () => filmList.parse(await hub.get('/api/films')).films
const wish = (film: string, name: string, key = `key-${++keys}`) =>
  send(`${hub.url}/api/films/${film}/${name}`, { headers: { 'idempotency-key': key } })

test('a film that cannot be made says why', async () => {
  const [film] = await eventually(films, (all) => all[0]?.state === 'failed')
  expect(film).toMatchObject({ path: 'room.md', title: 'The room', message: expect.stringContaining('browser') })
})

test('it is not in work, so there is nothing to stop or to put first', async () => {
  for (const name of ['cancel', 'first']) {
    expect(await wish('room.md', name)).toMatchObject({ status: 409, body: { reason: 'not-in-work' } })
  }
})

test('it can be tried again, and fails again in the same words', async () => {
  const [before] = await films()
  expect((await wish('room.md', 'retry')).status).toBe(200)
  const [after] = await eventually(films, (all) => all[0]?.state === 'failed')
  expect(after?.message).toBe(before?.message)
})

test('a film nobody knows is not there, a wish nobody knows neither', async () => {
  expect(await wish('none.md', 'cancel')).toMatchObject({ status: 404, body: { reason: 'unknown-film' } })
  expect((await wish('room.md', 'burn')).status).toBe(404)
})

test('every wish has a key', async () => {
  expect(await send(`${hub.url}/api/films/room.md/retry`, {})).toMatchObject({
    status: 400,
    body: { reason: 'key-missing' },
  })
})

test('who follows the films is told of one that comes', async () => {
  const follower = await follow(hub.url, 'films')
  writeFileSync(path.join(place.content, 'stairs.md'), text('The stairs'))
  const isThere = ({ films: all }: { films: readonly { title: string }[] }) =>
    all.some(({ title }) => title === 'The stairs')
  await follower.until('films', isThere)
  follower.stop()
})

test('captions are the words of the film, each in the time of its scene', async () => {
  const response = await fetch(`${hub.url}/api/explainers/room.md/captions.vtt`)
  expect(response.headers.get('content-type')).toBe('text/vtt; charset=utf-8')
  expect(await response.text()).toMatch(/^WEBVTT\n\n00:00\S* --> \S+\nThe room\n.*Sit where you like\./s)
  expect((await fetch(`${hub.url}/api/explainers/none.md/captions.vtt`)).status).toBe(404)
})
