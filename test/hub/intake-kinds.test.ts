/** Kinds that the whole hub has to understand, not only the worker: documents page by page, and what a person accepts. */
import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { notice, refusal } from '../../core/remarks.ts'
import { eventually } from '../support/eventually.ts'
import type { RunningHub } from '../support/hub.ts'
import { oddMedia, pdf } from '../support/odd-media.ts'
import { type OpenHub, openHubForAll } from '../support/open-hub.ts'
import type { Place } from '../support/place.ts'
import { drop, sample, sha256 } from '../support/samples.ts'

let place: Place
let hub: RunningHub
let startAgain: OpenHub['startAgain']

openHubForAll([], (opened) => {
  ;({ hub, place, startAgain } = opened)
})

const itemsOf = async (assetId: string) =>
  Object.values((await hub.programme()).items).filter((item) => item.assetId === assetId)

test('a document plays page by page, also after a restart', async () => {
  const bytes = pdf(3)
  drop(place.content, 'price list.pdf', bytes)
  const asset = await hub.judged('price list.pdf')
  expect(asset).toMatchObject({ state: 'ready', kind: 'document', pages: 3, source: sha256(bytes), notices: [] })
  expect(asset.poster).toMatch(/^[0-9a-f]{64}\.jpg$/)
  const items = await eventually(
    () => itemsOf(asset.id),
    (all) => all.length === 3,
  )
  for (const { file, kind } of items) {
    expect(kind).toBe('image')
    expect((await fetch(`${hub.url}/media/${file}`)).status).toBe(200)
  }
  await startAgain()
  expect(await hub.judged('price list.pdf')).toEqual(expect.objectContaining({ state: 'ready', pages: 3 }))
  expect(await itemsOf(asset.id)).toHaveLength(3)
})

test('a film that flashes is refused, plays once somebody accepts it, and no longer when that is taken back', async () => {
  drop(place.content, 'party.mp4', readFileSync(oddMedia('flicker.mp4')))
  expect(await hub.judged('party.mp4')).toMatchObject({ state: 'refused', reason: refusal('flashes') })
  drop(place.content, 'party.mp4.yaml', 'flashing: accepted\n')
  const accepted = await eventually(
    () => hub.judged('party.mp4'),
    ({ state }) => state === 'ready',
  )
  expect(accepted.notices).toContainEqual(notice('flashes-accepted'))
  drop(place.content, 'party.mp4.yaml', 'title: Party\n')
  await eventually(
    () => hub.judged('party.mp4'),
    ({ reason }) => reason?.code === 'flashes',
  )
  await eventually(
    () => itemsOf(accepted.id),
    (items) => items.length === 0,
  )
})

test('of a refused file it is told since when', async () => {
  drop(place.content, 'half.mp4', sample('film.mp4').subarray(0, 20_000))
  const { refusedAt = '' } = await hub.judged('half.mp4')
  expect(Math.abs(Date.parse(refusedAt) - Date.now())).toBeLessThan(60_000)
})

test.each([
  ['a second copy', "offer (Ana's conflicted copy 2026-11-21).jpg", 'conflicted-copy'],
  ['a placeholder by its name', 'offer.jpg.nextcloud', 'online-only'],
  ['a name that reads otherwise than it is', 'offer\u202egpj.mp4', 'odd-name'],
] as const)('%s is refused by its name', async (_, name, code) => {
  drop(place.content, name, sample('photo.jpg'))
  expect(await hub.judged(name)).toMatchObject({ state: 'refused', reason: refusal(code) })
})

test('a file without content on the disk is a placeholder', async () => {
  const file = path.join(place.content, 'cloud.mp4')
  writeFileSync(file, '')
  truncateSync(file, 5_000_000)
  expect(await hub.judged('cloud.mp4')).toMatchObject({ state: 'refused', reason: refusal('online-only') })
  drop(place.content, 'cloud.mp4', sample('film.mp4'))
  await eventually(
    () => hub.judged('cloud.mp4'),
    ({ state }) => state === 'ready',
  )
})
