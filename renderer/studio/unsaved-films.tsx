/** Films with words that stand on this computer only: the way on with them, and the way out. */
import type { ReactElement } from 'react'
import type { Asset } from '../../core/asset.ts'
import { Action } from '../shared/action.tsx'
import { type Changes, takenBackBy } from './changes.ts'
import { editAddress } from './explainer/film-address.ts'
import { throwAway, type UnsavedFilm } from './explainer/kept-film.ts'
import { useUnsavedFilms } from './explainer/use-unsaved-films.ts'

interface UnsavedFilmsState {
  readonly assets: readonly Asset[]
  readonly say: Changes['say']
}

export function UnsavedFilms({ assets, say }: UnsavedFilmsState): ReactElement | null {
  const { films, look } = useUnsavedFilms(assets)
  if (films.length === 0) return null
  const remove = ({ path, title }: UnsavedFilm) => {
    const back = throwAway(path)
    look()
    say(
      'done',
      `Thrown away: what was not saved of ${title}.`,
      takenBackBy(async () => {
        back()
        look()
        say('done', `Brought back: ${title}.`)
      }),
    )
  }
  return (
    <section className="section unsaved-films" aria-labelledby="unsaved-films">
      <h2 id="unsaved-films" tabIndex={-1}>
        Not saved yet <span className="count">{films.length}</span>
      </h2>
      <p className="note">Written on this computer, and nowhere else.</p>
      <ul>
        {films.map((film) => (
          <li key={film.path}>
            <div>
              <p className="title">
                <bdi>{film.title}</bdi>
              </p>
              <p className="path">
                {film.isNew ? 'A new film' : 'Changes to a film'} · {film.path}
              </p>
            </div>
            <div className="unsaved-acts">
              <a
                className="action action-plain"
                href={editAddress({ path: film.path })}
                aria-label={`Go on: ${film.title}`}
              >
                Go on
              </a>
              <Action look="quiet" label={`Throw away: ${film.title}`} onPress={() => remove(film)}>
                Throw away
              </Action>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
