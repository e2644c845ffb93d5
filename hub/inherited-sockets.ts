/** Lets go of what the kiosk had open when it started the hub: a copy held here hides from the kiosk that a process of its own has ended. */
import { closeSync, readdirSync, readlinkSync } from 'node:fs'

const own = '/proc/self/fd'
const lastStandardStream = 2

/**
 * Chromium does not mark its sockets as its own, so a hub started while the graphics process was being made held that
 * process's end too: it died, nobody was told, and the wall stayed empty (1 start of 70 on a computer without a graphics
 * card). Elsewhere than on Linux nothing is inherited unasked. To be called before the hub opens a socket itself.
 *
 * @param channel the descriptor by which the hub hears from who started it
 */
export function closeInheritedSockets(channel: number | undefined): void {
  if (process.platform !== 'linux') return
  for (const name of readdirSync(own)) {
    const descriptor = Number(name)
    if (descriptor > lastStandardStream && descriptor !== channel && isSocket(name)) closeSync(descriptor)
  }
}

function isSocket(name: string): boolean {
  try {
    return readlinkSync(`${own}/${name}`).startsWith('socket:')
  } catch {
    // The one by which the list itself was read.
    return false
  }
}
