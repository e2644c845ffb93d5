/** Sends the desk a small picture of a screen whenever somebody asks what is on the TV; nothing is taken otherwise. */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserWindow } from 'electron'

/** Longer than the hub waits with its answer. */
const lookTimeoutMs = 40_000
const askAgainMs = 2_000
const picture = { width: 960, quality: 72 } as const

/** Goes on for as long as the window lives. */
export async function sendPictures(
  screen: string,
  window: BrowserWindow,
  hubUrl: () => Promise<string>,
): Promise<void> {
  while (!window.isDestroyed()) {
    try {
      const url = `${await hubUrl()}/api/screens/${screen}`
      const asked = await fetch(`${url}/look`, { signal: AbortSignal.timeout(lookTimeoutMs) })
      if (asked.status === 204) continue
      if (!asked.ok) throw new Error(`answered ${asked.status}`)
      const shot = (await window.webContents.capturePage()).resize({ width: picture.width, quality: 'good' })
      await fetch(`${url}/screenshot`, {
        method: 'PUT',
        headers: { 'content-type': 'image/jpeg', 'idempotency-key': randomUUID() },
        body: new Uint8Array(shot.toJPEG(picture.quality)),
      })
    } catch {
      // The hub is away, or the page is being loaded again.
      await pause(askAgainMs)
    }
  }
}
