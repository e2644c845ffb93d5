/** Answers a request for a stored file, whole or in part: without ranges a video cannot be sought. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { mediaAnswer } from '../core/media-answer.ts'
import { storedTypeOf } from '../core/media-type.ts'

/**
 * @param pathOf where a stored file lies; asked only for names that can be one
 * @param verify whether its bytes are what its name says
 */
export async function mediaResponse(
  file: string,
  request: Request,
  pathOf: (file: string) => string,
  verify: (file: string) => Promise<boolean>,
): Promise<Response> {
  const isGood = storedTypeOf(file) !== undefined && (await verify(file))
  const info = !isGood ? undefined : await stat(pathOf(file)).catch(() => undefined)
  const answer = info === undefined ? undefined : mediaAnswer(file, info.size, request.headers.get('range'))
  if (answer === undefined) return new Response(null, { status: 404 })
  const { status, headers, part } = answer
  if (part === undefined || request.method === 'HEAD') return new Response(null, { status, headers })
  const stream = Readable.toWeb(createReadStream(pathOf(file), { start: part.first, end: part.last }))
  return new Response(stream as ReadableStream<Uint8Array>, { status, headers })
}
