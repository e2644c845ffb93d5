/** One moment of a clinic as the forecast sees it: minutes from now, lengths as tables, who may take whom. */
import type { Standing, TurnRule } from './call-order.ts'
import type { Lengths } from './wait-lengths.ts'
import type { Pace } from './wait-pace.ts'

export interface Scene {
  readonly rule: TurnRule
  readonly providers: readonly OnDuty[]
  readonly comers: readonly Comer[]
  /** From the end of a visit to the next call. */
  readonly gaps: Lengths
  /** From the appointment to the arrival, ascending. */
  readonly offsets: Float64Array
  /** The share of bookings that never come. */
  readonly missed: number
  /** The share of calls that do not follow the rule. */
  readonly outOfTurn: number
}

export interface OnDuty {
  readonly id: string
  readonly doing: /** With the ticket `with`, for `elapsed` minutes. */
    | { readonly kind: 'busy'; readonly with: string; readonly lengths: Lengths; readonly elapsed: number }
    /** Ready, for `idle` minutes while somebody was waiting for them. */
    | { readonly kind: 'free'; readonly idle: number }
    | { readonly kind: 'away'; readonly until: number }
  /** How their day goes, and how far it has come: minutes since their first call, or 0 before it. */
  readonly pace?: { readonly since: number; readonly factors: Pace }
  /** Planned, and still to come: taken after the visit during which it begins. */
  readonly pause?: { readonly from: number; readonly minutes: number }
}

/** Somebody who waits, or may come to wait. */
export interface Comer {
  readonly id: string
  /** Times in minutes from now. */
  readonly standing: Standing
  /** By provider, in the order of the scene; undefined for those who may not take them. */
  readonly lengths: readonly (Lengths | undefined)[]
  readonly comes:
    | { readonly kind: 'here' }
    /** Back from a hold. */
    | { readonly kind: 'at'; readonly at: number }
    /** Not seen yet. */
    | { readonly kind: 'booked'; readonly at: number }
  /** The chance per minute that they give up. */
  readonly givingUp: number
}
