/** Every sentence that a patient's phone may say: a language that lacks one does not compile. */
import type { LaterReason } from '../wait-reason.ts'

/** What people can tap to say what their rating is about; no text of their own, which could hold a name. */
export const feedbackTopics = ['wait', 'welcome', 'explained', 'care', 'place'] as const
export type FeedbackTopic = (typeof feedbackTopics)[number]

export interface PhoneWords {
  readonly language: string
  readonly yourCode: string
  readonly keepOpen: string
  readonly order: string
  readonly withoutPhone: string
  readonly demonstration: string
  readonly asOf: (time: string) => string

  readonly next: string
  readonly soon: string
  readonly unknown: string
  readonly over: string
  readonly between: (low: number, high: number) => string
  readonly upTo: (high: number) => string
  readonly long: (minutes: number) => string
  readonly until: (time: string) => string
  /** Why it is later than what was said first. */
  readonly later: Readonly<Record<LaterReason, string>>

  /** Nobody can be called before. */
  readonly pause: (time: string) => string

  /** The name of the room follows, on a line of its own. */
  readonly goTo: string
  readonly toDesk: string
  readonly toDeskWhy: string
  readonly coming: string
  readonly keepSeat: string
  readonly keepSeatWhy: string
  readonly held: string
  readonly heldUntil: (time: string) => string
  readonly inside: string
  readonly left: string
  readonly leftWhy: string
  readonly gone: string

  readonly moreTime: string
  readonly moreTimeKnown: string
  readonly takeBack: string
  readonly leave: string
  readonly leaveAsk: string
  readonly leaveYes: string
  readonly leaveNo: string
  readonly notPossible: string

  readonly soundOn: string
  readonly soundIsOn: string
  /** What it cannot do. */
  readonly soundLimits: string
  readonly vibrates: string

  readonly lost: string

  readonly thanks: string
  readonly rate: string
  /** From 1 to 5. */
  readonly ratings: readonly [string, string, string, string, string]
  readonly about: string
  readonly topics: Readonly<Record<FeedbackTopic, string>>
  readonly anonymous: string
  readonly aftercare: string
  readonly send: string
  readonly sent: string

  readonly works: string
  readonly worksWhy: string
}
