/** What every part of the page needs to say something and to act on it. */
import type { PhoneSnapshot } from '../../core/phone-contract.ts'
import type { PhoneWords } from '../../core/phone-words.ts'

export interface PageContext {
  readonly snapshot: PhoneSnapshot
  readonly words: PhoneWords
  /** False while nobody answers: nothing can be pressed. */
  readonly isFresh: boolean
  readonly isRingOn: boolean
  /** Whether *I am leaving* waits for its second press. */
  readonly isLeaving: boolean
  readonly rating: Rating
  /** Something was pressed that could not be done. */
  readonly isRefused: boolean
  readonly onRing: () => void
  readonly onMoreTime: (needed: boolean) => void
  readonly onLeaving: (step: 'ask' | 'stay' | 'go') => void
  readonly onRate: (rating: Rating) => void
  readonly onSendRating: () => void
}

export interface Rating {
  /** 1 to 5; undefined before the first tap. */
  readonly value: number | undefined
  readonly about: readonly string[]
}
