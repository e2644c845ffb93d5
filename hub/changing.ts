/** What every change that arrives as JSON has in common: a key, a size, a body that fits the contract, a plain answer. */
import Database from 'better-sqlite3'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { z } from 'zod'
import { idempotencyKey, keyHeader } from '../core/queue-operations.ts'
import { type Answer, type Request, requestOf } from './answer-book.ts'
import { reasonOf } from './fault.ts'
import { readInput } from './input.ts'

/** Where the length is announced, which Node holds the sender to, nothing has to be unpacked to know it. */
export function limitedTo(kilobytes: number): MiddlewareHandler {
  const maxSize = kilobytes * 1024
  const onError = (context: Context) =>
    said(context, refusal(413, 'too-large', `This is more than ${kilobytes} KB. Nothing was changed.`))
  const limitUnannounced = bodyLimit({ maxSize, onError })
  return async (context, next) => {
    const announced = Number(context.req.header('content-length') ?? Number.NaN)
    if (Number.isNaN(announced) || context.req.header('transfer-encoding') !== undefined) {
      return limitUnannounced(context, next)
    }
    return announced > maxSize ? onError(context) : next()
  }
}

export const limitJson = limitedTo(64)

/** @returns what is asked for and by which key; or why it cannot be */
export async function readChange<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
): Promise<{ readonly body: z.infer<Schema>; readonly request: Request } | { readonly refused: Answer }> {
  const key = readKey(context)
  if (typeof key !== 'string') return key
  const sent = await context.req.text()
  if (sent !== '' && !/^application\/json\s*(;|$)/i.test(context.req.header('content-type') ?? '')) {
    return { refused: refusal(415, 'not-json', 'Content-Type: application/json is expected.') }
  }
  const read = readInput(sent, schema)
  if ('refused' in read) return read
  return { body: read.body, request: requestOf(key, `${context.req.method} ${context.req.path}`, read.body) }
}

export function readKey(context: Context): string | { readonly refused: Answer } {
  const key = idempotencyKey.safeParse(context.req.header(keyHeader))
  if (key.success) return key.data
  const message = 'Idempotency-Key: send one, 1 to 200 visible signs, a new one for each press of a button.'
  return { refused: refusal(400, 'key-missing', message) }
}

export const refusal = (status: number, reason: string, message: string): Answer => ({
  status,
  body: { reason, message },
})

export const said = (context: Context, { status, body }: Answer): Response =>
  context.json(body, status as 200, { 'cache-control': 'no-store' })

/** A change, and a disk that takes it. */
export async function changing<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
  act: (body: z.infer<Schema>, request: Request) => Answer | Promise<Answer>,
): Promise<Response> {
  const change = await readChange(context, schema)
  if ('refused' in change) return said(context, change.refused)
  try {
    return said(context, await act(change.body, change.request))
  } catch (cause) {
    if (!(cause instanceof Database.SqliteError)) throw cause
    console.error(`${context.req.path}: it could not be written (${cause.code}: ${reasonOf(cause)}).`)
    const message =
      'It could not be written down, so nothing has happened. Press again; if that does not help, the disk may be full.'
    return said(context, refusal(503, 'not-written', message))
  }
}
