/** Items, loops and library entries for rules that only look at names and lengths. */
import fc from 'fast-check'
import type { Loop } from '../../core/loop.ts'
import type { LibraryItem } from '../../core/playlist.ts'
import type { ProgrammeItem } from '../../core/programme.ts'

/** 2 March 2026, 8:00 in Berlin: a Monday like any other. */
export const monday = Date.UTC(2026, 2, 2, 7)
export const minuteMs = 60_000

/** A picture or film called `name`, `seconds` long. */
export const item = (name: string, seconds: number): ProgrammeItem => ({
  id: name,
  assetId: `asset-${name}`,
  kind: 'video',
  title: name,
  file: `${'0'.repeat(64)}.mp4`,
  bytes: 1,
  durationMs: Math.round(seconds * 1_000),
})

/** Loops of one to seven items, from a glimpse to a lecture. */
export const anyLoop: fc.Arbitrary<Loop> = fc
  .array(fc.integer({ min: 2_000, max: 700_000 }), { minLength: 1, maxLength: 7 })
  .map((lengths) => lengths.map((ms, at) => item(`item-${at}`, ms / 1_000)))

/** A ready file of the library; a picture unless it has a length. */
export function libraryItem(path: string, seconds = 0): LibraryItem {
  const hash = Buffer.from(path).toString('hex').padEnd(64, '0').slice(-64)
  const kind = seconds === 0 ? 'image' : 'video'
  return {
    asset: { id: `a-${path}`, path, kind, state: 'ready', notices: [] },
    media: {
      hash,
      kind,
      extension: seconds === 0 ? 'jpg' : 'mp4',
      bytes: 1,
      width: 1920,
      height: 1080,
      durationMs: seconds * 1_000,
    },
  }
}
