/** How loud the room is: what the desk has set last, kept over restarts. */
import { firstSound, type Sound, sound } from '../core/tv-contract.ts'
import { isoOf, msOf } from './clock.ts'
import type { Database } from './database.ts'

const minuteMs = 60_000

export interface SoundChange {
  readonly media?: number | undefined
  readonly calls?: number | undefined
  /** 0 ends it. */
  readonly muteMinutes?: number | undefined
}

export class TvSound {
  readonly #database: Database
  #sound: Sound

  constructor(database: Database) {
    this.#database = database
    const row = database.prepare('SELECT body FROM tv_sound').get() as { readonly body: string } | undefined
    const kept = row === undefined ? undefined : sound.safeParse(JSON.parse(row.body))
    this.#sound = kept?.success ? kept.data : firstSound
  }

  at(now: number): Sound {
    const { mutedUntil, ...rest } = this.#sound
    return mutedUntil === undefined || now >= msOf(mutedUntil) ? rest : this.#sound
  }

  change({ media, calls, muteMinutes }: SoundChange, now: number): Sound {
    const before = this.at(now)
    const mutedUntil =
      muteMinutes === undefined
        ? before.mutedUntil
        : muteMinutes === 0
          ? undefined
          : isoOf(now + muteMinutes * minuteMs)
    const changed = {
      media: media ?? before.media,
      calls: calls ?? before.calls,
      ...(mutedUntil === undefined ? {} : { mutedUntil }),
    }
    this.#database.prepare('INSERT OR REPLACE INTO tv_sound (place, body) VALUES (1, ?)').run(JSON.stringify(changed))
    this.#sound = changed
    return changed
  }
}
