/** What the page says of a file: its state, its length, its size. */
import { type Asset, mayPlay } from '../../core/asset.ts'
import { groupOf, isUnchecked } from '../../core/asset-group.ts'
import { clockTime } from '../shared/clinic-time.ts'

export function stateOf(asset: Asset, zone: string): string {
  switch (asset.state) {
    case 'working':
      return workOf(asset)
    case 'refused':
      return asset.notices.some(({ code }) => code === 'previous-plays')
        ? 'The new version is not on the TV'
        : 'Not on the TV'
    case 'ready':
      if (!mayPlay(asset.path)) return 'A draft: never on the TV'
      if (isUnchecked(asset)) return 'Waits to be checked by a clinician'
      if (groupOf(asset) === 'resting') return 'Not on the TV now'
      return asset.nextPlay === undefined ? 'Plays in its turn' : `Next on TV at ${clockTime(asset.nextPlay, zone)}`
  }
}

function workOf({ kind, progress = 0, remainingMs }: Asset): string {
  const percent = Math.round(progress * 100)
  const left = remainingMs === undefined ? '' : `, ${leftOf(remainingMs)}`
  // Nearly all of them wait, and one is being made.
  if (kind === 'explainer')
    return percent === 0 ? 'Its film waits to be made' : `Its film is being made: ${percent} %${left}`
  return percent === 0 ? 'Waiting to be looked at' : `Being prepared: ${percent} %${left}`
}

/** `about 2 min left` */
export function leftOf(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1_000))
  if (seconds < 60) return `about ${seconds} s left`
  const minutes = Math.round(seconds / 60)
  return minutes < 60 ? `about ${minutes} min left` : `about ${Math.round(minutes / 60)} h left`
}

/** `0:42`, `1:05:00` */
export function lengthOf(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1_000))
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
  const two = (number: number) => String(number).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

/** What is measured of it: `1920 × 1080 points`, `12 pages`. */
export function sizeOf(asset: Asset): string {
  const { width, height, pages } = asset
  const told = [
    kindOf(asset),
    ...(width === undefined || height === undefined ? [] : [`${width} × ${height} points`]),
    ...(pages === undefined ? [] : [pages === 1 ? '1 page' : `${pages} pages`]),
  ]
  return told.join(' · ')
}

/** While nobody has looked into it, a name that says nothing makes it a file like any other. */
const kindOf = ({ kind, media, pages }: Asset): string =>
  kind === 'document' && media === undefined && pages === undefined ? 'File' : kindWords[kind]

const kindWords = { video: 'Video', image: 'Picture', explainer: 'Explainer', document: 'Document' } as const

/** `840 KB`, `12.4 MB`, `3.1 GB` */
export function bytesOf(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1_000)} KB`
  const [amount, unit] = bytes < 1_000_000_000 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB']
  return `${amount < 100 ? amount.toFixed(1) : Math.round(amount)} ${unit}`
}

export const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`

/** Where an explainer can be read and printed. */
export const printAddress = ({ path }: Pick<Asset, 'path'>): string =>
  `/print/explainer?path=${encodeURIComponent(path)}`

export const titleOfAsset = ({ title, path }: Asset): string => title ?? path
