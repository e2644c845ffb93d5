/** What the hub says when it cannot start: one sentence for the person in front of it, and an exit code for programs. */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, test } from 'vitest'
import { failToStartHub, startHub } from '../support/hub.ts'
import { makePlace, type Place } from '../support/place.ts'
import { sha256, zeroed } from '../support/samples.ts'

const places: Place[] = []
function newPlace(): Place {
  const place = makePlace()
  places.push(place)
  return place
}
const databaseOf = (place: Place) => path.join(place.data, 'anteroom.sqlite')

afterAll(() => {
  for (const place of places) place.remove()
})

/** A data folder as a hub leaves it. */
async function usedPlace(): Promise<Place> {
  const place = newPlace()
  const hub = await startHub(place.args)
  await hub.stop()
  return place
}

describe('used wrongly, it ends with 2', () => {
  test.each([
    [['--prot', '8710'], /^Option --prot is not known\. Known are: --content, /],
    [['--port', 'eighty'], /^--port takes a number from 0/],
    [['--host', '0.0.0.0'], /^--host 0\.0\.0\.0: this version listens on this computer only/],
    [['--content'], /^Option --content needs a value\.$/],
  ])('%j', async (args, sentence) => {
    const { code, said } = await failToStartHub([...newPlace().args, ...args])
    expect(said.trim()).toMatch(sentence)
    expect(code).toBe(2)
  })
})

describe('when the surroundings do not let it run, it ends with 3', () => {
  test('no such time zone', async () => {
    const { code, said } = await failToStartHub([...newPlace().args, '--zone', 'Europe/Atlantis'])
    expect(said).toBe('--zone Europe/Atlantis is not a time zone. Write it like Europe/Madrid or America/Chicago.\n')
    expect(code).toBe(3)
  })

  test.each(['noon', '2026-11-21', '2026-11-21T14:00:00', '2026-13-41T14:00:00Z'])(
    '--at %s is no instant',
    async (at) => {
      const { code, said } = await failToStartHub([...newPlace().args, '--at', at])
      expect(said).toBe(`--at ${at} is not an instant. Write it like 2026-11-21T14:00:00+01:00.\n`)
      expect(code).toBe(3)
    },
  )

  test('the port is taken; the data folder is free again afterwards', async () => {
    const place = newPlace()
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const { code, said } = await failToStartHub([...place.args, '--port', String(port)])
    other.close()
    expect(said).toBe(
      `Port ${port} is in use by another program. Close that program, or choose another port: --port N (0 takes a free one).\n`,
    )
    expect(code).toBe(3)
    const hub = await startHub(place.args)
    await hub.stop()
  })

  test('another hub has the data folder: it is named, and not disturbed', async () => {
    const place = newPlace()
    const first = await startHub(place.args)
    const announcement = () => readFileSync(path.join(place.data, 'hub.json'), 'utf8')
    const before = announcement()
    const { code, said } = await failToStartHub(place.args)
    expect(said).toBe(
      `Another hub is using ${place.data}, at ${first.url}. This one stops; that one goes on. For a second installation give it a folder of its own: --data DIR.\n`,
    )
    expect(code).toBe(3)
    expect(announcement()).toBe(before)
    expect(await first.health()).toMatchObject({ status: 'ok' })
    await first.stop()
  })

  test('the data folder is a file', async () => {
    const place = newPlace()
    writeFileSync(place.data, '')
    const { code, said } = await failToStartHub(place.args)
    expect(said).toMatch(/^The data folder .* cannot be used: .* choose another: --data DIR\.\n$/)
    expect(code).toBe(3)
  })

  test('the database comes from a newer version: nothing is changed', async () => {
    const place = await usedPlace()
    const newer = new Database(databaseOf(place))
    newer.pragma('user_version = 999')
    newer.close()
    const before = sha256(readFileSync(databaseOf(place)))
    const { code, said } = await failToStartHub(place.args)
    expect(said).toMatch(/was written by a newer Anteroom \(format 999; this one knows \d+\)\. Nothing was changed\./)
    expect(code).toBe(3)
    expect(sha256(readFileSync(databaseOf(place)))).toBe(before)
  })

  test.each([
    ['noise', () => randomBytes(16_384)],
    ['a letter', () => Buffer.from('Dear patients,\n'.repeat(500))],
    ['a database with a hole in it', (good: Buffer) => zeroed(good, 0.3, 0.9)],
  ])('the database is %s: it is left as it is', async (_, damage) => {
    const place = await usedPlace()
    const damaged = damage(readFileSync(databaseOf(place)))
    writeFileSync(databaseOf(place), damaged)
    const { code, said } = await failToStartHub(place.args)
    expect(said).toMatch(
      /^The database .* cannot be used \(.*\)\. It was left as it is\. Restore a backup, or start with/,
    )
    expect(code).toBe(3)
    expect(sha256(readFileSync(databaseOf(place)))).toBe(sha256(damaged))
  })
})

test('it says ready and where, and is well: commits survive a power cut, and the zone is the one asked for', async () => {
  const place = newPlace()
  mkdirSync(path.join(place.data, 'incoming'), { recursive: true })
  writeFileSync(path.join(place.data, 'incoming/left-over'), 'of a hub that was killed')
  const hub = await startHub(place.args)
  expect(hub.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(await hub.health()).toMatchObject({
    status: 'ok',
    clock: { zone: 'Europe/Berlin', trusted: true },
    database: { synchronous: 2, ok: true },
    queueRevision: 0,
    problems: [],
  })
  expect(() => readFileSync(path.join(place.data, 'incoming/left-over'))).toThrow('ENOENT')
  await hub.stop()
  expect(hub.child.exitCode).toBe(0)
  expect(() => readFileSync(path.join(place.data, 'hub.json'))).toThrow('ENOENT')
})
