/** The note beside a file, `summer.mp4.yaml`: what somebody says about it: its title, its dates, consent, captions. */
import { isMap, isScalar, parseDocument, YAMLMap } from 'yaml'
import { z } from 'zod'
import { languageTag } from './language.ts'
import { parseYamlAs, type YamlResult } from './yaml-document.ts'

const realDay = z.iso.date()
const realInstant = z.iso.datetime({ offset: true })
const isDay = (text: string): boolean => realDay.safeParse(text).success
const words = (most: number) => z.string().trim().min(1).max(most)

/** A message of our own: what YAML makes of `2026` or of an empty value is no text, and "must be text" helps nobody. */
const dayOf = (name: string) => {
  const error = `"${name}" is not a date. Write it like 2026-11-21.`
  return z.string({ error }).refine(isDay, { error })
}
const momentOf = (name: string) => {
  const error = `"${name}" is not a date. Write it like 2026-11-21, or to the minute like 2026-11-21T18:00:00+01:00.`
  return z.string({ error }).refine((text) => isDay(text) || realInstant.safeParse(text).success, { error })
}

export const sidecar = z
  .strictObject({
    title: words(80).optional().describe('what the file is called on the pages'),
    seconds: z
      .number()
      .min(1)
      .max(3_600)
      .optional()
      .describe('how long a picture or a page stands; a video is cut there'),
    validFrom: momentOf('validFrom').optional().describe('the first day it plays, or the instant from which on'),
    validUntil: momentOf('validUntil').optional().describe('the last day it plays, or the instant until which'),
    consent: z
      .strictObject({
        subject: words(80).describe('who has agreed; never shown'),
        expires: dayOf('expires').describe('the last day of the consent'),
      })
      .optional()
      .describe('of a person who can be seen or heard'),
    captions: words(500)
      .regex(/\.(vtt|srt)$/i, 'Captions are a file that ends in .vtt or .srt, like "media/summer.vtt".')
      .optional()
      .describe('a WebVTT or SubRip file, by its path in the content folder'),
    speech: z
      .enum(['none', 'captioned'])
      .optional()
      .describe('none: nobody speaks; captioned: the captions are in the picture'),
    flashing: z
      .literal('accepted')
      .optional()
      .describe('a doctor has agreed that it flashes more than three times a second'),
    tags: z.array(words(40)).max(20).optional().describe('words to find it by'),
    services: z.array(words(64)).max(100).optional().describe('ids of the services it is about'),
    locale: languageTag.optional().describe('the language it is in'),
    weight: z.int().min(1).max(10).optional().describe('how often it plays beside the others'),
  })
  .refine(({ validFrom: from, validUntil: until }) => !(from && until && isDay(from) && isDay(until) && from > until), {
    path: ['validUntil'],
    error: '"validUntil" lies before "validFrom": it would never play.',
  })
export type Sidecar = z.infer<typeof sidecar>
/** What is larger is no note, and not read. */
export const largestNoteBytes = 65_536

/** The note, or every problem with its line. Never throws. */
export const parseSidecar = (text: string): YamlResult<Sidecar> => parseYamlAs(text.replace(/^\uFEFF/, ''), sidecar)

/** What to set; `null` takes a line away. */
export type SidecarChanges = { readonly [Name in keyof Sidecar]?: Sidecar[Name] | null | undefined }

/**
 * The text of a note with other values; comments and the order of its lines stay.
 *
 * @param text a note as `parseSidecar` takes it, or undefined for a new one
 * @returns `{}` and a line break when nothing is left to say; the caller checks it with `parseSidecar` before saving
 */
export function editSidecar(text: string | undefined, changes: SidecarChanges): string {
  const document = parseDocument((text ?? '').replace(/^\uFEFF/, ''))
  const map = isMap(document.contents) ? document.contents : new YAMLMap()
  document.contents = map as typeof document.contents
  for (const [name, value] of Object.entries(changes)) {
    if (value !== undefined) put(map, name, value)
  }
  map.flow = map.items.length === 0
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

function put(map: YAMLMap, name: string, value: unknown): void {
  if (value === null) {
    map.delete(name)
    return
  }
  const before = map.get(name, true)
  const isGroup = typeof value === 'object' && !Array.isArray(value)
  if (isGroup && isMap(before)) {
    const inner = before as YAMLMap
    const kept = new Set(Object.keys(value))
    for (const { key } of [...inner.items]) if (isScalar(key) && !kept.has(String(key.value))) inner.delete(key)
    for (const [key, one] of Object.entries(value)) put(inner, key, one)
    return
  }
  const isSame = before !== undefined && JSON.stringify(before) === JSON.stringify(value)
  if (!isSame) map.set(name, value)
}

/** Files that say something about another one beside them. */
export const isNote = (path: string): boolean => /\.ya?ml$/i.test(path)
export const isCaptions = (path: string): boolean => /\.(vtt|srt)$/i.test(path)
export const isBeside = (path: string): boolean => isNote(path) || isCaptions(path)

/** `media/summer.mp4.yaml` → `media/summer.mp4`: the file it belongs to, or its name without the ending. */
export const besideOf = (path: string): string => path.replace(/(?<=[^/])\.(ya?ml|vtt|srt)$/i, '')

/** `media/summer.mp4` → `media/summer`, which a note may be called by as well when no other file is called so. */
export const stemOf = (path: string): string => path.replace(/(?<=[^/])\.[^./]*$/, '')

/**
 * The notes and captions that belong to a file and to no other: those called by its whole name, and by its name without the
 * ending when nothing else in the folder is called so.
 *
 * @param files all paths of its folder
 */
export function besides(path: string, files: readonly string[]): readonly string[] {
  const stem = stemOf(path)
  const others = files.filter((file) => file !== path && !isBeside(file))
  const isShared = stem === path || others.some((file) => file === stem || stemOf(file) === stem)
  const names = new Set(isShared ? [path] : [path, stem])
  return files.filter((file) => isBeside(file) && file !== 'brand.yaml' && names.has(besideOf(file))).sort()
}

/** The bounds of a day in the clinic's zone, milliseconds since 1970: half-open. */
export type DayBounds = (day: string) => { readonly startMs: number; readonly endMs: number }

export interface Validity {
  /** Milliseconds since 1970; half-open. */
  readonly fromMs?: number
  readonly untilMs?: number
  /** Whether it is the consent that ends first. */
  readonly endsByConsent: boolean
}

/**
 * When a file may play by its note.
 *
 * @param boundsOf the clinic's days
 * @param msOf reads an instant with an offset
 */
export function validityOf(note: Sidecar, boundsOf: DayBounds, msOf: (instant: string) => number): Validity {
  const { validFrom: from, validUntil: until, consent } = note
  const fromMs = from === undefined ? undefined : isDay(from) ? boundsOf(from).startMs : msOf(from)
  const endMs = until === undefined ? Number.POSITIVE_INFINITY : isDay(until) ? boundsOf(until).endMs : msOf(until)
  const consentMs = consent === undefined ? Number.POSITIVE_INFINITY : boundsOf(consent.expires).endMs
  const untilMs = Math.min(endMs, consentMs)
  return {
    ...(fromMs === undefined ? {} : { fromMs }),
    ...(untilMs === Number.POSITIVE_INFINITY ? {} : { untilMs }),
    endsByConsent: consentMs <= endMs && consent !== undefined,
  }
}
