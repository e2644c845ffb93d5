/** What the hub says about itself: one function per answer, used by HTTP and by the live socket alike. */
import type { Health, ScreenList } from '../core/contract.ts'
import { assetListOf } from './asset-list.ts'
import { version } from './build-info.ts'
import { type Clock, isoOf } from './clock.ts'
import { type Database, synchronousOf } from './database.ts'
import { reasonOf } from './fault.ts'
import { writtenAiring } from './forecast.ts'
import type { Topic } from './live.ts'
import type { Loops } from './loops.ts'
import type { NotedLibrary } from './noted-library.ts'
import type { Problems } from './problems.ts'
import type { Programmer } from './programmer.ts'
import type { ScreenDesk } from './screen-desk.ts'

/** The list of assets is large, and files come by the thousand: its listeners are told at most this often. */
const assetsRestMs = 1_000

interface Parts {
  readonly startedAt: string
  readonly clock: Clock
  readonly database: Database
  readonly library: Pick<NotedLibrary, 'list'>
  readonly programmer: Programmer
  readonly loops: Loops
  readonly problems: Problems
  readonly screens: ScreenDesk
  readonly queueRevision: () => number
  readonly isDemo: boolean
}

export function snapshotsOf({
  startedAt,
  clock,
  database,
  library,
  programmer,
  loops,
  problems,
  screens,
  queueRevision,
  isDemo,
}: Parts) {
  const health = (): Health => {
    const state = databaseState(database)
    const isWell = state.ok && clock.isTrusted() && problems.all().length === 0
    return {
      status: isWell ? 'ok' : 'degraded',
      version,
      startedAt,
      clock: { zone: clock.zone, now: isoOf(clock.now()), trusted: clock.isTrusted() },
      database: state,
      queueRevision: queueRevision(),
      demo: isDemo,
      problems: [...problems.all()],
    }
  }

  const assets = assetListOf(() => library.list(), programmer)
  // Ten thousand files are written out before anybody waits for them.
  assets()

  const fleet = (): ScreenList => ({
    screens: programmer.screens.map((id) => {
      const airing = programmer.airingOn(id)
      return {
        id,
        connected: screens.isConnected(id),
        playlist: airing.playlist,
        items: loops.of(airing.playlist).loop.length,
        airing: writtenAiring(airing),
      }
    }),
  })

  const topics: readonly Topic[] = [
    { name: 'health', snapshot: health },
    { name: 'assets', snapshot: assets, restMs: assetsRestMs },
    { name: 'fleet', snapshot: fleet },
    ...programmer.screens.map((id) => ({ name: `programme:${id}`, snapshot: () => programmer.programmeOf(id)?.text })),
  ]
  return {
    topics,
    answers: {
      health,
      assets,
      screens: fleet,
      programme: screens.programme.bind(screens),
    },
  }
}

function databaseState(database: Database): Health['database'] {
  try {
    database.prepare('SELECT count(*) FROM facts').get()
    return { synchronous: synchronousOf(database), ok: true }
  } catch (cause) {
    console.error(`The database does not answer: ${reasonOf(cause)}.`)
    return { synchronous: 0, ok: false }
  }
}
