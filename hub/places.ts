/** Which folders this installation uses: by option, else in a clone its own, else in the user's data folder. */
import { cpSync, existsSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { demoFolder, type Options } from '../core/options.ts'

export interface Places {
  readonly content: string
  readonly playlists: string
  readonly data: string
  /** The built pages. */
  readonly pages: string
}

/**
 * @param root the folder that holds `build/`: a clone, or the package's own
 * @param environment only `XDG_DATA_HOME` is read
 */
export function placesOf(options: Options, root: string, environment: NodeJS.ProcessEnv): Places {
  const isClone = existsSync(path.join(root, 'tsconfig.json'))
  const xdg = environment.XDG_DATA_HOME
  const userData = path.join(
    xdg !== undefined && path.isAbsolute(xdg) ? xdg : path.join(homedir(), '.local/share'),
    'anteroom',
  )
  const base = path.resolve(options.data ?? (isClone ? path.join(root, '.anteroom') : userData))
  const data = options.demo ? path.join(base, demoFolder) : base
  const folder = (name: 'content' | 'playlists') => {
    const given = options[name]
    return given !== undefined ? path.resolve(given) : path.join(isClone ? root : data, name)
  }
  return { content: folder('content'), playlists: folder('playlists'), data, pages: path.join(root, 'build/pages') }
}

/** At its first start a packaged Anteroom copies its samples to where people can edit them. */
export function layOutSamples(places: Places, samples: string): void {
  for (const name of ['content', 'playlists'] as const) {
    const [from, to] = [path.join(samples, name), path.join(places.data, name)]
    if (places[name] === to && !existsSync(to) && existsSync(from)) cpSync(from, to, { recursive: true })
  }
}
