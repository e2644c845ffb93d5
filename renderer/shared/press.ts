/** A press of a button on its way to the hub: sent under one key until an answer comes, so it happens once or not at all. */
import type { z } from 'zod'
import type { QueueButton, queueAnswers, queueBodies } from '../../core/queue-contract.ts'

export type QueueBody<Name extends QueueButton> = z.input<(typeof queueBodies)[Name]>
export type QueueAnswer<Name extends QueueButton> = z.output<(typeof queueAnswers)[Name]>

export type Pressed<Name extends QueueButton> =
  | { readonly kind: 'done'; readonly answer: QueueAnswer<Name> }
  /** The hub said no; `message` is for the person who pressed. */
  | { readonly kind: 'refused'; readonly reason: string; readonly message: string }
  /** Nobody answered for `giveUpMs`: it may have happened or not. */
  | { readonly kind: 'unanswered' }

const attemptMs = 5_000
/** Later than this nobody remembers having pressed: a call that comes out of nowhere does harm. */
const giveUpMs = 20_000
const pausesMs = [200, 500, 1_000, 2_000]

/** @param onRetry told before each attempt but the first */
export async function press<Name extends QueueButton>(
  name: Name,
  body: QueueBody<Name>,
  onRetry: () => void = () => {},
): Promise<Pressed<Name>> {
  const request: RequestInit = {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomId(), 'x-anteroom-desk': deskId() },
    body: JSON.stringify(body),
  }
  const startedMs = performance.now()
  for (let attempt = 0; ; attempt += 1) {
    const pressed = await attemptOnce<Name>(`/api/queue/${name}`, request)
    if (pressed.kind !== 'unanswered') return pressed
    const pauseMs = pausesMs[attempt] ?? pausesMs.at(-1) ?? 0
    if (performance.now() + pauseMs - startedMs > giveUpMs) return pressed
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
    onRetry()
  }
}

async function attemptOnce<Name extends QueueButton>(path: string, request: RequestInit): Promise<Pressed<Name>> {
  try {
    const response = await fetch(path, { ...request, signal: AbortSignal.timeout(attemptMs) })
    const body: unknown = await response.json()
    if (response.ok) return { kind: 'done', answer: body as QueueAnswer<Name> }
    const { reason, message } = body as { readonly reason: string; readonly message: string }
    return { kind: 'refused', reason, message }
  } catch {
    // No answer, or half of one, or one that is not the hub's.
    return { kind: 'unanswered' }
  }
}

const deskKey = 'anteroom-desk'

/** Whose last step undo takes back: made up once, kept by this browser. */
function deskId(): string {
  const known = localStorage.getItem(deskKey)
  if (known !== null) return known
  const made = `desk-${randomId()}`
  localStorage.setItem(deskKey, made)
  return made
}

/** 128 bits. Not `crypto.randomUUID()`, which browsers withhold from a page that came over plain HTTP. */
const randomId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
