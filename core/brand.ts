/** Reads the clinic's name and colours from `content/brand.yaml`: one brand for the TV, the pages and the films. */
import { z } from 'zod'
import { contrastRatio } from './contrast.ts'
import type { Brand } from './theme.ts'
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
  .superRefine(({ ground, surface, text, muted }, context) => {
    requireContrast(context, 'text', text, 'ground', ground, 7)
    requireContrast(context, 'text', text, 'surface', surface, 7)
    requireContrast(context, 'muted', muted, 'ground', ground, 4.5)
  })

/** The schema of `content/brand.yaml`. */
export const brandSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(40).describe('the clinic, as on its door'),
    tagline: z.string().trim().min(1).max(90).optional().describe('one line under the name'),
    colors: colorsSchema,
  })
  .readonly()

/** What every film is given. */
export const filmSchema = z.strictObject({ brand: brandSchema })
export type FilmProps = z.output<typeof filmSchema>

export type BrandResult =
  | { readonly ok: true; readonly brand: Brand }
  | { readonly ok: false; readonly problems: readonly YamlProblem[] }

/** The brand in the text of a `brand.yaml`, or every problem with its line. */
export function parseBrand(text: string): BrandResult {
  const result = parseYamlAs(text, brandSchema)
  return result.ok ? { ok: true, brand: result.value } : result
}

function requireContrast(
  context: z.core.$RefinementCtx,
  key: 'text' | 'muted',
  value: string,
  groundKey: 'ground' | 'surface',
  ground: string,
  least: number,
): void {
  const ratio = contrastRatio(value, ground)
  if (ratio >= least) return
  // Cut, not rounded: 6.96 must not be refused as "7.0".
  const measured = (Math.floor(ratio * 10) / 10).toFixed(1)
  context.addIssue({
    code: 'custom',
    path: [key],
    message: `"${key}" on "${groundKey}" has a contrast of ${measured} to 1. People far away need ${least} to 1: make one lighter or the other darker.`,
  })
}
