/** A play: proof that a screen has presented something, measured by the frames that were on its display. */
import { z } from 'zod'
import { longestTitle } from './play-limits.ts'
import { instant } from './queue-contract.ts'

/** What stands on a wall for longer has no end, and is no item. */
const longestMs = 24 * 3_600_000

export const play = z.strictObject({
  /** Made up by the screen: the same play arrives twice when an answer is lost, and counts once. */
  id: z.string().regex(/^[\w-]{8,64}$/),
  screen: z.string().regex(/^screen-[1-9]\d?$/),
  zone: z.enum(['main', 'ticker']),
  /** Id of the file in the content folder. */
  asset: z.string().min(1).max(64),
  title: z.string().min(1).max(longestTitle),
  kind: z.enum(['video', 'image']),
  /** When it was all there, by the hub's clock as the screen knew it. */
  startedAt: instant,
  /** When the timeline wanted it; absent when nobody had planned it. */
  plannedAt: instant.optional(),
  /** As planned, milliseconds. */
  durationMs: z.int().min(0).max(longestMs),
  /** For how long frames of it were on the display, milliseconds: a picture that froze is not counted. */
  presentedMs: z.int().min(0).max(longestMs),
  /** `cut`: left before its end, or joined after its beginning; `failed`: it could not be shown, or broke. */
  outcome: z.enum(['whole', 'cut', 'failed']),
  /** Patients on the board's waiting list when it began; absent when the screen did not know. */
  waiting: z.int().min(0).max(10_000).optional(),
})
export type Play = z.infer<typeof play>
export type PlayOutcome = Play['outcome']
