/** An ordinary browser without a window, and pages that remember what went wrong in them. */
import { type Browser, chromium, type Page } from 'playwright-core'

/** A microphone that beeps, and nobody asks whether it may. */
export const fakeMicrophone = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']

export const startBrowser = (flags: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.ANTEROOM_BROWSER ?? '/usr/lib/chromium/chromium-headless-shell',
    // Root has no sandbox to offer.
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...flags],
  })

/** @returns what the page threw and complained about from now on, but for a hub that is away */
export function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => {
    const isAway = /ERR_CONNECTION_REFUSED|Failed to load resource/.test(message.text())
    if (['error', 'warning'].includes(message.type()) && !isAway) complaints.push(message.text())
  })
  return complaints
}
