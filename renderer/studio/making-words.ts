/** How far a film is on its way, as the page says it: out of the queue as it is now. */
import type { FilmEntry } from '../../core/film-contract.ts'
import { spanOf } from '../shared/span.ts'

/** `12th` */
export function ordinalOf(place: number): string {
  const isTeen = Math.floor(place / 10) % 10 === 1
  const ending = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th')
  return `${place}${ending}`
}

/** What a card says of it. @returns nothing for a film that is not on its way */
export function makingWords({ state, position, progress, remainingS }: FilmEntry): string | undefined {
  if (position === undefined) return undefined
  const ready = remainingS === undefined ? '' : `: ready in about ${spanOf(remainingS)}`
  switch (state) {
    case 'waiting':
      return `Waits, ${ordinalOf(position)} in line${ready}`
    case 'stills':
      return `Its pictures are being made${ready}`
    case 'film': {
      const left = remainingS === undefined ? '' : `, about ${spanOf(remainingS)} left`
      return `Its film is being made: ${Math.round(progress * 100)} %${left}`
    }
    case 'done':
    case 'failed':
    case 'cancelled':
      return undefined
  }
}
