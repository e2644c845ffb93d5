/** Ticket pages for phones as one part of the hub: what they show, their addresses, and whether slips may name them. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { feedbackQuery, ticketToken } from '../core/phone-contract.ts'
import type { AnswerBook } from './answer-book.ts'
import { said } from './changing.ts'
import type { ClinicLists } from './clinic-lists.ts'
import type { Clock } from './clock.ts'
import type { Database } from './database.ts'
import type { Feedback } from './feedback.ts'
import { badInput } from './input.ts'
import type { PhoneFiles } from './phone-files.ts'
import { phoneRoutes } from './phone-routes.ts'
import { type PhoneDoor, PhoneTrial } from './phone-trial.ts'
import { PhoneVisits } from './phone-visits.ts'
import { PhoneWaiters } from './phone-waiters.ts'
import type { QueueLog } from './queue-log.ts'
import type { QueueView } from './queue-view.ts'

interface Settings {
  readonly database: Database
  readonly clock: Clock
  readonly queue: {
    readonly answers: AnswerBook
    readonly lists: ClinicLists
    readonly log: QueueLog
    readonly view: QueueView
  }
  readonly files: PhoneFiles
  readonly publicUrl: string | undefined
  readonly listener: PhoneDoor
}

export interface TicketPages {
  readonly mount: (app: Hono) => void
  /** How visits were rated. */
  readonly feedback: Pick<Feedback, 'sums'>
  /** For the listener that phones reach: only addresses of ticket pages come through. */
  readonly knows: (token: string) => boolean
  readonly answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** The queue has moved, or time has passed. */
  readonly look: () => void
  readonly sweep: () => void
  readonly close: () => void
}

export function openTicketPages({ database, clock, queue, files, publicUrl, listener }: Settings): TicketPages {
  const visits = new PhoneVisits({ database, clock, ...queue })
  const waiters = new PhoneWaiters()
  const trial = new PhoneTrial({ database, publicUrl, listener })
  const routes = phoneRoutes({ visits, waiters, files, trial, publicUrl })
  const answer = getRequestListener(routes.fetch, { overrideGlobalObjects: false })
  visits.feedback.sweep()
  return {
    mount: (app) => {
      app.get('/api/phones', (context) => said(context, { status: 200, body: trial.answer() }))
      app.get('/api/feedback', (context) => {
        const query = feedbackQuery.safeParse(context.req.query())
        if (query.success) {
          return said(context, { status: 200, body: visits.feedback.sums(query.data.from, query.data.to) })
        }
        const [issue] = query.error.issues
        return said(context, badInput(issue?.path.join('.') || 'query', issue?.message ?? 'This does not fit.'))
      })
      app.route('/', routes)
    },
    feedback: visits.feedback,
    knows: (token) => ticketToken.safeParse(token).success && (trial.isToken(token) || visits.knows(token)),
    answer: async (request, response) => void (await answer(request, response)),
    look: () => waiters.look(),
    sweep: () => visits.feedback.sweep(),
    close: () => waiters.close(),
  }
}
