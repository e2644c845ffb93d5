/** Brings the plays that are kept here to the hub: each batch under one key, again and again until it is answered. */
import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { mostPlays } from '../core/play-limits.ts'
import type { Batch, PlayBuffer } from './play-buffer.ts'

/** What comes meanwhile goes along. */
const gatherMs = 1_000
const tryAgainMs = 2_000
const answerWithinMs = 20_000

type Buffer = Pick<PlayBuffer, 'next' | 'delivered'>

/** Goes on until the signal. @param hubUrl waits while there is no hub */
export async function deliverPlays(buffer: Buffer, hubUrl: () => Promise<string>, signal?: AbortSignal): Promise<void> {
  while (signal?.aborted !== true) {
    try {
      const batch = await buffer.next(signal)
      if (batch === undefined) return
      await deliver(batch, await hubUrl())
      await buffer.delivered(batch)
      // After weeks alone there are thousands.
      if (batch.lines.length < mostPlays) await pause(gatherMs)
    } catch {
      // The hub is away, or the disk does not answer.
      await pause(tryAgainMs)
    }
  }
}

/** @throws while the hub does not take them */
async function deliver({ lines }: Batch, hubUrl: string): Promise<void> {
  if (lines.length === 0 || (await isTaken(lines, hubUrl))) return
  // One that the hub does not understand must not keep back the others.
  for (const line of lines) {
    if (!(await isTaken([line], hubUrl)))
      console.error(`The hub does not understand a play, which is left out: ${line}`)
  }
}

/** @returns false when the hub has read it and will never take it */
async function isTaken(lines: readonly string[], hubUrl: string): Promise<boolean> {
  const body = `{"plays":[${lines.join(',')}]}`
  const response = await fetch(`${hubUrl}/api/plays`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': keyOf(body) },
    body,
    signal: AbortSignal.timeout(answerWithinMs),
  })
  await response.arrayBuffer()
  if (response.ok) return true
  if (response.status === 422 || response.status === 413) return false
  throw new Error(`answered ${response.status}`)
}

/** The same plays are the same press. */
const keyOf = (body: string): string => createHash('sha256').update(body).digest('base64url')
