/** The pages' way to the hub: whole snapshots by topic, kept fresh for as long as the page lives. */
import { useEffect, useState } from 'react'
import type { LiveMessage } from '../../core/contract.ts'

const askAgainMs = 1_000

export interface Live<Data> {
  /** The newest snapshot; undefined until the first has come. */
  readonly data: Data | undefined
  /** Whether it is fresh: false from the moment the connection is lost. */
  readonly isFresh: boolean
}

/** Follows one topic; reconnecting is the same as connecting. */
export function useLive<Data>(topic: string): Live<Data> {
  const [live, setLive] = useState<Live<Data>>({ data: undefined, isFresh: false })
  useEffect(() => {
    let socket: WebSocket | undefined
    let timer = 0
    let isOver = false
    const connect = () => {
      const origin = location.origin.replace(/^http/, 'ws')
      socket = new WebSocket(`${origin}/api/live?topics=${encodeURIComponent(topic)}`)
      socket.onmessage = (event: MessageEvent<string>) => {
        const message = JSON.parse(event.data) as LiveMessage
        setLive({ data: message.data as Data, isFresh: true })
      }
      socket.onclose = () => {
        setLive(({ data }) => ({ data, isFresh: false }))
        if (!isOver) timer = window.setTimeout(connect, askAgainMs)
      }
    }
    connect()
    return () => {
      isOver = true
      clearTimeout(timer)
      socket?.close()
    }
  }, [topic])
  return live
}
