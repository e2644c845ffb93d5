/** The folder of playlists while the disk takes nothing: what was read goes on, it is said, and nothing ends. */
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openDatabase } from '../../hub/database.ts'
import { Documents } from '../../hub/documents.ts'
import { Playlists } from '../../hub/playlists.ts'
import { Problems } from '../../hub/problems.ts'
import { eventually } from '../support/eventually.ts'
import { makePlace } from '../support/place.ts'
import { drop } from '../support/samples.ts'

const place = makePlace()
afterEach(() => place.remove())

test('a list that cannot be written down is told, tried again, and in force once the disk takes it', async () => {
  const database = openDatabase(path.join(place.folder, 'anteroom.sqlite'))
  const problems = new Problems()
  const playlists = new Playlists(place.playlists, new Documents(database), problems, {
    onChange: () => undefined,
    folders: () => [],
  })
  drop(place.playlists, 'first.yaml', 'items:\n  - a.jpg\n')
  await playlists.open()
  database.pragma('query_only = 1')
  drop(place.playlists, 'second.yaml', 'items:\n  - b.jpg\n')
  const [problem] = await eventually(
    () => Promise.resolve(problems.about('playlists')),
    (all) => all.length > 0,
  )
  expect(problem?.message).toMatch(/could not be taken over .* Those read before stay in force/)
  expect([...playlists.all().keys()]).toEqual(['first'])
  database.pragma('query_only = 0')
  await eventually(
    () => Promise.resolve([...playlists.all().keys()]),
    (names) => names.includes('second'),
  )
  await eventually(
    () => Promise.resolve(problems.about('playlists')),
    (all) => all.length === 0,
  )
  await playlists.close()
  database.close()
})
