/** What the clinic decides in the app and no file says: its kind of practice, its TV, its sound, what is shown. */
import { z } from 'zod'
import { languageTags } from './languages.ts'

/** The clinic's name and colours are not here: they are a file, `content/brand.yaml`. */

export const practiceProfiles = ['aesthetic', 'medical'] as const
export type PracticeProfile = (typeof practiceProfiles)[number]

/** The pages of the first set-up, in their order; the last one means that it is done. */
export const setupSteps = [
  'clinic',
  'languages',
  'hours',
  'rooms',
  'providers',
  'services',
  'tv',
  'sound',
  'finished',
] as const
export type SetupStep = (typeof setupSteps)[number]

/** What the TV says about the wait for a service. */
export const waitShown = z.enum(['minutes', 'busy-quiet', 'nothing'])
export type WaitShown = z.infer<typeof waitShown>

/** Where a call is shown while it is announced. */
export const callPlace = z.enum(['screen', 'side'])

/** How a TV hangs: as it is sold, or turned by a quarter. */
export const hanging = z.enum(['wide', 'upright'])
export type Hanging = z.infer<typeof hanging>

const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'A time is expected, such as 20:00.')
const language = z.enum(languageTags)
const once = <Entry>(all: readonly Entry[]) => new Set(all).size === all.length
const onlyOnce = 'Every language is possible only once.'

const playlistNamed = z.string().trim().min(1).max(300)

export const settings = z.strictObject({
  /** How far the first set-up has come. */
  setup: z.enum(setupSteps).default('clinic'),
  profile: z.enum(practiceProfiles).default('aesthetic'),
  languages: z
    .strictObject({
      /** Of the labels on the TV, the first one first. */
      tv: z.array(language).min(1).max(2).refine(once, onlyOnce),
      /** That patients may choose from. */
      patients: z.array(language).min(1).refine(once, onlyOnce),
    })
    .default({ tv: ['en'], patients: [...languageTags] }),
  /** IANA name; left out, the computer's own. The options and the environment win over it. From the next start on. */
  zone: z.string().min(1).max(64).optional(),
  times: z
    .strictObject({
      /** Whether the TV shows waiting times, or only desk and phone do. A demonstration always shows them. */
      shownOn: z.enum(['desk', 'tv']),
      /** By service; those not named show minutes. */
      services: z.record(z.string(), waitShown),
    })
    .default({ shownOn: 'desk', services: {} }),
  appointments: z
    .strictObject({
      /** Where the clinic's own calendar is read every ten minutes (iCal); left out, nowhere. */
      feed: z
        .url({ protocol: /^https$/, error: 'An address is expected that begins with https://.' })
        .max(2_000)
        .optional(),
    })
    .default({}),
  sound: z
    .strictObject({
      /** No chime and no voice then; `to` at or before `from` is the next day. */
      quiet: z.strictObject({ from: clockTime, to: clockTime }).optional(),
    })
    .default({}),
  /** How long the events of a day are kept; afterwards only counts are. */
  retentionDays: z.int().min(1).max(90).default(30),
  /** Until somebody says: a small TV in a long room. */
  tv: z
    .strictObject({
      screenInches: z.number().min(10).max(200),
      farthestSeatMetres: z.number().min(0.5).max(30),
      /** Films are made in this shape. */
      hangs: hanging.default('wide'),
      /** Whether a call fills the screen, or the side on which the queue stands: the film goes on beside it. */
      calls: callPlace.default('screen'),
    })
    .default({ screenInches: 43, farthestSeatMetres: 6, hangs: 'wide', calls: 'screen' }),
  /** What the calendar puts on the screens: before the clinic closes, and while it is closed. Nothing until somebody says. */
  programming: z
    .strictObject({
      closing: z.strictObject({ playlist: playlistNamed, minutes: z.int().min(1).max(120) }).optional(),
      closed: z.strictObject({ playlist: playlistNamed }).optional(),
      /** Whether what people wait for decides a little what plays; left out, it does not. */
      leans: z.literal(true).optional(),
    })
    .default({}),
})
export type Settings = z.infer<typeof settings>

/** What a fresh installation knows. */
export const firstSettings: Settings = settings.parse({})

/** @param time as the clinic's clocks show it: `14:40` */
export function isQuietAt({ sound: { quiet } }: Settings, time: string): boolean {
  if (quiet === undefined) return false
  const { from, to } = quiet
  return from < to ? from <= time && time < to : time >= from || time < to
}
