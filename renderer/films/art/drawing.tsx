/** What the drawings of the templates share: their sheet, their shades, and windows of one family. */
import { type ReactElement, type ReactNode, useId } from 'react'
import type { SceneTone } from '../../../core/scene.ts'
import type { ArtProps, View } from '../look.ts'

type DrawingProps = Pick<ArtProps, 'width' | 'height' | 'view' | 'nearness'> & { readonly children: ReactNode }

/** A drawing in pixels, cut at the edges of its room; one comes nearer to it from its lower corner. */
export function Drawing({ width, height, view, nearness, children }: DrawingProps): ReactElement {
  const isNearer = isTall({ width }) && view === 'beside' && nearness !== 1
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      {isNearer ? (
        <g transform={`translate(${inset} ${height}) scale(${nearness}) translate(${-inset} ${-height})`}>{children}</g>
      ) : (
        children
      )}
    </svg>
  )
}

/** Where most drawings begin beside words. */
const inset = 70

/** Beside the words of a landscape picture, and not above those of an upright one. */
export const isTall = ({ width }: { readonly width: number }): boolean => width < 1080

/** From the wall towards the colour that draws the eye, whatever both are; around the hues, or the middle would be grey. */
const usual = (percent: number): string => `color-mix(in oklch, var(--wall), var(--drawn) ${percent.toFixed(2)}%)`

/** Light first, then dark: between a loud ground and its opposite there is only mud. */
const loud = (percent: number): string =>
  percent <= 58
    ? `color-mix(in oklab, var(--wall), var(--text) ${(percent * 1.35).toFixed(2)}%)`
    : `color-mix(in oklab, var(--spark), var(--text) ${((100 - percent) * 0.55).toFixed(2)}%)`

/** On paper the pale accents of dark brands would hardly be seen. */
const deep = (percent: number): string =>
  `color-mix(in oklab, var(--wall), color-mix(in oklab, var(--spark), var(--mark)) ${percent.toFixed(2)}%)`

export function shadesOn(tone: SceneTone): (percent: number) => string {
  switch (tone) {
    case 'accent':
      return loud
    case 'paper':
      return deep
    case 'ground':
    case 'surface':
    case 'alarm':
      return usual
  }
}

/** From the brand's panel towards its accent: what is seen through a window. */
export const warm = (percent: number): string =>
  `color-mix(in oklch, var(--surface), var(--accent) ${percent.toFixed(2)}%)`

export const sunlight = 'color-mix(in oklab, var(--accent), white 30%)'

/** An opening in the wall: through it one sees a view drawn around 0, 0, whose foot is at 420. */
export interface Opening {
  readonly middle: number
  readonly foot: number
  readonly top: number
  readonly halfWidth: number
  readonly scale: number
}

const viewFoot = 420

/** Where the one window of a template stands. */
export function openingIn({ width, height, view }: Pick<ArtProps, 'width' | 'height' | 'view'>): Opening {
  if (isTall({ width })) {
    const { halfWidth, top, foot, left } = tall[view]
    return { middle: left + halfWidth, foot, top, halfWidth, scale: halfWidth / 330 }
  }
  const top = Math.min(108, height * 0.18)
  const halfWidth = view === 'open' ? Math.min(420, (height - top) * 0.44) : view === 'beside' ? 456 : 600
  const shownHeight = { open: 880, beside: 700, close: 640 }[view]
  return { middle: width / 2, foot: height, top, halfWidth, scale: (height - top) / shownHeight }
}

const tall: Readonly<Record<View, { halfWidth: number; top: number; foot: number; left: number }>> = {
  open: { halfWidth: 330, top: 84, foot: 960, left: 20 },
  beside: { halfWidth: 410, top: 150, foot: 1080, left: 84 },
  close: { halfWidth: 560, top: 90, foot: 1080, left: 70 },
}

export const archPath = (middle: number, foot: number, top: number, halfWidth: number): string => {
  const rise = Math.min(halfWidth, foot - top)
  const [left, right, springing] = [middle - halfWidth, middle + halfWidth, top + rise]
  return `M${left} ${foot}V${springing}A${halfWidth} ${rise} 0 0 1 ${right} ${springing}V${foot}Z`
}

/** @param shape a path around the opening; an arch when left out */
export function Window({
  opening,
  shape,
  children,
}: {
  readonly opening: Opening
  readonly shape?: string
  readonly children: ReactNode
}): ReactElement {
  const id = useId()
  const { middle, foot, top, halfWidth, scale } = opening
  return (
    <>
      <clipPath id={id}>
        <path d={shape ?? archPath(middle, foot, top, halfWidth)} />
      </clipPath>
      <g clipPath={`url(#${id})`}>
        <g transform={`translate(${middle} ${foot}) scale(${scale}) translate(0 ${-viewFoot})`}>{children}</g>
      </g>
    </>
  )
}

/** A board under a window that does not reach the floor. */
export function Sill({ opening, tone }: { readonly opening: Opening; readonly tone: SceneTone }): ReactElement {
  const { middle, foot, halfWidth } = opening
  return (
    <rect
      x={middle - halfWidth - 42}
      y={foot}
      width={2 * halfWidth + 84}
      height={26}
      rx={3}
      style={{ fill: shadesOn(tone)(16) }}
    />
  )
}
