/** Whom the calendar says not to be there now: at lunch, or away. Looked up once a second, however many pages ask. */
import type { Provider } from '../core/clinic.ts'
import type { Away } from '../core/pause.ts'
import type { Clock } from './clock.ts'
import type { OpeningHours } from './opening-hours.ts'

const lookMs = 1_000

interface Parts {
  readonly hours: OpeningHours
  readonly providers: () => readonly Provider[]
  readonly clock: Clock
}

export class CalendarAway {
  readonly #parts: Parts
  #looked: { readonly at: number; readonly providers: readonly Provider[]; readonly away: readonly Away[] } | undefined

  constructor(parts: Parts) {
    this.#parts = parts
    parts.hours.onChange(() => {
      this.#looked = undefined
    })
  }

  now(): readonly Away[] {
    const { clock } = this.#parts
    const now = clock.now()
    const providers = this.#parts.providers()
    const known = this.#looked
    if (known !== undefined && known.providers === providers && Math.abs(now - known.at) < lookMs) return known.away
    // A clock that cannot be right knows of no lunch.
    const away = clock.isTrusted() ? this.#at(now, providers) : []
    this.#looked = { at: now, providers, away }
    return away
  }

  #at(now: number, providers: readonly Provider[]): readonly Away[] {
    const { rules, wall } = this.#parts.hours
    const today = wall.dateOf(now)
    const opening = rules.openAt(now)
    const closesAt = rules.closesAt(today) ?? Number.POSITIVE_INFINITY
    return providers.flatMap(({ id: provider }): Away[] => {
      const until = rules.awayUntil(provider, now)
      const isBackToday = until !== undefined && until < closesAt && wall.dateOf(until) === today
      if (until !== undefined) return [{ provider, why: 'calendar', ...(isBackToday ? { until } : {}) }]
      return opening.kind === 'lunch' ? [{ provider, why: 'lunch', until: opening.until }] : []
    })
  }
}
