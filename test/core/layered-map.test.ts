/** A map in layers is the map that a copy of everything would be, and the ones before it stay what they were. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LayeredMap } from '../../core/layered-map.ts'

type Entry = readonly [string, number]

/** Few keys, so that they come again; steps enough for several layers. */
const entry = fc.tuple(fc.integer({ min: 0, max: 90 }).map(String), fc.nat())
const steps = fc.array(fc.record({ changes: fc.array(entry, { maxLength: 4 }), isRead: fc.boolean() }), {
  maxLength: 120,
})

const copied = (before: ReadonlyMap<string, number>, changes: readonly Entry[]) => new Map([...before, ...changes])

test('it has the same entries, in the same order, as a copy of everything; those before it have theirs', () => {
  fc.assert(
    fc.property(fc.array(entry), steps, (first, all) => {
      const seen: { map: ReadonlyMap<string, number>; copy: ReadonlyMap<string, number> }[] = []
      let map: ReadonlyMap<string, number> = new Map(first)
      let copy: ReadonlyMap<string, number> = new Map(first)
      for (const { changes, isRead } of all) {
        map = LayeredMap.with(map, changes)
        copy = copied(copy, changes)
        // Whoever looks through all of them makes layers into one.
        if (isRead) expect([...map]).toEqual([...copy])
        seen.push({ map, copy })
      }
      for (const one of seen) {
        expect(one.map.size).toBe(one.copy.size)
        for (let key = 0; key <= 91; key += 1) {
          expect(one.map.get(String(key))).toBe(one.copy.get(String(key)))
          expect(one.map.has(String(key))).toBe(one.copy.has(String(key)))
        }
        expect([...one.map.entries()]).toEqual([...one.copy.entries()])
        expect([...one.map.keys()]).toEqual([...one.copy.keys()])
        expect([...one.map.values()]).toEqual([...one.copy.values()])
        const each: Entry[] = []
        one.map.forEach((value, key) => void each.push([key, value]))
        expect(each).toEqual([...one.copy])
      }
    }),
    { numRuns: 60 },
  )
})
