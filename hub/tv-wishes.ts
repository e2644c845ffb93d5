/** What the clinic has decided about its TV once and for all: languages, the room it hangs in, and when it is quiet. */
import type { Settings } from '../core/settings.ts'

export interface TvWishes {
  /** Of the labels, one or two, the first one first. */
  readonly languages: readonly string[]
  readonly room: Pick<Settings['tv'], 'screenInches' | 'farthestSeatMetres' | 'hangs'>
  readonly calls: Settings['tv']['calls']
  /** Neither chime nor voice from a time of day to another: `20:00` to `08:00`. */
  readonly quiet?: { readonly from: string; readonly to: string }
}

export const wishesOf = ({ languages, tv: { calls, ...room }, sound: { quiet } }: Settings): TvWishes => ({
  languages: languages.tv,
  room,
  calls,
  ...(quiet === undefined ? {} : { quiet }),
})

/** @param time as the clinic's clocks show it: `14:40` */
export function isQuietAt({ quiet }: Pick<TvWishes, 'quiet'>, time: string): boolean {
  if (quiet === undefined) return false
  const { from, to } = quiet
  return from < to ? from <= time && time < to : time >= from || time < to
}
