/** One file that needs somebody: what is the matter, and a button for each way out. */
import { memo, type ReactElement } from 'react'
import type { Asset } from '../../core/asset.ts'
import { isUnchecked, uncheckedCodes } from '../../core/asset-group.ts'
import { notices, type RefusalCode } from '../../core/remarks.ts'
import { Action } from '../shared/action.tsx'
import { dayAndTime } from '../shared/clinic-time.ts'
import { EditLink, IconButton, PrintLink, Remarks } from './card.tsx'
import { editAddress } from './explainer/film-address.ts'
import { StateWords } from './film-making.tsx'
import { Picture } from './picture.tsx'
import { useActs, useWorld } from './studio-context.ts'
import { sizeOf, titleOfAsset } from './words.ts'

/** Looked at again, these are what they were: another file helps. */
const wantsOther: ReadonlySet<string> = new Set<RefusalCode>([
  ...(['empty', 'not-media', 'office', 'archive', 'only-sound', 'locked'] as const),
  ...(['too-large', 'too-long', 'too-many-pages'] as const),
])
/** So are these, until something is done about them elsewhere. */
const wantsMending: ReadonlySet<string> = new Set<RefusalCode>([
  ...(['flashes', 'conflicted-copy', 'odd-name', 'broken-note', 'broken-text', 'scene-too-long'] as const),
])

/** Its text is mended in the editor. */
const wantsText: ReadonlySet<string> = new Set<RefusalCode>(['broken-text', 'scene-too-long'])

interface NeedsCardState {
  readonly asset: Asset
  readonly look: string
}

export const NeedsCard = memo(
  function NeedsCard({ asset }: NeedsCardState): ReactElement {
    const { zone } = useWorld()
    const { show } = useActs()
    const title = titleOfAsset(asset)
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
            <StateWords asset={asset} />
            {asset.refusedAt !== undefined && <span className="since"> since {dayAndTime(asset.refusedAt, zone)}</span>}
          </p>
          <Matter asset={asset} />
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

/** What is the matter. Where buttons say what to do, words need not. */
function Matter({ asset: { reason, question, notices: told } }: { readonly asset: Asset }): ReactElement | null {
  if (question?.code === 'new-version') {
    return (
      <p className="matter">
        Is it a new version of <span className="named">{question.of}</span>? Until you say, both play.
      </p>
    )
  }
  if (question?.code === 'plays-silently') return <p className="matter">{notices['plays-silently'].message}</p>
  const check = told.find(({ code }) => uncheckedCodes.has(code))
  // Of one that waits for its first check, its state says so already.
  if (reason === undefined) return check?.code === 'check-again' ? <p className="matter">{check.message}</p> : null
  return (
    <p className="matter">
      {reason.message} <span className="remedy">{reason.remedy}</span>
    </p>
  )
}

function WaysOut({ asset, title }: { readonly asset: Asset; readonly title: string }): ReactElement {
  const { canPress } = useWorld()
  const { press, replace, replaceBy, remove, acceptFlashes, check } = useActs()
  const { path, question } = asset
  const way = (words: string, act: () => unknown, look: 'first' | 'plain' = 'plain') => (
    <Action key={words} look={look} isOff={!canPress} label={`${words}: ${title}`} onPress={() => void act()}>
      {words}
    </Action>
  )
  const { code = '' } = asset.reason ?? {}
  const rest = (
    <span className="need-rest">
      {/* “Edit its text” leads there too. */}
      {!wantsText.has(code) && <EditLink asset={asset} />}
      <PrintLink asset={asset} />
      {!wantsOther.has(code) && (
        <IconButton icon="replace" label={`Replace ${title}…`} hint="Replace…" onPress={() => replace(asset)} />
      )}
      <IconButton icon="delete" label={`Delete ${title}`} hint="Delete" onPress={() => remove(asset)} />
    </span>
  )
  switch (question?.code) {
    case 'new-version':
      return (
        <>
          {way('Replace it', () => replaceBy(question.of, asset), 'first')}
          {way('Keep both', () => press('keep-both', { path }, `Both stay: ${title}.`))}
          {rest}
        </>
      )
    case 'plays-silently': {
      const noted = (speech: 'none' | 'captioned', words: string) => () =>
        press('note', { path, changes: { speech } }, words)
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
          {isUnchecked(asset) && way('Checked by …', () => check(asset), 'first')}
          {code === 'flashes' && way('Accept flashing…', () => acceptFlashes(asset))}
          {wantsText.has(code) && (
            <a className="action action-first" href={editAddress({ path })} aria-label={`Edit its text: ${title}`}>
              Edit its text
            </a>
          )}
          {wantsOther.has(code)
            ? way('Replace…', () => replace(asset))
            : !wantsMending.has(code) &&
              code !== '' &&
              way('Try again', () => press('rescan', { path }, `${title} is looked at again.`))}
          {rest}
        </>
      )
  }
}
