/** How long somebody who edits an explainer waits for the picture of the edited scene. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { FilmList } from '../core/film-contract.ts'
import { eventually } from '../test/support/eventually.ts'
import { startHub } from '../test/support/hub.ts'
import { makePlace, projectRoot } from '../test/support/place.ts'
import { median } from './figures.ts'

const edits = 5
const longestMs = 10 * 60_000

/** @returns milliseconds from saving to the pictures that the TV plays until the film is there; the median of five edits */
export async function draftMs(): Promise<number> {
  const place = makePlace()
  const text = readFileSync(path.join(projectRoot, 'bench/films/six.md'), 'utf8')
  const file = path.join(place.content, 'six.md')
  writeFileSync(file, text)
  const hub = await startHub(place.args)
  const stateOf = async () => (await hub.get<FilmList>('/api/films')).films[0]?.state
  const noticesOf = async () => (await hub.assets())[0]?.notices.map(({ code }) => code) ?? []
  try {
    await eventually(stateOf, (state) => state === 'film', longestMs)
    const took: number[] = []
    for (let edit = 1; edit <= edits; edit += 1) {
      const savedAt = performance.now()
      writeFileSync(file, text.replace('We try one small place first', `We try place number ${edit} first`))
      const saved = await fetch(`${hub.url}/api/content/rescan`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': `edit-${edit}` },
        body: JSON.stringify({ path: 'six.md' }),
      })
      if (!saved.ok) throw new Error(`The hub answered ${saved.status}.`)
      // The old pictures are hidden first.
      await eventually(noticesOf, (codes) => !codes.includes('stills-play'), longestMs)
      await eventually(noticesOf, (codes) => codes.includes('stills-play'), longestMs)
      took.push(performance.now() - savedAt)
    }
    return Math.round(median(took))
  } finally {
    await hub.stop()
    place.remove()
  }
}
