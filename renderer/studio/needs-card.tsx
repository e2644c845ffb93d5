/** One file that needs somebody: what is the matter, and a button for each way out. */
import { memo, type ReactElement } from 'react'
import type { Asset } from '../../core/asset.ts'
import { notices } from '../../core/remarks.ts'
import { Action } from '../shared/action.tsx'
import { dayAndTime } from '../shared/clinic-time.ts'
import { Remarks } from './card.tsx'
import { Picture } from './picture.tsx'
import { useActs, useWorld } from './studio-context.ts'
import { sizeOf, stateOf, titleOfAsset } from './words.ts'

interface NeedsCardState {
  readonly asset: Asset
  readonly look: string
}

export const NeedsCard = memo(
  function NeedsCard({ asset }: NeedsCardState): ReactElement {
    const { zone } = useWorld()
    const { show } = useActs()
    const title = titleOfAsset(asset)
    const matter = asset.reason ?? (asset.question === undefined ? undefined : notices[asset.question.code])
    return (
      <li className="need" data-state={asset.state} data-path={asset.path}>
        <button
          type="button"
          className="card-picture"
          onClick={() => show(asset)}
          aria-label={`Show ${title} in preview`}
        >
          <Picture asset={asset} />
        </button>
        <div className="need-words">
          <h3>{title}</h3>
          <p className="path">{asset.path}</p>
          {asset.state === 'ready' && <p className="path">{sizeOf(asset)}</p>}
          <p className="state">
            {stateOf(asset, zone)}
            {asset.refusedAt !== undefined && ` since ${dayAndTime(asset.refusedAt, zone)}`}
          </p>
          {asset.question?.code === 'new-version' && (
            <p className="matter">Is this a new version of {asset.question.of}?</p>
          )}
          {matter !== undefined && (
            <p className="matter">
              {matter.message} <span className="remedy">{matter.remedy}</span>
            </p>
          )}
          <Remarks asset={asset} />
        </div>
        <div className="need-actions">
          <WaysOut asset={asset} title={title} />
        </div>
      </li>
    )
  },
  (before, after) => before.look === after.look,
)

function WaysOut({ asset, title }: { readonly asset: Asset; readonly title: string }): ReactElement {
  const { canPress } = useWorld()
  const { press, replace, replaceBy, remove, acceptFlashes } = useActs()
  const { path, question } = asset
  const way = (words: string, act: () => unknown, look: 'first' | 'plain' | 'quiet' = 'plain') => (
    <Action key={words} look={look} isOff={!canPress} label={`${words}: ${title}`} onPress={() => void act()}>
      {words}
    </Action>
  )
  const rest = [way('Replace…', () => replace(asset), 'quiet'), way('Delete', () => remove(asset), 'quiet')]
  switch (question?.code) {
    case 'new-version':
      return (
        <>
          {way('Replace it', () => replaceBy(question.of, asset), 'first')}
          {way('Keep both', () => press('keep-both', { path }, `Both stay: ${title}.`))}
          {way('Delete', () => remove(asset), 'quiet')}
        </>
      )
    case 'plays-silently': {
      const noted = (speech: string, words: string) => () => press('note', { path, changes: { speech } }, words)
      return (
        <>
          {way('Play silently', () => press('play-silently', { path }, `${title} plays silently.`), 'first')}
          {way(
            'Captions are in the picture',
            noted('captioned', `Noted: the captions of ${title} are in its picture.`),
          )}
          {way('Nobody speaks', noted('none', `Noted: nobody speaks in ${title}.`))}
          {rest}
        </>
      )
    }
    case undefined:
      return (
        <>
          {asset.reason?.code === 'flashes'
            ? way('Accept flashing…', () => acceptFlashes(asset))
            : way('Try again', () => press('rescan', { path }, `${title} is looked at again.`))}
          {rest}
        </>
      )
  }
}
