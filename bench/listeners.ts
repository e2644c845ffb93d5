/** A thread with as many listeners as a clinic has desks and TVs; each notes how long a message was on its way. */
import { parentPort, workerData } from 'node:worker_threads'
import { WebSocket } from 'ws'
import type { LiveMessage } from '../core/contract.ts'
import type { BoardSnapshot } from '../core/queue-contract.ts'

/** What the bench asks: all delays so far in milliseconds, or whether no call is being announced. */
export type Question = 'delays' | 'idle'

const { url, sockets } = workerData as { readonly url: string; readonly sockets: number }
const port = parentPort
if (port === null) throw new Error('This runs in a thread of the bench')
const delays: number[] = []
let newest: Buffer | undefined

const all = Array.from({ length: sockets }, (_, index) => {
  const topic = index % 2 === 0 ? 'board:screen-1' : 'queue'
  const socket = new WebSocket(`${url}/api/live?topics=${topic}`)
  socket.on('message', (data: Buffer) => {
    const arrived = performance.timeOrigin + performance.now()
    // Only the head is read at once: twenty whole snapshots would measure this program, not the hub.
    const sentAt = /"at":"([^"]+)"/.exec(data.subarray(0, 200).toString())?.[1] ?? ''
    delays.push(Math.max(0, arrived - Date.parse(sentAt)))
    if (topic !== 'queue') newest = data
  })
  return socket
})
await Promise.all(all.map((socket) => new Promise((resolve) => socket.once('open', resolve))))
port.on('message', (question: Question) => port.postMessage(question === 'idle' ? isIdle() : delays))
port.postMessage('open')

function isIdle(): boolean {
  if (newest === undefined) return false
  const board = (JSON.parse(newest.toString()) as LiveMessage).data as BoardSnapshot
  return board.called.every(({ announceUntil }) => Date.parse(announceUntil) < Date.now() - 50)
}
