/** A clinic's name and colours, and what pages and films make of them. */

export interface Brand {
  readonly name: string
  readonly tagline?: string | undefined
  /** `#rrggbb`. */
  readonly colors: {
    readonly ground: string
    readonly surface: string
    readonly text: string
    readonly muted: string
    readonly accent: string
  }
  /** A PNG as a data URI; absent for a clinic without one. */
  readonly logo?: string | undefined
}

/** What is shown until a clinic has given its own: names nobody, and looks intended. */
export const defaultBrand: Brand = {
  name: 'Welcome',
  tagline: 'Please take a seat. We will call you when it is your turn.',
  colors: { ground: '#10272e', surface: '#1b3a42', text: '#f5efe4', muted: '#a9c1c1', accent: '#f2b98c' },
}

/** CSS custom properties of a brand, for `style` on whatever shows it. */
export function themeVariables({ colors }: Brand): Readonly<Record<`--${keyof Brand['colors']}`, string>> {
  return {
    '--ground': colors.ground,
    '--surface': colors.surface,
    '--text': colors.text,
    '--muted': colors.muted,
    '--accent': colors.accent,
  }
}
