/** Recomputes each screen's programme when library, playlists, brand or time ask for it, and publishes what differs. */
import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { endMs, type Loop, type TimelineItem } from '../core/loop.ts'
import { defaultPlaylist, mostItems, resolvePlaylist } from '../core/playlist.ts'
import type { Programme, ProgrammeItem } from '../core/programme.ts'
import { mayStartWithin } from '../core/rotation.ts'
import { continueTimeline, cutTimeline } from '../core/timeline.ts'
import type { BrandFile } from './brand-file.ts'
import { type Clock, isoOf, msOf } from './clock.ts'
import type { Database } from './database.ts'
import { JsonText } from './json-text.ts'
import type { NotedLibrary } from './noted-library.ts'
import type { Playlists } from './playlists.ts'
import type { Problems } from './problems.ts'

/** How far a screen can go on alone. */
const aloneMs = 35 * 24 * 3_600_000
// Also what survives sleep, clock steps and the end of the timeline.
const everyMs = 30_000
// A folder of a thousand files arrives as a thousand changes.
const gatherMs = 100
/** At most this share of the hub's time goes into programmes while files keep coming: one part in ten. */
const restPerWork = 9

const cutMessage = `There is more to show than a screen can play in turn. The first ${mostItems.toLocaleString('en')} by name play, the others never do. Put them into folders, and write a playlist for what shall play.`

interface Sources {
  readonly database: Database
  readonly clock: Clock
  readonly library: Pick<NotedLibrary, 'playable'>
  readonly playlists: Playlists
  readonly brand: BrandFile
  readonly problems: Problems
}

/** A programme as it is handed out: five thousand items are written out once, for all that ask. */
interface Written {
  readonly revision: string
  /** How many items its loop has. */
  readonly places: number
  /** A `Programme`. */
  readonly text: JsonText
}

export interface NextPlay {
  /** Milliseconds since 1970 UTC. */
  readonly atMs: number
  readonly screen: string
}

export class Programmer {
  readonly screens: readonly string[]
  readonly #sources: Sources
  readonly #timelines = new Map<string, readonly TimelineItem[]>()
  readonly #programmes = new Map<string, Written>()
  readonly #cuts = new Map<string, string>()
  readonly #listeners = new Set<(screen: string) => void>()
  #timer: NodeJS.Timeout | undefined
  #gathering: NodeJS.Timeout | undefined
  #lastTookMs = 0
  #refreshes = 0
  #isClosed = false

  /** @param screens how many logical displays there are; their ids are screen-1 … */
  constructor(screens: number, sources: Sources) {
    this.#sources = sources
    this.screens = Array.from({ length: screens }, (_, index) => `screen-${index + 1}`)
    for (const screen of this.screens) this.#timelines.set(screen, this.#savedTimeline(screen))
  }

  start(): void {
    const loop = this.#resolved()
    for (const screen of this.screens) this.#programme(screen, loop)
    // Nothing is warm yet: the first time says little about the next.
    this.#lastTookMs = 0
    this.#timer = setInterval(() => void this.#refresh(), everyMs)
  }

  close(): void {
    this.#isClosed = true
    clearInterval(this.#timer)
    clearTimeout(this.#gathering)
  }

  onChange(listener: (screen: string) => void): void {
    this.#listeners.add(listener)
  }

  programmeOf(screen: string): Written | undefined {
    return this.#programmes.get(screen)
  }

  /** When and where an asset is next to be seen; by asset id. */
  nextPlays(): ReadonlyMap<string, NextPlay> {
    const now = this.#sources.clock.now()
    const next = new Map<string, NextPlay>()
    for (const [screen, timeline] of this.#timelines) {
      for (const { item, startMs: atMs } of timeline) {
        if (atMs >= now && atMs < (next.get(item.assetId)?.atMs ?? Number.POSITIVE_INFINITY))
          next.set(item.assetId, { atMs, screen })
      }
    }
    return next
  }

  /** What a screen is to show at this moment. */
  playingOn(screen: string): ProgrammeItem | undefined {
    const now = this.#sources.clock.now()
    return this.#timelines.get(screen)?.find((entry) => entry.startMs <= now && endMs(entry) > now)?.item
  }

  /** Leaves what is on the screens at once, in the middle of it. @param isLeft asked of what is on each screen */
  cut(isLeft: (item: ProgrammeItem) => boolean): void {
    // What is computed at the moment knows nothing of this.
    this.#refreshes += 1
    const loop = this.#resolved()
    const now = this.#sources.clock.now()
    for (const screen of this.screens) {
      const before = this.#timelines.get(screen) ?? []
      const { timeline, isCut } = cutTimeline(before, loop, now, ({ item }) => isLeft(item))
      if (isCut) this.#cuts.set(screen, isoOf(now))
      this.#save(screen, timeline)
      this.#programme(screen, loop)
    }
  }

  /** Asks for a new computation soon; many askings at once make one. */
  refreshSoon(): void {
    this.#gathering ??= setTimeout(() => void this.#refresh(), Math.max(gatherMs, restPerWork * this.#lastTookMs))
  }

  /** One step after another, and what else waits goes between: with five thousand items, each takes a while. */
  async #refresh(): Promise<void> {
    clearTimeout(this.#gathering)
    this.#gathering = undefined
    this.#refreshes += 1
    const own = this.#refreshes
    let beganAt = performance.now()
    const loop = this.#resolved()
    let tookMs = performance.now() - beganAt
    for (const screen of this.screens) {
      await nextTurn()
      // A later computation knows better, and sees to all screens.
      if (this.#isClosed || own !== this.#refreshes) return
      beganAt = performance.now()
      this.#programme(screen, loop)
      tookMs += performance.now() - beganAt
    }
    this.#lastTookMs = tookMs
  }

  #resolved(): Loop {
    const { clock, library, playlists, problems } = this.#sources
    const now = clock.now()
    const { loop: whole, missing, isCut } = resolvePlaylist(defaultPlaylist, playlists.all(), library.playable())
    // What is over is not even carried to the screens.
    const loop = whole.filter((item) => mayStartWithin(item, now, now + aloneMs))
    problems.set(`playlist ${defaultPlaylist}`, [
      ...missing.map((message) => ({ message: `${message}. The rest plays.` })),
      ...(isCut ? [{ message: cutMessage }] : []),
    ])
    return loop
  }

  #programme(screen: string, loop: Loop): void {
    const now = this.#sources.clock.now()
    const before = this.#timelines.get(screen) ?? []
    const timeline = continueTimeline(before, loop, now)
    const known = this.#programmes.get(screen)
    const programme = this.#composed(screen, loop, timeline, now, known)
    if (timeline !== before) this.#save(screen, timeline)
    if (programme.revision === known?.revision) return
    this.#programmes.set(screen, programme)
    for (const listener of this.#listeners) listener(screen)
  }

  #composed(screen: string, loop: Loop, timeline: readonly TimelineItem[], now: number, known?: Written): Written {
    const cutAt = this.#cuts.get(screen)
    const head = {
      ...{ screen, brand: this.#sources.brand.current(), zone: this.#sources.clock.zone },
      ...(cutAt === undefined ? {} : { cutAt }),
    }
    const promised = timeline.map(({ item, startMs }) => ({ startsAt: isoOf(startMs), item: item.id }))
    const revision = createHash('sha256')
      .update(JSON.stringify([head, promised]))
      .update(digestOf(timeline.map(({ item }) => item)))
      .update(digestOf(loop))
      .digest('hex')
      .slice(0, 24)
    if (known?.revision === revision) return known
    const because = { schedule: null, kind: 'default', priority: 0 } as const
    const rest = {
      ...head,
      revision,
      segments: [{ from: isoOf(now), to: isoOf(now + aloneMs), loop: defaultPlaylist, because }],
      timeline: promised,
    } satisfies Omit<Programme, 'items' | 'loops'>
    const { items, loops } = writtenLoop(timeline, loop)
    const text = `${JSON.stringify(rest).slice(0, -1)},"items":{${items}},"loops":${loops}}`
    return { revision, places: loop.length, text: new JsonText(text) }
  }

  #savedTimeline(screen: string): readonly TimelineItem[] {
    const { database } = this.#sources
    const row = database.prepare('SELECT timeline FROM screens WHERE id = ?').get(screen)
    if (row === undefined) {
      database.prepare('INSERT INTO screens (id, timeline) VALUES (?, ?)').run(screen, '[]')
      return []
    }
    const saved = JSON.parse((row as { timeline: string }).timeline) as readonly (Omit<TimelineItem, 'startMs'> & {
      startsAt: string
    })[]
    return saved.map(({ item, startsAt }) => ({ item, startMs: msOf(startsAt) }))
  }

  /** Kept so that a hub that comes back goes on where the screens are. */
  #save(screen: string, timeline: readonly TimelineItem[]): void {
    this.#timelines.set(screen, timeline)
    const text = JSON.stringify(timeline.map(({ item, startMs }) => ({ item, startsAt: isoOf(startMs) })))
    this.#sources.database.prepare('UPDATE screens SET timeline = ? WHERE id = ?').run(text, screen)
  }
}

interface WrittenLoop {
  /** The fields of an object, by the items' ids. */
  readonly items: string
  readonly loops: string
}

const written = new WeakMap<Loop, WrittenLoop & { readonly ids: ReadonlySet<string> }>()

/** The items that a screen needs, and their order, in JSON. As a rule what is promised is in the loop, which all screens share. */
function writtenLoop(timeline: readonly TimelineItem[], loop: Loop): WrittenLoop {
  const ids = loop.map(({ id }) => id)
  const whole = written.get(loop) ?? {
    items: loop.map(fieldOf).join(','),
    loops: JSON.stringify({ [defaultPlaylist]: ids }),
    ids: new Set(ids),
  }
  written.set(loop, whole)
  const others = timeline.flatMap(({ item }) => (whole.ids.has(item.id) ? [] : [[item.id, fieldOf(item)] as const]))
  const items = [...new Map(others).values(), ...(loop.length === 0 ? [] : [whole.items])].join(',')
  return { items, loops: whole.loops }
}

const digests = new WeakMap<readonly ProgrammeItem[], Buffer>()

/** Stands for a list of items and everything they carry. */
function digestOf(items: readonly ProgrammeItem[]): Buffer {
  const known = digests.get(items)
  if (known !== undefined) return known
  const hash = createHash('sha256')
  for (const item of items) hash.update(fieldOf(item))
  const digest = hash.digest()
  digests.set(items, digest)
  return digest
}

const fields = new WeakMap<ProgrammeItem, string>()

/** `"id":{…}`, written out when an item is new. */
function fieldOf(item: ProgrammeItem): string {
  const field = fields.get(item) ?? `${JSON.stringify(item.id)}:${JSON.stringify(item)}`
  fields.set(item, field)
  return field
}
