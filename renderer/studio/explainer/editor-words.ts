/** What the editor tells after a film was saved: what the hub says of it, and nothing that it does not know. */
import { mayPlay } from '../../../core/asset.ts'
import { isElsewhere, isUnchecked } from '../../../core/asset-group.ts'
import type { FilmEntry } from '../../../core/film-contract.ts'
import { spanOf } from '../../shared/span.ts'
import { ordinalOf } from '../making-words.ts'
import type { ToldFilm } from './saved-film.ts'

export const editorWords = {
  /** While the hub looks at it. */
  written: 'Saved.',

  saved: (film: ToldFilm, path: string): string => {
    const { state, reason, notices, making } = film
    const has = (wanted: string) => notices.some(({ code }) => code === wanted)
    if (state === 'refused') {
      const goesOn = has('previous-plays') && !isUnchecked(film) && mayPlay(path)
      if (reason?.code !== 'broken-text')
        return `Saved. ${reason?.message ?? 'Its film cannot be made.'}${checkWords(film, path)}`
      return goesOn
        ? 'Saved, but something is wrong in it. What played before goes on until that is mended.'
        : 'Saved, but something is wrong in it. It plays once that is mended.'
    }
    const isHidden = has('old-hidden')
    const lead = isHidden ? 'Old version hidden.' : 'Saved.'
    const ready = making === undefined ? '' : ` ${readyWords(making, isHidden ? 'The new one' : 'Its film')}`
    return `${lead}${ready}${checkWords(film, path)}`
  },
} as const

function readyWords({ remainingS, picturesS, position = 1, state }: FilmEntry, which: string): string {
  if (remainingS === undefined) return `${which} is being made.`
  const film = spanOf(remainingS)
  const isSoon = remainingS < 50
  const pictures = picturesS === undefined || isSoon ? undefined : spanOf(picturesS)
  if (pictures !== undefined && pictures !== film)
    return `${which} is ready as pictures in about ${pictures}, as a film in about ${film}.`
  const isLater = state === 'waiting' && position > 1 && !isSoon
  return isLater
    ? `${which} is ${ordinalOf(position)} in line: ready in about ${film}.`
    : `${which} is ready in about ${film}.`
}

function checkWords(film: ToldFilm, path: string): string {
  if (!mayPlay(path)) return ' It is a draft: it never plays.'
  if (film.notices.some(({ code }) => code === 'check-again'))
    return ' Its words or pictures have changed: it has to be checked again before it plays.'
  if (isUnchecked(film)) return ' It plays once a clinician has checked it.'
  const asked = film.notices.find(({ code }) => code === 'example-address' || code === 'undated')
  if (asked !== undefined) return ` ${asked.message}`
  const elsewhere = film.notices.find((one) => isElsewhere({ notices: [one] }))
  return elsewhere === undefined ? '' : ` ${elsewhere.message}`
}
