/** The second listener, off unless asked for: phones in the clinic's network add files through it, and reach nothing else. */
import { readdir, readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { linkId } from '../core/content-contract.ts'
import { tidyName } from '../core/content-path.ts'
import type { Answer } from './answer-book.ts'
import { refusal } from './changing.ts'
import { isoOf } from './clock.ts'
import type { ContentDesk } from './content-desk.ts'
import { codeOf, reasonOf } from './fault.ts'
import { lanAddress } from './lan-address.ts'
import { PhoneLinks } from './phone-links.ts'
import type { Problems } from './problems.ts'

const largestBytes = 2 * 1024 ** 3
const folder = 'from-phone'
const about = 'phones'
const mostConnections = 64
const uploadMayTakeMs = 60 * 60_000
/** Page, program, letters and twenty files are about thirty. */
const mostAMinute = 120

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
}
const policy = [
  "default-src 'none'",
  ...["script-src 'self'", "style-src 'self'", "font-src 'self'", "connect-src 'self'"],
  ...["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
].join('; ')
const headers = {
  'cache-control': 'no-store',
  'content-security-policy': policy,
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

interface Settings {
  /** Absent when nobody asked for it. */
  readonly at: { readonly host?: string; readonly port: number } | undefined
  /** The built page for phones. */
  readonly pages: string
  readonly desk: Pick<ContentDesk, 'put'>
  readonly problems: Problems
  readonly now: () => number
}

export class PhoneListener {
  readonly #settings: Settings
  readonly #links = new PhoneLinks(() => performance.now())
  readonly #files = new Map<string, Buffer>()
  readonly #requests = new Map<string, number>()
  #server: Server | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(settings: Settings) {
    this.#settings = settings
  }

  /** A port that is taken is no reason for a dark TV: then only phones cannot add anything. */
  async open(): Promise<void> {
    const { at, pages, problems } = this.#settings
    if (at === undefined) return
    for (const name of await readdir(pages).catch(() => [])) {
      if (path.extname(name) in types) this.#files.set(name, await readFile(path.join(pages, name)))
    }
    const server = createServer({ headersTimeout: 10_000, requestTimeout: uploadMayTakeMs }, (request, response) => {
      void this.#answer(request, response).catch((cause) => {
        console.error(`Adding from a phone failed: ${reasonOf(cause)}.`)
        if (!response.headersSent) send(response, fault)
      })
    })
    server.maxConnections = mostConnections
    server.on('clientError', (_, socket) => socket.destroy())
    const trouble = await new Promise<unknown>((resolve) => {
      server.once('error', resolve)
      server.listen(at.port, at.host ?? '0.0.0.0', () => resolve(undefined))
    })
    if (trouble !== undefined) {
      const why = codeOf(trouble) === 'EADDRINUSE' ? `port ${at.port} is in use` : reasonOf(trouble)
      const message = `Phones cannot add files: ${why}. Start again with another port: --phones PORT. Everything else goes on.`
      problems.set(about, [{ message }])
      return
    }
    this.#server = server
    this.#timer = setInterval(() => this.#requests.clear(), 60_000)
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    const server = this.#server
    if (server === undefined) return
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeAllConnections()
    await closed
  }

  openLink(): Answer {
    if (this.#server === undefined) return off
    const { port } = this.#server.address() as AddressInfo
    const host = this.#settings.at?.host ?? lanAddress()
    if (host === undefined) return noNetwork
    const { token, livesMs } = this.#links.open()
    const url = `http://${host}:${port}/t/u/${token}`
    return {
      status: 200,
      body: { link: token, url, until: isoOf(this.#settings.now() + livesMs), seconds: livesMs / 1_000 },
    }
  }

  closeLink(token: string): Answer {
    this.#links.close(token)
    return { status: 200, body: {} }
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.#isTooMuch(request.socket.remoteAddress ?? '')) return send(response, tooMany)
    const [, first, second, token = '', name, ...more] = (request.url ?? '').split('?')[0]?.split('/') ?? []
    if (first !== 't' || more.length > 0) return nothingHere(response)
    const isReading = request.method === 'GET' || request.method === 'HEAD'
    if (second !== 'u')
      return isReading && token === '' && second !== 'index.html' ? this.#file(second, response) : nothingHere(response)
    // A wrong token and one that is over look the same.
    if (!linkId.safeParse(token).success || !this.#links.isOpen(token)) return nothingHere(response)
    if (name === undefined && isReading) return this.#file('index.html', response)
    if (name === undefined || request.method !== 'PUT') return nothingHere(response)
    return send(response, await this.#receive(request, token, name))
  }

  async #receive(request: IncomingMessage, token: string, encoded: string): Promise<Answer> {
    const bytes = Number(request.headers['content-length'] ?? Number.NaN)
    if (!Number.isSafeInteger(bytes)) return refusal(411, 'no-length', 'The size of the file is missing.')
    const type = request.headers['content-type'] ?? ''
    if (!/^($|image\/|video\/|application\/octet-stream)/.test(type)) return notMedia
    if (!this.#links.begin(token)) return enough
    let isThere = false
    try {
      const upload = { source: request, bytes, largestBytes, place: 'free' as const }
      const answer = await this.#settings.desk.put(`${folder}/${tidyName(decoded(encoded))}`, upload)
      isThere = answer.status < 300
      return answer
    } finally {
      if (!isThere) this.#links.giveBack(token)
    }
  }

  #file(name: string | undefined, response: ServerResponse): void {
    const body = this.#files.get(name ?? '')
    const type = types[path.extname(name ?? '')]
    if (body === undefined || type === undefined) nothingHere(response)
    else response.writeHead(200, { ...headers, 'content-type': type, 'content-length': body.length }).end(body)
  }

  /** Remembered for a minute, in memory only. */
  #isTooMuch(address: string): boolean {
    const count = (this.#requests.get(address) ?? 0) + 1
    this.#requests.set(address, count)
    return count > mostAMinute
  }
}

function send(response: ServerResponse, { status, body }: Answer): void {
  // What is still on its way after a refusal is not waited for.
  const close = status < 300 ? {} : { connection: 'close' }
  response.writeHead(status, { ...headers, ...close, 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function nothingHere(response: ServerResponse): void {
  const text = 'There is nothing here. A code for adding files lasts ten minutes: ask for a new one.\n'
  response.writeHead(404, { ...headers, connection: 'close', 'content-type': 'text/plain; charset=utf-8' }).end(text)
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return ''
  }
}

const off = refusal(
  409,
  'phones-off',
  'Adding from a phone is switched off. Whoever looks after this computer can switch it on by starting Anteroom with npm start -- --phones 8711, or with ANTEROOM_PHONES=8711.',
)
const noNetwork = refusal(409, 'no-network', 'This computer is in no network that a phone could be in as well.')
const enough = refusal(409, 'enough', 'Twenty files have been added with this code. Ask for a new one.')
const notMedia = refusal(415, 'not-media', 'Only photos and videos can be added here.')
const tooMany = refusal(429, 'too-many', 'That was too much at once. Wait a minute.')
const fault = refusal(500, 'fault', 'Something went wrong. Try again.')
