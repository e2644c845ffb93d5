/** How the files stand on the page: what needs somebody first, the rest by folder, and only what was looked for. */
import { type Asset, compareNames } from '../../core/asset.ts'
import { type AssetGroup, assetGroups, groupOf } from '../../core/asset-group.ts'

export interface Shelf {
  /** `offers/summer`; empty for the content folder itself. */
  readonly folder: string
  readonly assets: readonly Asset[]
}

/** @param wanted what was typed: every word has to occur in the title or the path */
export function find(assets: readonly Asset[], wanted: string): readonly Asset[] {
  const words = plain(wanted).split(/\s+/).filter(Boolean)
  if (words.length === 0) return assets
  return assets.filter(({ title = '', path }) => {
    const text = plain(`${title} ${path}`)
    return words.every((word) => text.includes(word))
  })
}

export function grouped(assets: readonly Asset[]): ReadonlyMap<AssetGroup, readonly Asset[]> {
  const groups = new Map<AssetGroup, Asset[]>(assetGroups.map((group) => [group, []]))
  for (const asset of assets) groups.get(groupOf(asset))?.push(asset)
  const places = placesOf(assets)
  const placeOf = ({ path }: Asset) => places.get(path) ?? 0
  for (const group of groups.values()) group.sort((one, other) => placeOf(one) - placeOf(other))
  return groups
}

/** @param assets in order: by folder, then by name */
export function shelved(assets: readonly Asset[]): readonly Shelf[] {
  const shelves = new Map<string, Asset[]>()
  for (const asset of assets) {
    const folder = folderOf(asset.path)
    const shelf = shelves.get(folder)
    if (shelf === undefined) shelves.set(folder, [asset])
    else shelf.push(asset)
  }
  return [...shelves].map(([folder, shelf]) => ({ folder, assets: shelf }))
}

let known: { readonly names: string; readonly places: ReadonlyMap<string, number> } | undefined

/** By folder, then by name. Comparing ten thousand names takes long, and they seldom change: what changes is what is said of them. */
function placesOf(assets: readonly Asset[]): ReadonlyMap<string, number> {
  const paths = assets.map(({ path }) => path)
  const names = paths.join('\n')
  if (known?.names !== names) {
    const order = paths.sort((one, other) => compareNames(folderOf(one), folderOf(other)) || compareNames(one, other))
    known = { names, places: new Map(order.map((path, place) => [path, place])) }
  }
  return known.places
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/** So that `cafe` finds `Café`. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
