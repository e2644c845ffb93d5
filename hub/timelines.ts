/** What each screen was promised, kept so that a hub that comes back goes on where the screens are. */

import { endMs } from '../core/loop.ts'
import { defaultPlaylist } from '../core/playlist-file.ts'
import type { Turn } from '../core/rotation.ts'
import { freshRotation, type RotationState, startsWith } from '../core/rotation-state.ts'
import { frozenMs, type Timeline } from '../core/timeline.ts'
import { isoOf, msOf } from './clock.ts'
import type { Database } from './database.ts'

/** When files with a limit last began, as of the turn before: the same, or with this turn's own file. */
type Starts = 'same' | 'begun' | RotationState['starts']

type Saved = Omit<Turn, 'startMs' | 'endMs' | 'after'> & {
  readonly startsAt: string
  readonly endsAt?: string
  /** Each turn has its own, and a list may have a thousand limits: written out once, not for every turn. */
  readonly after: Omit<RotationState, 'starts'> & { readonly starts: Starts }
}

export class Timelines {
  readonly #database: Database
  readonly #timelines = new Map<string, Timeline>()

  constructor(database: Database, screens: readonly string[]) {
    this.#database = database
    for (const screen of screens) this.#timelines.set(screen, this.#saved(screen))
  }

  of(screen: string): Timeline {
    return this.#timelines.get(screen) ?? []
  }

  all(): ReadonlyMap<string, Timeline> {
    return this.#timelines
  }

  /** Whether such an item is on a screen, or about to be. */
  isOnScreen(now: number, isIt: (item: Turn['item']) => boolean): boolean {
    const isOn = (turn: Turn) => turn.startMs <= now + frozenMs && endMs(turn) > now && isIt(turn.item)
    return [...this.#timelines.values()].some((timeline) => timeline.some(isOn))
  }

  save(screen: string, timeline: Timeline): void {
    this.#timelines.set(screen, timeline)
    const saved = timeline.map(({ startMs, endMs, after, ...turn }, at): Saved => {
      const before = timeline[at - 1]?.after.starts
      return {
        ...turn,
        startsAt: isoOf(startMs),
        ...(endMs === undefined ? {} : { endsAt: isoOf(endMs) }),
        after: { ...after, starts: startsSince(before, after.starts, turn.item.file, startMs) },
      }
    })
    this.#database.prepare('UPDATE screens SET timeline = ? WHERE id = ?').run(JSON.stringify(saved), screen)
  }

  #saved(screen: string): Timeline {
    const row = this.#database.prepare('SELECT timeline FROM screens WHERE id = ?').get(screen)
    if (row === undefined) {
      this.#database.prepare('INSERT INTO screens (id, timeline) VALUES (?, ?)').run(screen, '[]')
      return []
    }
    const saved = JSON.parse((row as { timeline: string }).timeline) as readonly Saved[]
    let starts: RotationState['starts'] = {}
    return saved.map(({ startsAt, endsAt, after, ...turn }) => {
      const startMs = msOf(startsAt)
      if (after?.starts === 'begun') starts = startsWith(starts, turn.item.file, startMs)
      else if (typeof after?.starts === 'object') starts = after.starts
      return {
        ...turn,
        startMs,
        ...(endsAt === undefined ? {} : { endMs: msOf(endsAt) }),
        // An older version wrote down items and starts only.
        loop: turn.loop ?? defaultPlaylist,
        after: after === undefined ? positionedAt(turn.item) : { ...after, starts },
      }
    })
  }
}

function startsSince(
  before: RotationState['starts'] | undefined,
  after: RotationState['starts'],
  file: string,
  atMs: number,
): Starts {
  if (before === undefined) return after
  if (before === after || areEqual(before, after)) return 'same'
  return after[file] === atMs && areEqual(startsWith(before, file, atMs), after) ? 'begun' : after
}

function areEqual(one: RotationState['starts'], other: RotationState['starts']): boolean {
  const files = Object.keys(one)
  return files.length === Object.keys(other).length && files.every((file) => one[file] === other[file])
}

const positionedAt = ({ id, assetId }: Turn['item']): Turn['after'] => ({
  ...freshRotation,
  positions: { [defaultPlaylist]: { id, asset: assetId, index: 0 } },
})
