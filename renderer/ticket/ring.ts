/** Sound and vibration, as far as a browser lets a page: after a tap, while it is open and the phone is unlocked. */
import { chime } from '../tv/chime.ts'

const times = 3
const everyMs = 3_500
const pattern = [400, 150, 400, 150, 700]

let isOn = false
let rest: number[] = []

export const canVibrate = (): boolean => typeof navigator.vibrate === 'function'
export const isRingOn = (): boolean => isOn

/** To be called from a tap: the tone that sounds is what allows the later ones. */
export function turnRingOn(): void {
  isOn = true
  chime('call')
  void stayAwake()
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void stayAwake())
}

export function ring(): void {
  hush()
  if (!isOn) return
  rest = Array.from({ length: times }, (_, index) =>
    window.setTimeout(() => {
      chime('call')
      if (canVibrate()) navigator.vibrate(pattern)
    }, index * everyMs),
  )
}

/** A softer tone: nobody has to get up. */
export function ringSorry(): void {
  hush()
  if (isOn) chime('retraction')
}

export function hush(): void {
  for (const timer of rest) clearTimeout(timer)
  rest = []
}

/** A locked phone cannot ring. Only secure pages may keep it awake. */
async function stayAwake(): Promise<void> {
  await navigator.wakeLock?.request('screen').catch(() => undefined)
}
