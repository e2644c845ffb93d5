/** What leaves the TV within two weeks by its date or by a consent: in time to ask, to prolong, or to let it go. */
import type { ReactElement } from 'react'
import type { Asset } from '../../core/asset.ts'
import { dayName, daysBetween } from '../shared/clinic-time.ts'
import { useActs, useWorld } from './studio-context.ts'
import { titleOfAsset } from './words.ts'

const soonMs = 14 * 24 * 3_600_000

/** The next to end first. @param at ISO 8601, by the hub's clock */
function endingSoon(assets: readonly Asset[], at: string): readonly Asset[] {
  const now = Date.parse(at)
  const endOf = ({ validUntil = '' }: Asset) => Date.parse(validUntil)
  return assets
    .filter((asset) => asset.state !== 'refused' && endOf(asset) > now && endOf(asset) - now <= soonMs)
    .sort((one, other) => endOf(one) - endOf(other))
}

export function EndsSoon({
  assets,
  at,
}: {
  readonly assets: readonly Asset[]
  readonly at: string
}): ReactElement | null {
  const { zone } = useWorld()
  const { show } = useActs()
  const ending = endingSoon(assets, at)
  if (ending.length === 0) return null
  return (
    <section className="section ends-soon" aria-labelledby="ends-soon">
      <h2 id="ends-soon" tabIndex={-1}>
        Ends soon <span className="count">{ending.length}</span>
      </h2>
      <ul>
        {ending.map((asset) => (
          <li key={asset.id} data-path={asset.path}>
            <button type="button" className="ends-title" onClick={() => show(asset)}>
              <bdi>{titleOfAsset(asset)}</bdi>
            </button>
            <p>
              <strong>{lastDayWords(asset, at, zone)}</strong>{' '}
              {asset.endsByConsent === true
                ? 'Then the consent of the person in it ends. Ask for a new one, or let it go.'
                : 'Change the date in its note to show it longer.'}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** `Last day today.`, `Last day Tuesday 3 March, in 5 days.` */
function lastDayWords({ validUntil = '' }: Asset, at: string, zone: string): string {
  // The end of a day is the beginning of the next one.
  const last = new Date(Date.parse(validUntil) - 1).toISOString()
  const days = daysBetween(at, last, zone)
  if (days <= 0) return 'Last day today.'
  return `Last day ${dayName(last, zone)}, ${days === 1 ? 'tomorrow' : `in ${days} days`}.`
}
