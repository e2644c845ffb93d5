/** What counts as a complaint of a page: a hub that is away does not, in whatever words Chromium says so. */
import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { complaintsOf, startBrowser } from '../support/browser.ts'

const hello = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi'
const halfAHandshake = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n'

let browser: Browser
let page: Page
let complaints: readonly string[]
let home: Server

beforeAll(async () => {
  browser = await startBrowser()
  home = await listening((socket) => socket.end(hello))
})

beforeEach(async () => {
  page = await browser.newPage()
  await page.goto(addressOf(home, 'http'))
  complaints = complaintsOf(page)
})

afterEach(() => page.close())

afterAll(async () => {
  await browser.close()
  home.close()
})

/** A server that treats every question as told. */
async function listening(answer: (socket: Socket) => void): Promise<Server> {
  const server = createServer((socket) => {
    // Whoever asked may be gone.
    socket.on('error', () => {}).once('data', () => answer(socket))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

function addressOf(server: Server, scheme: 'http' | 'ws'): string {
  const address = server.address()
  return `${scheme}://127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}/`
}

/** @returns once the page has lost its live connection, or has given it up */
const connect = (address: string, patienceMs = 10_000) =>
  page.evaluate(
    ([to, patience]) =>
      new Promise<void>((resolve) => {
        const socket = new WebSocket(to)
        socket.onclose = () => resolve()
        setTimeout(() => socket.close(), patience)
      }),
    [address, patienceMs] as const,
  )

const load = (address: string) =>
  page.evaluate(async (from) => {
    await fetch(from, { mode: 'no-cors' })
      .then((answer) => answer.text())
      .catch(() => {})
  }, address)

/** Whatever the console has to say of before is said before this. */
async function sayNow(word: string): Promise<void> {
  await page.evaluate((text) => console.error(text), word)
  await expect.poll(() => complaints.at(-1)).toBe(word)
}

test.for<readonly [how: string, answer: (socket: Socket) => void]>([
  ['closes', (socket) => socket.end()],
  ['breaks off', (socket) => socket.resetAndDestroy()],
  ['closes in the middle of its answer', (socket) => socket.end(halfAHandshake)],
  ['breaks off in the middle of its answer', (socket) => socket.write(halfAHandshake, () => socket.resetAndDestroy())],
])('a hub that %s is away', async ([, answer]) => {
  const server = await listening(answer)
  await connect(addressOf(server, 'ws'))
  await load(addressOf(server, 'http'))
  await sayNow('done')
  expect(complaints).toEqual(['done'])
  server.close()
})

test('so is one that nobody finds, that is not waited for, or that there is no network to', async () => {
  const server = await listening(() => {})
  const address = addressOf(server, 'ws')
  await connect(address, 0)
  await page.context().setOffline(true)
  await connect(address)
  await page.context().setOffline(false)
  server.close()
  await connect(address)
  await sayNow('done')
  expect(complaints).toEqual(['done'])
})

test.for([403, 503])('an answer that refuses the live connection with %i is a complaint', async (status) => {
  const server = await listening((socket) => socket.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\n\r\n`))
  await connect(addressOf(server, 'ws'))
  await expect.poll(() => complaints).toEqual([expect.stringContaining(`Unexpected response code: ${status}`)])
  server.close()
})

test('so is an answer that makes no sense, and whatever the page throws', async () => {
  const server = await listening((socket) => socket.end('hello\r\n\r\n'))
  await connect(addressOf(server, 'ws'))
  await page.evaluate(() => void setTimeout(() => Promise.reject(new Error('forgotten'))))
  await expect.poll(() => complaints).toEqual([expect.stringContaining('ERR_INVALID_HTTP_RESPONSE'), 'forgotten'])
  server.close()
})
