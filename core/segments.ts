/** What is scheduled, with what there is to show: the segments that screens follow, alone if they have to. */
import type { Because } from './airing.ts'
import { daysAfter } from './calendar-date.ts'
import type { Mix, Segment } from './course.ts'
import type { Wall } from './opening.ts'
import { defaultPlaylist } from './playlist-file.ts'
import type { Row } from './schedule.ts'

export interface PlannedSegment extends Segment {
  readonly because: Because
}

export interface Shelved {
  /** Whether a playlist has anything that may ever be shown. */
  readonly hasItems: (playlist: string) => boolean
  readonly isShuffled: (playlist: string) => boolean
}

/**
 * Playlists with nothing to show are left out, and the default takes their place.
 *
 * @param rows contiguous, or with gaps where a ticker is silent
 */
export function segmentsOf(
  rows: readonly Row[],
  { hasItems, isShuffled }: Shelved,
  wall: Wall,
): readonly PlannedSegment[] {
  return rows.flatMap(({ fromMs, toMs, airing }) => {
    const { playlist, with: others, because } = airing
    const mix = mixOf([{ playlist }, ...others].filter((one) => hasItems(one.playlist)))
    const takeover = because.kind === 'takeover' && because.schedule !== null ? { takeover: because.schedule } : {}
    const loops = [...mix.turns, ...mix.shares.map(({ loop }) => loop)]
    const segment = { fromMs, toMs, mix, ...takeover, because }
    // The default may have to take a turn anywhere.
    return [...loops, defaultPlaylist].some(isShuffled) ? byDay(segment, wall) : [segment]
  })
}

function mixOf(airing: readonly { readonly playlist: string; readonly share?: number }[]): Mix {
  const turns = new Set(airing.flatMap(({ playlist, share }) => (share === undefined ? [playlist] : [])))
  const shares = new Map<string, number>()
  for (const { playlist, share } of airing)
    if (share !== undefined) shares.set(playlist, (shares.get(playlist) ?? 0) + share)
  return {
    turns: turns.size === 0 ? [defaultPlaylist] : [...turns],
    shares: [...shares].map(([loop, share]) => ({ loop, share })),
  }
}

/** A new order every day: a segment for each. */
function byDay(segment: PlannedSegment, wall: Wall): readonly PlannedSegment[] {
  const days: PlannedSegment[] = []
  for (let fromMs = segment.fromMs; fromMs < segment.toMs; ) {
    const day = wall.dateOf(fromMs)
    const midnight = wall.instantOf(daysAfter(day, 1), 0, 'first')
    const toMs = Math.min(segment.toMs, midnight > fromMs ? midnight : segment.toMs)
    days.push({ ...segment, fromMs, toMs, day })
    fromMs = toMs
  }
  return days
}
