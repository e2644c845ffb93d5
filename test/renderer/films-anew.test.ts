/** What Settings says of films after the clinic's look was changed. */
import { expect, test } from 'vitest'
import type { FilmEntry } from '../../core/film-contract.ts'
import { anewWords } from '../../renderer/settings/films-anew.tsx'

const film = (more: Partial<FilmEntry>): FilmEntry => ({
  ...{ path: 'a.md', title: 'A', state: 'waiting', progress: 0, ...more },
})

const anew = { isAnew: true } as const

test('it is said when the last film that plays in the old look is expected, and nothing when there is none or nobody knows', () => {
  const films = [
    film({ ...anew, position: 1, remainingS: 60 }),
    film({ ...anew, position: 2, remainingS: 700 }),
    // Never made: it does not play as before.
    film({ position: 3, remainingS: 7_000 }),
  ]
  expect(anewWords(films)).toBe('Films are made anew: about 12 min. Until then they play as before.')
  expect(anewWords([film({ state: 'done', progress: 1 }), film({})])).toBeUndefined()
  expect(anewWords([film({ ...anew, position: 1 }), film({ position: 2, remainingS: 60 })])).toBeUndefined()
})
