/** The listener for phones: what it lets in, and that it is a wall for everything else. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { lanAddress } from '../../hub/lan-address.ts'
import { PhoneLinks } from '../../hub/phone-links.ts'
import { PhoneListener } from '../../hub/phone-listener.ts'
import { Problems } from '../../hub/problems.ts'
import { type ContentClient, contentAt } from '../support/content.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { openHubForAll } from '../support/open-hub.ts'
import { makePlace, type Place } from '../support/place.ts'
import { sample } from '../support/samples.ts'

let place: Place
let hub: RunningHub
let content: ContentClient
let address: string
let origin: string

openHubForAll(['--phones', '127.0.0.1:0'], (opened) => {
  ;({ hub, place } = opened)
  content = contentAt(hub.url)
})

beforeAll(async () => {
  address = (await content.press('phone-open', {})).body.url
  origin = new URL(address).origin
})

const send = (name: string, body: Buffer | string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${address}/${name}`, {
    method: 'PUT',
    headers: { 'content-type': 'image/jpeg', ...headers },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  })

test('it serves the page to whoever has the code, and keeps it out of every cache', async () => {
  const response = await fetch(address)
  expect(response.status).toBe(200)
  expect(await response.text()).toContain('Choose photos or videos')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('referrer-policy')).toBe('no-referrer')
  expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/)
  for (const file of ['phone.js', 'phone.css']) expect((await fetch(`${origin}/t/${file}`)).status).toBe(200)
})

test('a wrong code and one that is over look the same, and so does everything else', async () => {
  const { body } = await content.press('phone-open', {})
  await content.press('phone-close', { link: body.link })
  const others = [
    ...[body.url, `${origin}/t/u/${'A'.repeat(22)}`, `${origin}/t/u/short`, `${origin}/t/u/`, `${origin}/t/u`],
    ...['/', '/studio', '/desk', '/api/health', '/api/assets', '/api/live?topics=assets', '/media/x', '/assets/x.js'],
    ...[
      '/t',
      '/t/',
      '/t/index.html',
      '/t/phone.html',
      '/t/ticket.html',
      '/t/gone.html',
      '/t/nothing.js',
      '/t/../hub.mjs',
      '/t/%2e%2e/%2e%2e/hub.mjs',
      '/t/phone.js/x',
    ],
  ].map((where) => (where.startsWith('/') ? `${origin}${where}` : where))
  const answers = await Promise.all(
    others.map(async (where) => {
      const response = await fetch(where)
      return `${response.status} ${await response.text()}`
    }),
  )
  expect(new Set(answers).size).toBe(1)
  expect(answers[0]).toMatch(/^404 There is nothing here/)
  for (const method of ['POST', 'DELETE', 'OPTIONS']) expect((await fetch(address, { method })).status).toBe(404)
})

test('what it takes lands in its own folder under a name that harms nobody', async () => {
  const photo = sample('photo.jpg')
  const names = [
    '..%2F..%2Fout.jpg',
    '%2e%2e%2f%2e%2e',
    'a%00b.jpg',
    '%ff.jpg',
    'CON.jpg',
    '.hidden.jpg',
    '%E2%80%AEgpj.exe',
  ]
  for (const name of names) expect((await send(name, photo)).status).toBe(201)
  const landed = readdirSync(path.join(place.content, 'from-phone')).sort()
  expect(landed).toEqual(['ab.jpg', 'file', 'file 2', 'file.jpg', 'gpj.exe', 'hidden.jpg', 'out.jpg'].sort())
  expect(readFileSync(path.join(place.content, 'from-phone', 'out.jpg')).equals(photo)).toBe(true)
  expect(existsSync(path.join(place.folder, 'out.jpg'))).toBe(false)
})

test('it takes no words about files: a note could accept that a film flashes', async () => {
  const plain = { 'content-type': 'application/octet-stream' }
  const names = ['flash.mp4.yaml', 'flash.mp4.YML', 'flash.mp4.vtt', 'text.md', 'a%00.yaml', 'flash.mp4.yaml.%20']
  for (const name of names) expect([name, (await send(name, 'flashing: accepted', plain)).status]).toEqual([name, 415])
  expect(readdirSync(path.join(place.content, 'from-phone')).filter((name) => /ya?ml|vtt|md/i.test(name))).toEqual([])
})

test('it refuses what is no photo, what has no size, and what is too large', async () => {
  expect((await send('page.html', '<p>', { 'content-type': 'text/html' })).status).toBe(415)
  const { pathname, host, port } = new URL(address)
  const raw = (head: string) =>
    new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1')
      socket.once('data', (data) => {
        resolve(String(data).split('\r\n')[0] ?? '')
        socket.destroy()
      })
      socket.write(`PUT ${pathname}/a.jpg HTTP/1.1\r\nHost: ${host}\r\n${head}\r\n\r\n`)
    })
  expect(await raw('Transfer-Encoding: chunked')).toContain('411')
  expect(await raw(`Content-Length: ${3 * 1024 ** 3}`)).toContain('413')
})

test('a code is good for twenty files', async () => {
  address = (await content.press('phone-open', {})).body.url
  const statuses: number[] = []
  for (let at = 0; at < 21; at += 1) statuses.push((await send(`many ${at}.jpg`, 'x')).status)
  expect(statuses).toEqual([...Array(20).fill(201), 409])
})

test('whoever asks too often is told to wait', async () => {
  const statuses: number[] = []
  for (let at = 0; at < 130; at += 1) statuses.push((await fetch(`${origin}/t/u/${'B'.repeat(22)}`)).status)
  expect(statuses.at(-1)).toBe(429)
})

test('no address of a phone is said anywhere', () => {
  expect(hub.said()).not.toMatch(/127\.0\.0\.1|\/t\/u\//)
})

test('without the option there is no such listener, and the page says how to switch it on', async () => {
  const other = makePlace()
  const plain = await startHub(other.args)
  const { status, body } = await contentAt(plain.url).press('phone-open', {})
  expect([status, body.reason]).toEqual([409, 'phones-off'])
  expect(body.message).toContain('--phones 8711')
  await plain.stop()
  other.remove()
})

test('a code lives ten minutes', () => {
  let now = 0
  const links = new PhoneLinks(() => now)
  const { token, livesMs } = links.open()
  expect(Buffer.from(token, 'base64url')).toHaveLength(16)
  expect(livesMs).toBe(600_000)
  now = livesMs - 1
  expect(links.isOpen(token)).toBe(true)
  now = livesMs
  expect(links.isOpen(token)).toBe(false)
})

test('the address in the code is one that a phone can reach', () => {
  const one = (address: string, internal = false) => [
    { address, netmask: '', family: 'IPv4' as const, mac: '', internal, cidr: null },
  ]
  const all = {
    lo: one('127.0.0.1', true),
    docker0: one('172.17.0.1'),
    eth0: one('192.168.1.20'),
    tun0: one('10.8.0.2'),
  }
  expect(lanAddress(all)).toBe('192.168.1.20')
  expect(lanAddress({ lo: one('127.0.0.1', true) })).toBeUndefined()
  expect(lanAddress({ eth0: one('169.254.3.4') })).toBeUndefined()
})

test('once it is closed it has no address, and whoever asks for one is told so', async () => {
  // Nobody comes, so nothing is asked of these.
  const [files, tickets, desk] = [{} as never, {} as never, {} as never]
  const at = { host: '127.0.0.1', port: 0 }
  const listener = new PhoneListener({
    ...{ at, isBehindProxy: false, files, tickets, desk, problems: new Problems(), now: () => 0 },
  })
  await listener.open()
  expect(listener.origin()).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  const closed = listener.close()
  expect(listener.origin()).toBe(undefined)
  expect(listener.openLink()).toMatchObject({ body: { reason: 'phones-off' } })
  await closed
})
