/** Where a scene stands in time: what has come, what is lit, what is leaving. All of it rests in the stretches core calls still. */
import type { CSSProperties } from 'react'
import { Easing, interpolate, useCurrentFrame } from 'remotion'
import { directionOf } from '../../core/languages.ts'
import { framesOf, type SceneProps } from '../../core/scene.ts'
import { beatFrames, leavingFrames, motionOf, openingFrames } from '../../core/scene-plan.ts'
import { clamped } from './appear.ts'
import { useLook } from './look.ts'

export interface Moment {
  /** How far the opening has come, 0 to 1. */
  readonly came: number
  /** Style of the words that come as this one: heading 0, what follows it 1 … */
  readonly come: (part: number) => CSSProperties
  /** How brightly a part is lit, 0 to 1. */
  readonly lit: (part: number) => number
  /** How far a part has been reached, 0 to 1; it stays. */
  readonly reached: (part: number) => number
  /** How far all parts have been told, 0 to 1. */
  readonly told: number
  /** How much of the scene is there: 1, until it leaves. */
  readonly present: number
}

const gentle = Easing.bezier(0.22, 0.7, 0.2, 1)
const slow = Easing.inOut(Easing.sin)

export function useMoment(props: SceneProps): Moment {
  const frame = useCurrentFrame()
  const { pace } = useLook()
  const { scene, durationMs, locale } = props
  const { beats, endsAt } = motionOf(props)
  const towards = directionOf(locale) === 'rtl' ? -1 : 1
  const latest = openingFrames - pace.takes

  const come = (part: number): CSSProperties => {
    const from = Math.min(pace.start + part * pace.each, latest)
    const shown = interpolate(frame, [from, from + pace.takes], [0, 1], { ...clamped, easing: gentle })
    if (shown === 1) return {}
    const away = 1 - shown
    return { opacity: shown, transform: `translate(${towards * pace.slide * away}px, ${pace.rise * away}px)` }
  }
  const rise = (from: number) => interpolate(frame, [from, from + beatFrames], [0, 1], { ...clamped, easing: slow })
  const reached = (part: number): number => {
    const from = beats[part]
    return from === undefined ? 1 : rise(from)
  }
  const lit = (part: number): number => {
    const from = beats[part]
    if (from === undefined) return 0
    return rise(from) - rise(beats[part + 1] ?? endsAt - beatFrames)
  }
  const parts = beats.map((_, part) => reached(part))
  const leavesAt = framesOf(durationMs) - leavingFrames
  return {
    came: interpolate(frame, [0, openingFrames], [0, 1], { ...clamped, easing: Easing.out(Easing.sin) }),
    come,
    lit,
    reached,
    told: parts.length === 0 ? 1 : parts.reduce((sum, part) => sum + part, 0) / parts.length,
    present:
      scene.kind === 'closing' ? 1 : interpolate(frame, [leavesAt - 1, leavesAt + leavingFrames - 1], [1, 0], clamped),
  }
}
