/** Deleting and replacing happen as a whole or not at all, whatever fails on the way and whenever the hub ends. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { moveFile } from '../../hub/move-file.ts'
import { Trash } from '../../hub/trash.ts'
import { makePlace, type Place } from '../support/place.ts'

const now = Date.UTC(2026, 2, 2, 7)
const before = { 'Offer.mp4': 'old', 'Offer v2.mp4': 'new', 'Offer v2.mp4.yaml': 'validUntil: 2026-03-31\n' }
let place: Place
let folder: string
let trash: Trash

beforeEach(async () => {
  place = makePlace()
  folder = path.join(place.data, 'trash')
  mkdirSync(place.data)
  for (const [name, text] of Object.entries(before)) writeFileSync(at(name), text)
  trash = await opened()
})

afterEach(() => place.remove())

const at = (name: string) => path.join(place.content, name)
const there = () =>
  Object.fromEntries(readdirSync(place.content).map((name) => [name, readFileSync(at(name), 'utf8')] as const))

/** As the next hub finds it. */
async function opened(): Promise<Trash> {
  const next = new Trash(folder, place.content)
  await next.open()
  return next
}

const replacing = {
  path: 'Offer.mp4',
  replacedBy: { path: 'Offer v2.mp4' },
  files: ['Offer.mp4', 'Offer v2.mp4.yaml'],
}
const takePlace = () => moveFile(at('Offer v2.mp4'), at('Offer.mp4'))
const never = () => new Promise<void>(() => {})
/** The hub ends at that moment: what follows never happens. */
const cutOff = async (act: () => Promise<void>) => {
  let reached = () => {}
  const isThere = new Promise<void>((resolve) => {
    reached = resolve
  })
  void trash.take(replacing, now, async () => {
    await act()
    reached()
    await never()
  })
  await isThere
}

test('a replacement that fails leaves both files, and the note beside its own', async () => {
  const failing = trash.take(replacing, now, async () => {
    throw new Error('EPERM')
  })
  await expect(failing).rejects.toThrow('EPERM')
  expect(there()).toEqual(before)
  expect([trash.list(), readdirSync(folder)]).toEqual([[], []])
})

test('a deletion whose second file cannot be moved deletes nothing', async () => {
  // Moved once, it is not there to be moved again.
  const files = ['Offer v2.mp4.yaml', 'Offer v2.mp4.yaml']
  await expect(trash.take({ path: 'Offer v2.mp4', files }, now)).rejects.toThrow('ENOENT')
  expect(there()).toEqual(before)
  expect([trash.list(), readdirSync(folder)]).toEqual([[], []])
})

test('when the hub ends in the middle of a replacement, the next one puts the note back', async () => {
  await cutOff(async () => {})
  expect(existsSync(at('Offer v2.mp4.yaml'))).toBe(false)
  const next = await opened()
  await next.settle()
  expect(there()).toEqual(before)
  expect([next.list(), readdirSync(folder)]).toEqual([[], []])
})

test('when it ends right after one, the old file can still be brought back', async () => {
  await cutOff(takePlace)
  const next = await opened()
  await next.settle()
  expect(there()).toEqual({ 'Offer.mp4': 'new' })
  const [entry] = next.list()
  expect(await next.held(entry?.id ?? '')).toEqual(replacing.files)
  await next.restore(entry?.id ?? '')
  expect(there()).toEqual({ 'Offer.mp4': 'old', 'Offer v2.mp4.yaml': before['Offer v2.mp4.yaml'] })
})

test('when it ends in the middle of a deletion, the film comes back to its note', async () => {
  const id = await trash.take({ path: 'Offer v2.mp4', files: ['Offer v2.mp4', 'Offer v2.mp4.yaml'] }, now)
  const card = path.join(folder, id, 'entry.json')
  writeFileSync(card, JSON.stringify({ ...JSON.parse(readFileSync(card, 'utf8')), isHalfDone: true }))
  renameSync(path.join(folder, id, '1'), at('Offer v2.mp4.yaml'))
  const next = await opened()
  await next.settle()
  expect(there()).toEqual(before)
  expect(next.list()).toEqual([])
})

test('nothing is put back over what has taken its name since, and nothing is lost', async () => {
  await cutOff(async () => {})
  writeFileSync(at('Offer v2.mp4.yaml'), 'title: Another\n')
  const next = await opened()
  await next.settle()
  expect(there()).toEqual({ ...before, 'Offer v2.mp4.yaml': 'title: Another\n' })
  rmSync(at('Offer v2.mp4.yaml'))
  const again = await opened()
  await again.restore(again.list()[0]?.id ?? '')
  expect(there()).toEqual(before)
})
