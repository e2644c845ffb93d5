/** The ground every film and picture stands on: the brand's colours, the typefaces, the margins. */
import type { CSSProperties, ReactElement, ReactNode } from 'react'
import { AbsoluteFill } from 'remotion'
import { relativeLuminance } from '../../core/contrast.ts'
import { directionOf } from '../../core/languages.ts'
import { type Palette, paletteOf, readableTone } from '../../core/palette.ts'
import { framesPerSecond } from '../../core/scene.ts'
import { type Brand, themeVariables } from '../../core/theme.ts'
import { useFonts } from './fonts.ts'
import './film.css'

/** `ground` is the brand's own; `paper` is its reverse; `accent` is loud, and falls back to paper where text would be hard to read; `alarm` is no brand's. */
export type Tone = 'ground' | 'surface' | 'paper' | 'accent' | 'alarm'

type StageProps = {
  readonly brand: Brand
  readonly tone?: Tone
  readonly locale?: string
  /** What is written beside the brand's own words. */
  readonly text?: string
  /** Looks at the words once they are set; what it throws ends the render. */
  readonly check?: () => void
  readonly children: ReactNode
}

export function Stage({ brand, tone = 'ground', locale = 'en', text = '', check, children }: StageProps): ReactElement {
  useFonts(`${brand.name}${brand.tagline ?? ''}${text}`, locale, check)
  return (
    <AbsoluteFill
      className="film"
      lang={locale}
      dir={directionOf(locale)}
      data-tone={readableTone(brand, tone)}
      data-ground={isLight(brand) ? 'light' : 'dark'}
      style={{ ...themeVariables(brand), ...paletteVariables(paletteOf(brand, tone)) } as CSSProperties}
    >
      {children}
    </AbsoluteFill>
  )
}

const isLight = ({ colors: { ground, text } }: Brand): boolean => relativeLuminance(ground) > relativeLuminance(text)

/** CSS custom properties: `--wall`, `--ink` … */
const paletteVariables = ({ onSpark, ...palette }: Palette): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(Object.entries(palette).map(([name, color]) => [`--${name}`, color])),
  '--on-spark': onSpark,
})

/** 1920 × 1080 at 30 pictures a second: what every screen plays without effort. */
export const format = { width: 1920, height: 1080, fps: framesPerSecond } as const

export const seconds = (count: number): number => Math.round(count * format.fps)
