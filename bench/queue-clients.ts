/** A thread with desks that press as fast as they are answered: people check in, step out, come back and leave. */
import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

/** What becomes of everybody who has checked in. */
const visit = ['hold', 'resume', 'hold', 'resume', 'leave'] as const

/** What the bench asks: to press for so many milliseconds. The answer is how many presses were acknowledged. */
export interface Shift {
  readonly forMs: number
}

const { url, clients } = workerData as { readonly url: string; readonly clients: number }
const port = parentPort
if (port === null) throw new Error('This runs in a thread of the bench')
const { hostname, port: hubPort } = new URL(url)
const agent = new Agent({ keepAlive: true, maxSockets: clients })

port.on('message', async ({ forMs }: Shift) => {
  const until = performance.now() + forMs
  const counts = await Promise.all(Array.from({ length: clients }, (_, index) => work(`client-${index}`, until)))
  port.postMessage(counts.reduce((sum, count) => sum + count, 0))
})
port.postMessage('ready')

async function work(desk: string, until: number): Promise<number> {
  let acknowledged = 0
  while (performance.now() < until) {
    const { ticket } = await press(desk, 'check-in', { service: 'consultation' })
    for (const name of visit) await press(desk, name, { ticket: ticket.id })
    acknowledged += 1 + visit.length
  }
  return acknowledged
}

function press(desk: string, name: string, body: object): Promise<{ readonly ticket: { readonly id: string } }> {
  const sent = JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        ...{ agent, hostname, port: hubPort, method: 'POST', path: `/api/queue/${name}` },
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(sent),
          'idempotency-key': randomUUID(),
          'x-anteroom-desk': desk,
        },
      },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString()
          if ((answer.statusCode ?? 500) < 300) resolve(JSON.parse(text))
          else reject(new Error(`${name}: ${answer.statusCode} ${text}`))
        })
      },
    )
    asked.on('error', reject)
    asked.end(sent)
  })
}
