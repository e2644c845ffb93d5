/** The system refuses to watch one more folder: then the hub looks itself, and says so. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { AssetList, Health } from '../../core/contract.ts'
import { eventually } from '../support/eventually.ts'
import { makePlace, projectRoot } from '../support/place.ts'
import { drop, sample } from '../support/samples.ts'

/** A namespace of its own has limits of its own: nobody else on this computer feels them. */
const limited = ['-Ur', 'sh', '-c', 'echo 4 > /proc/sys/user/max_inotify_watches && exec "$@"', 'sh']
const canLimit = spawnSync('unshare', [...limited, 'true']).status === 0

test.skipIf(!canLimit)('a folder that cannot be watched is looked through again and again', async () => {
  const place = makePlace()
  for (const name of ['a', 'b', 'c', 'd', 'e']) drop(place.content, `${name}/photo.jpg`, sample('photo.jpg'))
  const hub = spawn('unshare', [...limited, process.execPath, path.join(projectRoot, 'build/hub.mjs'), ...place.args])
  try {
    const [ready] = (await once(hub.stdout, 'data')) as [Buffer]
    const get = async <Answer>(route: string) =>
      (await (await fetch(`${String(ready).trim().slice('ready '.length)}${route}`)).json()) as Answer
    const problems = async () => (await get<Health>('/api/health')).problems.map(({ message }) => message)
    await eventually(problems, ([first]) => first?.startsWith('This computer cannot watch the folder') === true)
    drop(place.content, 'f/g/new.jpg', sample('photo.jpg', 1))
    const stateOfNew = async () =>
      (await get<AssetList>('/api/assets')).assets.find((asset) => asset.path === 'f/g/new.jpg')?.state
    await eventually(stateOfNew, (state) => state === 'ready')
    expect(await problems()).toHaveLength(1)
  } finally {
    hub.kill()
    if (hub.exitCode === null) await once(hub, 'exit')
    place.remove()
  }
})
