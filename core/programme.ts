/** What a screen needs to go on alone: items, loops, segments that say which loop plays when, and a timeline. */
import { z } from 'zod'
import { brandSchema } from './brand.ts'
import { cue } from './captions.ts'

/** An item as a screen plays it; `id` changes when what is seen or how long changes. */
export const programmeItem = z.object({
  id: z.string(),
  assetId: z.string(),
  kind: z.enum(['video', 'image']),
  title: z.string(),
  /** File name in the store and in `/media/`: SHA-256 of the bytes and an ending that says the type. */
  file: z.string().regex(/^[0-9a-f]{64}\.[a-z0-9]{2,4}$/),
  bytes: z.int().nonnegative(),
  durationMs: z.int().positive(),
  /** It begins at no instant before this one: ISO 8601 UTC. */
  validFrom: z.string().optional(),
  /** It begins before this instant only; once begun, it is shown to its end. */
  validUntil: z.string().optional(),
  /** What is said, for a screen to write over the film. */
  captions: z.array(cue).optional(),
  /** What brings its sound to the loudness of everything else, decibels; absent for silence. */
  gainDb: z.number().optional(),
  /** A small picture of it, beside `file`: what stands behind a film of another shape than the screen. */
  poster: z
    .string()
    .regex(/^[0-9a-f]{64}\.jpg$/)
    .optional(),
})
export type ProgrammeItem = z.infer<typeof programmeItem>

const segmentReason = z.object({
  schedule: z.string().nullable(),
  kind: z.enum(['default', 'normal', 'interrupt', 'takeover']),
  priority: z.int(),
})

/** A programme as it travels: instants are ISO 8601 UTC. */
export const programme = z.object({
  screen: z.string(),
  /** Equal revisions mean equal programmes, also across a restart of the hub. */
  revision: z.string(),
  /** What began before this instant is left at once: somebody has skipped it, or it must not be seen. */
  cutAt: z.string().optional(),
  brand: brandSchema,
  /** IANA name of the clinic's time zone. */
  zone: z.string(),
  items: z.record(z.string(), programmeItem),
  loops: z.record(z.string(), z.array(z.string())),
  segments: z.array(z.object({ from: z.string(), to: z.string(), loop: z.string(), because: segmentReason })),
  timeline: z.array(z.object({ startsAt: z.string(), item: z.string() })),
})
export type Programme = z.infer<typeof programme>
