/** How soon a call is on the wall: from the hub's acceptance to the painted code, with twenty listeners beside it. */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { eventually } from '../test/support/eventually.ts'
import { type RunningHub, startHub } from '../test/support/hub.ts'
import { type Kiosk, launchKiosk } from '../test/support/kiosk.ts'
import { putVideo } from '../test/support/media.ts'
import { makePlace } from '../test/support/place.ts'
import { type Measured, quantile, rounded } from './figures.ts'
import type { Question } from './listeners.ts'

const sockets = 20
const quickCalls = 150
const idleCalls = 12
/** Far quicker than any clinic, slow enough that each call is one of its own. */
const betweenMs = 150
const filmSeconds = 20

interface Seen {
  /** When a code was first painted there, milliseconds since 1970, by place and code. */
  readonly serving: Record<string, number>
  readonly takeover: Record<string, number>
}

export async function calls(): Promise<Measured> {
  standApart()
  const place = makePlace()
  putVideo(path.join(place.content, 'film.mp4'), 'blue', filmSeconds)
  const hub = await startHub(place.args)
  const kiosk = await launchKiosk(place.args)
  const listeners = await listen(hub)
  try {
    await kiosk.page.waitForSelector('.overlay', { state: 'attached' })
    await watchPaints(kiosk)
    const first = await callNew(hub)
    await eventually(
      () => seen(kiosk),
      ({ takeover }) => takeover[first.code] !== undefined,
    )
    const idle: { code: string; at: number }[] = []
    for (let count = 0; count < idleCalls; count += 1) {
      await eventually(
        () => listeners.isIdle(),
        (isIdle) => isIdle,
        30_000,
      )
      idle.push(await callNew(hub))
    }
    const quick: { code: string; at: number }[] = []
    for (let count = 0; count < quickCalls; count += 1) {
      quick.push(await callNew(hub))
      await pause(betweenMs)
    }
    const last = quick.at(-1)?.code ?? ''
    const { serving, takeover } = await eventually(
      () => seen(kiosk),
      (all) => all.serving[last] !== undefined,
    )
    const toServing = [...idle, ...quick].flatMap(({ code, at }) =>
      serving[code] === undefined ? [] : [serving[code] - at],
    )
    const toTakeover = idle.flatMap(({ code, at }) => (takeover[code] === undefined ? [] : [takeover[code] - at]))
    return told(toServing, toTakeover, await listeners.delays(), idle.length + quick.length)
  } finally {
    await listeners.close()
    await kiosk.close()
    await hub.stop()
    place.remove()
  }
}

/** Desks are computers of their own: they do not wait until this one has drawn its picture. */
function standApart(): void {
  try {
    setPriority(constants.priority.PRIORITY_HIGH)
    // Where Linux groups sessions, a priority counts only inside one.
    if (process.platform === 'linux') writeFileSync('/proc/self/autogroup', '-14')
  } catch {
    // An ordinary user may not: then the figures contain waiting for the processor.
  }
}

function told(
  toServing: readonly number[],
  toTakeover: readonly number[],
  delays: readonly number[],
  made: number,
): Measured {
  const json = {
    p50Ms: rounded(quantile(toServing, 0.5), 1),
    p99Ms: rounded(quantile(toServing, 0.99), 1),
    takeoverP99Ms: rounded(quantile(toTakeover, 0.99), 1),
    socketP99Ms: rounded(quantile(delays, 0.99), 1),
  }
  return {
    json,
    rows: [
      {
        what: `accepted → painted under now serving, median (${toServing.length} of ${made})`,
        figure: `${json.p50Ms} ms`,
        bound: '≤ 50',
      },
      { what: 'the same, 99 of 100', figure: `${json.p99Ms} ms`, bound: '≤ 150' },
      {
        what: `idle, accepted → takeover painted, 99 of 100 (${toTakeover.length})`,
        figure: `${json.takeoverP99Ms} ms`,
        bound: '≤ 150',
      },
      {
        what: `hub → socket, 99 of 100 (${sockets} sockets, ${delays.length} messages)`,
        figure: `${json.socketP99Ms} ms`,
        bound: '≤ 10',
      },
    ],
  }
}

/** Checks somebody in and calls them at once. @returns the code, and when the hub decided (milliseconds since 1970) */
async function callNew(hub: RunningHub): Promise<{ readonly code: string; readonly at: number }> {
  await press(hub, 'check-in', { service: 'consultation' })
  const { ticket } = await press<{ ticket: { code: string; since: string } }>(hub, 'call-next', {
    provider: 'p1',
    room: '1',
  })
  return { code: ticket.code, at: Date.parse(ticket.since) }
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

/** Twenty listeners in a thread of their own, as desks and TVs are computers of their own. */
async function listen(hub: RunningHub) {
  const thread = new Worker(new URL('./listeners.ts', import.meta.url), {
    workerData: { url: hub.url.replace('http', 'ws'), sockets },
  })
  const ask = async (question: Question) => {
    thread.postMessage(question)
    const [answer] = (await once(thread, 'message')) as [unknown]
    return answer
  }
  await once(thread, 'message')
  return {
    delays: async () => (await ask('delays')) as readonly number[],
    isIdle: async () => (await ask('idle')) as boolean,
    close: () => thread.terminate(),
  }
}

const seen = (kiosk: Kiosk): Promise<Seen> =>
  kiosk.page.evaluate(() => (window as unknown as { anteroomSeen: Seen }).anteroomSeen)

/** Notes in the page when a code has been painted: the frame after it came into the document is over. */
async function watchPaints(kiosk: Kiosk): Promise<void> {
  await kiosk.page.evaluate(() => {
    const noted: Seen = { serving: {}, takeover: {} }
    ;(window as unknown as { anteroomSeen: Seen }).anteroomSeen = noted
    const places = { serving: '.queue-called .queue-code', takeover: '.takeover-code' } as const
    const look = () => {
      for (const name of ['serving', 'takeover'] as const) {
        for (const element of document.querySelectorAll(places[name])) {
          const code = element.textContent ?? ''
          if (noted[name][code] !== undefined) continue
          noted[name][code] = Number.NaN
          requestAnimationFrame(() =>
            setTimeout(() => {
              noted[name][code] = performance.timeOrigin + performance.now()
            }),
          )
        }
      }
    }
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
}
