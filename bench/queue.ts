/** How many presses a second reach the disk, against what the disk can do at all; and how soon everybody knows. */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { closeSync, fdatasyncSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { WebSocket } from 'ws'
import { type RunningHub, startHub } from '../test/support/hub.ts'
import { makePlace } from '../test/support/place.ts'
import { type Measured, median, quantile, rounded } from './figures.ts'

const clients = 16
const rounds = 5
const roundMs = 3_000
/** A day is closed after this long, when a clinic's worth of tickets has been through it. */
const dayMs = 600
const pageBytes = 4_096
const preallocatedPages = 1_024
/** A clinic far larger than any: each of them is told of every step. */
const house = { desks: 10, tvs: 20, phones: 200 } as const
const steps = 100
const betweenMs = 200

export async function queue(): Promise<Measured> {
  const commits = await measureCommits()
  const told = await measureTelling()
  const json = { fsyncShare: rounded(commits.share, 2), p99Ms: rounded(told, 1), events: commits.events }
  return {
    json,
    rows: [
      {
        what: `commits a second through HTTP (${clients} clients) ÷ 4 KiB written and synced`,
        figure: `${json.fsyncShare} (${commits.commits} ÷ ${commits.syncs})`,
        bound: '≥ 0.6',
      },
      { what: 'events acknowledged', figure: String(json.events) },
      {
        what: `${house.desks} desks, ${house.tvs} TVs, ${house.phones} phones: told, 99 of 100`,
        figure: `${json.p99Ms} ms`,
        bound: '≤ 100',
      },
    ],
  }
}

async function measureCommits() {
  const place = makePlace()
  const hub = await startHub(place.args)
  const desks = new Worker(new URL('./queue-clients.ts', import.meta.url), { workerData: { url: hub.url, clients } })
  await once(desks, 'message')
  const shift = async (forMs: number) => {
    desks.postMessage({ forMs })
    const [count] = (await once(desks, 'message')) as [number]
    return count
  }
  try {
    await shift(dayMs)
    await press(hub, 'close-day', { anyway: true })
    const [commits, syncs]: [number[], number[]] = [[], []]
    let events = 0
    for (let round = 0; round < rounds; round += 1) {
      let count = 0
      let workedMs = 0
      while (workedMs < roundMs) {
        const beganAt = performance.now()
        count += await shift(dayMs)
        workedMs += performance.now() - beganAt
        await press(hub, 'close-day', { anyway: true })
      }
      commits.push((count * 1_000) / workedMs)
      events += count
      syncs.push(syncsPerSecond(path.dirname(place.content), roundMs))
    }
    const [perSecond, possible] = [median(commits), median(syncs)]
    return { share: perSecond / possible, commits: Math.round(perSecond), syncs: Math.round(possible), events }
  } finally {
    await desks.terminate()
    await hub.stop()
    place.remove()
  }
}

/** A page after the other into a file that has its size already: nothing a database does can be cheaper. */
function syncsPerSecond(folder: string, forMs: number): number {
  const file = path.join(folder, 'limit')
  const handle = openSync(file, 'w')
  try {
    const page = Buffer.alloc(pageBytes, 7)
    for (let at = 0; at < preallocatedPages; at += 1) writeSync(handle, page, 0, pageBytes, at * pageBytes)
    fsyncSync(handle)
    const beganAt = performance.now()
    let count = 0
    for (; performance.now() < beganAt + forMs; count += 1) {
      writeSync(handle, page, 0, pageBytes, (count % preallocatedPages) * pageBytes)
      fdatasyncSync(handle)
    }
    return (count * 1_000) / (performance.now() - beganAt)
  } finally {
    closeSync(handle)
    rmSync(file)
  }
}

/** @returns milliseconds from the hub's snapshot to the socket, 99 of 100 */
async function measureTelling(): Promise<number> {
  const place = makePlace()
  const hub = await startHub(place.args)
  const delays: number[] = []
  const sockets: WebSocket[] = []
  try {
    const tokens: string[] = []
    for (let index = 0; index < house.phones; index += 1) {
      const { ticket } = await press<{ ticket: { token: string } }>(hub, 'check-in', { service: 'consultation' })
      tokens.push(ticket.token)
    }
    const topics = [
      ...Array.from({ length: house.desks }, () => 'queue'),
      ...Array.from({ length: house.tvs }, () => 'board:screen-1'),
      ...tokens.map((token) => `ticket:${token}`),
    ]
    for (const topic of topics) {
      const socket = new WebSocket(`${hub.url.replace('http', 'ws')}/api/live?topics=${topic}`)
      sockets.push(socket)
      await once(socket, 'open')
      socket.on('message', (data: Buffer) => {
        const sentAt = /"at":"([^"]+)"/.exec(data.subarray(0, 200).toString())?.[1] ?? ''
        delays.push(Math.max(0, performance.timeOrigin + performance.now() - Date.parse(sentAt)))
      })
    }
    await pause(1_000)
    delays.length = 0
    for (let step = 0; step < steps; step += 1) {
      await press(hub, 'call-next', { provider: 'p1', room: '1' })
      await pause(betweenMs)
    }
    return quantile(delays, 0.99)
  } finally {
    for (const socket of sockets) socket.terminate()
    await hub.stop()
    place.remove()
  }
}

async function press<Answer>(hub: RunningHub, name: string, body: object): Promise<Answer> {
  const response = await fetch(`${hub.url}/api/queue/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), 'x-anteroom-desk': 'bench' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`)
  return (await response.json()) as Answer
}
