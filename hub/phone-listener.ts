/** The second listener, off unless asked for: phones open their ticket's page and add files through it, and reach nothing else. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isMarkdown } from '../core/asset.ts'
import { linkId } from '../core/content-contract.ts'
import { tidyName } from '../core/content-path.ts'
import { ticketToken } from '../core/phone-contract.ts'
import { isBeside } from '../core/sidecar.ts'
import type { Answer } from './answer-book.ts'
import { refusal } from './changing.ts'
import { isoOf } from './clock.ts'
import type { ContentDesk } from './content-desk.ts'
import { codeOf, reasonOf } from './fault.ts'
import { lanAddress } from './lan-address.ts'
import { PerMinute } from './per-minute.ts'
import { type PhoneFile, type PhoneFiles, phoneHeaders } from './phone-files.ts'
import { PhoneLinks } from './phone-links.ts'
import type { Problems } from './problems.ts'
import type { TicketPages } from './ticket-pages.ts'

const largestBytes = 2 * 1024 ** 3
const folder = 'from-phone'
const about = 'phones'
/** Every patient's page holds one or two open. */
const mostConnections = 512
const uploadMayTakeMs = 60 * 60_000
/** Page, program, letters and twenty files are about thirty. Ticket pages have limits of their own. */
const mostAMinute = 120
/** Behind a proxy all phones come from one address. */
const mostThroughProxy = 20 * mostAMinute
/** Below the token of a ticket. */
const ticketPlaces: readonly (string | undefined)[] = [undefined, 'live', 'more-time', 'leaving', 'feedback']

interface Settings {
  /** Absent when nobody asked for it. */
  readonly at: { readonly host?: string; readonly port: number } | undefined
  /** Whether a proxy of the clinic's hands phones on. */
  readonly isBehindProxy: boolean
  readonly files: PhoneFiles
  readonly tickets: Pick<TicketPages, 'knows' | 'answer'>
  readonly desk: Pick<ContentDesk, 'put'>
  readonly problems: Problems
  readonly now: () => number
}

export class PhoneListener {
  readonly #settings: Settings
  readonly #links = new PhoneLinks(() => performance.now())
  readonly #requests: PerMinute
  #server: Server | undefined

  constructor(settings: Settings) {
    this.#settings = settings
    this.#requests = new PerMinute(settings.isBehindProxy ? mostThroughProxy : mostAMinute)
  }

  /** A port that is taken is no reason for a dark TV: then only phones cannot add anything. */
  async open(): Promise<void> {
    const { at, problems } = this.#settings
    if (at === undefined) return
    const server = createServer({ headersTimeout: 10_000, requestTimeout: uploadMayTakeMs }, (request, response) => {
      void this.#answer(request, response).catch((cause) => {
        console.error(`A phone could not be answered: ${reasonOf(cause)}.`)
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
      const message = `Phones cannot open ticket pages or add files: ${why}. Start again with another port: --phones PORT. Everything else goes on.`
      problems.set(about, [{ message }])
      return
    }
    this.#server = server
  }

  async close(): Promise<void> {
    const server = this.#server
    if (server === undefined) return
    // From here on it has no address to tell.
    this.#server = undefined
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeAllConnections()
    await closed
  }

  isOpen(): boolean {
    return this.#server !== undefined
  }

  /** Where phones reach it; undefined while it is off, or in no network. */
  origin(): string | undefined {
    if (this.#server === undefined) return undefined
    const { port } = this.#server.address() as AddressInfo
    const host = this.#settings.at?.host ?? lanAddress()
    return host === undefined ? undefined : `http://${host}:${port}`
  }

  openLink(): Answer {
    if (this.#server === undefined) return off
    const origin = this.origin()
    if (origin === undefined) return noNetwork
    const { token, livesMs } = this.#links.open()
    const url = `${origin}/t/u/${token}`
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
    const { files, tickets } = this.#settings
    const [, first, second = '', third, name, ...more] = (request.url ?? '').split('?')[0]?.split('/') ?? []
    // Whoever has a ticket is counted by it: a waiting room may share one address.
    const isTicket = first === 't' && tickets.knows(second)
    if (!isTicket && this.#requests.isTooMuch(request.socket.remoteAddress ?? '')) return send(response, tooMany)
    if (first !== 't' || more.length > 0) return nothingHere(response)
    if (ticketToken.safeParse(second).success) {
      const isPlace = name === undefined && ticketPlaces.includes(third)
      return isPlace ? tickets.answer(request, response) : nothingHere(response)
    }
    const isReading = request.method === 'GET' || request.method === 'HEAD'
    if (second !== 'u')
      return isReading && third === undefined ? file(await files.part(second), response) : nothingHere(response)
    const token = third ?? ''
    // A wrong token and one that is over look the same.
    if (!linkId.safeParse(token).success || !this.#links.isOpen(token)) return nothingHere(response)
    if (name === undefined && isReading) return file(files.page('phone'), response)
    if (name === undefined || request.method !== 'PUT') return nothingHere(response)
    return send(response, await this.#receive(request, token, name))
  }

  async #receive(request: IncomingMessage, token: string, encoded: string): Promise<Answer> {
    const bytes = Number(request.headers['content-length'] ?? Number.NaN)
    if (!Number.isSafeInteger(bytes)) return refusal(411, 'no-length', 'The size of the file is missing.')
    const type = request.headers['content-type'] ?? ''
    if (!/^($|image\/|video\/|application\/octet-stream)/.test(type)) return notMedia
    const name = tidyName(decoded(encoded))
    // Words about a file could lift its dates, or accept that it flashes.
    if (isBeside(name) || isMarkdown(name)) return notMedia
    if (!this.#links.begin(token)) return enough
    let isThere = false
    try {
      const upload = { source: request, bytes, largestBytes, place: 'free' as const }
      const answer = await this.#settings.desk.put(`${folder}/${name}`, upload)
      isThere = answer.status < 300
      return answer
    } finally {
      if (!isThere) this.#links.giveBack(token)
    }
  }
}

function file(found: PhoneFile | undefined, response: ServerResponse): void {
  if (found === undefined) nothingHere(response)
  else {
    const { body, type } = found
    response.writeHead(200, { ...phoneHeaders, 'content-type': type, 'content-length': body.length }).end(body)
  }
}

function send(response: ServerResponse, { status, body }: Answer): void {
  // What is still on its way after a refusal is not waited for.
  const close = status < 300 ? {} : { connection: 'close' }
  response
    .writeHead(status, { ...phoneHeaders, ...close, 'content-type': 'application/json' })
    .end(JSON.stringify(body))
}

function nothingHere(response: ServerResponse): void {
  const text = 'There is nothing here. A code for adding files lasts ten minutes: ask for a new one.\n'
  response
    .writeHead(404, { ...phoneHeaders, connection: 'close', 'content-type': 'text/plain; charset=utf-8' })
    .end(text)
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
