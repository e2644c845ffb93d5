/** A press of a button on its way to the hub: sent under one key until an answer comes, so it happens once or not at all. */
import type { z } from 'zod'
import type { QueueButton, queueAnswers, queueBodies } from '../../core/queue-bodies.ts'

export type QueueBody<Name extends QueueButton> = z.input<(typeof queueBodies)[Name]>
export type QueueAnswer<Name extends QueueButton> = z.output<(typeof queueAnswers)[Name]>

export interface Refused {
  readonly kind: 'refused'
  readonly reason: string
  readonly message: string
  /** What of the body is wrong, if it is one thing: `lines.2.code`. */
  readonly field?: string
}

export type Delivered<Answer> =
  /** `etag` names the version of what was changed, where the hub says it. */
  | { readonly kind: 'done'; readonly answer: Answer; readonly etag?: string }
  /** The hub said no; `message` is for the person who pressed. */
  | Refused
  /** Nobody answered for `giveUpMs`: it may have happened or not. */
  | { readonly kind: 'unanswered' }
export type Pressed<Name extends QueueButton> = Delivered<QueueAnswer<Name>>

const attemptMs = 5_000
/** Later than this nobody remembers having pressed: a call that comes out of nowhere does harm. */
const giveUpMs = 20_000
const pausesMs = [200, 500, 1_000, 2_000]

/** @param onRetry told before each attempt but the first */
export const press = <Name extends QueueButton>(
  name: Name,
  body: QueueBody<Name>,
  onRetry: () => void = () => {},
): Promise<Pressed<Name>> =>
  deliver(`/api/queue/${name}`, { body: JSON.stringify(body), headers: { 'x-anteroom-desk': deskId() } }, onRetry)

interface Sent {
  readonly method?: 'POST' | 'PUT' | 'DELETE'
  /** JSON */
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** What answers in the hub's place. */
export type Answering = (path: string, body: string | undefined) => Delivered<unknown>

let inItsPlace: Answering | undefined

/**
 * While somebody practises nothing may leave this page. Every change goes through `deliver`, so this is the one place
 * that has to know.
 *
 * @returns ends it
 */
export function answerInstead(answering: Answering): () => void {
  inItsPlace = answering
  return () => {
    inItsPlace = undefined
  }
}

/** Sends something that shall happen once, as often as need be. @param onRetry told before each attempt but the first */
export async function deliver<Answer>(
  path: string,
  { method = 'POST', body, headers = {} }: Sent,
  onRetry: () => void = () => {},
): Promise<Delivered<Answer>> {
  if (inItsPlace !== undefined) return inItsPlace(path, body) as Delivered<Answer>
  const request: RequestInit = {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      'idempotency-key': randomId(),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  }
  const startedMs = performance.now()
  for (let attempt = 0; ; attempt += 1) {
    const delivered = await attemptOnce<Answer>(path, request)
    if (delivered.kind !== 'unanswered') return delivered
    const pauseMs = pausesMs[attempt] ?? pausesMs.at(-1) ?? 0
    if (performance.now() + pauseMs - startedMs > giveUpMs) return delivered
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
    onRetry()
  }
}

async function attemptOnce<Answer>(path: string, request: RequestInit): Promise<Delivered<Answer>> {
  try {
    const response = await fetch(path, { ...request, signal: AbortSignal.timeout(attemptMs) })
    const body: unknown = await response.json()
    const etag = response.headers.get('etag')
    if (response.ok) return { kind: 'done', answer: body as Answer, ...(etag === null ? {} : { etag }) }
    return inPlainWords({ ...(body as Omit<Refused, 'kind'>), kind: 'refused' })
  } catch {
    // No answer, or half of one, or one that is not the hub's.
    return { kind: 'unanswered' }
  }
}

/** Programs are told which field is meant; whoever pressed sees it, and `lines.0.code` is no word of theirs. */
export function inPlainWords(refused: Refused): Refused {
  const prefix = `${refused.field}: `
  return refused.message.startsWith(prefix) ? { ...refused, message: refused.message.slice(prefix.length) } : refused
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
export const randomId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
