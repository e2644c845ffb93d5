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

// Chromium's words for a hub that is away: nobody there, gone in the middle of an answer, or gone before it gave one.
const away = [
  /Failed to load resource/,
  /ERR_(?:CONNECTION_(?:REFUSED|RESET|CLOSED|ABORTED|TIMED_OUT)|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED|INTERNET_DISCONNECTED|NETWORK_CHANGED|TIMED_OUT)\b/,
  /Connection closed before receiving a handshake response/,
  /WebSocket is closed before the connection is established/,
  /WebSocket opening handshake timed out/,
]

/** @returns what the page threw and complained about from now on, but for a hub that is away */
export function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => {
    const isAway = away.some((words) => words.test(message.text()))
    if (['error', 'warning'].includes(message.type()) && !isAway) complaints.push(message.text())
  })
  return complaints
}
