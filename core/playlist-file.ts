/** What a playlist file may say: `playlists/NAME.yaml`, and the same as JSON from a page. */

import { stringify } from 'yaml'
import { z } from 'zod'
import { languageTags } from './languages.ts'
import { oneLine } from './one-line.ts'
import { onlyWritable } from './writable.ts'

// A typo must neither flicker nor stand still for months: clamped on write and on read (Anthias #3122).
const shortestSeconds = 1
const longestSeconds = 3_600
/** How many items a list may name, and a loop may hold. */
export const mostItems = 5_000
/** Letters of the longest file: so many items with long paths and something said of each. */
export const longestList = 512 * 1_024
export const mostWeight = 10
const longestLimitMs = 24 * 3_600_000
/** A sentence at the foot of the screen is read from the last seat. */
export const longestText = 120
/** How long a sentence stands when nobody says otherwise. */
export const textSeconds = 10

const unitMs = { s: 1_000, m: 60_000, h: 3_600_000 } as const

/** `90s`, `10m`, `2h` in milliseconds; at least a second, at most a day. */
export function limitMs(text: string): number {
  const [, number = '0', unit = 's'] = /^(\d+)([smh])$/.exec(text) ?? []
  return Math.min(Math.max(Number(number) * unitMs[unit as keyof typeof unitMs], unitMs.s), longestLimitMs)
}

/** @param seconds as somebody has written them, or an older version has kept them */
export const clampedMs = (seconds: number): number =>
  Math.round(Math.min(Math.max(seconds, shortestSeconds), longestSeconds) * 1_000)

const timing = {
  /** How long a picture stands; a video or film is cut there. Seconds, 1 to 3600. */
  seconds: z.number().positive().max(longestSeconds).optional(),
  /** How many times it plays in each round, spread evenly. */
  weight: z.int().min(1).max(mostWeight).optional(),
  /** Not sooner again than this. */
  atMostEvery: z
    .string()
    .regex(/^[1-9]\d{0,4}[smh]$/, 'A time is expected, such as "90s", "10m" or "2h".')
    .refine((text) => !(rawMs(text) > longestLimitMs), 'At most "24h" is possible.')
    .optional(),
  when: z
    .strictObject({
      /** Only if it is one of the languages that patients may choose. */
      locale: z.enum(languageTags).optional(),
      /** What it is about: it comes more often while enough people wait for one of these, if the settings say so. */
      services: z.array(z.string().min(1)).min(1).optional(),
    })
    .optional(),
}
const silence = { /** Without its sound. */ mute: z.boolean().optional() }
const path = z.string().min(1).max(4_000)

const rawMs = (text: string): number => Number.parseInt(text, 10) * (unitMs[text.at(-1) as keyof typeof unitMs] ?? 1)

export const playlistItem = z.union([
  path,
  z.strictObject({ asset: path, ...timing, ...silence }),
  z.strictObject({ explainer: path, ...timing, ...silence }),
  z.strictObject({ folder: path, ...timing, ...silence }),
  z.strictObject({ playlist: path, ...timing, ...silence }),
  z.strictObject({
    text: oneLine()
      .min(1)
      .max(longestText, `At most ${longestText} letters: it is read from far away.`)
      .superRefine(onlyWritable),
    ...timing,
  }),
])
export type PlaylistItem = z.infer<typeof playlistItem>

/** Paths are relative to the content folder. */
export const playlistFile = z.strictObject({
  title: z.string().max(80).optional(),
  /** `daily`: another order every day, the same on every screen. */
  shuffle: z.enum(['none', 'daily']).optional(),
  items: z.array(playlistItem).max(mostItems),
})
export type PlaylistFile = z.infer<typeof playlistFile>

/** As a file that people can go on editing. */
export const playlistYaml = (list: PlaylistFile): string => stringify(list, { lineWidth: 0 })

export const defaultPlaylist = 'default'
/** Schedules have their own file and their own rules. */
export const reservedName = 'schedule'
export const playlistName = /^[a-z0-9][a-z0-9-]{0,63}$/

/** What is to be had at an entry: the rest of it says how. */
export type Wanted =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'playlist'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

/** How an entry plays what it names. */
export interface Manner {
  readonly seconds?: number | undefined
  readonly weight?: number | undefined
  readonly limitMs?: number | undefined
  readonly locale?: string | undefined
  readonly services?: readonly string[] | undefined
  readonly isMuted: boolean
}

export function wantedOf(item: PlaylistItem): Wanted {
  if (typeof item === 'string') return { kind: 'file', path: item }
  if ('asset' in item) return { kind: 'file', path: item.asset }
  if ('explainer' in item) return { kind: 'file', path: item.explainer }
  if ('folder' in item) return { kind: 'folder', path: item.folder }
  if ('playlist' in item) return { kind: 'playlist', name: item.playlist }
  return { kind: 'text', text: item.text }
}

/** Out of bounds is brought into them: an older version may have kept what this one refuses. */
export function mannerOf(item: PlaylistItem): Manner {
  if (typeof item === 'string') return { isMuted: false }
  return {
    seconds: item.seconds,
    weight: item.weight === undefined ? undefined : Math.min(Math.max(Math.round(item.weight), 1), mostWeight),
    limitMs: item.atMostEvery === undefined ? undefined : limitMs(item.atMostEvery),
    locale: item.when?.locale,
    services: item.when?.services,
    isMuted: 'mute' in item && item.mute === true,
  }
}
