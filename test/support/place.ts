/** Temporary folders and free ports, given back at the end. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export const projectRoot = path.resolve(import.meta.dirname, '../..')

export interface Place {
  readonly folder: string
  readonly content: string
  readonly playlists: string
  readonly data: string
  /** As arguments for hub and kiosk; the port is a free one. */
  readonly args: readonly string[]
  readonly remove: () => void
}

/** An installation of its own: empty content, playlists and data folders. */
export function makePlace(): Place {
  const folder = mkdtempSync(path.join(tmpdir(), 'anteroom-'))
  const [content, playlists, data] = ['content', 'playlists', 'data'].map((name) => path.join(folder, name)) as [
    string,
    string,
    string,
  ]
  mkdirSync(content)
  mkdirSync(playlists)
  return {
    folder,
    content,
    playlists,
    data,
    args: ['--content', content, '--playlists', playlists, '--data', data, '--port', '0', '--zone', 'Europe/Berlin'],
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  }
}
