/** Which pictures each film shows, by their bytes: remembered, since a check holds for the very pictures that were looked at. */
import type { Explainer } from '../core/explainer.ts'
import type { Database } from './database.ts'

export class PictureDigests {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  /** An explainer with the pictures that its film was last seen with; as it was when nobody has looked at them. */
  known(path: string, explainer: Explainer): Explainer {
    if (explainer.pictures.length === 0) return explainer
    const row = this.#database.prepare('SELECT digests FROM film_pictures WHERE path = ?').get(path)
    const digests = JSON.parse((row as { readonly digests: string } | undefined)?.digests ?? '[]') as readonly string[]
    const pictures = explainer.pictures.map((placed, at) => ({ ...placed, ...digestOf(digests[at]) }))
    return { ...explainer, pictures }
  }

  /** @param pictures of an explainer whose files have been looked at */
  keep(path: string, pictures: Explainer['pictures']): void {
    if (pictures.length === 0) this.forget(path)
    else
      this.#database
        .prepare('INSERT OR REPLACE INTO film_pictures (path, digests) VALUES (?, ?)')
        .run(path, JSON.stringify(pictures.map(({ digest }) => digest)))
  }

  forget(path: string): void {
    this.#database.prepare('DELETE FROM film_pictures WHERE path = ?').run(path)
  }
}

const digestOf = (digest: string | undefined) => (digest === undefined ? {} : { digest })
