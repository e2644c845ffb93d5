/** The clips of the calls: what is kept of them, and what is spoken anew. */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Voice } from '../../hub/voice.ts'
import { makePlace, type Place } from '../support/place.ts'

/** Writes what it was asked for where the sound would be: into the file behind `-w`. */
const writer = `#!/bin/sh
all="$*"
while [ "$1" != -w ]; do shift; done
{ echo "$all"; cat; } > "$2"
`

let place: Place

beforeEach(() => {
  place = makePlace()
  mkdirSync(place.data)
})

afterEach(() => place.remove())

test('a clip is named by all that it was spoken with: spoken in another manner, it is another clip', async () => {
  writeFileSync(path.join(place.folder, 'espeak-ng'), writer, { mode: 0o755 })
  const folder = path.join(place.data, 'voice')
  let told = () => {}
  const isSpoken = new Promise<void>((resolve) => {
    told = resolve
  })
  const voice = new Voice(folder, { PATH: `${place.folder}:${process.env.PATH}` }, () => told())
  voice.want({ languages: ['en'], rooms: {} })
  await isSpoken
  await voice.close()
  const clips = readdirSync(folder)
  expect(clips.length).toBeGreaterThan(20)
  for (const clip of clips) {
    const [asked = '', words] = readFileSync(path.join(folder, clip), 'utf8').split('\n')
    const [, language, manner = ''] = /^-v (\S+) (.*) -w /.exec(asked) ?? []
    const said = JSON.stringify([language, manner.split(' '), words])
    expect(clip).toBe(`en-${createHash('sha256').update(said).digest('hex').slice(0, 20)}.wav`)
  }
})
