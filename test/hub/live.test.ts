/** The live socket: whole snapshots for whoever asked, in growing numbers, and no way in for strangers. */
import { rmSync } from 'node:fs'
import { connect } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type LiveMessage, operations } from '../../core/contract.ts'
import { programme } from '../../core/programme.ts'
import { eventually } from '../support/eventually.ts'
import type { RunningHub } from '../support/hub.ts'
import { type OpenHub, openHubForAll } from '../support/open-hub.ts'
import type { Place } from '../support/place.ts'
import { drop, sample } from '../support/samples.ts'

interface Listener {
  readonly socket: WebSocket
  readonly messages: readonly LiveMessage[]
}

let place: Place
const sockets = new Set<WebSocket>()
let hub: RunningHub
let startAgain: OpenHub['startAgain']

openHubForAll([], (opened) => {
  ;({ hub, place, startAgain } = opened)
})

afterEach(() => {
  for (const socket of sockets) socket.terminate()
  sockets.clear()
})

const liveUrl = (topics: string) => `${hub.url.replace('http', 'ws')}/api/live?topics=${topics}`

/** Connects and collects what arrives. */
async function listen(topics: string, headers: Readonly<Record<string, string>> = {}): Promise<Listener> {
  const socket = new WebSocket(liveUrl(topics), { headers })
  sockets.add(socket)
  const messages: LiveMessage[] = []
  socket.on('message', (data) => messages.push(JSON.parse(String(data)) as LiveMessage))
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  return { socket, messages }
}

/** @returns the status with which a connection is refused */
async function refusalOf(url: string, headers: Readonly<Record<string, string>> = {}): Promise<number | undefined> {
  const socket = new WebSocket(url, { headers })
  return new Promise((resolve, reject) => {
    socket.once('unexpected-response', (_, response) => {
      resolve(response.statusCode)
      response.destroy()
    })
    socket.once('open', () => {
      socket.terminate()
      reject(new Error('It was let in.'))
    })
    socket.on('error', () => {})
  })
}

const about = ({ messages }: Listener, topic: string) => messages.filter((message) => message.topic === topic)
const untilHeard = (listener: Listener, topic: string, count: number) =>
  eventually(
    () => about(listener, topic),
    ({ length }) => length >= count,
  )

describe('whoever listens', () => {
  test('is told everything asked for at once, in growing numbers, and nothing else', async () => {
    const listener = await listen('assets,fleet,health,programme:screen-1')
    await untilHeard(listener, 'programme:screen-1', 1)
    const [assets, fleet, health, programmeNow] = ['assets', 'fleet', 'health', 'programme:screen-1'].map(
      (topic) => about(listener, topic)[0]?.data,
    )
    expect(operations.assets.answer.parse(assets)).toEqual({ assets: [] })
    expect(operations.screens.answer.parse(fleet).screens).toHaveLength(1)
    expect(operations.health.answer.parse(health).status).toBe('ok')
    expect(programme.parse(programmeNow).screen).toBe('screen-1')
    const numbers = listener.messages.map(({ number }) => number)
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
  })

  test('hears of a new film without asking: of the file, and of what plays', async () => {
    const listener = await listen('assets,programme:screen-1')
    const other = await listen('health')
    drop(place.content, 'photo.jpg', sample('photo.jpg'))
    const told = () => JSON.stringify(about(listener, 'assets').at(-1)?.data)
    await eventually(told, (assets) => assets.includes('"state":"ready"') && assets.includes('nextPlay'))
    const last = programme.parse(about(listener, 'programme:screen-1').at(-1)?.data)
    expect(last.loops.default?.places).toHaveLength(1)
    expect(about(other, 'assets')).toEqual([])
  })

  test('is not told of every file when many come at once: of all together, once a second', async () => {
    const listener = await listen('assets')
    await untilHeard(listener, 'assets', 1)
    for (let at = 0; at < 20; at += 1) drop(place.content, `many/${at}.jpg`, sample('photo.jpg'))
    const told = () => JSON.stringify(about(listener, 'assets').at(-1)?.data)
    await eventually(told, (assets) => assets.split('many/').length > 20 && !assets.includes('"working"'))
    const [, ...times] = about(listener, 'assets').map(({ at }) => Date.parse(at))
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0))
    // Two clocks that round differently.
    for (const gapMs of gaps) expect(gapMs).toBeGreaterThan(990)
    rmSync(`${place.content}/many`, { recursive: true })
  })

  test('hears at once what is wrong, and that it is well again', async () => {
    const listener = await listen('health')
    drop(place.playlists, 'default.yaml', 'items: nonsense\n')
    const status = () => (about(listener, 'health').at(-1)?.data as { readonly status: string } | undefined)?.status
    await eventually(status, (now) => now === 'degraded')
    drop(place.playlists, 'default.yaml', 'items: [photo.jpg]\n')
    await eventually(status, (now) => now === 'ok')
  })

  test('who comes back after the hub was killed gets higher numbers than ever before', async () => {
    const before = await listen('assets,health')
    await untilHeard(before, 'health', 1)
    const highest = Math.max(...before.messages.map(({ number }) => number))
    await hub.stop('SIGKILL')
    await startAgain()
    const after = await listen('assets,health')
    await untilHeard(after, 'health', 1)
    for (const { number } of after.messages) expect(number).toBeGreaterThan(highest)
  })
})

describe('refused', () => {
  test.each(['https://evil.example', 'null', 'http://localhost', 'file://'])('a page of %s', async (origin) => {
    expect(await refusalOf(liveUrl('health'), { origin })).toBe(403)
  })

  test('a request for another host', async () => {
    expect(await refusalOf(liveUrl('health'), { host: 'clinic.example' })).toBe(421)
  })

  test.each([
    ['no topic', ''],
    ['an unknown topic', 'health,secrets'],
    ['a screen there is not', 'programme:screen-9'],
    ['a topic of every object', 'toString'],
    ['a path', 'programme:../..'],
    ['more topics than there can be', Array(21).fill('health').join()],
  ])('%s', async (_, topics) => {
    expect(await refusalOf(liveUrl(topics))).toBe(404)
  })

  test('another address', async () => {
    expect(await refusalOf(`${hub.url.replace('http', 'ws')}/api/health`)).toBe(404)
    expect(await refusalOf(`${hub.url.replace('http', 'ws')}/`)).toBe(404)
  })

  test('but not the pages of hub and kiosk', async () => {
    for (const origin of [hub.url, 'app://anteroom']) {
      await untilHeard(await listen('health', { origin }), 'health', 1)
    }
  })
})

describe('whoever misbehaves', () => {
  test('by sending far too much is cut off; the others hear on', async () => {
    const loud = await listen('assets')
    const quiet = await listen('assets')
    const closed = new Promise((resolve) => loud.socket.once('close', resolve))
    loud.socket.on('error', () => {})
    loud.socket.send('x'.repeat(2_000_000))
    await closed
    drop(place.content, 'another.png', sample('photo.png'))
    await untilHeard(quiet, 'assets', 2)
    expect(quiet.socket.readyState).toBe(WebSocket.OPEN)
  })

  test('by sending anything at all is not answered', async () => {
    const listener = await listen('health')
    await untilHeard(listener, 'health', 1)
    listener.socket.send('{"topic":"secrets"}')
    listener.socket.ping()
    await new Promise((resolve) => listener.socket.once('pong', resolve))
    expect(about(listener, 'secrets')).toEqual([])
    expect(listener.socket.readyState).toBe(WebSocket.OPEN)
  })

  test.each([
    ['an address that is none', '//'],
    ['half an address', 'http://['],
    ['a refused one', '/nowhere'],
    ['an accepted one', '/api/live?topics=health'],
  ])('by asking for %s and breaking off leaves the hub as it was', async (_, target) => {
    const { hostname, port, host } = new URL(hub.url)
    const upgrade = `GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`
    const breakOff = () =>
      new Promise((resolve) => {
        const socket = connect(Number(port), hostname, () => {
          socket.write(upgrade)
          setImmediate(() => socket.resetAndDestroy())
        })
        socket.on('error', () => {})
        socket.on('close', resolve)
      })
    await Promise.all(Array.from({ length: 50 }, breakOff))
    expect(await hub.health()).toMatchObject({ status: 'ok' })
    expect(hub.child.exitCode).toBeNull()
  })
})
