/** Instants as the hub writes them, read and written without a calendar of the platform's. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isoOfMs, msOfInstant } from '../../core/instant.ts'

test('every instant of four centuries is what the platform says it is', () => {
  const anyDate = fc.date({
    min: new Date('1900-01-01T00:00:00Z'),
    max: new Date('2300-01-01T00:00:00Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(anyDate, (date) => {
      expect(msOfInstant(date.toISOString())).toBe(date.getTime())
      expect(isoOfMs(date.getTime())).toBe(date.toISOString())
      expect(msOfInstant(date.toISOString().replace(/\.\d{3}/, ''))).toBe(Math.floor(date.getTime() / 1_000) * 1_000)
    }),
    { numRuns: 2_000 },
  )
})

test('anything else did not come from the hub', () => {
  for (const text of ['2026-11-21', '2026-11-21T08:00:00+01:00', 'soon', '']) {
    expect(() => msOfInstant(text)).toThrow(RangeError)
  }
})
