/** The list of all files as everybody gets it: written out once, and of ten thousand only those that are new. */
import type { Asset } from '../core/asset.ts'
import { isoOf } from './clock.ts'
import { JsonText } from './json-text.ts'
import type { Programmer } from './programmer.ts'

/** @returns an answer of the contract's `assets`, each with when it plays next */
export function assetListOf(listed: () => readonly Asset[], programmer: Programmer): () => JsonText {
  const texts = new WeakMap<Asset, string>()
  const textOf = (asset: Asset) => {
    const text = texts.get(asset) ?? JSON.stringify(asset)
    texts.set(asset, text)
    return text
  }
  let list: readonly Asset[] | undefined
  let plays = ''
  let answer = new JsonText('')
  return () => {
    const next = programmer.nextPlays()
    const nextText = JSON.stringify([...next])
    const now = listed()
    if (now === list && plays === nextText) return answer
    list = now
    plays = nextText
    const written = list.map((asset) => {
      const at = next.get(asset.id)?.atMs
      return at === undefined ? textOf(asset) : JSON.stringify({ ...asset, nextPlay: isoOf(at) })
    })
    answer = new JsonText(`{"assets":[${written.join(',')}]}`)
    return answer
  }
}
