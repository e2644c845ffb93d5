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
  /** Which of its pages or scenes it is, from 0; absent for what is one picture or film. */
  part: z.int().nonnegative().optional(),
  /** It begins at no instant before this one: ISO 8601 UTC. */
  validFrom: z.string().optional(),
  /** It begins before this instant only; once begun, it is shown to its end. */
  validUntil: z.string().optional(),
  /** It begins no sooner than this after the last beginning of the same file. */
  atMostEveryMs: z.int().positive().optional(),
  /** It plays without its sound. */
  mute: z.literal(true).optional(),
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

export const airingReason = z.object({
  /** Null when nothing is scheduled. */
  schedule: z.string().nullable(),
  kind: z.enum(['default', 'normal', 'interrupt', 'takeover']),
  priority: z.int(),
})

/** Which loop plays from when until when; contiguous, but for a ticker with nothing to say. */
export const segment = z.object({
  from: z.string(),
  to: z.string(),
  mix: z.object({
    /** Loops that take turns, item by item. */
    turns: z.array(z.string()),
    /** Loops that have their part of the time, percent. */
    shares: z.array(z.object({ loop: z.string(), share: z.number() })),
  }),
  /** The date in the clinic, where a loop is shuffled every day: part of what its order is drawn from. */
  day: z.string().optional(),
  because: airingReason,
})

/** How far a rotation has come; what it means is in core/rotation.ts. */
export const rotationState = z.object({
  positions: z.record(
    z.string(),
    z.object({ id: z.string(), asset: z.string(), index: z.int(), day: z.string().optional() }),
  ),
  mix: z.string(),
  turn: z.int(),
  owed: z.record(z.string(), z.number()),
  starts: z.record(z.string(), z.number()),
  last: z.string().optional(),
})

/** A sentence at the foot of the screen. */
export const tickerText = z.object({
  text: z.string(),
  seconds: z.number().positive(),
  atMostEveryMs: z.int().positive().optional(),
})
export type TickerText = z.infer<typeof tickerText>

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
  /** `default` is always among them: it plays where nothing else may. */
  loops: z.record(z.string(), z.object({ places: z.array(z.string()), shuffle: z.literal('daily').optional() })),
  segments: z.array(segment),
  /** `endsAt`: when it does not end by itself. */
  timeline: z.array(z.object({ startsAt: z.string(), endsAt: z.string().optional(), item: z.string() })),
  /** How far the loops have come at the end of the timeline: a screen alone goes on from there. */
  rotation: rotationState,
  ticker: z.object({ segments: z.array(segment), loops: z.record(z.string(), z.array(tickerText)) }).optional(),
})
export type Programme = z.infer<typeof programme>
