/** The queue's addresses: reads what was sent, says in plain words what is wrong with it, and presses the button. */
import Database from 'better-sqlite3'
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { z } from 'zod'
import { providerList, roomList, serviceList } from '../core/clinic.ts'
import { type QueueButton, queueBodies } from '../core/queue-contract.ts'
import { deskHeader, deskId, idempotencyKey, keyHeader } from '../core/queue-operations.ts'
import { type Answer, type Request, requestOf } from './answer-book.ts'
import { type ClinicLists, type ListName, listNames } from './clinic-lists.ts'
import type { Clock } from './clock.ts'
import { reasonOf } from './fault.ts'
import { badInput, readInput } from './input.ts'
import { pressOf } from './queue-buttons.ts'
import type { QueueLog } from './queue-log.ts'
import type { QueueView } from './queue-view.ts'

const largestBodyBytes = 64 * 1024
/** Programs that do not say which desk they are count as one. */
const unnamedDesk = 'unnamed'

interface Parts {
  readonly log: QueueLog
  readonly lists: ClinicLists
  readonly view: QueueView
  readonly clock: Clock
}

export function mountQueue(app: Hono, { log, lists, view, clock }: Parts): void {
  const limit = bodyLimit({
    maxSize: largestBodyBytes,
    onError: (context) => said(context, refusal(413, 'too-large', 'This is more than 64 KB. Nothing was changed.')),
  })
  app.get('/api/queue', (context) => said(context, { status: 200, body: view.queue() }))
  for (const name of Object.keys(queueBodies) as QueueButton[]) {
    app.post(`/api/queue/${name}`, limit, (context) =>
      changing(context, queueBodies[name], (body, request) => {
        const caller = deskId.safeParse(context.req.header(deskHeader) ?? unnamedDesk)
        if (!caller.success) return badInput('X-Anteroom-Desk', 'At most 64 letters, digits, - _ and . are possible.')
        const { command, label } = pressOf(name, body)
        return log.press(command, {
          now: clock.now(),
          caller: caller.data,
          request,
          ...(label === undefined ? {} : { label }),
        })
      }),
    )
  }
  for (const name of listNames) {
    app.get(`/api/${name}`, (context) => {
      context.header('etag', lists.etagOf(name))
      return said(context, { status: 200, body: { [name]: lists.clinic[name] } })
    })
    app.put(`/api/${name}`, limit, (context) =>
      changing(context, listSchemas[name], (body, request) => {
        const match = context.req.header('if-match')
        if (match === undefined) {
          return refusal(428, 'if-match-missing', 'If-Match: send the ETag of the list that was edited.')
        }
        const list = (body as Record<ListName, never>)[name]
        const answer = lists.replace(name, list, { now: clock.now(), request, match, queue: log.state })
        if (answer.status === 200) context.header('etag', lists.etagOf(name))
        return answer
      }),
    )
  }
}

const listSchemas = { services: serviceList, providers: providerList, rooms: roomList } as const

/** What every change has in common: JSON, a key, a body that fits, and a disk that takes it. */
async function changing<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
  act: (body: z.infer<Schema>, request: Request) => Answer,
): Promise<Response> {
  const key = idempotencyKey.safeParse(context.req.header(keyHeader))
  if (!key.success) {
    const message = 'Idempotency-Key: send one, 1 to 200 visible signs, a new one for each press of a button.'
    return said(context, refusal(400, 'key-missing', message))
  }
  const sent = await context.req.text()
  if (sent !== '' && !/^application\/json\s*(;|$)/i.test(context.req.header('content-type') ?? '')) {
    return said(context, refusal(415, 'not-json', 'Content-Type: application/json is expected.'))
  }
  const read = readInput(sent, schema)
  if ('refused' in read) return said(context, read.refused)
  try {
    return said(context, act(read.body, requestOf(key.data, `${context.req.method} ${context.req.path}`, read.body)))
  } catch (cause) {
    if (!(cause instanceof Database.SqliteError)) throw cause
    console.error(`${context.req.path}: it could not be written (${cause.code}: ${reasonOf(cause)}).`)
    const message =
      'It could not be written down, so nothing has happened. Press again; if that does not help, the disk may be full.'
    return said(context, refusal(503, 'not-written', message))
  }
}

const refusal = (status: number, reason: string, message: string): Answer => ({ status, body: { reason, message } })

const said = (context: Context, { status, body }: Answer) =>
  context.json(body, status as 200, { 'cache-control': 'no-store' })
