/** Against burn-in: what stands for months drifts a little all the time, and changes sides from day to day. */
import type { Size } from './geometry.ts'

const dayMs = 24 * 3_600_000
/** Once round in a quarter of an hour, moved every fifteen seconds: nobody sees it happen. */
const roundMs = 15 * 60_000
const stepMs = 15_000
/** Of the short side; half of it each way. */
const width = 0.006

/** Where the queue stands on a day: the clinic is empty when it changes. @param zone IANA name */
export function sideOn(now: number, zone: string): 'left' | 'right' {
  // Swedish dates are ISO dates.
  const date = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(now)
  return Math.round(Date.parse(`${date}T00:00:00Z`) / dayMs) % 2 === 0 ? 'right' : 'left'
}

/** How far the letters have drifted, as custom properties. */
export function driftAt(now: number, screen: Size): Readonly<Record<'--drift-x' | '--drift-y', string>> {
  const turn = ((Math.floor(now / stepMs) * stepMs) / roundMs) * 2 * Math.PI
  const reach = (Math.min(screen.width, screen.height) * width) / 2
  return {
    '--drift-x': `${(Math.cos(turn) * reach).toFixed(1)}px`,
    '--drift-y': `${(Math.sin(turn) * reach).toFixed(1)}px`,
  }
}
