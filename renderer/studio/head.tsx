/** The head of the page: how the folder stands, what to look for, and the ways to put something in. */
import type { ReactElement } from 'react'
import type { Asset } from '../../core/asset.ts'
import { type AssetGroup, groupOf } from '../../core/asset-group.ts'
import { Action } from '../shared/action.tsx'
import { clockTime } from '../shared/clinic-time.ts'
import { Icon } from './icons.tsx'

interface HeadState {
  readonly assets: readonly Asset[]
  readonly at: string
  readonly zone: string
  readonly isLive: boolean
}

export function Head({ assets, at, zone, isLive }: HeadState): ReactElement {
  const groups = assets.map(groupOf)
  const count = (wanted: AssetGroup) => groups.filter((group) => group === wanted).length
  const figures = [
    { name: 'on the TV', figure: count('on-tv') },
    { name: 'in work', figure: count('working') },
    { name: 'need you', figure: count('needs-you') },
  ]
  return (
    <header className="summary">
      <h1>Studio</h1>
      <ul aria-label="The content folder">
        {figures.map(({ name, figure }) => (
          <li key={name}>
            <b>{figure}</b> {name}
          </li>
        ))}
      </ul>
      <nav aria-label="Other pages">
        <a href="/">Overview</a>
        <a href="/desk">Front desk</a>
      </nav>
      <time dateTime={at}>{`${isLive ? '' : 'as of '}${clockTime(at, zone)}`}</time>
    </header>
  )
}

export function LostBanner({ at, zone }: { readonly at: string; readonly zone: string }): ReactElement {
  return (
    <div className="banner banner-lost" role="alert">
      <p>
        <strong>No connection to the hub. This is the folder as of {clockTime(at, zone)}.</strong> Nothing can be
        changed until it answers; it is asked every second, and this page goes on by itself.
      </p>
    </div>
  )
}

interface ToolsState {
  readonly wanted: string
  readonly canPress: boolean
  readonly isEmpty: boolean
  readonly onWanted: (wanted: string) => void
  readonly onAdd: () => void
  readonly onPhone: () => void
  readonly onDeleted: () => void
}

export function Tools({ wanted, canPress, isEmpty, onWanted, onAdd, onPhone, onDeleted }: ToolsState): ReactElement {
  return (
    <div className="tools">
      {!isEmpty && (
        <>
          <search className="find">
            <Icon name="search" />
            <input
              type="search"
              aria-label="Find a file"
              placeholder="Find a file"
              value={wanted}
              onChange={({ target }) => onWanted(target.value)}
            />
          </search>
          <p className="drop-hint">Or drop files anywhere on this page.</p>
        </>
      )}
      <div className="tool-buttons">
        <Action look="quiet" onPress={onDeleted}>
          Recently deleted
        </Action>
        <Action isOff={!canPress} onPress={onPhone}>
          <Icon name="phone" />
          Add from my phone
        </Action>
        <Action look="first" isOff={!canPress} onPress={onAdd}>
          <Icon name="add" />
          Add files
        </Action>
      </div>
    </div>
  )
}
