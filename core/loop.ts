/** A resolved playlist, and its items placed in time. */
import type { ProgrammeItem } from './programme.ts'

/** What plays in turn, again and again; an item's id is unique in it. */
export type Loop = readonly ProgrammeItem[]

/** An item with its place in time; `startMs` is milliseconds since 1970 UTC. */
export interface TimelineItem {
  readonly item: ProgrammeItem
  readonly startMs: number
}

export const endMs = (entry: TimelineItem): number => entry.startMs + entry.item.durationMs

/** How long once through the loop takes, in milliseconds; 0 for an empty one. */
export const loopMs = (loop: Loop): number => loop.reduce((sum, item) => sum + item.durationMs, 0)
