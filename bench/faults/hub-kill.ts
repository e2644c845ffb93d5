/** The hub is killed at any moment while three desks press: what it has acknowledged is in the log, once and in order. */

import { killHub } from '../../test/support/hub-kill.ts'
import { makePlace } from '../../test/support/place.ts'
import { quantile } from '../figures.ts'
import type { Fault } from './fault.ts'

/** A fresh data folder each time: a clinic's day is no longer. */
const killsARound = 25
const mostReadyMs = 2_000

export const hubKill: Fault = {
  what: 'hub SIGKILL under three desks',
  times: 1_000,
  aRound: killsARound,
  run: async (seed) => {
    const place = makePlace()
    try {
      const { readyMs, lost, doubled, outOfOrder, damage, acknowledged } = await killHub(place, killsARound, seed)
      return {
        counts: { acknowledged, lost, doubled, outOfOrder, damaged: damage.length },
        samples: readyMs.map(Math.round),
        failed: lost + doubled + outOfOrder + damage.length > 0,
      }
    } finally {
      place.remove()
    }
  },
  judge: (samples) => {
    const p99 = quantile(samples, 0.99)
    return { text: `ready again, 99 of 100: ${p99} ms (≤ ${mostReadyMs})`, isMet: p99 <= mostReadyMs }
  },
}
