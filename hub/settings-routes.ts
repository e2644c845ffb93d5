/** The addresses a clinic is set up with: settings, calendar, brand, and the public holidays to tick. */
import type { Context, Hono } from 'hono'
import type { z } from 'zod'
import { type Calendar, type Holidays, holidayRegion } from '../core/calendar.ts'
import { contradictionsIn } from '../core/calendar-check.ts'
import type { Provider } from '../core/clinic.ts'
import type { Opening } from '../core/opening.ts'
import type { Settings } from '../core/settings.ts'
import {
  brandBody,
  type CalendarAnswer,
  calendarBody,
  holidayYear,
  type OpeningWords,
  settingsChange,
  shownOf,
} from '../core/settings-contract.ts'
import type { WaitAccuracy } from '../core/wait-contract.ts'
import type { Answer } from './answer-book.ts'
import type { BrandDesk } from './brand-desk.ts'
import type { BrandFile } from './brand-file.ts'
import { changing, limitJson, refusal, said } from './changing.ts'
import { type Clock, isoOf, isZone } from './clock.ts'
import { holidaysIn, regionsOf } from './holidays.ts'
import { badInput } from './input.ts'
import type { OpeningHours } from './opening-hours.ts'
import type { SettingsRows } from './settings-rows.ts'

interface Parts {
  readonly rows: SettingsRows
  readonly hours: OpeningHours
  readonly brand: BrandFile
  readonly brandDesk: BrandDesk
  readonly clock: Clock
  readonly providers: () => readonly Provider[]
  /** What the waiting times have come to; undefined in a demonstration, which shows them at once. */
  readonly accuracy: () => WaitAccuracy | undefined
}

export function mountSettings(app: Hono, { rows, hours, brand, brandDesk, clock, providers, accuracy }: Parts): void {
  app.get('/api/settings', (context) => {
    context.header('etag', rows.etagOf('settings'))
    return said(context, { status: 200, body: { settings: shownOf(rows.settings) } })
  })
  app.get('/api/settings/whole', (context) => {
    context.header('etag', rows.etagOf('settings'))
    return said(context, { status: 200, body: { settings: rows.settings } })
  })
  app.put('/api/settings', limitJson, (context) =>
    changing(context, settingsChange, ({ settings: change }, request) => {
      const match = matchOf(context)
      if (typeof match !== 'string') return match
      const settings = settingsOf(change, rows.settings)
      const { zone } = settings
      if (zone !== undefined && !isZone(zone)) return badInput('settings.zone', unknownZone(zone))
      const isNew = settings.times.shownOn === 'tv' && rows.settings.times.shownOn !== 'tv'
      const refused = () => (isNew ? notEarned(accuracy()) : undefined)
      const answer = rows.replace('settings', settings, { now: clock.now(), request, match, refusal: refused })
      if (answer.status === 200) context.header('etag', rows.etagOf('settings'))
      return answer
    }),
  )

  const contradictions = (calendar: Calendar, holidays: Holidays) =>
    contradictionsIn(calendar, { providers: providers(), holidays })
  const calendarAnswer = async (calendar: Calendar): Promise<CalendarAnswer> => ({
    calendar,
    contradictions: contradictions(calendar, await hours.tickedIn(calendar)).map(({ message }) => message),
    opening: openingWords(hours.now()),
  })
  app.get('/api/calendar', async (context) => {
    context.header('etag', rows.etagOf('calendar'))
    return said(context, { status: 200, body: await calendarAnswer(rows.calendar) })
  })
  app.put('/api/calendar', limitJson, (context) =>
    changing(context, calendarBody, async ({ calendar }, request) => {
      const match = matchOf(context)
      if (typeof match !== 'string') return match
      const { region } = calendar.holidays
      const isKnown = region === undefined || (await holidaysIn(region, anyYear)) !== undefined
      if (!isKnown) return badInput('calendar.holidays.region', unknownRegionWords)
      const holidays = await hours.tickedIn(calendar)
      const refused = () => {
        const [first] = contradictions(calendar, holidays)
        return first?.isRefused ? refusal(409, 'contradiction', first.message) : undefined
      }
      const answer = rows.replace('calendar', calendar, { now: clock.now(), request, match, refusal: refused })
      if (answer.status !== 200) return answer
      await hours.open()
      context.header('etag', rows.etagOf('calendar'))
      return { status: 200, body: await calendarAnswer((answer.body as { readonly calendar: Calendar }).calendar) }
    }),
  )

  app.get('/api/brand', (context) => {
    context.header('etag', brandDesk.etag())
    return said(context, { status: 200, body: { brand: brand.current() } })
  })
  app.put('/api/brand', limitJson, (context) =>
    changing(context, brandBody, async (body, request) => {
      const match = matchOf(context)
      if (typeof match !== 'string') return match
      const answer = await brandDesk.replace(body.brand, match, request)
      if (answer.status === 200) context.header('etag', brandDesk.etag())
      return answer
    }),
  )

  app.get('/api/holidays/regions', async (context) => {
    const country = context.req.query('country')
    if (country !== undefined && !holidayRegion.safeParse(country).success) return said(context, badRegion)
    return said(context, { status: 200, body: { regions: await regionsOf(country) } })
  })
  app.get('/api/holidays', async (context) => {
    const region = holidayRegion.safeParse(context.req.query('region'))
    if (!region.success) return said(context, badRegion)
    const year = holidayYear.safeParse(context.req.query('year'))
    if (!year.success) return said(context, badInput('year', 'A year is expected, from 2000 to 2100.'))
    const holidays = await holidaysIn(region.data, year.data)
    if (holidays === undefined) return said(context, unknownRegion)
    return said(context, { status: 200, body: { region: region.data, year: year.data, holidays } })
  })
}

/** Whoever has only seen that there is an address leaves it where it is. */
function settingsOf(
  { appointments, ...others }: z.infer<typeof settingsChange>['settings'],
  before: Settings,
): Settings {
  const { hasFeed, feed = hasFeed ? before.appointments.feed : undefined } = appointments
  return { ...others, appointments: feed === undefined ? {} : { feed } }
}

const matchOf = (context: Context): string | Answer =>
  context.req.header('if-match') ?? refusal(428, 'if-match-missing', 'If-Match: send the ETag of what was edited.')

/** Once they are on the TV they stay there: a bad month is for a manager to judge. */
function notEarned(accuracy: WaitAccuracy | undefined): Answer | undefined {
  if (accuracy === undefined || accuracy.earned) return undefined
  const { calls, inside, needed } = accuracy
  const soFar =
    calls < needed.calls ? `${calls} calls so far` : `${Math.floor((100 * inside) / calls)} % of ${calls} calls so far`
  const message = `The TV shows waiting times once ${100 * needed.share} % of at least ${needed.calls} calls came inside what was told first: ${soFar}. Until then desk and phone show them.`
  return refusal(409, 'times-not-earned', message)
}

const unknownZone = (zone: string) => `"${zone}" is not a time zone. Write it like Europe/Madrid or America/Chicago.`
const badRegion = badInput('region', 'A region is expected, such as DE-BY or US.')
const unknownRegionWords = 'The public holidays of this region are not known.'
const unknownRegion = refusal(404, 'unknown-region', unknownRegionWords)
/** Whether a region is known does not hang on the year. */
const anyYear = 2026

function openingWords(opening: Opening): OpeningWords {
  switch (opening.kind) {
    case 'unknown':
      return { kind: 'unknown' }
    case 'open':
    case 'lunch':
      return { kind: opening.kind, until: isoOf(opening.until) }
    case 'closed': {
      const { opensAt, reason } = opening
      return {
        kind: 'closed',
        ...(opensAt === undefined ? {} : { opensAt: isoOf(opensAt) }),
        ...(reason === undefined ? {} : { reason }),
      }
    }
  }
}
