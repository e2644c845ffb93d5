/** Reads and changes playlists for the pages: what is written, what it comes to, and what is wrong with it. */
import { loopMs } from '../core/loop.ts'
import type { PlaylistEntry, Resolved } from '../core/playlist.ts'
import type { PlaylistAnswer, PlaylistList } from '../core/playlist-contract.ts'
import { type PlaylistFile, playlistName, reservedName } from '../core/playlist-file.ts'
import type { Answer, AnswerBook, Request } from './answer-book.ts'
import { refusal } from './changing.ts'
import { reasonOf } from './fault.ts'
import type { Loops } from './loops.ts'
import type { Playlists } from './playlists.ts'
import type { Problems } from './problems.ts'

interface Parts {
  readonly playlists: Playlists
  readonly loops: Loops
  readonly problems: Problems
  readonly answers: AnswerBook
  readonly now: () => number
}

export class PlaylistDesk {
  readonly #parts: Parts
  #turn: Promise<unknown> = Promise.resolve()

  constructor(parts: Parts) {
    this.#parts = parts
  }

  list(): PlaylistList {
    const { loops, playlists } = this.#parts
    loops.lookOnce()
    const names = [...loops.names(), ...loops.folders()]
    return {
      playlists: names.map((name) => {
        const { kind, loop, texts } = loops.of(name)
        const title = playlists.all().get(name)?.title
        return {
          name,
          kind: kind === 'unknown' ? 'folder' : kind,
          ...(title === undefined ? {} : { title }),
          items: loop.length + texts.length,
          durationMs: roundMs(loops.of(name)),
          problems: [...this.#problemsOf(name)],
        }
      }),
    }
  }

  one(name: string): PlaylistAnswer | undefined {
    const { loops, playlists } = this.#parts
    loops.lookOnce()
    const { kind, entries, ...resolved } = loops.of(name)
    if (kind === 'unknown') return undefined
    const folder: PlaylistFile = { items: [{ folder: kind === 'default' ? '.' : name }] }
    return {
      name,
      kind,
      file: playlists.all().get(name) ?? folder,
      entries: entries.map(entryOf),
      durationMs: roundMs(resolved),
      problems: [...this.#problemsOf(name)],
    }
  }

  /**
   * One after another: what was there before is what the change before it has left, and the same press is one press.
   *
   * @param list undefined takes it away
   */
  change(name: string, list: PlaylistFile | undefined, request: Request): Promise<Answer> {
    const turn = this.#turn.then(() => this.#change(name, list, request))
    this.#turn = turn.catch(() => undefined)
    return turn
  }

  async #change(name: string, list: PlaylistFile | undefined, request: Request): Promise<Answer> {
    const { playlists, loops, answers, now } = this.#parts
    const known = answers.find(request)
    if (known !== undefined) return known
    const before = playlists.all().get(name) ?? null
    const answer = this.#refused(name, before, list) ?? {
      status: 200,
      body: list === undefined ? { before } : { name, before },
    }
    if (answer.status === 200) {
      try {
        await playlists.replace(name, list)
      } catch (cause) {
        return refusal(
          503,
          'not-written',
          `The playlist could not be written (${reasonOf(cause)}). Nothing has changed.`,
        )
      }
      loops.look()
    }
    answers.keep(request, answer, now())
    return answer
  }

  #refused(name: string, before: PlaylistFile | null, list: PlaylistFile | undefined): Answer | undefined {
    const isFolder = before === null && this.#parts.loops.folders().includes(name)
    if (isFolder && (list === undefined || !playlistName.test(name)))
      return refusal(409, 'folder', `"${name}" is a folder of content: what lies in it plays. Change the files in it.`)
    if (list === undefined) return before === null ? unknownPlaylist(name) : undefined
    if (name === reservedName) return refusal(409, 'reserved', 'A playlist cannot be called "schedule".')
    return playlistName.test(name)
      ? undefined
      : refusal(422, 'bad-input', 'name: Use small letters, digits and hyphens, like "summer-offers".')
  }

  #problemsOf(name: string): PlaylistAnswer['problems'] {
    const { problems, loops } = this.#parts
    const places = [`playlists/${name}.yaml`, `playlists/${name}.yml`, `playlist ${name}`]
    const told = places.flatMap((about) => problems.about(about))
    // Of playlists that nobody has scheduled, health says nothing.
    const missing = loops.of(name).missing.map((message) => ({
      about: `playlist ${name}`,
      message: `${message}. The rest plays.`,
    }))
    return [...told, ...missing.filter(({ message }) => !told.some((one) => one.message === message))]
  }
}

const roundMs = ({ loop, texts }: Pick<Resolved, 'loop' | 'texts'>): number =>
  loopMs(loop) + texts.reduce((sum, { seconds }) => sum + seconds * 1_000, 0)

export const unknownPlaylist = (name: string): Answer =>
  refusal(404, 'unknown-playlist', `There is no playlist "${name}" any more.`)

function entryOf({ index, item, durationMs, text, problem }: PlaylistEntry): PlaylistAnswer['entries'][number] {
  const wrong = problem === undefined ? {} : { problem: `${problem}.` }
  if (item === undefined) return { index, title: text ?? '', durationMs, ...wrong }
  const { id, path, title = path, poster } = item.asset
  return { index, path, title, durationMs, asset: id, ...(poster === undefined ? {} : { poster }), ...wrong }
}
