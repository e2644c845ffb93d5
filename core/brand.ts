/** Reads the clinic's name and colours from `content/brand.yaml`: one brand for the TV, the pages and the films. */
import { z } from 'zod'
import { longestName, longestTagline } from './brand-limits.ts'
import { contrastRatio } from './contrast.ts'
import type { Brand } from './theme.ts'
import { onlyWritable } from './writable.ts'
import { parseYamlAs, type YamlProblem } from './yaml-document.ts'

const color = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, 'Write a colour as # and six digits or letters a to f in quotes, like "#10272e".')

const colorsSchema = z
  .strictObject({
    ground: color.describe('what everything stands on'),
    surface: color.describe('panels on the ground'),
    text: color.describe('text on ground and surface'),
    muted: color.describe('text that steps back: taglines, notes'),
    accent: color.describe('the one colour that draws the eye; never used for text'),
  })
  .readonly()
  .superRefine((colors, context) => {
    for (const { key, on, measured, least } of weakContrasts(colors)) {
      const message = `"${key}" on "${on}" has a contrast of ${measured} to 1. People far away need ${least} to 1: make one lighter or the other darker.`
      context.addIssue({ code: 'custom', path: [key], message })
    }
  })

export interface WeakContrast {
  readonly key: 'text' | 'muted'
  readonly on: 'ground' | 'surface'
  /** To 1, as it is told: `5.8`. */
  readonly measured: string
  readonly least: number
}

/** What cannot be read from the last seat. @param colors as # and six digits or letters */
export function weakContrasts(colors: Brand['colors']): readonly WeakContrast[] {
  const wanted = [
    { key: 'text', on: 'ground', least: 7 },
    { key: 'text', on: 'surface', least: 7 },
    { key: 'muted', on: 'ground', least: 4.5 },
  ] as const
  return wanted.flatMap((each) => {
    const ratio = contrastRatio(colors[each.key], colors[each.on])
    // Cut, not rounded: 6.96 must not be refused as "7.0".
    return ratio >= each.least ? [] : [{ ...each, measured: (Math.floor(ratio * 10) / 10).toFixed(1) }]
  })
}

const brandShape = z.strictObject({
  name: z.string().trim().min(1).max(longestName).superRefine(onlyWritable).describe('the clinic, as on its door'),
  tagline: z
    .string()
    .trim()
    .min(1)
    .max(longestTagline)
    .superRefine(onlyWritable)
    .optional()
    .describe('one line under the name'),
  colors: colorsSchema,
})

/** The schema of `content/brand.yaml`. */
const brandFileSchema = brandShape.readonly()

/** It travels with everything that shows it. */
export const largestLogoBytes = 40_000
const base64 = /^[A-Za-z0-9+/]+={0,2}$/
const logoPrefix = 'data:image/png;base64,'

/** @param bytes of a PNG, as base64 */
export const logoOf = (bytes: string): string => `${logoPrefix}${bytes}`

/** The bytes of a logo, as base64. */
export const logoBytesOf = (logo: string): string => logo.slice(logoPrefix.length)

const logo = z
  .string()
  .max(logoPrefix.length + Math.ceil(largestLogoBytes / 3) * 4, `At most ${largestLogoBytes / 1_000} KB.`)
  .refine((uri) => uri.startsWith(`${logoPrefix}iVBORw0KGgo`) && base64.test(logoBytesOf(uri)), 'A PNG is expected.')

/** A brand as it travels: what the file says, and the logo beside it. */
export const brandSchema = brandShape.extend({ logo: logo.optional() }).readonly()

/** What every film is given. */
export const filmSchema = z.strictObject({ brand: brandSchema })
export type FilmProps = z.output<typeof filmSchema>

export type BrandResult =
  | { readonly ok: true; readonly brand: Brand }
  | { readonly ok: false; readonly problems: readonly YamlProblem[] }

/** The brand in the text of a `brand.yaml`, or every problem with its line. */
export function parseBrand(text: string): BrandResult {
  const result = parseYamlAs(text, brandFileSchema)
  return result.ok ? { ok: true, brand: result.value } : result
}
