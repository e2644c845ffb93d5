/** One file that is in order: its picture, what it is, when it is next on the TV, and what can be done with it. */
import { memo, type ReactElement } from 'react'
import type { Asset } from '../../core/asset.ts'
import { uncheckedCodes } from '../../core/asset-group.ts'
import { dateWords } from '../../core/calendar-date.ts'
import { editAddress } from './explainer/film-address.ts'
import { StateWords, WorkBar } from './film-making.tsx'
import { Icon, type IconName } from './icons.tsx'
import { Picture } from './picture.tsx'
import { useActs, useWorld } from './studio-context.ts'
import { printAddress, sizeOf, titleOfAsset } from './words.ts'

/** What is asked elsewhere on the card need not be told again. */
const asked: ReadonlySet<string> = new Set(['plays-silently', 'new-version'])
const nothing: ReadonlySet<string> = new Set()
const nothingToDo = /^Nothing to do/

interface CardState {
  readonly asset: Asset
  /** The same as text: a snapshot brings every file anew, and few have changed. */
  readonly look: string
}

export const Card = memo(
  function Card({ asset }: CardState): ReactElement {
    const { show, replace, remove } = useActs()
    const title = titleOfAsset(asset)
    return (
      <li className="card" data-state={asset.state} data-path={asset.path}>
        <button
          type="button"
          className="card-picture"
          onClick={() => show(asset)}
          aria-label={`Show ${title} in preview`}
        >
          <Picture asset={asset} />
          <span className="card-play">
            <Icon name="play" size={28} />
          </span>
        </button>
        <div className="card-words">
          <p className="title">{title}</p>
          <p className="path">{asset.path}</p>
          <p className="path">{sizeOf(asset)}</p>
          <CheckedLine asset={asset} />
          <Remarks asset={asset} />
        </div>
        <div className="card-foot">
          <p className="state">
            <StateWords asset={asset} />
          </p>
          <EditLink asset={asset} />
          <PrintLink asset={asset} />
          <IconButton icon="replace" label={`Replace ${title}…`} hint="Replace…" onPress={() => replace(asset)} />
          <IconButton icon="delete" label={`Delete ${title}`} hint="Delete" onPress={() => remove(asset)} />
        </div>
        <WorkBar asset={asset} label={`${title}: how far it is`} />
      </li>
    )
  },
  (before, after) => before.look === after.look,
)

/** Who has said that it is right. */
export const CheckedLine = ({ asset: { approval } }: { readonly asset: Asset }): ReactElement | null =>
  approval === undefined ? null : (
    <p className="path">
      Checked by <bdi>{approval.by}</bdi> on {dateWords(approval.on)}
    </p>
  )

/** Films are written here. */
export function EditLink({ asset }: { readonly asset: Asset }): ReactElement | null {
  if (asset.kind !== 'explainer') return null
  const title = titleOfAsset(asset)
  return (
    <a className="icon-button" href={editAddress({ path: asset.path })} aria-label={`Edit ${title}`} title="Edit">
      <Icon name="edit" />
    </a>
  )
}

/** Explainers can be taken home, on paper. */
export function PrintLink({ asset }: { readonly asset: Asset }): ReactElement | null {
  if (asset.kind !== 'explainer' || asset.reason !== undefined) return null
  const title = titleOfAsset(asset)
  return (
    <a className="icon-button" href={printAddress(asset)} aria-label={`${title} as a sheet to print`} title="Print…">
      <Icon name="print" />
    </a>
  )
}

/** What is worth knowing, and what to do about it where something can be done. */
export function Remarks({ asset }: { readonly asset: Asset }): ReactElement | null {
  const toldAbove = asset.state === 'ready' ? uncheckedCodes : nothing
  const isAsked = (code: string) => toldAbove.has(code) || (asset.question !== undefined && asked.has(code))
  const told = asset.notices.filter(({ code }) => !isAsked(code))
  if (told.length === 0) return null
  return (
    <ul className="remarks">
      {told.map(({ code, message, remedy }) => (
        <li key={code}>
          {message}
          {nothingToDo.test(remedy) ? '' : ` ${remedy}`}
        </li>
      ))}
    </ul>
  )
}

interface IconButtonState {
  readonly icon: IconName
  readonly label: string
  readonly hint: string
  readonly onPress: () => void
}

export function IconButton({ icon, label, hint, onPress }: IconButtonState): ReactElement {
  const { canPress } = useWorld()
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={hint}
      disabled={!canPress}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  )
}
