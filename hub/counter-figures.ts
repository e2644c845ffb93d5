/** What the queue's log does not know of a day: what people asked the desk, who wanted to be called back, how they rated their visits. */
import { daysAfter } from '../core/calendar-date.ts'
import type { CounterFigures } from '../core/report-contract.ts'
import { Asked } from './asked.ts'
import { CallBacks } from './call-backs.ts'
import type { Clock } from './clock.ts'
import type { Database } from './database.ts'
import { Feedback } from './feedback.ts'

/** Of fewer answers somebody could tell which was whose. */
const fewestAnswers = 5
const good = 4

/** @param dateOf the clinic's date of an instant */
export function counterFigures(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  dateOf: (ms: number) => string,
): (day: string) => CounterFigures {
  const asked = new Asked(database, dateOf)
  const feedback = new Feedback(database, clock)
  const callBacks = new CallBacks(database)
  return (day) => {
    const tomorrow = daysAfter(day, 1)
    const { answers, ratings } = feedback.sums(day, tomorrow)
    const rated = ratings.slice(good - 1).reduce((sum, count) => sum + count, 0)
    return {
      asked: asked.sums(day, tomorrow).map(({ name, times }) => ({ name, times })),
      callBacks: callBacks.on(day),
      ...(answers >= fewestAnswers ? { rated: { of: answers, kept: rated } } : {}),
    }
  }
}
