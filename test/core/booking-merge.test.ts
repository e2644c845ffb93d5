/** The same book once more: what moved is moved, what is gone is cancelled, and nothing is there twice. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BookedRow } from '../../core/booking.ts'
import { type Booking, type Merge, mergeBook, mergeWords } from '../../core/booking-merge.ts'

const minuteMs = 60_000
const at = (hour: number, minute = 0) => Date.UTC(2026, 2, 3, hour, minute)
const row = (time: number, more: Partial<BookedRow> = {}): BookedRow => ({
  row: 1,
  at: time,
  service: 'laser',
  provider: 'p1',
  ...more,
})
const nobody = () => false
let ids = 0
const keep = (rows: readonly BookedRow[], source = 'table:a'): readonly Booking[] =>
  rows.map(({ row: _, isCancelled, ...one }) => {
    ids += 1
    return { ...one, id: `b${ids}`, source, state: isCancelled ? 'cancelled' : 'expected' }
  })
const merge = (kept: readonly Booking[], rows: readonly BookedRow[], hasCome: (id: string) => boolean = nobody) =>
  mergeBook(kept, { source: 'table:a', rows, isWhole: true }, hasCome)
/** What is kept afterwards. */
const applied = (kept: readonly Booking[], merged: Merge): readonly Booking[] => {
  const changes = [...merged.moved, ...merged.changed, ...merged.cancelled, ...merged.adopted]
  const after = new Map(changes.map((change) => [change.before.id, change.after]))
  return [...kept.map((one) => after.get(one.id) ?? one), ...keep(merged.added)]
}

test('the first time everything is new; the second time nothing is', () => {
  const rows = [row(at(9)), row(at(10)), row(at(10), { provider: 'p2' })]
  expect(mergeWords(merge([], rows))).toBe('3 new')
  expect(mergeWords(merge(keep(rows), rows))).toBe('3 as before')
})

test('by its number a booking is found wherever it has gone', () => {
  const [kept] = [keep([row(at(9), { key: '17' }), row(at(10), { key: '18' })])]
  const merged = merge(kept, [row(at(15), { key: '17', service: 'peel', provider: 'p2' }), row(at(10), { key: '18' })])
  expect(merged.moved).toMatchObject([{ before: { id: kept[0]?.id }, after: { at: at(15), service: 'peel' } }])
  expect(mergeWords(merged)).toBe('1 moved, 1 as before')
})

test('two with numbers of their own are two, at the same time for the same', () => {
  const rows = [row(at(9), { key: '17' }), row(at(9), { key: '18' })]
  expect(mergeWords(merge(keep([row(at(9), { key: '17' })]), rows))).toBe('1 new, 1 as before')
})

test('without a number, the only one that can have moved has moved', () => {
  const kept = keep([row(at(9)), row(at(10), { service: 'peel' })])
  const merged = merge(kept, [row(at(9)), row(at(11, 30), { service: 'peel' })])
  expect(merged.moved).toMatchObject([{ before: { id: kept[1]?.id }, after: { at: at(11, 30) } }])
})

test('where it could be either of two, nothing is guessed', () => {
  const merged = merge(keep([row(at(9)), row(at(10))]), [row(at(11)), row(at(12))])
  expect(mergeWords(merged)).toBe('2 new, 2 cancelled')
})

test('what its book no longer has is cancelled; of providers it does not speak of, everything stays', () => {
  const kept = keep([row(at(9)), row(at(10)), row(at(9), { provider: 'p2' })])
  const merged = merge(kept, [row(at(9))])
  expect(merged.cancelled.map(({ before }) => before.id)).toEqual([kept[1]?.id])
  expect(merged.staying).toBe(1)
})

test('while some lines are not understood, nothing that seems to be missing is cancelled', () => {
  const book = { source: 'table:a', rows: [row(at(9))], isWhole: true, hasGaps: true }
  const merged = mergeBook(keep([row(at(9)), row(at(10))]), book, nobody)
  expect([merged.cancelled, merged.staying]).toEqual([[], 1])
})

test('another book cancels nothing of this one', () => {
  const merged = mergeBook(keep([row(at(9))]), { source: 'calendar:x', rows: [row(at(10))], isWhole: true }, nobody)
  expect(mergeWords(merged)).toBe('1 new')
})

test('typed lines only add, and what is in the book already is there already', () => {
  const kept = keep([row(at(9)), row(at(10), { minutes: 20 })])
  const merged = mergeBook(kept, { source: 'typed', rows: [row(at(10)), row(at(11))], isWhole: false }, nobody)
  expect(mergeWords(merged)).toBe('1 new, 1 as before')
})

test('what was typed before is taken over by the book that has it', () => {
  const kept = keep([row(at(9))], 'typed')
  const merged = merge(kept, [row(at(9), { key: '17', minutes: 20 })])
  expect([mergeWords(merged), merged.adopted[0]?.after]).toMatchObject([
    '1 as before',
    { id: kept[0]?.id, key: '17', source: 'table:a', minutes: 20 },
  ])
})

describe('whoever has come', () => {
  test('is not cancelled, neither by being left out nor by being crossed out', () => {
    const kept = keep([row(at(9), { key: '17' }), row(at(10), { key: '18' })])
    const hasCome = () => true
    expect(merge(kept, [row(at(9), { key: '17', isCancelled: true })], hasCome).cancelled).toEqual([])
  })
})

test('a cancelled one that is in the book again is expected again', () => {
  const kept = keep([row(at(9), { key: '17', isCancelled: true })])
  expect(mergeWords(merge(kept, [row(at(9), { key: '17' })]))).toBe('1 changed')
  expect(mergeWords(merge(kept, [row(at(9), { key: '17', isCancelled: true })]))).toBe('nothing new')
  expect(mergeWords(merge([], [row(at(9), { isCancelled: true })]))).toBe('nothing new')
})

test('who did not come at nine and is now booked for three may still come', () => {
  const kept = keep([row(at(9), { key: '17' })]).map((one) => ({ ...one, state: 'no-show' as const }))
  expect(merge(kept, [row(at(9), { key: '17' })]).same).toBe(1)
  expect(merge(kept, [row(at(15), { key: '17' })]).moved[0]?.after.state).toBe('expected')
})

const anyRow = fc.record({
  slot: fc.nat(8),
  provider: fc.constantFrom('p1', 'p2', undefined),
  service: fc.constantFrom('laser', 'peel', undefined),
  key: fc.option(fc.constantFrom('1', '2', '3', '4', '5'), { nil: undefined }),
})
const anyBook = fc
  .uniqueArray(anyRow, { maxLength: 8, selector: ({ key, ...rest }) => key ?? JSON.stringify(rest) })
  .map((rows) =>
    rows.map(({ slot, provider, service, key }, index) => ({
      row: index + 1,
      at: at(9) + slot * 30 * minuteMs,
      ...(provider === undefined ? {} : { provider }),
      ...(service === undefined ? {} : { service }),
      ...(key === undefined ? {} : { key }),
    })),
  )

test('whatever came before, importing a book again changes nothing, and there are as many as it has', () => {
  fc.assert(
    fc.property(anyBook, anyBook, (first, second) => {
      const before = applied([], merge([], first))
      const after = applied(before, merge(before, second))
      const again = merge(after, second)
      expect([again.added, again.moved, again.changed, again.cancelled]).toEqual([[], [], [], []])
      const covered = new Set<string | undefined>(second.map(({ provider }) => provider))
      const live = after.filter(({ state, provider }) => state === 'expected' && covered.has(provider))
      expect(live.length).toBe(second.length)
    }),
  )
})
