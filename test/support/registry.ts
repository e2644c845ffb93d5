/** An npm registry on this computer, with the packages a test gives it; it counts what it is asked. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Registry {
  readonly url: string
  /** Paths asked for, in order. */
  readonly asked: readonly string[]
  readonly serve: (name: string, version: string, tarball: string) => void
  readonly close: () => void
}

export const sha512Of = (file: string) => createHash('sha512').update(readFileSync(file)).digest('base64')

export async function startRegistry(): Promise<Registry> {
  const asked: string[] = []
  const packages = new Map<string, { readonly version: string; readonly tarball: string }>()
  const server = createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url ?? '/', 'http://registry').pathname.slice(1))
    asked.push(name)
    if (name === '-/ping') return void response.end('{}')
    const wanted = packages.get(name.replace(/\.tgz$/, ''))
    if (!wanted) return void response.writeHead(404).end('{}')
    if (name.endsWith('.tgz')) return void response.end(readFileSync(wanted.tarball))
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(description(url, name, wanted.version, wanted.tarball)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return {
    url,
    asked,
    serve: (name, version, tarball) => void packages.set(name, { version, tarball }),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

function description(url: string, name: string, version: string, tarball: string) {
  const dist = { tarball: `${url}${encodeURIComponent(name)}.tgz`, integrity: `sha512-${sha512Of(tarball)}` }
  return { name, 'dist-tags': { latest: version }, versions: { [version]: { name, version, dist } } }
}
