/** Some things more often than others, and another order every day: what a round is made of. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shuffled } from '../../core/shuffle.ts'
import { spreadEvenly, type Weighted } from '../../core/weights.ts'
import { item } from '../support/items.ts'

const weighted = (...weights: readonly number[]): readonly Weighted<string>[] =>
  weights.map((weight, at) => ({ value: 'abcdefghij'[at] ?? '', weight }))
const round = (...weights: readonly number[]) => spreadEvenly(weighted(...weights), 1_000).join('')

describe('weights', () => {
  test('what has none plays in the order written', () => {
    expect(round(1, 1, 1, 1)).toBe('abcd')
  })

  test('three times a round is not three times in a row', () => {
    expect(round(3, 1, 1, 1)).toBe('abacad')
    expect(round(2, 2)).toBe('abab')
    expect(round(1, 1, 1, 3)).toMatch(/^[^d]*d[^d]+d[^d]*d[^d]*$/)
  })

  test('of the first places of a round each has its share, to within one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 10 }), (weights) => {
        const whole = weights.reduce((sum, weight) => sum + weight, 0)
        const all = [...round(...weights)]
        expect(all).toHaveLength(whole)
        for (let places = 1; places <= whole; places += 1) {
          for (const { value, weight } of weighted(...weights)) {
            const times = all.slice(0, places).filter((each) => each === value).length
            expect(Math.abs(times - (places * weight) / whole)).toBeLessThan(1)
          }
        }
      }),
    )
  })

  test('of a round without measure only the beginning is made', () => {
    expect(spreadEvenly(weighted(10, 10), 7).join('')).toBe('abababa')
  })
})

describe('shuffled every day', () => {
  const album = Array.from({ length: 12 }, (_, at) => item(`photo-${at}`, 10))
  const order = (items: typeof album, day: string) => shuffled(items, `album ${day}`).map(({ id }) => id)

  test('the same order on every screen, another one tomorrow, and every photo once', () => {
    const today = order(album, '2026-03-02')
    expect(order([...album], '2026-03-02')).toEqual(today)
    expect(order(album, '2026-03-03')).not.toEqual(today)
    expect(today.toSorted()).toEqual(album.map(({ id }) => id).toSorted())
  })

  test('a photo that is added moves none of the others', () => {
    const before = order(album, '2026-03-02')
    const after = order([...album, item('new', 10)], '2026-03-02')
    expect(after.filter((id) => id !== 'new')).toEqual(before)
  })

  test('pages of a document stay together', () => {
    const pages = ['p1', 'p2', 'p3'].map((name) => ({ ...item(name, 10), assetId: 'document' }))
    expect(order([...album, ...pages], '2026-03-02').join()).toContain('p1,p2,p3')
  })

  test('never the same thing twice running, also from the end to the beginning, where that can be avoided', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 4 }), { minLength: 2, maxLength: 14 }), fc.string(), (assets, seed) => {
        const items = assets.map((asset, at) => ({ ...item(`i${at}`, 5), assetId: `a${asset}`, file: `f${asset}` }))
        const most = Math.max(...assets.map((asset) => assets.filter((other) => other === asset).length))
        fc.pre(most <= assets.length / 2)
        const mixed = shuffled(items, seed)
        for (const [at, one] of mixed.entries()) expect(mixed[(at + 1) % mixed.length]?.assetId).not.toBe(one.assetId)
      }),
      { numRuns: 1_000 },
    )
  })
})
