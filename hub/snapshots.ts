/** What the hub says about itself: one function per answer, used by HTTP and by the live socket alike. */
import type { Health, PlaylistList, ScreenList } from '../core/contract.ts'
import { type Loop, loopMs } from '../core/loop.ts'
import { defaultPlaylist, resolvePlaylist } from '../core/playlist.ts'
import { assetListOf } from './asset-list.ts'
import { version } from './build-info.ts'
import { type Clock, isoOf } from './clock.ts'
import { type Database, synchronousOf } from './database.ts'
import { reasonOf } from './fault.ts'
import type { Topic } from './live.ts'
import type { NotedLibrary } from './noted-library.ts'
import type { Playlists } from './playlists.ts'
import type { Problems } from './problems.ts'
import type { Programmer } from './programmer.ts'
import type { ScreenDesk } from './screen-desk.ts'

/** The list of assets is large, and files come by the thousand: its listeners are told at most this often. */
const assetsRestMs = 1_000

interface Parts {
  readonly startedAt: string
  readonly clock: Clock
  readonly database: Database
  readonly library: Pick<NotedLibrary, 'list' | 'playable'>
  readonly programmer: Programmer
  readonly playlists: Playlists
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
  playlists,
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
    screens: programmer.screens.map((id) => ({
      id,
      connected: screens.isConnected(id),
      playlist: defaultPlaylist,
      items: programmer.programmeOf(id)?.places ?? 0,
    })),
  })

  let resolved = { of: [] as readonly unknown[], sums: new Map<string, Sum>() }
  /** How much each playlist comes to; computed anew when the library or a playlist is another one. */
  const sumsOf = (names: readonly string[]) => {
    const all = playlists.all()
    const playable = library.playable()
    const of = [playable, ...[...all].flat()]
    if (of.length !== resolved.of.length || of.some((each, at) => each !== resolved.of[at])) {
      const sums = names.map((name) => [name, sumOf(resolvePlaylist(name, all, playable).loop)] as const)
      resolved = { of, sums: new Map(sums) }
    }
    return resolved.sums
  }

  const playlistList = (): PlaylistList => {
    const all = playlists.all()
    const names = [...new Set([defaultPlaylist, ...all.keys()])].sort()
    const sums = sumsOf(names)
    const listed = names.map((name) => {
      const title = all.get(name)?.title
      const places = [`playlists/${name}.yaml`, `playlists/${name}.yml`, `playlist ${name}`]
      return {
        name,
        ...(title === undefined ? {} : { title }),
        ...(sums.get(name) ?? nothing),
        problems: places.flatMap((about) => problems.about(about)),
      }
    })
    return { playlists: listed }
  }

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
      playlists: playlistList,
      programme: screens.programme.bind(screens),
    },
  }
}

type Sum = Pick<PlaylistList['playlists'][number], 'items' | 'durationMs'>
const nothing: Sum = { items: 0, durationMs: 0 }
const sumOf = (loop: Loop): Sum => ({ items: loop.length, durationMs: loopMs(loop) })

function databaseState(database: Database): Health['database'] {
  try {
    database.prepare('SELECT count(*) FROM facts').get()
    return { synchronous: synchronousOf(database), ok: true }
  } catch (cause) {
    console.error(`The database does not answer: ${reasonOf(cause)}.`)
    return { synchronous: 0, ok: false }
  }
}
