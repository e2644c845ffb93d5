/** Serves the built pages: the front desk, the studio, the reports, explainers on paper, a preview of each screen, and the overview. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'

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
  "img-src 'self' data:",
  "media-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * @param route path of the request: `/`, `/desk`, `/room`, `/studio`, `/studio/now`, `/tv/screen-1`, or a built file
 * @param pages folder of the built pages
 */
export async function pageResponse(route: string, pages: string): Promise<Response> {
  const wanted = pageOf(route) ?? route.slice(1)
  const file = path.join(pages, path.normalize(`/${wanted}`))
  const type = types[path.extname(file)]
  const body = type === undefined ? undefined : await readFile(file).catch(() => undefined)
  if (type === undefined || body === undefined) return new Response('There is no such page.\n', { status: 404 })
  const isLasting = route.startsWith('/assets/')
  return new Response(new Uint8Array(body), {
    headers: {
      'content-type': type,
      'content-security-policy': policy,
      'cache-control': isLasting ? 'private, max-age=31536000, immutable' : 'no-cache',
      'x-frame-options': 'DENY',
    },
  })
}

function pageOf(route: string): string | undefined {
  if (route === '/') return 'home/index.html'
  const pages = ['/desk', '/room', '/studio', '/settings', '/report']
  if (pages.includes(route)) return `${route.slice(1)}/index.html`
  if (route === '/monthly') return 'month/index.html'
  if (route === '/print/explainer') return 'print/index.html'
  if (/^\/studio\/(playlists|schedule|now|film)\/?$/.test(route)) return 'studio/index.html'
  // The first set-up is the settings in steps.
  if (route === '/setup') return 'settings/index.html'
  return /^\/tv\/screen-\d+$/.test(route) ? 'tv/index.html' : undefined
}
