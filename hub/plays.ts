/** What was shown and what came of it, as one part of the hub: the log of plays, the desk's tally, and the monthly page. */
import type { Hono } from 'hono'
import { Asked } from './asked.ts'
import { type Clock, wallIn } from './clock.ts'
import type { Database } from './database.ts'
import { mountMonth } from './month-routes.ts'
import { openPlayDatabase, PlayLog } from './play-log.ts'
import { mountPlays } from './play-routes.ts'
import type { Problems } from './problems.ts'

interface Settings {
  /** Plays have a file of their own: there are many, and nothing else depends on them. */
  readonly file: string
  readonly database: Database
  readonly clock: Clock
  readonly problems: Problems
  readonly isDemo: boolean
}

type Around = Omit<Parameters<typeof mountMonth>[1], 'log' | 'asked' | 'clock' | 'dayOf' | 'isDemo'>

export interface Plays {
  readonly mount: (app: Hono, around: Around) => void
  readonly sweep: () => Promise<void>
  readonly close: () => void
}

/** @throws EnvironmentFault when there is no room for a file of plays */
export function openPlays({ file, database, clock, problems, isDemo }: Settings): Plays {
  const { dateOf: dayOf } = wallIn(clock.zone)
  const plays = openPlayDatabase(file, clock.now(), problems)
  const log = new PlayLog(plays, dayOf)
  const asked = new Asked(database, dayOf)
  const parts = { log, clock, dayOf, isDemo }
  return {
    mount: (app, around) => {
      mountPlays(app, parts)
      mountMonth(app, { ...parts, ...around, asked })
    },
    sweep: async () => {
      // A clock that jumped ahead must not erase what the clinic still needs.
      if (!clock.isTrusted()) return
      asked.sweep(clock.now())
      await log.sweep(clock.now())
    },
    close: () => plays.close(),
  }
}
