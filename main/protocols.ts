/** `app://` serves the pages and the screen's programme, `media://` the verified media: the pages need no network. */
import { open, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { protocol } from 'electron'
import { mediaAnswer } from '../core/media-answer.ts'
import type { PlayBuffer } from './play-buffer.ts'
import type { Screens } from './screens.ts'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  // The clinic's logo comes with its name and colours.
  'img-src media: data:',
  'media-src media:',
  "font-src 'self'",
  // The live socket of the hub, which is on this computer.
  "connect-src 'self' ws://127.0.0.1:* ws://localhost:* ws://[::1]:*",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
const chunkBytes = 256 * 1024

/** To be called before the application is ready. */
export function declareSchemes(): void {
  const page = { standard: true, secure: true, supportFetchAPI: true }
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: page },
    { scheme: 'media', privileges: { ...page, stream: true, corsEnabled: true } },
  ])
}

/** @param pages folder of the built pages */
export function serveSchemes(
  pages: string,
  screens: Screens,
  hubUrl: () => Promise<string>,
  mediaPath: (file: string) => string,
  plays: Pick<PlayBuffer, 'add'> | undefined,
): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    if (url.host === 'anteroom' && url.pathname === '/api/plays' && request.method === 'POST') {
      return keptPlays(request, plays)
    }
    if (url.host !== 'anteroom' || request.method !== 'GET') return new Response(null, { status: 404 })
    if (url.pathname === '/api/hub') return Response.json({ url: await hubUrl() })
    const clip = /^\/api\/voice\/([a-z]{2}-[0-9a-f]{20}\.wav)$/.exec(url.pathname)?.[1]
    if (clip !== undefined) return spokenWord(`${await hubUrl()}/api/voice/${clip}`)
    const screen = /^\/api\/screens\/(screen-\d{1,2})\/programme$/.exec(url.pathname)?.[1]
    if (screen === undefined) return pageResponse(pages, url.pathname)
    const answer = await screens.programme(screen, url.searchParams.get('after'))
    return answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer)
  })
  protocol.handle('media', (request) => {
    const url = new URL(request.url)
    return mediaResponse(url.host === 'asset' ? url.pathname.slice(1) : '', request.headers.get('range'), mediaPath)
  })
}

/** Answered when they are on the disk: a page that is not answered tries again. */
async function keptPlays(request: Request, plays: Pick<PlayBuffer, 'add'> | undefined): Promise<Response> {
  try {
    const { plays: sent } = (await request.json()) as { readonly plays: readonly unknown[] }
    await plays?.add(sent)
    return new Response(null, { status: 204 })
  } catch (cause) {
    console.error('What was shown could not be written down; the page tries again:', cause)
    return new Response(null, { status: 503 })
  }
}

/** Words are spoken by the hub; without it there is no call to speak. */
async function spokenWord(address: string): Promise<Response> {
  const answer = await fetch(address).catch(() => undefined)
  if (!answer?.ok) return new Response(null, { status: 404 })
  const headers = { 'content-type': 'audio/wav', 'cache-control': 'max-age=31536000, immutable' }
  return new Response(await answer.arrayBuffer(), { headers: { ...headers, 'x-content-type-options': 'nosniff' } })
}

async function pageResponse(pages: string, route: string): Promise<Response> {
  // Normalised under a root first: nothing outside the pages can be named.
  const file = path.join(pages, path.normalize(`/${decodeURIComponent(route)}`))
  const type = types[path.extname(file)]
  const body = type === undefined ? undefined : await readFile(file).catch(() => undefined)
  if (type === undefined || body === undefined) return new Response(null, { status: 404 })
  return new Response(new Uint8Array(body), {
    headers: { 'content-type': type, 'content-security-policy': policy, 'x-content-type-options': 'nosniff' },
  })
}

/** Answers ranges itself: `net.fetch('file://…')` plays but cannot seek. */
async function mediaResponse(file: string, range: string | null, pathOf: (file: string) => string): Promise<Response> {
  const info = /^[0-9a-f]{64}\./.test(file) ? await stat(pathOf(file)).catch(() => undefined) : undefined
  const answer = info === undefined ? undefined : mediaAnswer(file, info.size, range)
  if (answer === undefined) return new Response(null, { status: 404 })
  const { status, headers, part } = answer
  return new Response(part === undefined ? null : await bytesOf(pathOf(file), part.first, part.last), {
    status,
    headers: { ...headers, 'access-control-allow-origin': 'app://anteroom' },
  })
}

/** Read as it is wanted; a page that turns away (seeks, releases) closes the file. */
async function bytesOf(file: string, first: number, last: number): Promise<ReadableStream<Uint8Array>> {
  const handle = await open(file)
  let position = first
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const wanted = Math.min(chunkBytes, last - position + 1)
        const { bytesRead, buffer } = await handle.read(new Uint8Array(wanted), 0, wanted, position)
        position += bytesRead
        if (bytesRead > 0) controller.enqueue(buffer.subarray(0, bytesRead))
        if (bytesRead > 0 && position <= last) return
        controller.close()
        await handle.close()
      } catch (cause) {
        controller.error(cause)
        await handle.close().catch(() => {})
      }
    },
    async cancel() {
      await handle.close()
    },
  })
}
