/** Receives a file's bytes into a hidden file; whatever goes wrong on the way leaves nothing behind. */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Answer } from './answer-book.ts'
import { refusal } from './changing.ts'
import { codeOf } from './fault.ts'

/** A phone that was put into a pocket sends nothing any more, and never says so. */
const quietMs = 60_000
const lookAtDiskEveryBytes = 64 * 1024 * 1024

export interface Receiving {
  readonly source: Readable
  /** As announced; undefined when nobody said. */
  readonly bytes: number | undefined
  readonly largestBytes: number
  /** Whether so many more bytes have room. */
  readonly hasRoomFor: (bytes: number) => Promise<boolean>
}

export type Received =
  | { readonly ok: true; readonly bytes: number; readonly hash: string }
  | { readonly ok: false; readonly refused: Answer }

/** What is wrong before the first byte has come. */
export async function refusedAtOnce({ bytes, largestBytes, hasRoomFor }: Receiving): Promise<Answer | undefined> {
  if (bytes !== undefined && bytes > largestBytes) return tooLarge(largestBytes)
  return (await hasRoomFor(bytes ?? 0)) ? undefined : noSpace
}

/** @param file where to; durable when this returns well */
export async function receiveUpload(file: string, receiving: Receiving): Promise<Received> {
  const { source, bytes: announced, largestBytes, hasRoomFor } = receiving
  const hash = createHash('sha256')
  const silence = new AbortController()
  const timer = setTimeout(() => silence.abort(), quietMs)
  let bytes = 0
  let lookAt = lookAtDiskEveryBytes
  // The connection has to stay, or there is no way to say why.
  const chunks = source.iterator({ destroyOnReturn: false }) as AsyncIterableIterator<Buffer>
  async function* taken() {
    for await (const chunk of chunks) {
      timer.refresh()
      bytes += chunk.length
      if (bytes > largestBytes) throw new Refused(tooLarge(largestBytes))
      if (bytes > lookAt) {
        lookAt += lookAtDiskEveryBytes
        if (!(await hasRoomFor(Math.max(0, (announced ?? 0) - bytes)))) throw new Refused(noSpace)
      }
      hash.update(chunk)
      yield chunk
    }
  }
  try {
    await pipeline(taken(), createWriteStream(file, { flags: 'wx', flush: true }), { signal: silence.signal })
    if (announced !== undefined && bytes !== announced) throw new Refused(brokenOff)
    return { ok: true, bytes, hash: hash.digest('hex') }
  } catch (cause) {
    await rm(file, { force: true })
    return { ok: false, refused: answerTo(cause, silence.signal.aborted) }
  } finally {
    clearTimeout(timer)
  }
}

class Refused extends Error {
  override readonly name = 'Refused'
  readonly answer: Answer
  constructor(answer: Answer) {
    super('The upload was refused')
    this.answer = answer
  }
}

function answerTo(cause: unknown, wasSilent: boolean): Answer {
  if (cause instanceof Refused) return cause.answer
  if (wasSilent) return refusal(408, 'too-slow', 'Nothing arrived for a minute. Nothing was changed; send it again.')
  const code = codeOf(cause)
  if (code === 'ENOSPC' || code === 'EDQUOT') return noSpace
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ABORT_ERR') return brokenOff
  throw cause
}

const gigabyte = 1024 ** 3
const tooLarge = (largest: number): Answer =>
  refusal(413, 'too-large', `The file is larger than ${largest / gigabyte} GB. Save it smaller, or cut it into parts.`)
const noSpace = refusal(
  507,
  'no-space',
  'The disk of this computer is nearly full. Delete something that is no longer needed, then send it again.',
)
const brokenOff = refusal(400, 'broken-off', 'The file arrived only in part. Nothing was changed; send it again.')
