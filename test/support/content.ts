/** Changes the content folder through the hub, with a key of its own for each press. */
import { randomUUID } from 'node:crypto'
import type { ContentButton } from '../../core/content-contract.ts'
import type { Said } from './desk.ts'

export interface ContentClient {
  readonly put: (path: string, bytes: Buffer | string, headers?: Readonly<Record<string, string>>) => Promise<Said>
  readonly remove: (path: string, key?: string) => Promise<Said>
  readonly press: (button: ContentButton, body: object, key?: string) => Promise<Said>
}

export function contentAt(url: string): ContentClient {
  const said = async (response: Response): Promise<Said> => ({
    status: response.status,
    body: await response.json(),
    headers: response.headers,
  })
  const addressOf = (path: string) => `${url}/api/content/${path.split('/').map(encodeURIComponent).join('/')}`
  const key = (given: string = randomUUID()) => ({ 'idempotency-key': given })
  return {
    put: async (path, bytes, headers = {}) =>
      said(
        await fetch(addressOf(path), {
          method: 'PUT',
          headers: { ...key(), ...headers },
          body: typeof bytes === 'string' ? bytes : new Uint8Array(bytes),
        }),
      ),
    remove: async (path, given) => said(await fetch(addressOf(path), { method: 'DELETE', headers: key(given) })),
    press: async (button, body, given) =>
      said(
        await fetch(`${url}/api/content/${button}`, {
          method: 'POST',
          headers: { ...key(given), 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      ),
  }
}
