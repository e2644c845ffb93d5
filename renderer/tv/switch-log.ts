/** Measures every switch from one item to the next as a viewer would: gaps between presented frames. */

export interface Switch {
  readonly from: 'video' | 'image' | 'card'
  readonly to: 'video' | 'image'
  /** When the new item was first seen, milliseconds since 1970 by this computer's clock. */
  readonly shownAtMs: number
  /** From the last presented frame of the old item to the first of the new one, milliseconds. */
  readonly gapMs: number
  /** The longest time without a new frame during the crossfade, milliseconds; 0 for a cut. */
  readonly fadeGapMs: number
  /** Frames of the old film: presented and dropped. */
  readonly frames: number
  readonly dropped: number
}

// Enough for a look back; a TV runs for months.
const mostKept = 500

declare global {
  interface Window {
    /** The newest switches, for whoever diagnoses a screen. */
    anteroomSwitches?: readonly Switch[]
  }
}

export class SwitchLog {
  readonly #switches: Switch[] = []

  constructor(page: Window) {
    page.anteroomSwitches = this.#switches
  }

  add(entry: Switch): void {
    this.#switches.push(entry)
    if (this.#switches.length > mostKept) this.#switches.shift()
  }
}

/** Watches the display's own frames for a while: pictures have no frame callback of their own. */
export class FrameMeter {
  lastMs = 0
  longestGapMs = 0
  #request = 0

  start(): void {
    this.lastMs = 0
    this.longestGapMs = 0
    const onFrame = (now: number) => {
      if (this.lastMs > 0) this.longestGapMs = Math.max(this.longestGapMs, now - this.lastMs)
      this.lastMs = now
      this.#request = requestAnimationFrame(onFrame)
    }
    cancelAnimationFrame(this.#request)
    this.#request = requestAnimationFrame(onFrame)
  }

  /** Forgets the longest gap so far, not the last frame. */
  mark(): void {
    this.longestGapMs = 0
  }

  stop(): void {
    cancelAnimationFrame(this.#request)
  }
}
