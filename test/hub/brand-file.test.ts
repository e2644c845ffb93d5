/** The clinic's look comes from a file in the shared folder: a good one is on the TV, a bad one changes nothing. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { defaultBrand } from '../../core/theme.ts'
import { eventually } from '../support/eventually.ts'
import type { RunningHub } from '../support/hub.ts'
import { type OpenHub, openHubForAll } from '../support/open-hub.ts'
import { type Place, projectRoot } from '../support/place.ts'
import { drop } from '../support/samples.ts'

let place: Place
const shipped = readFileSync(path.join(projectRoot, 'content/brand.yaml'), 'utf8')
const named = (name: string) => shipped.replace(/^name:.*$/m, `name: ${name}`)
const unreadable = named('Bad Look').replace(/^( *text:).*$/m, '$1 "#445566"')
let hub: RunningHub
let startAgain: OpenHub['startAgain']

const write = (text: string) => drop(place.content, 'brand.yaml', text)
const untilNamed = (name: string) =>
  eventually(
    async () => (await hub.programme()).brand.name,
    (shown) => shown === name,
  )
const told = async () => (await hub.health()).problems.filter(({ about }) => about === 'brand.yaml')

openHubForAll([], (opened) => {
  ;({ hub, place, startAgain } = opened)
})

test('without a file there is a look that names nobody, and nothing is wrong', async () => {
  expect((await hub.programme()).brand).toEqual(defaultBrand)
  expect(await hub.health()).toMatchObject({ status: 'ok' })
})

test('a good file is on the TV at once', async () => {
  write(named('Harbour Practice'))
  await untilNamed('Harbour Practice')
})

test('text nobody can read is refused with the line, and the previous look stays', async () => {
  write(unreadable)
  const problems = await eventually(told, ({ length }) => length > 0)
  const line = unreadable.split('\n').findIndex((text) => text.includes('#445566')) + 1
  expect(problems[0]).toMatchObject({
    about: 'brand.yaml',
    line,
    message: expect.stringMatching(/^"text" on "ground" has a contrast of .* The previous look stays\.$/),
  })
  expect((await hub.programme()).brand.name).toBe('Harbour Practice')
  expect(hub.said()).toContain(`brand.yaml, line ${line}, column`)
})

test('a logo beside it is on the TV, until it is taken away; what is no small PNG changes nothing', async () => {
  const logo = () => hub.programme().then(({ brand }) => brand.logo)
  const wrong = async () => (await hub.health()).problems.filter(({ about }) => about === 'brand-logo.png')
  const png = await sharp({ create: { width: 300, height: 90, channels: 4, background: '#ffffff00' } })
    .png()
    .toBuffer()
  writeFileSync(path.join(place.content, 'brand-logo.png'), png)
  expect(await eventually(logo, (shown) => shown !== undefined)).toBe(`data:image/png;base64,${png.toString('base64')}`)
  for (const [bytes, why] of [
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), /not a PNG/],
    [Buffer.concat([png, Buffer.alloc(40_000)]), /larger than 40 KB/],
    [
      await sharp({ create: { width: 2_001, height: 2, channels: 3, background: 'red' } })
        .png()
        .toBuffer(),
      /2000/,
    ],
  ] as const) {
    writeFileSync(path.join(place.content, 'brand-logo.png'), bytes)
    expect((await eventually(wrong, ([problem]) => why.test(problem?.message ?? '')))[0]?.message).toMatch(why)
    expect(await logo()).toBeDefined()
  }
  expect((await hub.get<{ readonly assets: readonly unknown[] }>('/api/assets')).assets).toEqual([])
  rmSync(path.join(place.content, 'brand-logo.png'))
  await eventually(logo, (shown) => shown === undefined)
})

test('so it is after a restart of the hub', async () => {
  await startAgain()
  expect((await hub.programme()).brand.name).toBe('Harbour Practice')
  expect(await told()).not.toEqual([])
})

test('mended, it is on the TV and nothing is wrong any more', async () => {
  write(named('Harbour Clinic'))
  await untilNamed('Harbour Clinic')
  await eventually(told, ({ length }) => length === 0)
})

test('a file that is removed leaves the look as it was', async () => {
  write('name: [')
  await eventually(told, ({ length }) => length > 0)
  rmSync(path.join(place.content, 'brand.yaml'))
  await eventually(told, ({ length }) => length === 0)
  expect((await hub.programme()).brand.name).toBe('Harbour Clinic')
})
