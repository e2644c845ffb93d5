/** Which playlists there are to be scheduled, and whether one has anything to show at a time. */
import { mayStartWithin } from '../core/item-dates.ts'
import type { Loops } from './loops.ts'
import type { Playable } from './schedule-desk.ts'

export function playableOf(loops: Loops): Playable {
  return {
    names: () => {
      loops.lookOnce()
      return [...loops.names(), ...loops.folders()]
    },
    hasSomething: (name, { fromMs, toMs }) => {
      loops.lookOnce()
      const { loop, texts } = loops.of(name)
      return texts.length > 0 || loop.some((item) => mayStartWithin(item, fromMs, toMs))
    },
  }
}
