/** The page's way to the hub: asks what to show, waits for it to change, and says when nobody answers. */
import type { PhoneButton, PhoneSnapshot } from '../../core/phone-contract.ts'
import { randomId } from '../shared/press.ts'

/** The hub answers within ten seconds. */
const giveUpMs = 14_000
/** Older than this nothing is shown as the present. */
const staleMs = 15_000
const againMs = 2_000
const crowdedMs = 5_000
const tooOftenMs = 30_000

export interface Heard {
  readonly onSnapshot: (snapshot: PhoneSnapshot) => void
  /** The page is over, or never was. */
  readonly onGone: () => void
  readonly onLost: () => void
}

export function followTicket({ onSnapshot, onGone, onLost }: Heard): void {
  let version: string | undefined
  let heardAt = Date.now()
  let current = new AbortController()
  let wake = () => {}
  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const ask = async (): Promise<number | 'over'> => {
    current = new AbortController()
    const timer = setTimeout(() => current.abort(), giveUpMs)
    const askedAt = Date.now()
    try {
      const query = new URLSearchParams({ from: location.origin, ...(version === undefined ? {} : { after: version }) })
      const response = await fetch(`${location.pathname}/live?${query}`, { signal: current.signal })
      if (response.status === 404) return 'over'
      if (response.status === 429) return tooOftenMs
      if (!response.ok) return againMs
      const snapshot = (await response.json()) as PhoneSnapshot
      const isSame = snapshot.version === version
      version = snapshot.version
      heardAt = Date.now()
      onSnapshot(snapshot)
      // Too many wait for news already: this one asks now and then.
      return isSame && heardAt - askedAt < 1_000 ? crowdedMs : 0
    } catch {
      // What is there now, changed or not: the page has said that it does not know.
      version = undefined
      return againMs
    } finally {
      clearTimeout(timer)
    }
  }
  const run = async () => {
    for (;;) {
      const next = await ask()
      if (next === 'over') break
      if (next > 0) await pause(next)
    }
    clearInterval(watch)
    onGone()
  }
  const watch = setInterval(() => Date.now() - heardAt > staleMs && onLost(), 1_000)
  // A phone that was in a pocket has missed everything, and its connection may only look alive.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return
    current.abort()
    wake()
  })
  void run()
}

const attempts = 4

/** Sends a press under one key, so that it happens once or not at all. @returns what to show; undefined when it was not possible */
export async function sendPress(name: PhoneButton, body: object): Promise<PhoneSnapshot | undefined> {
  const headers = { 'content-type': 'application/json', 'idempotency-key': randomId() }
  const request = { method: 'POST', headers, body: JSON.stringify(body) }
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    try {
      const response = await fetch(`${location.pathname}/${name}`, request)
      if (response.ok) return (await response.json()) as PhoneSnapshot
      if (response.status < 500) return undefined
    } catch {
      // It may have arrived all the same: the same key again.
    }
    await new Promise((resolve) => setTimeout(resolve, againMs))
  }
  return undefined
}
