/** `anteroom doctor`: what this computer has and lacks, for people and for programs. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anteroom } from '../support/command.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { makePlace } from '../support/place.ts'
import { drop } from '../support/samples.ts'

interface Findings {
  readonly version: string
  readonly findings: readonly {
    readonly what: string
    readonly state: string
    readonly found: string
    readonly remedy?: string
  }[]
}

const place = makePlace()
const where = ['--content', place.content, '--playlists', place.playlists, '--data', place.data]
let hub: RunningHub | undefined

const examine = async (environment: NodeJS.ProcessEnv = {}, args: readonly string[] = where) => {
  const { code, out } = await anteroom(['doctor', '--json', ...args], { environment })
  const { version, findings } = JSON.parse(out) as Findings
  const about = (what: string) => findings.find((finding) => finding.what === what)
  return { code, version, findings, about }
}

beforeAll(() => {
  drop(place.playlists, 'default.yaml', 'items: nonsense\n')
})

afterAll(async () => {
  await hub?.stop()
  place.remove()
})

test('a computer that has everything is well', async () => {
  const { code, version, findings, about } = await examine()
  expect(version).toMatch(/^\d+\.\d+\.\d+$/)
  expect(about('Node (hub)')).toMatchObject({ state: 'ok', found: process.version })
  expect(about('ffmpeg')).toMatchObject({ state: 'ok', found: expect.stringMatching(/^ffmpeg version/) })
  expect(about('content folder')).toMatchObject({ state: 'ok', found: place.content })
  expect(about('hub')).toMatchObject({ state: 'note', found: 'not running' })
  expect(findings.filter(({ state }) => state === 'missing')).toEqual([])
  expect(code).toBe(0)
})

test('what is missing is named with the command that brings it, and it ends with 3', async () => {
  const { code, about } = await examine({ PATH: '' })
  expect(about('ffmpeg')).toMatchObject({ state: 'missing', remedy: 'sudo apt-get install ffmpeg' })
  expect(about('documents (PDF)')).toMatchObject({ state: 'note', remedy: 'sudo apt-get install poppler-utils' })
  expect(about('pictures (HEIC)')).toMatchObject({ state: 'note', remedy: 'sudo apt-get install libheif-examples' })
  expect(code).toBe(3)
})

test('a folder that is not there is missing; the environment may name it too', async () => {
  const nowhere = path.join(place.folder, 'nowhere')
  const { code, about } = await examine({ ANTEROOM_CONTENT: nowhere }, ['--data', place.data])
  expect(about('content folder')).toMatchObject({ state: 'missing', found: expect.stringContaining(nowhere) })
  expect(code).toBe(3)
})

test('whatever lacks something says what to do about it', async () => {
  const { findings } = await examine({ PATH: '', ANTEROOM_BROWSER: '' })
  for (const { state, remedy, found } of findings) {
    if (state === 'missing') expect(remedy).toMatch(/\S/)
    expect(found).toMatch(/\S/)
  }
})

test('a running hub is found, and its first worry is passed on', async () => {
  hub = await startHub(place.args)
  const { code, about } = await examine()
  expect(about('hub')).toMatchObject({ state: 'note', found: `running at ${hub.url}, degraded` })
  expect(about('hub')?.remedy).toMatch(/left out until this is mended/)
  expect(code).toBe(0)
})

test('word of a hub that is gone does not mislead it', async () => {
  await hub?.stop()
  writeFileSync(path.join(place.data, 'hub.json'), '{"url":"http://127.0.0.1:1","pid":1}')
  expect((await examine()).about('hub')).toMatchObject({ state: 'note', found: 'not running' })
})

test('in words it is a list with a mark in front of each line', async () => {
  const { out } = await anteroom(['doctor', ...where])
  expect(out).toMatch(/^Anteroom \d+\.\d+\.\d+\n(ok|note|MISSING) /)
  for (const line of out.trimEnd().split('\n').slice(1)) expect(line).toMatch(/^(ok {6}|note {4}|MISSING| {28}→ )/)
})

test('an option it does not know ends with 2', async () => {
  const { code, err } = await anteroom(['doctor', '--fix'])
  expect(err).toMatch(/^Option --fix is not known/)
  expect(code).toBe(2)
})
