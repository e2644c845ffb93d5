/** Numbered whole snapshots per topic over one WebSocket; reconnecting is the same as connecting. */
import { type WebSocket, WebSocketServer } from 'ws'
import type { LiveMessage } from '../core/contract.ts'
import { type Clock, isoOf } from './clock.ts'
import { JsonText } from './json-text.ts'

const heartbeatMs = 10_000
const mostSockets = 1_000
const mostTopics = 20
/** A socket that cannot keep up is closed: it comes back and gets whole snapshots. */
const mostBufferedBytes = 8 * 1024 * 1024

export interface Topic {
  readonly name: string
  readonly snapshot: () => unknown
  /** The least time between two messages, milliseconds: what changes meanwhile is told together, at its end. */
  readonly restMs?: number
}

/** Topics that come and go, such as one for each ticket: `<family>:<rest>`. */
export interface Family {
  readonly knows: (rest: string) => boolean
  readonly snapshot: (rest: string) => unknown
}

export class Live {
  readonly #clock: Clock
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 1_024 })
  readonly #topics = new Map<string, Topic>()
  readonly #families = new Map<string, Family>()
  readonly #subscribers = new Map<WebSocket, ReadonlySet<string>>()
  readonly #answered = new WeakSet<WebSocket>()
  readonly #resting = new Map<string, NodeJS.Timeout>()
  readonly #missed = new Set<string>()
  readonly #timer: NodeJS.Timeout
  #number: number

  constructor(clock: Clock) {
    this.#clock = clock
    // Starting at the time makes numbers grow across restarts without keeping them.
    this.#number = clock.now()
    this.#timer = setInterval(() => this.#beat(), heartbeatMs)
  }

  provide(topic: Topic): void {
    this.#topics.set(topic.name, topic)
  }

  provideFamily(name: string, family: Family): void {
    this.#families.set(name, family)
  }

  /** Sends everybody their own topic of a family. */
  publishFamily(family: string): void {
    const names = [...this.#subscribers.values()].flatMap((topics) => [...topics])
    for (const name of new Set(names)) if (name.startsWith(`${family}:`)) this.publish(name)
  }

  /** Sends a topic's snapshot to everyone who asked for it. */
  publish(name: string): void {
    const topic = this.#topicOf(name)
    if (topic === undefined) return
    if (this.#resting.has(name)) return void this.#missed.add(name)
    const sockets = [...this.#subscribers].filter(([, topics]) => topics.has(name)).map(([socket]) => socket)
    if (sockets.length === 0) return
    const message = this.#message(topic)
    for (const socket of sockets) send(socket, message)
    if (topic.restMs !== undefined) this.#rest(name, topic.restMs)
  }

  /** @returns the topics asked for that do not exist; empty when the request can be accepted */
  unknownAmong(topics: readonly string[]): readonly string[] {
    return topics.length === 0 || topics.length > mostTopics ? ['?'] : topics.filter((name) => !this.#isKnown(name))
  }

  accept(
    request: Parameters<WebSocketServer['handleUpgrade']>[0],
    socket: Parameters<WebSocketServer['handleUpgrade']>[1],
    head: Buffer,
    topics: readonly string[],
  ): void {
    if (this.#subscribers.size >= mostSockets) return void socket.destroy()
    this.#server.handleUpgrade(request, socket, head, (client) => {
      this.#subscribers.set(client, new Set(topics))
      this.#answered.add(client)
      client.on('pong', () => this.#answered.add(client))
      client.on('close', () => this.#subscribers.delete(client))
      client.on('error', () => client.terminate())
      for (const name of topics) {
        const topic = this.#topicOf(name)
        if (topic !== undefined) send(client, this.#message(topic))
      }
    })
  }

  close(): void {
    clearInterval(this.#timer)
    for (const timer of this.#resting.values()) clearTimeout(timer)
    for (const socket of this.#subscribers.keys()) socket.terminate()
    this.#server.close()
  }

  #rest(name: string, restMs: number): void {
    const wake = () => {
      this.#resting.delete(name)
      if (this.#missed.delete(name)) this.publish(name)
    }
    this.#resting.set(name, setTimeout(wake, restMs))
  }

  #topicOf(name: string): Topic | undefined {
    const [family = '', rest = ''] = split(name)
    const own = this.#families.get(family)
    return own === undefined ? this.#topics.get(name) : { name, snapshot: () => own.snapshot(rest) }
  }

  #isKnown(name: string): boolean {
    const [family = '', rest = ''] = split(name)
    return this.#families.get(family)?.knows(rest) ?? this.#topics.has(name)
  }

  /** Serialised once for everybody. */
  #message(topic: Topic): Buffer {
    this.#number += 1
    const head = { topic: topic.name, number: this.#number, at: isoOf(this.#clock.now()) }
    const data = topic.snapshot()
    if (data instanceof JsonText) {
      return new JsonText(`${JSON.stringify(head).slice(0, -1)},"data":`, data.bytes, '}').bytes
    }
    return Buffer.from(JSON.stringify({ ...head, data } satisfies LiveMessage))
  }

  /** Finds half-open connections: whoever did not answer the last ping is gone. */
  #beat(): void {
    for (const socket of this.#subscribers.keys()) {
      if (!this.#answered.delete(socket)) socket.terminate()
      else socket.ping()
    }
  }
}

function split(name: string): readonly string[] {
  const at = name.indexOf(':')
  return at < 0 ? [name] : [name.slice(0, at), name.slice(at + 1)]
}

function send(socket: WebSocket, message: Buffer): void {
  if (socket.bufferedAmount > mostBufferedBytes) socket.terminate()
  else socket.send(message, { binary: false })
}
