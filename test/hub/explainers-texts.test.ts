/** The texts of explainers over HTTP: read, saved whole, never over somebody else's change, never outside of the folder. */
import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ChangedMeanwhile, ExplainerSaved, ExplainerSource } from '../../core/explainer-contract.ts'
import { contentAt } from '../support/content.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { makePlace, type Place } from '../support/place.ts'

let place: Place
let hub: RunningHub

beforeAll(async () => {
  place = makePlace()
  // What lies in a folder of drafts is judged, and no film is made of it that would keep the machine busy.
  mkdirSync(path.join(place.content, '_drafts'))
  hub = await startHub([...place.args, '--at', '2026-03-03T14:02:00+01:00'], { ANTEROOM_BROWSER: '/nowhere' })
})

afterAll(async () => {
  await hub.stop()
  place.remove()
})

const film = (sentence: string) =>
  `---\ntitle: After your visit\ntemplate: procedure\n---\n\n## At home\n\n${sentence}\n`
// As one part, so that nobody on the way makes a path without .. of it.
const addressOf = (name: string) => `${hub.url}/api/explainers/${encodeURIComponent(name)}`
const inFolder = (name: string) => path.join(place.content, name)

async function save(name: string, body: object, key: string = randomUUID()) {
  const headers = { 'idempotency-key': key, 'content-type': 'application/json' }
  const response = await fetch(addressOf(name), { method: 'PUT', headers, body: JSON.stringify(body) })
  return { status: response.status, body: (await response.json()) as ExplainerSaved & ChangedMeanwhile }
}

async function read(name: string) {
  const response = await fetch(addressOf(name))
  return { status: response.status, body: (await response.json()) as ExplainerSource & { readonly reason: string } }
}

test('a new text is saved into the folder, and what is read is what was saved', async () => {
  const text = film('Rest today.')
  const made = await save('_drafts/Nach dem Besuch.md', { text, version: null })
  expect(made).toMatchObject({ status: 200, body: { path: '_drafts/Nach dem Besuch.md' } })
  expect(readFileSync(inFolder('_drafts/Nach dem Besuch.md'), 'utf8')).toBe(text)
  const { status, body } = await read('_drafts/Nach dem Besuch.md')
  expect([status, body.text, body.version, body.problems]).toEqual([200, text, made.body.version, []])
})

test('what is wrong in a text is told with its line and column', async () => {
  writeFileSync(inFolder('_drafts/broken.md'), '---\ntitle: Lips\ntemplate: procedure\n---\n\n## Empty\n')
  const { problems } = (await read('_drafts/broken.md')).body
  expect(problems).toMatchObject([{ line: 6, column: 1 }])
  expect(problems[0]?.message).toContain('is empty')
})

test('a change that was made in the folder meanwhile is never written over', async () => {
  const name = '_drafts/two.md'
  const { version } = (await save(name, { text: film('One.'), version: null })).body
  writeFileSync(inFolder(name), film('Somebody else.'))
  const refused = await save(name, { text: film('Two.'), version })
  expect(refused).toMatchObject({
    status: 409,
    body: { reason: 'changed-meanwhile', text: film('Somebody else.') },
  })
  expect(readFileSync(inFolder(name), 'utf8')).toBe(film('Somebody else.'))
  const taken = await save(name, { text: film('Two.'), version: refused.body.version })
  expect(taken.status).toBe(200)
  expect(readFileSync(inFolder(name), 'utf8')).toBe(film('Two.'))
})

test('a new text takes no place that is taken, and an old one does not come back from the dead', async () => {
  const name = '_drafts/taken.md'
  writeFileSync(inFolder(name), film('Mine.'))
  expect(await save(name, { text: film('Yours.'), version: null })).toMatchObject({
    status: 409,
    body: { text: film('Mine.') },
  })
  const { version } = (await read(name)).body
  expect((await contentAt(hub.url).remove(name)).status).toBe(200)
  expect(await save(name, { text: film('Old.'), version })).toMatchObject({ status: 409, body: { text: null } })
})

test('the same press twice saves once, and is answered alike', async () => {
  const key = randomUUID()
  const body = { text: film('Once.'), version: null }
  const [first, again] = [await save('_drafts/once.md', body, key), await save('_drafts/once.md', body, key)]
  expect(again).toEqual(first)
  expect((await save('_drafts/once.md', { ...body, text: film('Other.') }, key)).status).toBe(422)
})

test('of two who save at the same moment, one is told', async () => {
  const { version } = (await save('_drafts/race.md', { text: film('Start.'), version: null })).body
  const both = await Promise.all(
    ['A.', 'B.'].map((sentence) => save('_drafts/race.md', { text: film(sentence), version })),
  )
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  const winner = both.findIndex(({ status }) => status === 200)
  expect(readFileSync(inFolder('_drafts/race.md'), 'utf8')).toBe(film(['A.', 'B.'][winner] ?? ''))
})

test.each([
  ['../outside.md', 422],
  ['_drafts/../../outside.md', 422],
  ['.hidden/film.md', 422],
  ['film.txt', 422],
  ['brand.yaml', 422],
  ['CON.md', 422],
  ['a\u0000b.md', 422],
  ['linked/film.md', 409],
])('%j is no name for a film', async (name, status) => {
  symlinkSync(place.data, inFolder('linked'), 'dir')
  try {
    expect((await save(name, { text: film('x'), version: null })).status).toBe(status)
    expect(readdirSync(place.folder).sort()).toEqual(['content', 'data', 'playlists'])
    expect(readdirSync(place.content).filter((each) => /^\.anteroom|film|brand/.test(each))).toEqual([])
  } finally {
    unlinkSync(inFolder('linked'))
  }
})

test('a text is neither without an end nor without a key', async () => {
  expect((await save('_drafts/long.md', { text: 'x'.repeat(70_000), version: null })).status).toBe(422)
  expect((await save('_drafts/long.md', { text: 'x'.repeat(900_000), version: null })).status).toBe(413)
  expect((await save('_drafts/long.md', { text: film('x') })).status).toBe(422)
  const response = await fetch(addressOf('_drafts/long.md'), { method: 'PUT', body: '{}' })
  expect(await response.json()).toMatchObject({ reason: 'key-missing' })
  expect((await read('_drafts/long.md')).status).toBe(404)
})

test('a deleted film comes back with Undo', async () => {
  const name = '_drafts/gone.md'
  await save(name, { text: film('Back.'), version: null })
  const headers = { 'idempotency-key': randomUUID() }
  const gone = (await (await fetch(addressOf(name), { method: 'DELETE', headers })).json()) as { undo: string }
  expect((await read(name)).status).toBe(404)
  expect((await contentAt(hub.url).press('undo', { undo: gone.undo })).status).toBe(200)
  expect((await read(name)).body.text).toBe(film('Back.'))
})
