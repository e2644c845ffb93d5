/** What is left in the middle on the TV, and what plays to its end. */
import { expect, test } from 'vitest'
import type { ProgrammeItem } from '../../core/programme.ts'
import { allowedBy, isLeft } from '../../renderer/tv/left.ts'
import { item, monday } from '../support/items.ts'

const at = (seconds: number) => monday + seconds * 1_000
const isoAt = (seconds: number) => new Date(at(seconds)).toISOString()
const entry = (name: string, seconds: number) => ({ item: item(name, 60), startMs: at(seconds) })
const programme = (names: readonly string[], cutAt?: string) => ({
  ...(cutAt === undefined ? {} : { cutAt }),
  items: Object.fromEntries(names.map((name): [string, ProgrammeItem] => [name, item(name, 60)])),
})

test('what is withdrawn in the very moment in which it begins is left, though nothing was cut for the hub', () => {
  // For the hub, "a" was on until 60 s; the screen had begun "b" when the news came.
  const told = allowedBy(programme(['a', 'c']), at(60.1))
  expect(isLeft(entry('b', 60), told, at(60.2))).toBe(true)
  // It came while the screen was on its way from one to the other.
  expect(isLeft(entry('b', 60), allowedBy(programme(['a', 'c']), at(59.9)), at(60.2))).toBe(true)
  // What takes its place stays.
  expect(isLeft(entry('c', 60), told, at(60.3))).toBe(false)
})

test('what has been on for a while plays to its end, also when it is in no programme any more', () => {
  expect(isLeft(entry('b', 0), allowedBy(programme(['a']), at(30)), at(30.1))).toBe(false)
})

test('what began before a cut is left; what begins in that moment is left when it may not be seen', () => {
  const told = allowedBy(programme(['a', 'b'], isoAt(30)), at(30))
  expect(isLeft(entry('a', 0), told, at(31))).toBe(true)
  expect(isLeft(entry('b', 30), told, at(31))).toBe(false)
  expect(isLeft(entry('gone', 31), told, at(32))).toBe(true)
})
