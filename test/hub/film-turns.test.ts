/** What rests in this practice is photographed, and made into a film only when it may play. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Asset } from '../../core/asset.ts'
import type { Settings } from '../../core/settings.ts'
import { send } from '../support/desk.ts'
import { eventually } from '../support/eventually.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { makePlace } from '../support/place.ts'

/** Photographs take seconds on a computer of its own, and minutes on one that has other work. */
const patienceMs = 400_000
const place = makePlace()
let hub: RunningHub

beforeAll(async () => {
  mkdirSync(place.content, { recursive: true })
  const text = '---\ntitle: Tiny\ntemplate: procedure\nkind: welcome\nprofile: medical\n---\n\n## One\n\nWords.\n'
  writeFileSync(path.join(place.content, 'cough.md'), text)
  hub = await startHub(place.args)
})

afterAll(async () => {
  await hub.stop()
  place.remove()
})

const cough = async () => (await hub.assets())[0]
const codesOf = (asset: Asset | undefined) => asset?.notices.map(({ code }) => code)

test(
  'of a film for another kind of practice there are pictures to look at; it is made when it may play',
  async () => {
    const isResting = (asset: Asset | undefined) =>
      asset?.state === 'ready' && codesOf(asset)?.join() === 'other-practice'
    const resting = await eventually(cough, isResting, patienceMs)
    expect(resting).not.toHaveProperty('media')
    const photographs = () => readdirSync(path.join(place.data, 'films/scenes')).filter((name) => name.endsWith('.jpg'))
    // Title, scene and closing card.
    await eventually(photographs, ({ length }) => length === 3, patienceMs)

    const { settings } = await hub.get<{ settings: Settings }>('/api/settings')
    const { status } = await send(`${hub.url}/api/settings`, {
      ...{ method: 'PUT', body: { settings: { ...settings, profile: 'medical' } } },
      headers: { 'if-match': '*', 'idempotency-key': 'medical' },
    })
    expect(status).toBe(200)
    const isWanted = (asset: Asset | undefined) =>
      asset?.state === 'working' && codesOf(asset)?.join() === 'stills-play'
    await eventually(cough, isWanted, patienceMs)
  },
  patienceMs,
)
