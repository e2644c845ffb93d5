/** What the hub knows across restarts under a name. */
import path from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../hub/database.ts'
import { Facts } from '../../hub/facts.ts'
import { makePlace } from '../support/place.ts'

test('what is kept in a transaction that fails is as it was before', () => {
  const place = makePlace()
  const database = openDatabase(path.join(place.folder, 'a.sqlite'))
  const facts = new Facts(database)
  facts.keep('film-pace', '40')
  facts.keep('answered:new-version:offer.mp4', 'yes')
  const failing = database.transaction(() => {
    facts.keep('film-pace', '50')
    facts.forget('answered:new-version:offer.mp4')
    throw new Error('no room')
  })
  expect(failing).toThrow('no room')
  const afterwards = new Facts(database)
  expect(afterwards.valueOf('film-pace')).toBe('40')
  expect([...afterwards.allUnder('answered:')]).toEqual([['answered:new-version:offer.mp4', 'yes']])
  expect(afterwards.valueOf('made-for')).toBeUndefined()
  database.close()
  place.remove()
})
