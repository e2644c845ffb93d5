/** Proof of play at the real hub: what screens hand in counts once, is read back as it was, and adds up. */
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Play } from '../../core/play.ts'
import type { PlayReport } from '../../core/play-contract.ts'
import { openPlayDatabase, PlayLog } from '../../hub/play-log.ts'
import { PlayBuffer } from '../../main/play-buffer.ts'
import { deliverPlays } from '../../main/play-delivery.ts'
import { deskAt, send } from '../support/desk.ts'
import { eventually } from '../support/eventually.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { openHubForAll } from '../support/open-hub.ts'
import { makePlace } from '../support/place.ts'
import { aPlay } from '../support/plays.ts'

const at = '2026-11-21T15:00:00+01:00'
let hub: RunningHub

openHubForAll(['--at', at], (opened) => {
  hub = opened.hub
})

const hand = (plays: readonly object[], key: string = randomUUID()) =>
  send(`${hub.url}/api/plays`, { headers: { 'idempotency-key': key }, body: { plays } })
const played = async (query: string) => (await hub.get<{ plays: Play[] }>(`/api/plays?${query}`)).plays
const report = (query: string) => hub.get<PlayReport>(`/api/plays/report?${query}`)

describe('what a screen hands in', () => {
  test('is read back as it was, in the order in which it began', async () => {
    const later = aPlay({ startedAt: '2026-09-01T10:00:12.000Z', waiting: 4 })
    const { plannedAt: _, ...unplanned } = aPlay({ startedAt: '2026-09-01T10:00:00.000Z', kind: 'image' })
    expect((await hand([later, unplanned])).status).toBe(200)
    expect(await played('from=2026-09-01T10:00:00Z&to=2026-09-01T10:00:13Z')).toEqual([unplanned, later])
  })

  test('is found in half-open spans, with any offset', async () => {
    await hand([aPlay({ startedAt: '2026-09-02T10:00:00.000Z' })])
    expect(await played('from=2026-09-02T10:00:00Z&to=2026-09-02T10:00:01Z')).toHaveLength(1)
    expect(await played('from=2026-09-02T09:00:00Z&to=2026-09-02T10:00:00Z')).toHaveLength(0)
    expect(await played('from=2026-09-02T12:00:00%2B02:00&to=2026-09-02T12:00:01%2B02:00')).toHaveLength(1)
    expect(await played('from=2026-09-02T12:00:00+02:00&to=2026-09-02T12:00:01+02:00')).toHaveLength(1)
  })

  test('counts once, however often and however mixed it comes again', async () => {
    const [one, other] = [
      aPlay({ startedAt: '2026-09-03T10:00:00.000Z' }),
      aPlay({ startedAt: '2026-09-03T11:00:00.000Z' }),
    ]
    for (const plays of [[one], [one, other], [other, one]]) expect((await hand(plays)).status).toBe(200)
    expect(await played('from=2026-09-03T00:00:00Z&to=2026-09-04T00:00:00Z')).toEqual([one, other])
    expect((await report('from=2026-09-03&to=2026-09-04')).total.plays).toBe(2)
  })

  test('needs a key; the same key with other plays is refused', async () => {
    const key = randomUUID()
    expect((await send(`${hub.url}/api/plays`, { body: { plays: [aPlay()] } })).body.reason).toBe('key-missing')
    expect((await hand([aPlay()], key)).status).toBe(200)
    expect((await hand([aPlay()], key)).body.reason).toBe('key-reused')
  })

  test.each([
    [{ outcome: 'good' }, 'plays.0.outcome'],
    [{ presentedMs: -1 }, 'plays.0.presentedMs'],
    [{ screen: 'tv' }, 'plays.0.screen'],
    [{ patient: 'K47' }, 'plays.0.patient'],
  ])('is refused whole when something in it does not fit: %j', async (wrong, field) => {
    const { status, body } = await hand([{ ...aPlay(), ...wrong }])
    expect([status, body.field]).toEqual([422, field])
  })
})

describe('sums', () => {
  test('are by file, day and screen, on the clinic’s calendar', async () => {
    await hand([
      // Half past midnight in Berlin is still the day before in London.
      aPlay({ startedAt: '2026-10-04T22:30:00.000Z', asset: 'a-film', title: 'Laser', waiting: 6 }),
      aPlay({ startedAt: '2026-10-04T12:00:00.000Z', asset: 'a-film', title: 'Laser', waiting: 2, screen: 'screen-2' }),
      aPlay({
        startedAt: '2026-10-05T12:00:00.000Z',
        asset: 'a-picture',
        title: 'Offer',
        outcome: 'failed',
        presentedMs: 0,
      }),
    ])
    const { total, items, days, screens } = await report('month=2026-10')
    expect(total).toMatchObject({ plays: 3, whole: 2, failed: 1, waiting: { plays: 2, people: 8 } })
    expect(items.map(({ title, plays, presentedMs }) => [title, plays, presentedMs])).toEqual([
      ['Laser', 2, 23_960],
      ['Offer', 1, 0],
    ])
    expect(items[1]).not.toHaveProperty('waiting')
    expect(days.map(({ day, plays }) => [day, plays])).toEqual([
      ['2026-10-04', 1],
      ['2026-10-05', 2],
    ])
    expect(screens.map(({ screen, plays }) => [screen, plays])).toEqual([
      ['screen-1', 2],
      ['screen-2', 1],
    ])
  })

  test('a file that has been given another title is one file, called what it was called last', async () => {
    const startedAt = '2026-08-01T12:00:00.000Z'
    await hand([aPlay({ startedAt, asset: 'a-renamed', title: 'Old' })])
    await hand([aPlay({ startedAt, asset: 'a-renamed', title: 'New' })])
    const { items } = await report('month=2026-08')
    expect(items.map(({ title, plays }) => [title, plays])).toEqual([['New', 2]])
  })

  test('a month and a span at once are refused in words', async () => {
    const response = await fetch(`${hub.url}/api/plays/report?month=2026-13`)
    expect([response.status, (await response.json()).field]).toEqual([422, 'month'])
  })

  test.each([
    'plays/report?from=2026-08-02&to=2026-08-01',
    'plays/report?to=2020-01-01',
    'plays?from=2026-08-02T00:00:00Z&to=2026-08-01T00:00:00Z',
  ])('%s: a span that ends before it begins is refused in words', async (route) => {
    const response = await fetch(`${hub.url}/api/${route}`)
    const { field, message } = await response.json()
    expect([response.status, field, message]).toEqual([422, 'to', 'to: It lies before "from".'])
  })
})

test('the table to take away computes nothing', async () => {
  await hand([aPlay({ startedAt: '2026-07-01T12:00:00.000Z', title: '=1+1' })])
  const response = await fetch(`${hub.url}/api/plays?from=2026-07-01T00:00:00Z&to=2026-07-02T00:00:00Z&format=csv`)
  expect(response.headers.get('content-type')).toMatch(/^text\/csv/)
  const [head, line] = (await response.text()).split('\r\n')
  expect(head).toMatch(/^id,screen,zone,asset,title/)
  expect(line).toContain(",'=1+1,video,2026-07-01T12:00:00.000Z,")
})

describe('what people asked about', () => {
  test('is counted by name, and taken back', async () => {
    const ask = (body: object) => send(`${hub.url}/api/asked`, { headers: { 'idempotency-key': randomUUID() }, body })
    const first = await ask({ service: 'consultation' })
    expect([first.status, first.body.name]).toEqual([201, 'Consultation'])
    await ask({ service: 'consultation' })
    expect((await ask({ service: 'no-such' })).status).toBe(404)
    const tally = async () => (await hub.get<{ asked: object[] }>('/api/reports/month')).asked
    expect(await tally()).toEqual([{ about: 'service', id: 'consultation', name: 'Consultation', times: 2 }])
    const takeBack = () =>
      fetch(`${hub.url}/api/asked/${first.body.asked}`, {
        method: 'DELETE',
        headers: { 'idempotency-key': randomUUID() },
      })
    expect((await takeBack()).status).toBe(200)
    expect((await takeBack()).status).toBe(404)
    expect(await tally()).toMatchObject([{ times: 1 }])
  })
})

test('a hub that is killed while it takes in plays loses none and counts none twice', async () => {
  const own = makePlace()
  let running = await startHub([...own.args, '--at', at])
  const buffer = await PlayBuffer.open(path.join(own.folder, 'plays.ndjson'))
  const over = new AbortController()
  const delivering = deliverPlays(buffer, async () => running.url, over.signal)
  const plays = Array.from({ length: 400 }, (_, index) =>
    aPlay({ startedAt: new Date(Date.UTC(2026, 10, 20, 8) + index * 12_000).toISOString() }),
  )
  for (const [index, play] of plays.entries()) {
    await buffer.add([play])
    // In the middle of it, at three moments that nobody has chosen well.
    if (index % 130 === 129) {
      await running.stop('SIGKILL')
      running = await startHub([...own.args, '--at', at])
    }
  }
  const arrived = async () =>
    (await running.get<{ plays: Play[] }>('/api/plays?from=2026-11-20T00:00:00Z&to=2026-11-21T00:00:00Z')).plays
  expect(await eventually(arrived, (all) => all.length >= plays.length, 60_000)).toEqual(plays)
  expect((await running.get<PlayReport>('/api/plays/report?month=2026-11')).total.plays).toBe(plays.length)
  over.abort()
  await buffer.add([])
  await delivering
  await buffer.close()
  await running.stop()
  own.remove()
})

describe('the file of plays', () => {
  const own = makePlace()
  const file = path.join(own.folder, 'plays.sqlite')
  const problems: string[] = []
  const open = () =>
    openPlayDatabase(file, Date.UTC(2026, 10, 21), {
      set: (_about, found) => problems.push(...found.map(({ message }) => message)),
    })
  afterAll(() => own.remove())

  test('forgets plays after thirteen months, and keeps what they came to', async () => {
    const database = open()
    const log = new PlayLog(database, (ms) => new Date(ms).toISOString().slice(0, 10))
    const plays = [aPlay({ startedAt: '2025-08-01T10:00:00.000Z' }), aPlay({ startedAt: '2026-11-20T10:00:00.000Z' })]
    log.take(plays, { key: 'one', digest: 'one' }, 0)
    await log.sweep(Date.UTC(2026, 10, 21))
    expect([...log.pieces(0, Date.UTC(2027, 0))].flat()).toEqual(plays.slice(1))
    expect(log.report('2025-08-01', '2025-09-01').total.plays).toBe(1)
    database.close()
  })

  test('that cannot be read is set aside, and counting begins anew', () => {
    writeFileSync(file, 'This is no database, and a long enough text to be taken for a damaged one. '.repeat(20))
    const database = open()
    expect(new PlayLog(database, () => '2026-11-21').report('2026-11-01', '2026-12-01').total.plays).toBe(0)
    expect(problems.join()).toMatch(/set aside as .*plays\.sqlite\.aside-/)
    database.close()
  })
})

test('the waiting room is none of the table’s business: no code is anywhere in it', async () => {
  const { code } = await deskAt(hub.url).checkIn()
  const answers = await Promise.all(
    ['/api/plays', '/api/plays/report', '/api/reports/month'].map((route) => hub.get<object>(route)),
  )
  expect(JSON.stringify(answers)).not.toContain(`"${code}"`)
})
