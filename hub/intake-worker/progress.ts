/** How far a judgement is, and how long it will still take. */

export interface Progress {
  /** Spreads the time reached in a film over a part of the whole. */
  stretch(from: number, to: number, durationMs: number): (timeMs: number) => void
  /** Tells a share of the whole. */
  at(share: number): void
}

/** Before that a guess would jump. */
const soonestGuessMs = 2_000

export function startProgress(onProgress: (share: number, remainingMs?: number) => void): Progress {
  const startedMs = performance.now()
  let furthest = 0
  const at = (reached: number) => {
    // A second attempt begins anew, but nobody wants to see that.
    const share = Math.max(furthest, reached)
    furthest = share
    const elapsedMs = performance.now() - startedMs
    const isGuess = elapsedMs >= soonestGuessMs && share > 0.01
    if (isGuess) onProgress(share, Math.round((elapsedMs * (1 - share)) / share))
    else onProgress(share)
  }
  return {
    at,
    stretch: (from, to, durationMs) => (timeMs) => {
      if (durationMs > 0) at(from + (to - from) * Math.min(1, timeMs / durationMs))
    },
  }
}
