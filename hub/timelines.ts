/** What each screen was promised, kept so that a hub that comes back goes on where the screens are. */

import { defaultPlaylist } from '../core/playlist-file.ts'
import type { Turn } from '../core/rotation.ts'
import { freshRotation } from '../core/rotation-state.ts'
import type { Timeline } from '../core/timeline.ts'
import { isoOf, msOf } from './clock.ts'
import type { Database } from './database.ts'

type Saved = Omit<Turn, 'startMs' | 'endMs'> & { readonly startsAt: string; readonly endsAt?: string }

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

  save(screen: string, timeline: Timeline): void {
    this.#timelines.set(screen, timeline)
    const saved = timeline.map(
      ({ startMs, endMs, ...turn }): Saved => ({
        ...turn,
        startsAt: isoOf(startMs),
        ...(endMs === undefined ? {} : { endsAt: isoOf(endMs) }),
      }),
    )
    this.#database.prepare('UPDATE screens SET timeline = ? WHERE id = ?').run(JSON.stringify(saved), screen)
  }

  #saved(screen: string): Timeline {
    const row = this.#database.prepare('SELECT timeline FROM screens WHERE id = ?').get(screen)
    if (row === undefined) {
      this.#database.prepare('INSERT INTO screens (id, timeline) VALUES (?, ?)').run(screen, '[]')
      return []
    }
    const saved = JSON.parse((row as { timeline: string }).timeline) as readonly Saved[]
    return saved.map(({ startsAt, endsAt, ...turn }) => ({
      ...turn,
      startMs: msOf(startsAt),
      ...(endsAt === undefined ? {} : { endMs: msOf(endsAt) }),
      // An older version wrote down items and starts only.
      loop: turn.loop ?? defaultPlaylist,
      after: turn.after ?? positionedAt(turn.item),
    }))
  }
}

const positionedAt = ({ id, assetId }: Turn['item']): Turn['after'] => ({
  ...freshRotation,
  positions: { [defaultPlaylist]: { id, asset: assetId, index: 0 } },
})
