/** A desk as the hub sees it: presses buttons with a key of its own for each, and follows the live socket. */
import { randomUUID } from 'node:crypto'
import { WebSocket } from 'ws'
import type { LiveMessage } from '../../core/contract.ts'
import type { QueueButton } from '../../core/queue-bodies.ts'
import type { QueueSnapshot, QueueTicket } from '../../core/queue-contract.ts'
import { eventually } from './eventually.ts'

export interface Said {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: it is the answer of any route, or its refusal; a test that reads a part which is not there fails by that
  readonly body: any
  readonly headers: Headers
}

export interface Desk {
  readonly press: (button: QueueButton, body?: object, key?: string) => Promise<Said>
  readonly queue: () => Promise<QueueSnapshot>
  /** The ticket with this id. */
  readonly ticket: (id: string) => Promise<QueueTicket>
  /** Checks somebody in. @returns id, code and token */
  readonly checkIn: (more?: object) => Promise<{ readonly id: string; readonly code: string; readonly token: string }>
}

/** @param name what undo knows the desk by */
export function deskAt(url: string, name = 'desk-a'): Desk {
  const press = (button: QueueButton, body: object = {}, key: string = randomUUID()) =>
    send(`${url}/api/queue/${button}`, { headers: { 'x-anteroom-desk': name, 'idempotency-key': key }, body })
  const queue = async () => (await (await fetch(`${url}/api/queue`)).json()) as QueueSnapshot
  return {
    press,
    queue,
    ticket: async (id) => {
      const ticket = (await queue()).tickets.find((one) => one.id === id)
      if (ticket === undefined) throw new Error(`There is no ticket ${id}`)
      return ticket
    },
    checkIn: async (more = {}) => {
      const { status, body } = await press('check-in', { service: 'consultation', ...more })
      if (status !== 201) throw new Error(`Check-in: ${status} ${JSON.stringify(body)}`)
      return body.ticket
    },
  }
}

interface Sending {
  readonly method?: 'POST' | 'PUT'
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: object | string
}

/** Sends JSON, or a text as it is. */
export async function send(url: string, { method = 'POST', headers = {}, body = {} }: Sending): Promise<Said> {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, body: await response.json(), headers: response.headers }
}

export interface Follower {
  readonly messages: readonly LiveMessage[]
  /** The first snapshot of a topic that is as wanted, be it one that has come already. */
  readonly until: <Data>(topic: string, isWanted: (data: Data) => boolean) => Promise<Data>
  readonly stop: () => void
}

/** Follows live topics until it is stopped. */
export async function follow(url: string, ...topics: readonly string[]): Promise<Follower> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/live?topics=${topics.join(',')}`)
  const messages: LiveMessage[] = []
  socket.on('message', (data) => messages.push(JSON.parse(String(data)) as LiveMessage))
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  const until = async <Data>(topic: string, isWanted: (data: Data) => boolean) => {
    const find = () => messages.find((message) => message.topic === topic && isWanted(message.data as Data))
    return (await eventually(find, (message) => message !== undefined))?.data as Data
  }
  return { messages, until, stop: () => socket.terminate() }
}
