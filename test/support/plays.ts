/** Plays as a screen makes them. */
import type { Play } from '../../core/play.ts'

let made = 0

/** A play of 12 s that was seen whole. */
export function aPlay(more: Partial<Play> = {}): Play {
  made += 1
  return {
    id: `play-${String(made).padStart(6, '0')}`,
    ...{ screen: 'screen-1', zone: 'main', asset: 'a0123456789abcde', title: 'Welcome', kind: 'video' },
    startedAt: '2026-11-21T13:00:00.000Z',
    plannedAt: '2026-11-21T13:00:00.000Z',
    ...{ durationMs: 12_000, presentedMs: 11_980, outcome: 'whole' },
    ...more,
  }
}
