/** The addresses of ticket pages, the same on this computer and for phones: nothing here without the token. */
import Database from 'better-sqlite3'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { z } from 'zod'
import { phoneBodies, ticketToken } from '../core/phone-contract.ts'
import type { Answer, Request } from './answer-book.ts'
import { readChange, refusal } from './changing.ts'
import { reasonOf } from './fault.ts'
import { PerMinute } from './per-minute.ts'
import { type PhoneFile, type PhoneFiles, phoneHeaders } from './phone-files.ts'
import type { PhoneTrial } from './phone-trial.ts'
import type { PhoneVisits } from './phone-visits.ts'
import type { PhoneWaiters } from './phone-waiters.ts'

/** Two pages of one ticket that ask every ten seconds, and at every change, stay far below. */
const mostLooksAMinute = 60
const mostChangesAMinute = 10

interface Parts {
  readonly visits: PhoneVisits
  readonly waiters: PhoneWaiters
  readonly files: PhoneFiles
  readonly trial: PhoneTrial
  readonly publicUrl: string | undefined
}

export function phoneRoutes({ visits, waiters, files, trial, publicUrl }: Parts): Hono {
  const app = new Hono()
  const looks = new PerMinute(mostLooksAMinute)
  const changes = new PerMinute(mostChangesAMinute)
  const snapshotOf = (token: string) => (trial.isToken(token) ? visits.trial() : visits.snapshot(token))

  app.get('/t/:token', async (context) => {
    const name = context.req.param('token')
    if (!ticketToken.safeParse(name).success) return file(context, await files.part(name), 200)
    const isThere = snapshotOf(name) !== undefined
    if (isThere && looks.isTooMuch(name)) return said(context, tooMany)
    return isThere ? file(context, files.page('ticket'), 200) : file(context, files.page('gone'), 404)
  })

  app.get('/t/:token/live', async (context) => {
    const token = context.req.param('token')
    const first = snapshotOf(token)
    if (first === undefined) return said(context, gone)
    if (looks.isTooMuch(token)) return said(context, tooMany)
    trial.opened(context.req.query('from'), context.req.header('user-agent'))
    const after = context.req.query('after')
    if (after === first.version) {
      await waiters.wait(token, () => snapshotOf(token)?.version !== after, context.req.raw.signal)
    }
    const latest = snapshotOf(token)
    return said(context, latest === undefined ? gone : { status: 200, body: latest })
  })

  const button = <Name extends keyof typeof phoneBodies>(
    name: Name,
    act: (token: string, body: z.infer<(typeof phoneBodies)[Name]>, request: Request) => Answer,
  ) =>
    app.post(`/t/:token/${name}`, limitBody, async (context) => {
      const token = context.req.param('token') ?? ''
      if (!visits.knows(token)) return said(context, gone)
      if (!isOwnPage(context, publicUrl)) return said(context, foreign)
      if (changes.isTooMuch(token)) return said(context, tooMany)
      const change = await readChange(context, phoneBodies[name])
      return said(context, 'refused' in change ? change.refused : act(token, change.body as never, change.request))
    })
  button('more-time', (token, body, request) => visits.moreTime(token, body, request))
  button('leaving', (token, _, request) => visits.leave(token, request))
  button('feedback', (token, body, request) => visits.rate(token, body, request))

  app.notFound((context) => said(context, gone))
  app.onError((cause, context) => {
    // Never the address, which opens the page.
    console.error(`A ticket page could not be answered: ${reasonOf(cause)}.`)
    return said(context, cause instanceof Database.SqliteError ? notWritten : fault)
  })
  return app
}

const limitBody = bodyLimit({ maxSize: 1_024, onError: (context) => said(context, tooLarge) })

/** Absent is accepted: a program, not a page. */
function isOwnPage(context: Context, publicUrl: string | undefined): boolean {
  const origin = context.req.header('origin')
  return origin === undefined || origin === publicUrl || origin === `http://${context.req.header('host')}`
}

function said(context: Context, { status, body }: Answer): Response {
  return context.json(body, status as 200, phoneHeaders)
}

function file(context: Context, found: PhoneFile | undefined, status: 200 | 404): Response {
  if (found === undefined) return said(context, gone)
  return context.body(found.body, status, { ...phoneHeaders, 'content-type': found.type })
}

const gone = refusal(404, 'gone', 'There is nothing here, or not any more. Please ask at the desk.')
const tooMany = refusal(429, 'too-many', 'That was too much at once. Wait a minute.')
const foreign = refusal(403, 'origin', 'This page may not do that.')
const tooLarge = refusal(413, 'too-large', 'This is too much at once. Nothing was changed.')
const notWritten = refusal(503, 'not-written', 'It could not be written down, so nothing has happened. Try again.')
const fault = refusal(500, 'fault', 'Something went wrong. Try again, or ask at the desk.')
