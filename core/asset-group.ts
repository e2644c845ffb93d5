/** Where a file stands in the eyes of whoever put it in: what needs them comes first. */
import { type Asset, mayPlay } from './asset.ts'

export const assetGroups = ['needs-you', 'to-check', 'working', 'on-tv', 'resting', 'drafts'] as const
export type AssetGroup = (typeof assetGroups)[number]

/** Without or outside its dates, in another kind of practice or in another language, a file is in order, and still not on the TV. */
const resting: ReadonlySet<string> = new Set([
  'not-yet',
  'over',
  'consent-over',
  'other-practice',
  'other-language',
  'at-closing',
])
export const uncheckedCodes: ReadonlySet<string> = new Set(['unchecked', 'check-again'])

/** Whether it is in order and waits only for somebody who may say that it is right. */
export const isUnchecked = ({ notices }: Pick<Asset, 'notices'>): boolean =>
  notices.some(({ code }) => uncheckedCodes.has(code))

const elsewhere: ReadonlySet<string> = new Set(['other-practice', 'other-language'])

/** Whether it is for another kind of practice, or in a language that is not one of the TV. */
export const isElsewhere = ({ notices }: { readonly notices: readonly { readonly code: string }[] }): boolean =>
  notices.some(({ code }) => elsewhere.has(code))

export function groupOf(asset: Asset): AssetGroup {
  const { state, question, notices, path } = asset
  if (state === 'working') return 'working'
  if (state === 'refused') return 'needs-you'
  if (!mayPlay(path)) return 'drafts'
  if (question !== undefined) return 'needs-you'
  if (notices.some(({ code }) => resting.has(code))) return 'resting'
  // A new film that waits for its first check is nothing to be alarmed about; one that played until its text was changed is.
  if (notices.some(({ code }) => code === 'unchecked')) return 'to-check'
  const needsWriting = notices.some(({ code }) => code === 'undated' || code === 'example-address')
  return needsWriting || isUnchecked(asset) ? 'needs-you' : 'on-tv'
}
