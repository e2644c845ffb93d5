/** What playlists ask for and screens cannot show, told once for each playlist, and taken back when it is mended. */
import { defaultPlaylist, mostItems } from '../core/playlist-file.ts'
import type { Loops } from './loops.ts'
import type { Outlook } from './outlook.ts'
import type { Problems } from './problems.ts'

const cutMessage = `There is more to show than a screen can play in turn. The first ${mostItems.toLocaleString('en')} by name play, the others never do. Put them into folders, and write a playlist for what shall play.`

export class PlaylistTroubles {
  readonly #problems: Problems
  #troubled: ReadonlySet<string> = new Set()

  constructor(problems: Problems) {
    this.#problems = problems
  }

  /** @param outlooks of all screens */
  tell(loops: Loops, outlooks: Iterable<Outlook>): void {
    const found = new Map<string, string[]>()
    const add = (name: string, message: string) => found.set(name, [...(found.get(name) ?? []), message])
    const { missing, isCut } = loops.of(defaultPlaylist)
    for (const message of missing) add(defaultPlaylist, `${message}. The rest plays.`)
    if (isCut) add(defaultPlaylist, cutMessage)
    const scheduled = [...outlooks].flatMap((outlook) => [...outlook.problems])
    for (const [name, message] of new Map(scheduled)) add(name, message)
    for (const name of new Set([...this.#troubled, ...found.keys()]))
      this.#problems.set(
        `playlist ${name}`,
        (found.get(name) ?? []).map((message) => ({ message })),
      )
    this.#troubled = new Set(found.keys())
  }
}
