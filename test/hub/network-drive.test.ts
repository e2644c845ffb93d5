/** The content folder is a network drive that says nothing when somebody puts a film into it, and that comes and goes. */
import { readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bindMount, whyNoBindMount } from '../support/bind-mount.ts'
import { eventually } from '../support/eventually.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { makePlace } from '../support/place.ts'
import { drop, sample, sha256 } from '../support/samples.ts'

const whyNot = whyNoBindMount()

describe.skipIf(whyNot !== undefined)(`a network drive (${whyNot ?? 'bindfs stands for it'})`, () => {
  const place = makePlace()
  const behind = path.join(place.folder, 'server')
  let unmount: () => void
  let hub: RunningHub

  const names = async () => (await hub.assets()).map((asset) => asset.path)
  const untilNamed = (wanted: string) => eventually(names, (now) => now.join() === wanted)

  beforeAll(async () => {
    drop(behind, 'a.jpg', sample('photo.jpg'))
    drop(behind, 'b.jpg', sample('photo.jpg', 1))
    unmount = bindMount(behind, place.content)
    hub = await startHub(place.args)
  })

  afterAll(async () => {
    await hub.stop()
    unmount()
    place.remove()
  })

  test('what is there, and what comes, changes and goes behind it is noticed', async () => {
    drop(behind, 'c.jpg', sample('photo.jpg', 2))
    expect(await hub.judged('c.jpg')).toMatchObject({ state: 'ready' })
    drop(behind, 'c.jpg', sample('photo.jpg', 3))
    const wanted = sha256(sample('photo.jpg', 3))
    await eventually(hub.assets, (assets) => assets.find((asset) => asset.path === 'c.jpg')?.source === wanted)
    renameSync(path.join(behind, 'b.jpg'), path.join(behind, 'renamed.jpg'))
    await untilNamed('a.jpg,c.jpg,renamed.jpg')
    expect(await hub.judged('renamed.jpg')).toMatchObject({ state: 'ready' })
    rmSync(path.join(behind, 'renamed.jpg'))
    drop(behind, 'd.jpg', sample('photo.jpg', 1))
    await untilNamed('a.jpg,c.jpg,d.jpg')
    expect(await hub.judged('d.jpg')).toMatchObject({ state: 'ready' })
    expect(await hub.health()).toMatchObject({ status: 'ok' })
  })

  test('disconnected, it takes nothing with it, not even over a restart; connected again, all is well', async () => {
    unmount()
    await eventually(hub.health, ({ problems }) => problems.some(({ message }) => message.includes('not connected')))
    await hub.stop()
    hub = await startHub(place.args)
    await eventually(hub.health, ({ problems }) => problems.some(({ message }) => message.includes('not connected')))
    expect(await names()).toEqual(['a.jpg', 'c.jpg', 'd.jpg'])
    expect((await hub.programme()).loops.default?.places).toHaveLength(3)
    // Nor is anything put below the share, where it would be hidden when that is back.
    const put = await fetch(`${hub.url}/api/content/new.jpg`, {
      method: 'PUT',
      headers: { 'idempotency-key': 'a-key-of-its-own' },
      body: new Uint8Array(sample('photo.jpg')),
    })
    expect([put.status, await put.json()]).toMatchObject([503, { reason: 'folder-away' }])
    expect(readdirSync(place.content)).toEqual([])
    rmSync(path.join(behind, 'a.jpg'))
    unmount = bindMount(behind, place.content)
    await eventually(hub.health, ({ status }) => status === 'ok')
    await untilNamed('c.jpg,d.jpg')
  })
})
