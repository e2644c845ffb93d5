/** A folding screen, as it stands in a consulting room, and a light that stays behind it. */
import type { CSSProperties, ReactElement } from 'react'

/** Drawn on the whole 1920 × 1080 picture, leaving at the right. Colours come from the theme variables. */
export function FoldingScreen({ style }: { readonly style?: CSSProperties }): ReactElement {
  return (
    <svg style={style} viewBox="0 0 1920 1080" aria-hidden="true">
      <path d={`M0 ${floor}H1920V1080H0Z`} style={{ fill: 'color-mix(in oklab, var(--surface), var(--ground) 45%)' }} />
      <circle cx={1556} cy={330} r={236} style={{ fill: 'color-mix(in oklab, var(--accent), white 22%)' }} />
      {panels.map(({ left, right }, index) => (
        <Panel key={left.x} left={left} right={right} isLit={index % 2 === 0} />
      ))}
    </svg>
  )
}

/** Where two panels meet: near ones stand lower on the floor and reach higher. */
type Fold = { readonly x: number; readonly top: number; readonly foot: number }

const floor = 884
const far = { top: 352, foot: 916 }
const near = { top: 318, foot: 980 }
const folds: readonly Fold[] = [
  { x: 1156, ...far },
  { x: 1356, ...near },
  { x: 1500, ...far },
  { x: 1700, ...near },
  { x: 1844, ...far },
  { x: 2044, ...near },
]
const panels = folds.slice(1).map((right, index) => ({ left: folds[index] ?? right, right }))

function Panel({
  left,
  right,
  isLit,
}: {
  readonly left: Fold
  readonly right: Fold
  readonly isLit: boolean
}): ReactElement {
  const frame = isLit ? toned(26) : toned(10)
  return (
    <g>
      <path d={outline(left, right, 0)} style={{ fill: frame }} />
      <path d={outline(left, right, 0.085)} style={{ fill: isLit ? toned(44) : toned(20) }} />
      <path d={lower(left, right)} style={{ fill: frame }} />
    </g>
  )
}

// A panel with a gently arched top, drawn in perspective; `inset` is the frame's share of its width.
function outline(left: Fold, right: Fold, inset: number): string {
  const width = right.x - left.x
  const edge = (share: number, fold: 'top' | 'foot'): number => left[fold] + (right[fold] - left[fold]) * share
  const [a, b] = [inset, 1 - inset]
  const margin = width * inset
  const shoulder = (share: number): number => edge(share, 'top') + margin * 1.1
  const rise = width * 0.3
  return [
    `M${left.x + width * a} ${edge(a, 'foot') - margin * 1.2}V${shoulder(a)}`,
    `C${left.x + width * (a + 0.2)} ${shoulder(a) - rise} ${left.x + width * (b - 0.2)} ${shoulder(b) - rise} ${left.x + width * b} ${shoulder(b)}`,
    `V${edge(b, 'foot') - margin * 1.2}Z`,
  ].join('')
}

// The rail that divides cloth from wood at a third of the height.
function lower(left: Fold, right: Fold): string {
  const at = (fold: Fold, share: number): number => fold.foot - (fold.foot - fold.top) * share
  return `M${left.x} ${at(left, 0.3)}L${right.x} ${at(right, 0.3)}V${at(right, 0.275)}L${left.x} ${at(left, 0.275)}Z`
}

function toned(percent: number): string {
  return `color-mix(in oklch, var(--surface), var(--accent) ${percent}%)`
}
