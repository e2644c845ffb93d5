/** The list of all files as everybody gets it: written out once, and of ten thousand only those that are new. */
import type { Asset } from '../core/asset.ts'
import { isoOf } from './clock.ts'
import { JsonText } from './json-text.ts'
import type { Programmer } from './programmer.ts'

/** So many are written out together again when one of them is new. */
const perPage = 250

/** Neighbours in the list, and what they came to. */
interface Page {
  readonly assets: readonly Asset[]
  /** When each plays next, milliseconds since 1970. */
  readonly plays: readonly (number | undefined)[]
  readonly bytes: Buffer
}

/** @returns an answer of the contract's `assets`, each with when it plays next */
export function assetListOf(listed: () => readonly Asset[], programmer: Programmer): () => JsonText {
  let pages: readonly Page[] = []
  let answer = new JsonText('{"assets":[]}')
  return () => {
    const list = listed()
    const next = programmer.nextPlays()
    const before = pages
    pages = Array.from({ length: Math.ceil(list.length / perPage) }, (_, at) => {
      const assets = list.slice(at * perPage, (at + 1) * perPage)
      const plays = assets.map(({ id }) => next.get(id)?.atMs)
      const known = before[at]
      return known !== undefined && areSame(known.assets, assets) && areSame(known.plays, plays)
        ? known
        : { assets, plays, bytes: Buffer.from(assets.map((asset, index) => written(asset, plays[index])).join(',')) }
    })
    if (areSame(before, pages)) return answer
    const withCommas = pages.flatMap(({ bytes }, at) => (at === 0 ? [bytes] : [',', bytes]))
    answer = new JsonText('{"assets":[', ...withCommas, ']}')
    return answer
  }
}

const areSame = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((each, at) => each === other[at])

const texts = new WeakMap<Asset, string>()

function written(asset: Asset, playsAt: number | undefined): string {
  if (playsAt !== undefined) return JSON.stringify({ ...asset, nextPlay: isoOf(playsAt) })
  const text = texts.get(asset) ?? JSON.stringify(asset)
  texts.set(asset, text)
  return text
}
