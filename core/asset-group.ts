/** Where a file stands in the eyes of whoever put it in: what needs them comes first. */
import { type Asset, mayPlay } from './asset.ts'

export const assetGroups = ['needs-you', 'working', 'on-tv', 'resting', 'drafts'] as const
export type AssetGroup = (typeof assetGroups)[number]

/** Outside its dates a file is in order, and still not on the TV. */
const resting: ReadonlySet<string> = new Set(['not-yet', 'over', 'consent-over'])

export function groupOf({ state, question, notices, path }: Asset): AssetGroup {
  if (state === 'working') return 'working'
  if (state === 'refused') return 'needs-you'
  if (!mayPlay(path)) return 'drafts'
  if (question !== undefined) return 'needs-you'
  return notices.some(({ code }) => resting.has(code)) ? 'resting' : 'on-tv'
}
