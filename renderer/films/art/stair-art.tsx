/** Stairs in an arched window, and a sun that climbs them: one step after the other, and it gets lighter. */
import type { ReactElement } from 'react'
import type { ArtProps } from '../look.ts'
import { Drawing, isTall, openingIn, Sill, sunlight, Window, warm } from './drawing.tsx'

const count = 5
const stepWidth = 132
const stepHeight = 96
const left = -330
const floor = 420
const sunRadius = 108

export function ProcedureArt(props: ArtProps): ReactElement {
  const opening = openingIn(props)
  const climb = props.came * (0.28 + 0.72 * props.told)
  const isLow = !isTall(props) && props.view !== 'open'
  const sun = { x: 150 + 40 * climb, y: (isLow ? 120 : 40) - 250 * climb }
  return (
    <Drawing {...props}>
      <Window opening={opening}>
        <rect x={-1200} y={-900} width={2400} height={1400} style={{ fill: warm(8 + 10 * climb) }} />
        {halos.map(({ reach, warmth }) => (
          <circle
            key={reach}
            cx={sun.x}
            cy={sun.y}
            r={sunRadius * (1 + reach * (0.8 + 0.3 * climb))}
            style={{ fill: warm(warmth + 8 * climb) }}
          />
        ))}
        <circle cx={sun.x} cy={sun.y} r={sunRadius} style={{ fill: sunlight }} />
        <path d={flight(96, -128)} style={{ fill: warm(15 + 10 * climb) }} />
        <path d={flight(0, 0)} style={{ fill: 'color-mix(in oklab, var(--ground), var(--surface) 62%)' }} />
        {steps.map((step) => (
          <Tread key={step} step={step} climb={climb} />
        ))}
      </Window>
      {props.view === 'open' && isTall(props) && <Sill opening={opening} tone={props.tone} />}
    </Drawing>
  )
}

// One is lit after the other, from the foot of the stairs to the top; the last one goes on beyond a wide window.
function Tread({ step, climb }: { readonly step: number; readonly climb: number }): ReactElement {
  const lit = Math.min(1, Math.max(0, climb * (count + 1) - step))
  return (
    <rect
      x={left + step * stepWidth}
      y={floor - (step + 1) * stepHeight}
      width={step === count - 1 ? 900 : stepWidth}
      height={18}
      style={{ fill: warm(14 + 78 * lit) }}
    />
  )
}

/** A flight of stairs as one shape, moved to the side and up. */
function flight(dx: number, dy: number): string {
  const rises = steps.map((step) => `V${floor + dy - (step + 1) * stepHeight}h${stepWidth}`).join('')
  return `M-1200 ${floor}V${floor + Math.min(dy + 60, 0)}H${left + dx}${rises}h900V${floor}Z`
}

const steps = Array.from({ length: count }, (_, step) => step)
const halos = [
  { reach: 3.4, warmth: 19 },
  { reach: 2.1, warmth: 31 },
  { reach: 1.05, warmth: 47 },
]
