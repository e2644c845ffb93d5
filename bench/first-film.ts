/** How long a newcomer waits for the first film: the shipped content, nothing rendered before, the TV playing meanwhile. */
import { cpSync } from 'node:fs'
import path from 'node:path'
import { eventually } from '../test/support/eventually.ts'
import { startHub } from '../test/support/hub.ts'
import { launchKiosk } from '../test/support/kiosk.ts'
import { makePlace, projectRoot } from '../test/support/place.ts'
import type { Measured } from './figures.ts'

const longestMs = 15 * 60_000

export async function firstFilm(): Promise<Measured> {
  const place = makePlace()
  cpSync(path.join(projectRoot, 'content'), place.content, { recursive: true })
  const startedAt = performance.now()
  const seconds = () => Math.round((performance.now() - startedAt) / 1_000)
  const hub = await startHub(place.args)
  const kiosk = await launchKiosk(place.args)
  const explainers = async () => (await hub.assets()).filter(({ kind }) => kind === 'explainer')
  const until = async (isWanted: (asset: Awaited<ReturnType<typeof explainers>>[number]) => boolean) => {
    await eventually(explainers, (all) => all.some(isWanted), longestMs)
    return seconds()
  }
  try {
    const stillsSeconds = await until(({ notices }) => notices.some(({ code }) => code === 'stills-play'))
    const filmSeconds = await until(({ state, media }) => state === 'ready' && media !== undefined)
    return {
      json: { stillsSeconds, filmSeconds },
      rows: [
        { what: 'start → the first explainer plays as stills', figure: `${stillsSeconds} s` },
        { what: 'start → the first film is ready, the TV playing', figure: `${filmSeconds} s`, bound: '≤ 240' },
      ],
    }
  } finally {
    await kiosk.close()
    await hub.stop()
    place.remove()
  }
}
