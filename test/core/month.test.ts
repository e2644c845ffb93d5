/** Months by name, and the table of one. */
import { expect, test } from 'vitest'
import { daysOfMonth, monthsBack } from '../../core/month.ts'
import { monthCsv } from '../../core/month-csv.ts'

test('a month ends where the next one begins, also in December and in a leap year', () => {
  expect(daysOfMonth('2026-11')).toEqual({ from: '2026-11-01', to: '2026-12-01' })
  expect(daysOfMonth('2026-12')).toEqual({ from: '2026-12-01', to: '2027-01-01' })
  expect(daysOfMonth('2028-02')).toEqual({ from: '2028-02-01', to: '2028-03-01' })
})

test('months go back from this one to the first of which something is known, and never without end', () => {
  expect(monthsBack('2026-02', '2025-11')).toEqual(['2026-02', '2026-01', '2025-12', '2025-11'])
  expect(monthsBack('2026-02', '2027-01')).toEqual(['2026-02'])
  expect(monthsBack('2026-02', '1970-01')).toHaveLength(60)
})

test('a title that begins like a formula is text in the table, and names with commas stay one cell', () => {
  const sums = { plays: 2, whole: 1, cut: 1, failed: 0, presentedMs: 12_400, waiting: { plays: 2, people: 5 } }
  const table = monthCsv({
    ...{ month: '2026-11', at: '2026-11-30T10:00:00Z', demo: false, isOpen: true, months: ['2026-11'] },
    plays: {
      ...{ from: '2026-11-01', to: '2026-12-01', total: sums, days: [], screens: [] },
      items: [{ asset: 'a1', title: '=HYPERLINK("x"), now', kind: 'video', ...sums }],
    },
    asked: [{ about: 'service', id: 'laser', name: 'Laser, legs', times: 3 }],
    feedback: { from: '', to: '', answers: 1, ratings: [0, 0, 0, 0, 1], about: {} },
  })
  const lines = table.split('\r\n')
  expect(lines[1]).toBe('file,"\'=HYPERLINK(""x""), now",2,1,1,0,12,2.5,')
  expect(lines[2]).toBe('asked about,"Laser, legs",,,,,,,3')
  expect(lines[7]).toBe('rating,5,,,,,,,1')
})
