/** The archives that the trial runtime comes in. */
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { extractFromTarball, extractFromZip, listZip } from '../../scripts/setup/archive.mjs'
import { packAsar } from '../../scripts/setup/asar.mjs'
import { npmPackage, zipOf } from '../support/archive.ts'
import { makePlace } from '../support/place.ts'
import { sha512Of } from '../support/registry.ts'

const { folder, remove } = makePlace()
afterAll(remove)
const inFolder = (name: string) => path.join(folder, name)
const large = Buffer.alloc(300_000, 'the same thing again, ')

test('a zip gives back every file as it was, with its right to be run', async () => {
  writeFileSync(inFolder('good.zip'), zipOf({ 'app/': '', 'app/empty': '', 'app/large': large }))
  const entries = await listZip(inFolder('good.zip'))
  expect(entries.map(({ name }: { name: string }) => name)).toEqual(['app/', 'app/empty', 'app/large'])
  await extractFromZip(inFolder('good.zip'), entries[1], inFolder('empty'))
  await extractFromZip(inFolder('good.zip'), entries[2], inFolder('large'))
  expect(readFileSync(inFolder('empty'))).toHaveLength(0)
  expect(readFileSync(inFolder('large')).equals(large)).toBe(true)
  expect(statSync(inFolder('large')).mode & 0o777).toBe(0o755)
})

test('a zip that is cut short is refused', async () => {
  writeFileSync(inFolder('short.zip'), zipOf({ large }).subarray(0, -30))
  await expect(listZip(inFolder('short.zip'))).rejects.toThrow(/not a zip file, or is cut short/)
})

test('an entry that comes out with another size is refused', async () => {
  writeFileSync(inFolder('size.zip'), zipOf({ large }))
  const [entry] = await listZip(inFolder('size.zip'))
  const claimed = { ...entry, bytes: entry.bytes + 1 }
  await expect(extractFromZip(inFolder('size.zip'), claimed, inFolder('size'))).rejects.toThrow(/300000 of its 300001/)
})

test('one file is taken out of a package, and the package is hashed on the way', async () => {
  const tarball = npmPackage(folder, 'pack', { 'package.json': '{}', 'large.bin': large, 'other.bin': 'other' })
  const sha512 = await extractFromTarball(tarball, 'package/large.bin', inFolder('large.bin'))
  expect(readFileSync(inFolder('large.bin')).equals(large)).toBe(true)
  expect(sha512).toBe(sha512Of(tarball))
  await expect(extractFromTarball(tarball, 'package/none', inFolder('none'))).rejects.toThrow(
    /has no file package\/none/,
  )
})

test('an asar made here is read by the library that Electron uses', async () => {
  const contents = { 'package.json': '{ "name": "tiny" }', 'main.js': 'export {}' }
  writeFileSync(
    inFolder('a.asar'),
    packAsar(Object.fromEntries(Object.entries(contents).map(([k, v]) => [k, Buffer.from(v)]))),
  )
  const { extractAll, uncache } = await import('@electron/asar')
  extractAll(inFolder('a.asar'), inFolder('asar'))
  uncache(inFolder('a.asar'))
  for (const [name, content] of Object.entries(contents)) {
    expect(readFileSync(path.join(inFolder('asar'), name), 'utf8')).toBe(content)
  }
  rmSync(inFolder('a.asar'))
})
