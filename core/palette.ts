/** Colours of a scene, computed from the brand so that words can always be read: whatever accent a clinic has. */
import { contrastRatio, relativeLuminance } from './contrast.ts'
import type { SceneTone } from './scene.ts'
import type { Brand } from './theme.ts'

/** `#rrggbb` each. */
export interface Palette {
  /** What everything stands on. */
  readonly wall: string
  readonly ink: string
  /** Words that step back: still to be read from the last seat. */
  readonly quiet: string
  /** The colour that draws the eye, for areas. */
  readonly spark: string
  /** Words on `spark`. */
  readonly onSpark: string
  /** The same colour for lines and dots that mean something: it stands out from the wall. */
  readonly mark: string
  /** Of drawings that fill a wall: `spark`, or `mark` where that would sink into it. */
  readonly drawn: string
  /** Rules and outlines. */
  readonly line: string
  /** A second ground, for panels. */
  readonly panel: string
}

/** 7 to 1 for what is read in passing (WCAG 2.2, 1.4.6), 3 to 1 in drawings (1.4.11). */
const readable = 7
const visible = 3
/** Large areas are made out with less. */
const madeOut = 2

/** The tone as it is shown with the colours of this brand: `accent` falls back to `paper` where text would be hard to read. */
export function readableTone({ colors }: Brand, tone: SceneTone): SceneTone {
  return tone === 'accent' && contrastRatio(colors.accent, colors.ground) < readable ? 'paper' : tone
}

export function paletteOf(brand: Brand, tone: SceneTone): Palette {
  const { ground, surface, text, muted, accent } = brand.colors
  switch (readableTone(brand, tone)) {
    case 'ground':
      return palette(ground, text, muted, accent, surface)
    case 'surface':
      return palette(surface, text, muted, accent, ground)
    case 'paper':
      return palette(text, ground, mixed(ground, text, 0.22), accent, mixed(text, accent, 0.22))
    case 'alarm':
      return palette(...alarmColors(brand))
    case 'accent':
      return palette(accent, ground, mixed(ground, accent, 0.12), surface, mixed(accent, text, 0.3))
  }
}

type Colors = Parameters<typeof palette>

/** Wall, ink, quiet, spark and panel of what must not be missed: the red of a warning, its yellow, or red on white. */
const alarms: readonly Colors[] = [
  ['#a30f1b', '#ffffff', '#ffe9e6', '#ffffff', '#8a0a15'],
  ['#ffd21f', '#1c1500', '#3a2d00', '#1c1500', '#ffdf5c'],
  ['#ffffff', '#960d18', '#7d0a13', '#960d18', '#fff1ef'],
]

/** The first one the brand does not wear itself: what looks as always is no warning. */
function alarmColors({ colors: { ground, surface, text, accent } }: Brand): Colors {
  const unlike = ([wall]: Colors) => Math.min(...[ground, surface, text, accent].map((one) => distance(one, wall)))
  const farthest = alarms.reduce((a, b) => (unlike(b) > unlike(a) ? b : a))
  return alarms.find((one) => unlike(one) >= alike) ?? farthest
}

/** Of two colours, in channels: nearer ones look like one brand. */
const alike = 110

function distance(one: string, other: string): number {
  const others = channelsOf(other)
  return Math.hypot(...channelsOf(one).map((value, index) => value - (others[index] ?? 0)))
}

function palette(wall: string, ink: string, quiet: string, spark: string, panel: string): Palette {
  const best = [wall, ink, '#000000', '#ffffff'].reduce((a, b) =>
    contrastRatio(b, spark) > contrastRatio(a, spark) + 2 ? b : a,
  )
  const away = contrastRatio('#ffffff', best) > contrastRatio('#000000', best) ? '#ffffff' : '#000000'
  const lit = standingOut(spark, away, best, readable)
  const mark = deepened(spark, wall, visible) ?? standingOut(spark, ink, wall, visible)
  return {
    wall,
    ink,
    quiet: standingOut(quiet, ink, wall, readable),
    spark: lit,
    onSpark: best,
    mark,
    drawn: contrastRatio(lit, wall) >= madeOut ? lit : mark,
    line: mixed(wall, ink, 0.32),
    panel: contrastRatio(panel, ink) >= readable ? panel : wall,
  }
}

/** The colour, moved towards another one until it stands out from its ground. */
function standingOut(color: string, towards: string, ground: string, least: number): string {
  const shares = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]
  return (
    shares.map((share) => mixed(color, towards, share)).find((one) => contrastRatio(one, ground) >= least) ?? towards
  )
}

/** The colour, darker or lighter in its own hue, until it stands out from its ground; grey ones have no hue to keep. */
function deepened(color: string, ground: string, least: number): string | undefined {
  if (contrastRatio(color, ground) >= least) return color
  const [red = 0, green = 0, blue = 0] = channelsOf(color)
  const [most, fewest] = [Math.max(red, green, blue), Math.min(red, green, blue)]
  if (most - fewest < 24) return undefined
  const isDarkened = relativeLuminance(ground) > 0.18
  // Further from its own grey as it gets darker, or a light brown would turn to mud.
  const steps = Array.from({ length: 40 }, (_, step) => (step + 1) / 40)
  const candidates = steps.map((share) => {
    const grey = (most + fewest) / 2
    const target = isDarkened ? grey * (1 - share) : grey + (255 - grey) * share
    const stretch = 1 + share * 0.6
    return hexOf([red, green, blue].map((value) => target + (value - grey) * stretch))
  })
  return candidates.find((one) => contrastRatio(one, ground) >= least)
}

const channelsOf = (color: string): readonly number[] =>
  [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16))

const hexOf = (channels: readonly number[]): string =>
  `#${channels
    .map((value) =>
      Math.round(Math.min(255, Math.max(0, value)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

/** @param share of the second colour, 0 to 1 */
function mixed(one: string, other: string, share: number): string {
  const others = channelsOf(other)
  return hexOf(channelsOf(one).map((value, index) => value * (1 - share) + (others[index] ?? 0) * share))
}
