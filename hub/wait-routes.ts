/** The addresses and the topic of the waiting times. */
import type { Hono } from 'hono'
import { accuracyOf, earnedWith, type ToldFirst } from '../core/wait-accuracy.ts'
import type { WaitAccuracy } from '../core/wait-contract.ts'
import { said } from './changing.ts'
import type { Clock } from './clock.ts'
import type { KeptPromise, Promises } from './promises.ts'

const judgedMs = 30 * 24 * 3_600_000

/** What was told first and came to a call; what was promised before windows were kept says nothing. */
export const toldFirst = ({ madeAt, opens, middle, until, calledAt }: KeptPromise): readonly ToldFirst[] =>
  opens === undefined || middle === undefined || calledAt === undefined
    ? []
    : [{ madeAt, opens, middle, until, calledAt }]

export function accuracyIn(promises: Promises, now: number): WaitAccuracy {
  const { isEarned, ...figures } = accuracyOf([...promises.since(now - judgedMs).values()].flatMap(toldFirst))
  return { ...figures, earned: isEarned, needed: earnedWith }
}

export function mountWaits(app: Hono, promises: Promises, clock: Clock): void {
  app.get('/api/waits/accuracy', (context) => said(context, { status: 200, body: accuracyIn(promises, clock.now()) }))
}
