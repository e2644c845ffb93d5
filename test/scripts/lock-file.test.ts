/** package-lock.json serves every kind of machine. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../support/place.ts'

interface Entry {
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const lock: unknown = JSON.parse(readFileSync(path.join(projectRoot, 'package-lock.json'), 'utf8'))
const { packages } = lock as { packages: Readonly<Record<string, Entry>> }

// npm leaves out what its registry did not have on the day, and then `npm ci` refuses the file everywhere.
test('it has an entry for every package that only another kind of machine needs', () => {
  const missing = Object.entries(packages).flatMap(([at, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !places(at, name).some((place) => packages[place])),
  )
  expect(missing, 'run: node scripts/complete-lock-file.mjs').toEqual([])
})

/** Where Node would look for a package from another one, nearest first. */
function places(from: string, name: string): string[] {
  const nested = from
    .split('node_modules/')
    .slice(1)
    .map((_, index, parts) => parts.slice(0, index + 1))
  const folders = nested.map((parts) => `node_modules/${parts.join('node_modules/')}`)
  return [...folders.toReversed().map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`]
}
