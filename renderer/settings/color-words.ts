/** The clinic's colours as the form calls them, and which of them cannot be read on which. */
import { weakContrasts } from '../../core/brand.ts'
import type { Brand } from '../../core/theme.ts'

export type ColorName = keyof Brand['colors']

export const colorWords: Readonly<Record<ColorName, string>> = {
  ground: 'Ground',
  surface: 'Panels',
  text: 'Text',
  muted: 'Quiet text',
  accent: 'Accent',
}

export interface ColorProblem {
  /** The two that are too alike. */
  readonly names: readonly ColorName[]
  readonly message: string
}

export const colorProblems = ({ colors }: Brand): readonly ColorProblem[] =>
  weakContrasts(colors).map(({ key, on, measured, least }) => ({
    names: [key, on],
    message: `${colorWords[key]} on ${colorWords[on].toLowerCase()} cannot be read from the last seat: contrast ${measured}, at least ${least}. Make one lighter or the other darker.`,
  }))
