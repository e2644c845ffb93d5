/** Ticket codes: short, never twice, and nothing that could be mixed up or would offend. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeDigits, codeLetters, freshCode, likenessOf, widestCode } from '../../core/ticket-code.ts'
import { widthOf } from '../../core/typeset.ts'

/** As many codes as there are, with `active` of the newest still in use. */
function drawn(count: number, active: number, shares: readonly number[]): readonly string[] {
  const given: string[] = []
  for (let index = 0; index < count; index += 1) {
    const code = freshCode(new Set(given), given.slice(-active), shares[index % shares.length] ?? 0)
    if (code === undefined) break
    given.push(code)
  }
  return given
}

const anyShares = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
  minLength: 7,
  maxLength: 40,
})

test('a letter and two digits, out of signs that cannot be misread', () => {
  fc.assert(
    fc.property(anyShares, (shares) => {
      for (const code of drawn(40, 40, shares)) expect(code).toMatch(/^[ACDEFGHJKLMNPQRTUVWXYZ][234679]{2}$/)
    }),
  )
})

test('none is wider on a screen than the widest of those in use', () => {
  const measured = (code: string) => widthOf(code, 'text', 100)
  const longer = (codes: readonly string[]) => codes.flatMap((code) => codeDigits.map((digit) => code + digit))
  const short = longer(longer(codeLetters))
  for (const codes of [short, [...short, ...longer(short)]]) {
    expect(Math.max(...codes.map(measured))).toBeLessThanOrEqual(measured(widestCode(codes)))
  }
})

test('never twice, and those in use never alike', () => {
  fc.assert(
    fc.property(anyShares, fc.integer({ min: 1, max: 60 }), (shares, active) => {
      const codes = drawn(200, active, shares)
      expect(codes).toHaveLength(200)
      expect(new Set(codes).size).toBe(200)
      for (let at = active; at <= codes.length; at += 20) {
        const inUse = codes.slice(at - active, at)
        expect(new Set(inUse.map(likenessOf)).size).toBe(inUse.length)
      }
    }),
    { numRuns: 20 },
  )
})

test.each([
  ['K47', 'K74'],
  ['K47', 'A47'],
  ['K47', 'A74'],
  ['P34', 'T34'],
  ['D34', 'T34'],
  ['M66', 'N66'],
  ['K247', 'K742'],
])('%s and %s are alike', (one, other) => {
  expect(likenessOf(one)).toBe(likenessOf(other))
})

test.each([
  ['K47', 'K44'],
  ['K47', 'H47'],
  ['K47', 'K46'],
  ['K47', 'K477'],
])('%s and %s are not', (one, other) => {
  expect(likenessOf(one)).not.toBe(likenessOf(other))
})

const letters = [...'ACDEFGHJKLMNPQRTUVWXYZ']
const digits = [...'234679']
const shortCodes = letters.flatMap((letter) => digits.flatMap((one) => digits.map((two) => letter + one + two)))
const longCodes = shortCodes.flatMap((code) => digits.map((three) => code + three))
const shares = Array.from({ length: 1_000 }, (_, index) => index / 1_000)

test('a third digit comes in when four of five codes are used', () => {
  const used = (share: number) => new Set(shortCodes.slice(0, share * shortCodes.length))
  expect(freshCode(used(0.7), [], 0.5)).toMatch(/^[A-Z][234679]{2}$/)
  expect(freshCode(used(0.82), [], 0.5)).toMatch(/^[A-Z][234679]{3}$/)
})

test('every code may come up, but for those that offend', () => {
  const short = shares.map((share) => freshCode(new Set(), [], share))
  const long = shares.map((share) => freshCode(new Set(shortCodes), [], share))
  expect(new Set(short).size).toBe(shortCodes.filter((code) => !/69|666|^C4/.test(code)).length)
  for (const code of [...short, ...long]) expect(code).not.toMatch(/69|666|^C4/)
})

test('when there is none left, it says so', () => {
  expect(freshCode(new Set([...shortCodes, ...longCodes]), [], 0.5)).toBeUndefined()
})
