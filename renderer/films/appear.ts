/** How words come and go in a film: always the same quiet way. */
import type { CSSProperties } from 'react'
import { Easing, interpolate } from 'remotion'

const inFrames = 27
const outFrames = 18
const ease = Easing.bezier(0.22, 0.7, 0.2, 1)

/**
 * Style of words that are there from one frame until another.
 *
 * @param until left out: they stay
 */
export function appear(frame: number, from: number, until?: number): CSSProperties {
  const shown = interpolate(frame, [from, from + inFrames], [0, 1], { ...clamped, easing: ease })
  const gone = until === undefined ? 0 : interpolate(frame, [until - outFrames, until], [0, 1], clamped)
  return {
    opacity: shown * (1 - gone),
    transform: `translateY(${(1 - shown) * 22}px)`,
    visibility: frame < from || (until !== undefined && frame >= until) ? 'hidden' : 'visible',
  }
}

export const clamped = { extrapolateLeft: 'clamp', extrapolateRight: 'clamp' } as const
