/** What the hub answers over HTTP, and to whom it does not. */
import { readFileSync, writeFileSync } from 'node:fs'
import { request as ask, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Operation, operations } from '../../core/contract.ts'
import { deskAt } from '../support/desk.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { makePlace } from '../support/place.ts'
import { drop, sample, sha256 } from '../support/samples.ts'

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

const place = makePlace()
let hub: RunningHub
let mediaPath: string
/** Of somebody who is here. */
let token: string
/** What plays of the dropped film. */
let film: Buffer

beforeAll(async () => {
  // Somebody's notes are a text like any other, and no film.
  writeFileSync(path.join(place.content, 'notes.md'), '# Notes\n')
  hub = await startHub(place.args)
  drop(place.content, 'film.mp4', sample('film.mp4'))
  const { media = '' } = await hub.judged('film.mp4')
  mediaPath = `/media/${media}`
  token = (await deskAt(hub.url).checkIn()).token
  film = readFileSync(path.join(place.data, 'store', media))
})

afterAll(async () => {
  await hub.stop()
  place.remove()
})

/** Sends the path as it is written: `fetch` would tidy it up, and may not name another host. */
function get(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(hub.url)
  return new Promise((resolve, reject) => {
    const request = ask({ hostname, port, path, method, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      )
    })
    request.on('error', reject)
    request.end()
  })
}

describe('the contract', () => {
  const readable = Object.entries<Operation>(operations).filter(
    ([, { method, answer }]) => method === 'get' && answer !== undefined,
  )

  /** What has to be asked for. */
  const queries: Readonly<Record<string, string>> = {
    holidays: '?region=DE-BY&year=2026',
    schedule: '?screen=screen-1&from=2026-11-23T00:00:00Z&to=2026-11-24T00:00:00Z',
    moment: '?at={now}',
  }

  test.each(readable)('%s answers as it is described', async (name, operation) => {
    const { now } = (await hub.health()).clock
    const path = operation.path
      .replace('{screen}', 'screen-1')
      .replace('{token}', token)
      .replace('{name}', 'default')
      .replace('{path}', 'notes.md')
    const { status, headers, body } = await get(`${path}${queries[name]?.replace('{now}', now) ?? ''}`)
    expect(status).toBe(200)
    expect(headers['content-type']).toMatch(/^application\/json/)
    expect(headers['cache-control']).toBe('no-store')
    expect(operation.answer?.safeParse(JSON.parse(body.toString())).error).toBeUndefined()
  })

  test('the description names every operation', async () => {
    const { paths } = JSON.parse((await get('/api/openapi.json')).body.toString()) as { readonly paths: object }
    expect(new Set(Object.keys(paths))).toEqual(new Set(Object.values(operations).map(({ path }) => path)))
  })

  test('a film that plays soon says when', async () => {
    const [asset] = await hub.assets()
    expect(asset?.nextPlay).toMatch(/^\d{4}-\d\d-\d\dT/)
  })

  test.each([
    ['/api/screens/screen-9/programme', 404, 'unknown-screen'],
    ['/api/screens/kitchen/programme', 404, 'unknown-screen'],
    [`/api/screens/screen-1/programme?after=${'x'.repeat(65)}`, 422, 'after'],
    ['/api/nothing', 404, 'unknown-route'],
    ['/api/live', 426, 'websocket'],
  ])('%s is refused with %i and a sentence', async (path, status, reason) => {
    const answer = await get(path)
    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.body.toString())).toEqual({ reason, message: expect.stringMatching(/^\S.*$/) })
  })

  test.each(['POST', 'PUT', 'DELETE', 'PATCH'])('%s changes nothing', async (method) => {
    expect((await get('/api/health', {}, method)).status).toBe(405)
    expect((await get('/', {}, method)).status).toBe(404)
    expect((await get(mediaPath, {}, method)).status).toBe(404)
  })
})

describe('strangers', () => {
  const port = () => new URL(hub.url).port

  test.each([
    ['a name that leads here', () => `clinic.example:${port()}`],
    ['a name that ends alike', () => `127.0.0.1.example:${port()}`],
    ['no port', () => '127.0.0.1'],
    ['another port', () => '127.0.0.1:1'],
  ])('a request for %s is sent back with 421', async (_, host) => {
    for (const path of ['/', '/api/health', '/api/assets', mediaPath]) {
      expect((await get(path, { host: host() })).status).toBe(421)
    }
  })

  test('this computer may be called by its usual names', async () => {
    for (const name of ['127.0.0.1', 'localhost', '[::1]']) {
      expect((await get('/api/health', { host: `${name}:${port()}` })).status).toBe(200)
    }
  })

  test.each(['https://evil.example', 'null', 'file://', 'http://localhost', 'app://other', 'http://127.0.0.1:1'])(
    'a page of %s may not call',
    async (origin) => {
      const answer = await get('/api/assets', { origin })
      expect(answer.status).toBe(403)
      expect(answer.body.toString()).not.toContain('film.mp4')
      expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    },
  )

  test('the pages of the hub and of the kiosk may', async () => {
    for (const origin of [hub.url, `http://localhost:${port()}`, 'app://anteroom']) {
      expect((await get('/api/assets', { origin })).status).toBe(200)
    }
  })

  test('every answer keeps browsers from guessing, embedding and telling', async () => {
    for (const path of ['/', '/api/health', mediaPath, '/api/nothing']) {
      const { headers } = await get(path)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
      })
    }
  })
})

describe('pages', () => {
  test.each(['/', '/tv/screen-1'])('%s runs only its own code and is framed by nobody', async (path) => {
    const { status, headers, body } = await get(path)
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self';.*frame-ancestors 'none'$/,
    )
    expect(headers['x-frame-options']).toBe('DENY')
    expect(body.toString()).not.toMatch(/<script(?![^>]*src=)/)
  })

  test('what a page needs is there, and may be kept for good', async () => {
    const page = (await get('/')).body.toString()
    const [, script = ''] = /src="(\/assets\/[^"]+\.js)"/.exec(page) ?? []
    const { status, headers } = await get(script)
    expect(status).toBe(200)
    expect(headers['cache-control']).toContain('immutable')
  })

  test.each([
    '/../../../../etc/passwd',
    '/..%2f..%2f..%2f..%2fetc%2fpasswd',
    '/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
    '/%2e%2e/hub.mjs',
    '/assets/../../hub.mjs',
    '/assets/..%5c..%5chub.mjs',
    '/tv/../../../package.json',
    '//etc/passwd',
    '/etc/passwd%00.html',
    '/%',
    '/%ff%fe',
    '/tv/screen-1/..',
    '/home/index.html/',
    '/nothing.html',
    '/.stamp',
  ])('%s leads nowhere', async (path) => {
    const { status, body } = await get(path)
    expect(status).toBe(404)
    expect(body.toString()).toMatch(/^(There is no such page\.\n)?$/)
  })
})

describe('media', () => {
  test('is served whole, byte for byte, and may be kept for good', async () => {
    const { status, headers, body } = await get(mediaPath)
    expect(status).toBe(200)
    expect(body.equals(film)).toBe(true)
    expect(mediaPath).toBe(`/media/${sha256(body)}.mp4`)
    expect(headers).toMatchObject({
      'accept-ranges': 'bytes',
      'content-type': 'video/mp4',
      'content-length': String(film.length),
      'cache-control': 'private, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
    })
  })

  test.each([
    ['bytes=0-99', 0, 100],
    ['bytes=1000-1999', 1_000, 2_000],
    ['bytes=500-', 500, undefined],
    ['bytes=-100', -100, undefined],
  ] as const)('%s is served as that part', async (range, from, to) => {
    const { status, headers, body } = await get(mediaPath, { range })
    const part = film.subarray(from, to)
    const first = from < 0 ? film.length + from : from
    expect(status).toBe(206)
    expect(body.equals(part)).toBe(true)
    expect(headers['content-range']).toBe(`bytes ${first}-${first + part.length - 1}/${film.length}`)
    expect(headers['content-length']).toBe(String(part.length))
  })

  test('a range behind the end is answered with how long it is', async () => {
    const { status, headers, body } = await get(mediaPath, { range: `bytes=${film.length}-` })
    expect([status, headers['content-range'], body.length]).toEqual([416, `bytes */${film.length}`, 0])
  })

  test('asking only for the headers sends only them', async () => {
    const { status, headers, body } = await get(mediaPath, {}, 'HEAD')
    expect([status, headers['content-length'], body.length]).toEqual([200, String(film.length), 0])
  })

  test.each([
    `/media/${'0'.repeat(64)}.mp4`,
    '/media/HASH.jpg',
    '/media/HASH',
    '/media/film.mp4',
    '/media/..%2fanteroom.sqlite',
    '/media/%2e%2e/anteroom.sqlite',
    '/media/',
  ])('%s is unknown', async (name) => {
    const { status, body } = await get(name.replace('HASH', sha256(film)))
    expect(status).toBe(404)
    expect(body.length).toBeLessThan(50)
  })

  test('a player that leaves in the middle of a film leaves nothing open', async () => {
    const { hostname, port } = new URL(hub.url)
    for (let times = 0; times < 20; times += 1) {
      await new Promise<void>((resolve) => {
        const request = ask({ hostname, port, path: mediaPath }, (response) => {
          response.once('data', () => response.destroy())
          response.once('close', () => resolve())
        })
        request.end()
      })
    }
    expect((await get(mediaPath)).status).toBe(200)
  })
})

test('what is no HTTP, or for nobody, is sent away, and the hub stays', async () => {
  const nonsense = [
    '\0\0\0\0\r\n\r\n',
    'GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n',
    `GET /${'a'.repeat(70_000)} HTTP/1.1\r\n\r\n`,
    'GET /api/health HTTP/1.1\r\nHost:\r\n\r\n',
    'GET /api/health HTTP/1.1\r\n\r\n',
    'GET /api/health HTTP/1.0\r\n\r\n',
  ]
  for (const text of nonsense) expect(await say(text)).toMatch(/^HTTP\/1\.1 4\d\d /)
  expect(await hub.health()).toMatchObject({ status: 'ok' })
  expect(hub.said()).toBe('')
})

/** @returns the first that is answered to these very bytes */
function say(text: string): Promise<string> {
  const { hostname, port } = new URL(hub.url)
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(text))
    socket.setEncoding('latin1').on('data', (answer: string) => {
      resolve(answer)
      socket.destroy()
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(''))
  })
}
