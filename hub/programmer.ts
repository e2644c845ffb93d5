/** Recomputes each screen's programme when library, playlists, brand or time ask for it, and publishes what differs. */
import { createHash } from 'node:crypto'
import type { Loop, TimelineItem } from '../core/loop.ts'
import { defaultPlaylist, resolvePlaylist } from '../core/playlist.ts'
import type { Programme } from '../core/programme.ts'
import { mayStartWithin } from '../core/rotation.ts'
import { continueTimeline } from '../core/timeline.ts'
import type { BrandFile } from './brand-file.ts'
import { type Clock, isoOf, msOf } from './clock.ts'
import type { Database } from './database.ts'
import type { NotedLibrary } from './noted-library.ts'
import type { Playlists } from './playlists.ts'
import type { Problems } from './problems.ts'

/** How far a screen can go on alone. */
const aloneMs = 35 * 24 * 3_600_000
// Also what survives sleep, clock steps and the end of the timeline.
const everyMs = 30_000
// A folder of a thousand files arrives as a thousand changes.
const gatherMs = 100

interface Sources {
  readonly database: Database
  readonly clock: Clock
  readonly library: Pick<NotedLibrary, 'playable'>
  readonly playlists: Playlists
  readonly brand: BrandFile
  readonly problems: Problems
}

export class Programmer {
  readonly screens: readonly string[]
  readonly #sources: Sources
  readonly #timelines = new Map<string, readonly TimelineItem[]>()
  readonly #programmes = new Map<string, Programme>()
  readonly #listeners = new Set<(screen: string) => void>()
  #timer: NodeJS.Timeout | undefined
  #gathering: NodeJS.Timeout | undefined

  /** @param screens how many logical displays there are; their ids are screen-1 … */
  constructor(screens: number, sources: Sources) {
    this.#sources = sources
    this.screens = Array.from({ length: screens }, (_, index) => `screen-${index + 1}`)
    for (const screen of this.screens) this.#timelines.set(screen, this.#savedTimeline(screen))
  }

  start(): void {
    this.refresh()
    this.#timer = setInterval(() => this.refresh(), everyMs)
  }

  close(): void {
    clearInterval(this.#timer)
    clearTimeout(this.#gathering)
  }

  onChange(listener: (screen: string) => void): void {
    this.#listeners.add(listener)
  }

  programmeOf(screen: string): Programme | undefined {
    return this.#programmes.get(screen)
  }

  /** When an asset is next on any screen, milliseconds since 1970; by asset id. */
  nextPlays(): ReadonlyMap<string, number> {
    const now = this.#sources.clock.now()
    const next = new Map<string, number>()
    for (const { item, startMs } of [...this.#timelines.values()].flat()) {
      if (startMs >= now && startMs < (next.get(item.assetId) ?? Number.POSITIVE_INFINITY))
        next.set(item.assetId, startMs)
    }
    return next
  }

  /** Asks for a new computation soon; many askings at once make one. */
  refreshSoon(): void {
    this.#gathering ??= setTimeout(() => this.refresh(), gatherMs)
  }

  refresh(): void {
    clearTimeout(this.#gathering)
    this.#gathering = undefined
    const { clock, library, playlists, problems } = this.#sources
    const now = clock.now()
    const { loop: whole, missing } = resolvePlaylist(defaultPlaylist, playlists.all(), library.playable())
    // What is over is not even carried to the screens.
    const loop = whole.filter((item) => mayStartWithin(item, now, now + aloneMs))
    problems.set(
      `playlist ${defaultPlaylist}`,
      missing.map((message) => ({ message: `${message}. The rest plays.` })),
    )
    for (const screen of this.screens) this.#programme(screen, loop, now)
  }

  #programme(screen: string, loop: Loop, now: number): void {
    const before = this.#timelines.get(screen) ?? []
    const timeline = continueTimeline(before, loop, now)
    const known = this.#programmes.get(screen)
    const programme = this.#composed(screen, loop, timeline, now, known)
    if (timeline !== before) this.#save(screen, timeline)
    if (programme.revision === known?.revision) return
    this.#programmes.set(screen, programme)
    for (const listener of this.#listeners) listener(screen)
  }

  #composed(screen: string, loop: Loop, timeline: readonly TimelineItem[], now: number, known?: Programme): Programme {
    const body = {
      screen,
      brand: this.#sources.brand.current(),
      zone: this.#sources.clock.zone,
      items: Object.fromEntries([...timeline.map(({ item }) => item), ...loop].map((item) => [item.id, item])),
      loops: { [defaultPlaylist]: loop.map(({ id }) => id) },
      timeline: timeline.map(({ item, startMs }) => ({ startsAt: isoOf(startMs), item: item.id })),
    }
    const revision = createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 24)
    if (known?.revision === revision) return known
    const because = { schedule: null, kind: 'default', priority: 0 } as const
    const segments = [{ from: isoOf(now), to: isoOf(now + aloneMs), loop: defaultPlaylist, because }]
    return { ...body, revision, segments }
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
