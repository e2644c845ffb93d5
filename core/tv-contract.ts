/** What the desk and the studio do to the TV: volumes, a message, skipping, holding a file back, and looking at the picture. */

import { z } from 'zod'
import { oneLine } from './one-line.ts'
import type { Operation, Role } from './operation.ts'
import { keyParameter } from './queue-operations.ts'
import { callPlace, hanging } from './settings.ts'
import { onlyWritable } from './writable.ts'

const instant = z.iso.datetime({ offset: true, error: 'An instant is expected, such as 2026-11-21T14:40:00Z.' })
const desk = ['desk', 'marketing', 'manager', 'administrator'] as const satisfies readonly Role[]

export const longestMessage = 120
/** Longer than any day: what is meant for good belongs into a film. */
const longestMinutes = 16 * 60

/** Per cent of what the computer can do. */
const volume = z.int().min(0).max(100)

/** What is heard in the room. */
export const sound = z.strictObject({
  /** Of films; 0 keeps them silent, with captions. */
  media: volume,
  /** Of the chime and the voice. */
  calls: volume,
  /** Films are silent until then, whatever `media` says. */
  mutedUntil: instant.optional(),
})
export type Sound = z.infer<typeof sound>

export const firstSound: Sound = { media: 0, calls: 70 }

/** A sentence of the desk on every screen; it always has an end. */
export const message = z.object({
  id: z.string(),
  text: z.string(),
  at: instant,
  until: instant,
  /** It ends with the day, if that comes first. */
  untilClosing: z.literal(true).optional(),
})
export type Message = z.infer<typeof message>

export const heldAsset = z.object({
  asset: z.string(),
  title: z.string(),
  path: z.string(),
  at: instant,
})

/** Recorded words by what they say: a letter, a digit, `to-room`, `room:1`; the file is at `/api/voice/`. */
export const spokenWords = z.record(z.string(), z.string())
export type SpokenWords = z.infer<typeof spokenWords>

/** The words of a language, and who says each of them now. */
export const voiceWords = z.object({
  language: z.string(),
  words: z.array(
    z.object({
      clip: z.string(),
      /** What is to be said. */
      text: z.string(),
      by: z.enum(['recorded', 'computer', 'none']),
      /** At `/api/voice/`. */
      file: z.string().optional(),
    }),
  ),
})
export type VoiceWords = z.infer<typeof voiceWords>
export const voiceList = z.object({ languages: z.array(voiceWords) })

/** Topic `tv`, for every screen alike: what it needs beside its programme and the queue. */
export const tvSnapshot = z.object({
  at: instant,
  /** Of the labels, the first one first. */
  languages: z.array(z.string()).min(1).max(2),
  /** How large letters have to be: the screen's diagonal and how far away the last seat is. */
  room: z.object({ screenInches: z.number(), farthestSeatMetres: z.number(), hangs: hanging.optional() }),
  calls: callPlace,
  sound,
  /** Neither chime nor voice now. */
  isQuiet: z.boolean(),
  /** When somebody last wanted to hear the chime. */
  testedAt: instant.optional(),
  message: message.optional(),
  /** By language; empty when this computer has no voice. */
  voice: z.record(z.string(), spokenWords),
})
export type TvSnapshot = z.infer<typeof tvSnapshot>

/** What the desk is shown of it. */
export const tvState = tvSnapshot.omit({ voice: true }).extend({
  /** Languages that can be spoken. */
  speaks: z.array(z.string()),
  screens: z.array(
    z.object({
      id: z.string(),
      /** What it shows now; absent between two items and where nothing is to be shown. */
      playing: z
        .object({
          asset: z.string(),
          title: z.string(),
          /** Why it comes out of its order; absent when its turn had come. */
          why: z.string().optional(),
        })
        .optional(),
      /** Whether it can send a picture of itself. */
      hasPicture: z.boolean(),
    }),
  ),
  /** Hidden until somebody has checked them. */
  held: z.array(heldAsset),
  /** Waiting times on the TV; `hidden` for today by the desk, `off` by the settings. */
  times: z.enum(['shown', 'hidden', 'off']),
})
export type TvState = z.infer<typeof tvState>

const text = oneLine()
  .min(1, 'Write what the TV shall say.')
  .max(longestMessage, `At most ${longestMessage} letters: it is read from far away.`)
  .superRefine(onlyWritable)

export const tvBodies = {
  sound: z.strictObject({
    media: volume.optional(),
    calls: volume.optional(),
    /** 0 lets films be heard again. */
    muteMinutes: z.int().min(0).max(longestMinutes).optional(),
  }),
  chime: z.strictObject({}),
  say: z.union([
    z.strictObject({ text, minutes: z.int().min(1).max(longestMinutes) }),
    z.strictObject({ text, untilClosing: z.literal(true) }),
  ]),
  unsay: z.strictObject({ message: z.string() }),
  skip: z.strictObject({}),
  hide: z.strictObject({ asset: z.string() }),
  unhide: z.strictObject({ asset: z.string() }),
  times: z.strictObject({ hidden: z.boolean() }),
} as const
export type TvButton = keyof typeof tvBodies

export const tvAnswers = {
  sound,
  chime: z.object({}),
  say: z.object({ message }),
  unsay: z.object({}),
  skip: z.object({}),
  hide: z.object({ held: heldAsset }),
  unhide: z.object({}),
  times: z.object({}),
} as const

const screen = {
  in: 'path',
  name: 'screen',
  schema: z.string().regex(/^screen-[1-9]\d?$/),
  description: 'screen-1 …',
} as const

const word = [
  { in: 'path', name: 'language', schema: z.string().regex(/^[a-z]{2}$/), description: '`en`, `de` …' },
  { in: 'path', name: 'clip', schema: z.string().max(80), description: 'as in `GET /api/voice`: `A`, `7`, `room:1` …' },
] as const

const button = <Name extends TvButton>(name: Name, summary: string) =>
  ({
    method: 'post',
    path: `/api/tv/${name}`,
    summary,
    roles: desk,
    parameters: [keyParameter],
    body: tvBodies[name],
    answer: tvAnswers[name],
  }) as const satisfies Operation

export const tvOperations = {
  tv: {
    method: 'get',
    path: '/api/tv',
    summary: 'What the screens show, say and sound like now; topic `desk-tv` is the same',
    roles: desk,
    answer: tvState,
  },
  sound: button('sound', 'Changes how loud films and calls are, or mutes films for a while. What is left out stays'),
  chime: button('chime', 'Every screen sounds the chime once, to hear how loud it is'),
  say: button(
    'say',
    'A sentence on every screen, until it ends or the day is closed; it takes the place of the one before',
  ),
  unsay: button('unsay', 'Takes a message off the screens before its end. 404 `unknown-message`'),
  skip: button('skip', 'Every screen goes on to its next item at once'),
  hide: button(
    'hide',
    'Holds a file back on every screen at once, in mid-item, until it is shown again. 404 `unknown-asset`',
  ),
  unhide: button('unhide', 'Lets a file that was held back play again. 404 `not-hidden`'),
  times: button('times', 'Takes waiting times off the TV for today, or brings them back; desk and phones keep them'),
  screenshot: {
    method: 'get',
    path: '/api/screens/{screen}/screenshot',
    summary: 'A small JPEG of what the screen shows at this moment. 409 `no-picture` when it cannot send one',
    roles: desk,
    parameters: [screen],
  },
  look: {
    method: 'get',
    path: '/api/screens/{screen}/look',
    summary: 'For the screen: waits up to 25 s until somebody wants its picture, then answers 200; else 204',
    roles: ['screen'],
    parameters: [screen],
  },
  putScreenshot: {
    method: 'put',
    path: '/api/screens/{screen}/screenshot',
    summary: 'For the screen: its picture (JPEG, raw bytes, at most 512 KB) for whoever has asked. It is not kept',
    roles: ['screen'],
    parameters: [keyParameter, screen],
    answer: z.object({}),
  },
  voiceWords: {
    method: 'get',
    path: '/api/voice',
    summary:
      'Every word of the calls in the languages of the clinic, and who says it: reception, this computer, nobody',
    roles: desk,
    answer: voiceList,
  },
  record: {
    method: 'put',
    path: '/api/recordings/{language}/{clip}',
    summary: 'A word in the own voice: WAV, one channel of 16 bits, at most 6 s. 415 `not-spoken`, 404 `unknown-word`',
    roles: desk,
    parameters: [keyParameter, ...word],
    answer: voiceList,
  },
  unrecord: {
    method: 'delete',
    path: '/api/recordings/{language}/{clip}',
    summary: 'Takes a recording away; the computer speaks the word again, where it can',
    roles: desk,
    parameters: [keyParameter, ...word],
    answer: voiceList,
  },
  voice: {
    method: 'get',
    path: '/api/voice/{clip}',
    summary: 'A spoken word of the calls, as WAV',
    roles: ['screen', ...desk],
    parameters: [{ in: 'path', name: 'clip', schema: z.string(), description: 'as in topic `tv`' }],
  },
} as const satisfies Record<string, Operation>

/** Live topics of the TV, with who may listen once people sign in. */
export const tvTopics: Readonly<Record<string, readonly Role[]>> = {
  tv: ['screen', ...desk],
  'desk-tv': desk,
}
