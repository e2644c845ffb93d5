/** What the desk wants of every screen: languages, sizes, sound, a message. It stays when the hub is away, but for what has an end. */
import type { TvSnapshot } from '../../core/tv-contract.ts'
import { firstSound } from '../../core/tv-contract.ts'
import { msOf } from '../shared/clock.ts'
import { useLive } from '../shared/hub.ts'

/** Until the hub has said anything. */
const unsaid: TvSnapshot = {
  at: '1970-01-01T00:00:00Z',
  languages: ['en'],
  room: { screenInches: 43, farthestSeatMetres: 6 },
  calls: 'screen',
  sound: firstSound,
  isQuiet: false,
  voice: {},
}

export function useTv(): TvSnapshot {
  return useLive<TvSnapshot>('tv').data ?? unsaid
}

/** @param now milliseconds since 1970 UTC */
export function messageNow({ message }: TvSnapshot, now: number): string | undefined {
  return message !== undefined && now < msOf(message.until) ? message.text : undefined
}
