/** Settings, calendar, brand and public holidays as they travel. */
import { z } from 'zod'
import { brandSchema } from './brand.ts'
import { calendar, holidayRegion } from './calendar.ts'
import { instant } from './queue-contract.ts'
import { type Settings, settings } from './settings.ts'

/** Everything, with the address of the calendar: whoever has it reads the appointments. For managers. */
export const settingsBody = z.strictObject({ settings })
export type SettingsBody = z.infer<typeof settingsBody>

const hasFeed = z.literal(true).optional()
/** For everybody else: that there is an address, and not which. */
export const shownSettings = settings.extend({ appointments: z.strictObject({ hasFeed }) })
export const shownSettingsBody = z.strictObject({ settings: shownSettings })
export type ShownSettingsBody = z.infer<typeof shownSettingsBody>

/** `hasFeed` without `feed` leaves the address as it is: what was read may be sent back. */
export const settingsChange = z.strictObject({
  settings: settings.extend({ appointments: settings.shape.appointments.unwrap().extend({ hasFeed }).default({}) }),
})

export function shownOf({ appointments, ...others }: Settings): ShownSettingsBody['settings'] {
  return { ...others, appointments: appointments.feed === undefined ? {} : { hasFeed: true } }
}

export const calendarBody = z.strictObject({ calendar })

/** Whether the clinic is open now; `until` while open or at lunch, `opensAt` while closed and known. */
export const openingWords = z.object({
  kind: z.enum(['unknown', 'open', 'lunch', 'closed']),
  until: instant.optional(),
  opensAt: instant.optional(),
  reason: z.string().optional(),
})
export type OpeningWords = z.infer<typeof openingWords>

export const calendarAnswer = z.object({
  calendar,
  /** What does not fit together, in sentences; it is in force all the same. */
  contradictions: z.array(z.string()),
  opening: openingWords,
})
export type CalendarAnswer = z.infer<typeof calendarAnswer>

export const brandBody = z.strictObject({ brand: brandSchema })
export type BrandBody = z.infer<typeof brandBody>

export const holidayYear = z.coerce.number().int().min(2000).max(2100)
export const holidayList = z.object({
  region: holidayRegion,
  year: z.int(),
  /** In the order of dates; one that lasts several days has an entry for each of them. */
  holidays: z.array(z.object({ date: z.iso.date(), name: z.string() })),
})
export type HolidayList = z.infer<typeof holidayList>

export const regionList = z.object({ regions: z.array(z.object({ id: holidayRegion, name: z.string() })) })
export type RegionList = z.infer<typeof regionList>
