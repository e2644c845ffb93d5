/** Mounts the contract, the live socket, pages and media on one loopback listener, and keeps strangers out. */
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type HttpBindings, type ServerType, serve } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { liveTopics, type Operation, operations, screenId } from '../core/contract.ts'
import { openApiDocument } from '../core/openapi.ts'
import { version } from './build-info.ts'
import { codeOf, EnvironmentFault, reasonOf } from './fault.ts'
import { JsonText } from './json-text.ts'
import type { Live } from './live.ts'
import { mediaResponse } from './media-response.ts'
import { pageResponse } from './page-response.ts'

/** What answers each operation; the contract says where it is mounted and who may call it. */
export interface Answers {
  readonly health: () => unknown
  readonly assets: () => unknown
  readonly screens: () => unknown
  /** Waits until the screen's revision differs from `after`; undefined when it did not in time, null for no such screen. */
  readonly programme: (screen: string, after: string | undefined, signal: AbortSignal) => Promise<unknown>
  readonly mediaPath: (file: string) => string
  readonly mediaIsWhole: (file: string) => Promise<boolean>
  /** Adds the addresses of parts that bring their own. */
  readonly mount: (app: Hono) => void
}

export interface Listener {
  readonly url: string
  readonly close: () => Promise<void>
}

/** A film of eight gigabytes over a slow network; who sends nothing at all is given up much earlier (upload.ts). */
const requestMayTakeMs = 4 * 3_600_000

const openPath = (operation: Operation) => operation.path.replaceAll(/\{(\w+)\}/g, ':$1')

export async function listen(
  host: string,
  port: number,
  answers: Answers,
  live: Live,
  pages: string,
): Promise<Listener> {
  const authorities = new Set<string>()
  const app = routes(answers, pages, authorities)
  const server = await listening(app, host, port)
  const actual = (server.address() as AddressInfo).port
  for (const name of ['127.0.0.1', 'localhost', '[::1]']) authorities.add(`${name}:${actual}`)
  server.on('upgrade', (request: IncomingMessage, socket, head: Buffer) => {
    // Whoever breaks off while being refused must not take the hub along.
    socket.on('error', () => socket.destroy())
    const refuse = (status: string) => socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`)
    if (!authorities.has(request.headers.host ?? '')) return refuse('421 Misdirected Request')
    if (!isAllowedOrigin(request.headers.origin, authorities)) return refuse('403 Forbidden')
    const url = URL.parse(request.url ?? '/', 'http://hub')
    if (url?.pathname !== operations.live.path) return refuse('404 Not Found')
    const topics = (url.searchParams.get('topics') ?? '').split(',').filter((name) => name !== '')
    const isKnown = topics.every((name) => (name.split(':')[0] ?? '') in liveTopics)
    if (!isKnown || live.unknownAmong(topics).length > 0) return refuse('404 Not Found')
    live.accept(request, socket, head, topics)
  })
  return {
    url: `http://${host === '::1' ? '[::1]' : host}:${actual}`,
    close: async () => {
      live.close()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      if ('closeAllConnections' in server) server.closeAllConnections()
      await closed
    },
  }
}

function routes(answers: Answers, pages: string, authorities: ReadonlySet<string>): Hono {
  const app = new Hono()
  app.use(async (context, next) => {
    // Exact names only: a page elsewhere must not reach the hub through a name of its own (DNS rebinding).
    if (!authorities.has(context.req.header('host') ?? '')) return context.body('Unknown host name.', 421)
    if (!isAllowedOrigin(context.req.header('origin'), authorities))
      return refused(context, 403, 'origin', 'This page may not call Anteroom.')
    // On Node's own answer: added to a finished one of Hono's, each of them would make a new one, with a stream for its body.
    const { outgoing } = context.env as HttpBindings
    outgoing.setHeader('x-content-type-options', 'nosniff')
    outgoing.setHeader('referrer-policy', 'no-referrer')
    outgoing.setHeader('cross-origin-resource-policy', 'same-origin')
    await next()
    return undefined
  })
  const get = (operation: Operation, answer: (context: Context) => Response | Promise<Response>) =>
    app.get(openPath(operation), answer)
  const json = (operation: Operation, answer: () => unknown) => get(operation, (context) => written(context, answer()))
  json(operations.health, answers.health)
  json(operations.assets, answers.assets)
  json(operations.screens, answers.screens)
  json(operations.openapi, () => openApiDocument(version))
  get(operations.programme, async (context) => {
    const screen = screenId.safeParse(context.req.param('screen'))
    const after = context.req.query('after')
    if (after !== undefined && after.length > 64) return refused(context, 422, 'after', 'after: at most 64 characters.')
    const answer = screen.success ? await answers.programme(screen.data, after, context.req.raw.signal) : null
    if (answer === null) return refused(context, 404, 'unknown-screen', 'There is no such screen.')
    return answer === undefined ? context.body(null, 204) : written(context, answer)
  })
  get(operations.live, (context) => refused(context, 426, 'websocket', 'This address speaks WebSocket only.'))
  get(operations.media, (context) =>
    mediaResponse(context.req.param('file') ?? '', context.req.raw, answers.mediaPath, answers.mediaIsWhole),
  )
  answers.mount(app)
  app.all('/api/*', (context) => {
    const isKnown = Object.values(operations).some(({ path }) => path === context.req.path)
    return isKnown
      ? refused(context, 405, 'method', `${context.req.method} is not possible here.`)
      : refused(context, 404, 'unknown-route', 'There is no such address. What there is: /api/openapi.json')
  })
  app.get('*', (context) => pageResponse(context.req.path, pages))
  app.onError((cause, context) => {
    console.error(`${context.req.method} ${context.req.path}: ${reasonOf(cause)}`)
    return refused(context, 500, 'fault', 'Something went wrong in Anteroom. Try again; if it stays, run the doctor.')
  })
  return app
}

const written = (context: Context, answer: unknown) =>
  answer instanceof JsonText
    ? context.body(answer.bytes, 200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    : context.json(answer as object, 200, { 'cache-control': 'no-store' })

const refused = (context: Context, status: 403 | 404 | 405 | 422 | 426 | 500, reason: string, message: string) =>
  context.json({ reason, message }, status)

/** Absent is accepted (a program on this computer); present it must be one of ours. */
function isAllowedOrigin(origin: string | undefined, authorities: ReadonlySet<string>): boolean {
  if (origin === undefined || origin === 'app://anteroom') return true
  return origin.startsWith('http://') && authorities.has(origin.slice('http://'.length))
}

async function listening(app: Hono, host: string, port: number): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const serverOptions = { requestTimeout: requestMayTakeMs }
    const server = serve({ fetch: app.fetch, hostname: host, port, serverOptions }, () => resolve(server))
    server.once('error', (cause) => {
      const why =
        codeOf(cause) === 'EADDRINUSE'
          ? `Port ${port} is in use by another program. Close that program, or choose another port: --port N (0 takes a free one).`
          : `The hub cannot listen on ${host}, port ${port} (${reasonOf(cause)}). Choose another port: --port N.`
      reject(new EnvironmentFault(why, { cause }))
    })
  })
}
