/** What a clinic may write into its brand file, and what it is told when that cannot be shown. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type BrandResult, parseBrand } from '../../core/brand.ts'
import { contrastRatio } from '../../core/contrast.ts'
import { defaultBrand, themeVariables } from '../../core/theme.ts'
import { problemText } from '../../core/yaml-document.ts'

const colors = [
  'colors:',
  '  ground: "#10272e"',
  '  surface: "#1b3a42"',
  '  text: "#f5efe4"',
  '  muted: "#a9c1c1"',
  '  accent: "#f2b98c"',
]
const written = (lines: readonly string[]): BrandResult => parseBrand(lines.join('\n'))
const told = (lines: readonly string[]): readonly string[] => {
  const result = written(lines)
  return result.ok ? [] : result.problems.map(problemText)
}
const withColor = (key: string, value: string): readonly string[] => [
  'name: Larkmere',
  ...colors.map((line) => (line.startsWith(`  ${key}:`) ? `  ${key}: ${value}` : line)),
]

test('the brand file that is shipped is good', () => {
  const result = parseBrand(readFileSync(new URL('../../content/brand.yaml', import.meta.url), 'utf8'))
  expect(result).toMatchObject({ ok: true, brand: { name: 'Larkmere Clinic' } })
})

test('the default brand obeys the rules it sets for others', () => {
  expect(parseBrand(JSON.stringify(defaultBrand))).toEqual({ ok: true, brand: defaultBrand })
})

test('a name in any script of the clinics’ languages is good, and one that the TV cannot write is refused', () => {
  expect(written(['name: 云雀诊所', 'tagline: عيادة القبّرة', ...colors])).toMatchObject({ ok: true })
  expect(told(['name: Larkmere 🌸', ...colors])[0]).toContain('The TV cannot write "🌸"')
})

test('the tagline may be left out', () => {
  expect(written(['name: Larkmere', ...colors])).toMatchObject({ ok: true, brand: { name: 'Larkmere' } })
})

test('a misspelt name is one problem, with the right one', () => {
  expect(
    told(['name: Larkmere', 'tagline: Hello', '', ...colors.map((line) => line.replace('colors', 'colour'))]),
  ).toEqual(['Line 4: "colour" is not known here. Did you mean "colors"?'])
})

test('a colour without quotes is explained, because YAML reads it as a comment', () => {
  expect(told(withColor('ground', '#10272e'))).toEqual([
    'Line 3: A value that begins with # needs quotes around it: "#10272e".',
  ])
})

test('a colour must have six digits', () => {
  expect(told(withColor('accent', 'peach'))).toEqual([
    'Line 7: Write a colour as # and six digits or letters a to f in quotes, like "#10272e".',
  ])
  expect(told(withColor('accent', '"#fff"'))).toHaveLength(1)
})

test('text that cannot be read from the last seat is refused with what was measured', () => {
  const told5 = told(withColor('text', '"#8fa3a3"'))
  expect(told5).toHaveLength(2)
  expect(told5[0]).toBe(
    'Line 5: "text" on "ground" has a contrast of 5.8 to 1. People far away need 7 to 1: make one lighter or the other darker.',
  )
  expect(told(withColor('muted', '"#5f7a7a"'))[0]).toMatch(/^Line 6: "muted" on "ground" has a contrast of 3\.\d to 1/)
})

test('a name or tagline too long for the wall is counted', () => {
  expect(told([`name: ${'n'.repeat(73)}`, `tagline: ${'t'.repeat(91)}`, ...colors])).toEqual([
    'Line 1: "name" has 73 characters. At most 72 fit.',
    'Line 2: "tagline" has 91 characters. At most 90 fit.',
  ])
  expect(told(['name: "  "', ...colors])).toEqual(['Line 1: "name" is empty.'])
})

test('contrast is measured as accessibility law measures it', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrastRatio('#ffffff', '#767676')).toBeCloseTo(4.54, 2)
  expect(contrastRatio('#123456', '#123456')).toBe(1)
})

test('pages and films get the same five variables', () => {
  expect(themeVariables(defaultBrand)).toEqual({
    '--ground': '#10272e',
    '--surface': '#1b3a42',
    '--text': '#f5efe4',
    '--muted': '#a9c1c1',
    '--accent': '#f2b98c',
  })
})
