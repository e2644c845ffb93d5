/** The pages' way to the hub: whole snapshots by topic, kept fresh for as long as the page lives. */
import { useEffect, useState } from 'react'
import type { LiveMessage } from '../../core/contract.ts'

const askAgainMs = 1_000

export interface Live<Data> {
  /** The newest snapshot; undefined until the first has come. */
  readonly data: Data | undefined
  /** Whether the connection stands: false from the moment it is lost. */
  readonly isFresh: boolean
}

/** Follows one topic; reconnecting is the same as connecting. */
export function useLive<Data>(topic: string): Live<Data> {
  const [live, setLive] = useState<Live<Data>>({ data: undefined, isFresh: false })
  useEffect(
    () =>
      followTopic<Data>(
        topic,
        (data) => setLive({ data, isFresh: true }),
        () => setLive(({ data }) => ({ data, isFresh: false })),
      ),
    [topic],
  )
  return live
}

/**
 * The same for what is not a component.
 *
 * @returns ends it
 */
export function followTopic<Data>(topic: string, onSnapshot: (data: Data) => void, onLost: () => void): () => void {
  let socket: WebSocket | undefined
  let timer = 0
  let isOver = false
  const again = () => {
    onLost()
    if (!isOver) timer = window.setTimeout(() => void connect(), askAgainMs)
  }
  const connect = async () => {
    const origin = await hubOrigin().catch(() => undefined)
    if (isOver) return
    if (origin === undefined) return again()
    socket = new WebSocket(`${origin.replace(/^http/, 'ws')}/api/live?topics=${encodeURIComponent(topic)}`)
    socket.onmessage = (event: MessageEvent<string>) => onSnapshot((JSON.parse(event.data) as LiveMessage).data as Data)
    socket.onclose = again
  }
  void connect()
  return () => {
    isOver = true
    clearTimeout(timer)
    if (socket !== undefined) release(socket)
  }
}

/** Browsers complain of a socket that is closed before it is open. */
function release(socket: WebSocket): void {
  socket.onmessage = null
  socket.onclose = null
  if (socket.readyState === WebSocket.CONNECTING) socket.onopen = () => socket.close()
  else socket.close()
}

/** The kiosk's page is not served by the hub: main says where the hub answers. */
async function hubOrigin(): Promise<string> {
  if (location.protocol !== 'app:') return location.origin
  const answer = await fetch('/api/hub')
  return ((await answer.json()) as { readonly url: string }).url
}
