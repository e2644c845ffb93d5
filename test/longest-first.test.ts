/** The order of the test files. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { longest } from './support/longest-first.ts'
import { projectRoot } from './support/place.ts'

test('the files that come first are there, and are named once', () => {
  expect(longest.filter((file) => !existsSync(path.join(projectRoot, file)))).toEqual([])
  expect(new Set(longest).size).toBe(longest.length)
})
