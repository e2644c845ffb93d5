/** A list that is kept up to date piece by piece is at any moment the list that one would make anew. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareNames } from '../../core/asset.ts'
import { KeptList } from '../../hub/kept-list.ts'

test('whatever comes, changes and goes, alone or by the hundred, it is in order and up to date', () => {
  const anyName = fc.stringMatching(/^[aA]?\d{1,3}$/)
  const anyStep = fc.array(fc.tuple(anyName, fc.option(fc.nat())), { maxLength: 250 })
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 6 }), (steps) => {
      const files = new Map<string, number>()
      const list = new KeptList((path) => {
        const size = files.get(path)
        return size === undefined ? undefined : { path, size }
      }, compareNames)
      for (const step of steps) {
        for (const [path, size] of step) {
          if (size === null) files.delete(path)
          else files.set(path, size)
          list.changed(path)
        }
        const anew = [...files].map(([path, size]) => ({ path, size })).sort((a, b) => compareNames(a.path, b.path))
        expect(list.all()).toEqual(anew)
      }
    }),
  )
})

test('what has not changed is not described again, and the list itself stays the same', () => {
  const described: string[] = []
  const list = new KeptList((path) => ({ path: described[described.push(path) - 1] }), compareNames)
  for (const path of ['b', 'a', 'c']) list.changed(path)
  const before = list.all()
  expect(list.all()).toBe(before)
  described.length = 0
  list.changed('b')
  expect(list.all()).not.toBe(before)
  expect(described).toEqual(['b'])
  expect(list.all()[0]).toBe(before[0])
})
