/** The pictures of a film: laid into the folder `_pictures` beside it, and shown from there. */
import { useMemo, useState } from 'react'
import type { Asset } from '../../../core/asset.ts'
import { randomId } from '../../shared/press.ts'
import { plainName } from '../plain-name.ts'
import type { Steps } from '../steps.ts'
import type { PictureWorld } from './card-context.ts'

const folder = '_pictures'
const unanswered = 'The picture has not arrived. Nothing was changed; choose it once more.'

/** @param film path of the explainer that the names are relative to */
export function usePictureWorld(film: string, assets: readonly Asset[], steps: Steps): PictureWorld {
  /** What has been added from here, until the hub has looked at it. */
  const [added, setAdded] = useState<ReadonlyMap<string, string>>(new Map())
  const { say } = steps
  return useMemo(() => {
    const inFolder = (file: string) => joined(film, file)
    return {
      sourceOf: (file) => {
        const own = added.get(file)
        if (own !== undefined) return own
        const path = inFolder(file)
        const { media, poster } = assets.find((asset) => asset.path === path) ?? {}
        const shown = media ?? poster
        return shown === undefined ? '' : `/media/${shown}`
      },
      isMissing: (file) => file !== '' && !added.has(file) && !assets.some((asset) => asset.path === inFolder(file)),
      add: async (file) => {
        for (let number = 1; number < 100; number += 1) {
          const name = `${folder}/${pictureName(file.name, number)}`
          const sent = await send(inFolder(name), file)
          if (sent === 'taken') continue
          if (sent !== 'done') {
            say('wrong', sent)
            return undefined
          }
          const data = await dataOf(file)
          setAdded((before) => new Map(before).set(name, data))
          return name
        }
        return undefined
      },
    }
  }, [film, assets, added, say])
}

/** `films/lips.md` and `_pictures/room.jpg` → `films/_pictures/room.jpg` */
function joined(film: string, file: string): string {
  const parts = film.split('/').slice(0, -1)
  for (const part of file.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** Without spaces and signs: it is written into a line of text. */
function pictureName(name: string, number: number): string {
  const [, stem = name, ending = ''] = /^(.*?)(\.[^.]*)?$/.exec(name) ?? []
  const plain = plainName(stem, 40)
  return `${plain === '' ? 'picture' : plain}${number === 1 ? '' : `-${number}`}${ending.toLowerCase()}`
}

/** @returns a sentence when it was refused */
async function send(path: string, file: File): Promise<string> {
  try {
    const response = await fetch(`/api/content/${path.split('/').map(encodeURIComponent).join('/')}`, {
      method: 'PUT',
      headers: { 'idempotency-key': randomId(), 'if-none-match': '*' },
      body: file,
    })
    if (response.ok) return 'done'
    const { reason, message } = (await response.json()) as { readonly reason: string; readonly message: string }
    return reason === 'exists' ? 'taken' : message
  } catch {
    return unanswered
  }
}

const dataOf = (file: File): Promise<string> =>
  new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => resolve('')
    reader.readAsDataURL(file)
  })
