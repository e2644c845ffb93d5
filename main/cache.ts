/** A screen's verified local copy of its programme and media: it plays from here, with the hub or without. */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { link, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Programme, ProgrammeItem } from '../core/programme.ts'

export interface MediaCache {
  readonly pathOf: (file: string) => string
  /** Brings in everything a programme needs. @returns titles of what could not be had; the screen passes over it */
  readonly bring: (programme: Programme, hubUrl: string) => Promise<readonly string[]>
  readonly keepProgramme: (programme: Programme) => Promise<void>
  readonly lastProgramme: (screen: string) => Promise<Programme | undefined>
  /** Removes media that none of these programmes names. */
  readonly sweep: (programmes: readonly Programme[]) => Promise<void>
}

const tries = 3

/** A file of the store, named by its hash; of a small picture nobody has said how many bytes it has. */
interface Wanted {
  readonly file: string
  readonly bytes?: number
}

const postersOf = (items: readonly ProgrammeItem[]): readonly string[] => items.flatMap(({ poster }) => poster ?? [])

/**
 * @param folder belongs to the screens of this computer
 * @param localStore the hub's store if the hub runs on this computer: its files are linked, which costs no space
 */
export async function openCache(folder: string, localStore: string): Promise<MediaCache> {
  const media = path.join(folder, 'media')
  await mkdir(media, { recursive: true })
  const pathOf = (file: string) => path.join(media, file)
  const programmeFile = (screen: string) => path.join(folder, `${screen}.json`)
  const bringing = new Map<string, Promise<boolean>>()

  /** Several screens ask for the same file: it is brought once. */
  const bringOnce = (item: Wanted, hubUrl: string): Promise<boolean> => {
    const running = bringing.get(item.file) ?? bringFile(item, pathOf(item.file), localStore, hubUrl)
    bringing.set(item.file, running)
    return running.finally(() => bringing.delete(item.file))
  }

  return {
    pathOf,
    bring: async (programme, hubUrl) => {
      const missing: string[] = []
      const items = Object.values(programme.items)
      for (const item of items) if (!(await bringOnce(item, hubUrl))) missing.push(item.title)
      // A film without the picture behind it is still a film.
      for (const file of new Set(postersOf(items))) await bringOnce({ file }, hubUrl)
      return missing
    },
    keepProgramme: async (programme) => {
      await writeDurably(programmeFile(programme.screen), JSON.stringify(programme))
    },
    lastProgramme: async (screen) => {
      try {
        const kept = JSON.parse(await readFile(programmeFile(screen), 'utf8')) as Partial<Programme>
        // One of an older version is of no use: the hub, which is of this one, has another.
        return kept.rotation === undefined ? undefined : (kept as Programme)
      } catch {
        return undefined
      }
    },
    sweep: async (programmes) => {
      const items = programmes.flatMap((programme) => Object.values(programme.items))
      const needed = new Set([...items.map(({ file }) => file), ...postersOf(items)])
      for (const file of await readdir(media)) {
        if (!needed.has(file) && !bringing.has(file)) await rm(pathOf(file), { force: true })
      }
    },
  }
}

async function bringFile(
  { file, bytes }: Wanted,
  target: string,
  localStore: string,
  hubUrl: string,
): Promise<boolean> {
  // A name gets here only by way of a verified copy.
  const there = await stat(target).catch(() => undefined)
  if (there !== undefined && there.size === (bytes ?? there.size)) return true
  const ways = [linked(path.join(localStore, file)), ...Array<Way>(tries).fill(fetched(`${hubUrl}/media/${file}`))]
  const arriving = `${target}.new`
  for (const way of ways) {
    try {
      await rm(arriving, { force: true })
      await way(arriving)
      if ((await hashOf(arriving)) !== file.slice(0, 64)) continue
      await rename(arriving, target)
      return true
    } catch {
      // The next way, or none: the caller says what is missing.
    }
  }
  await rm(arriving, { force: true })
  return false
}

type Way = (arriving: string) => Promise<void>

const linked =
  (source: string): Way =>
  (arriving) =>
    link(source, arriving)

const fetched =
  (url: string): Way =>
  async (arriving) => {
    const response = await fetch(url)
    if (!response.ok || response.body === null) throw new Error(`${url}: ${response.status}`)
    const body = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0])
    await pipeline(body, createWriteStream(arriving, { flags: 'wx' }))
    await synced(arriving)
  }

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(`${file}.new`, 'w')
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(`${file}.new`, file)
}

async function synced(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
