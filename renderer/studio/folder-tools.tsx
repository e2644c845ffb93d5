/** How the content folder stands, what to look for in it, and the ways to put something in. */
import type { ReactElement } from 'react'
import type { Asset } from '../../core/asset.ts'
import { type AssetGroup, groupOf } from '../../core/asset-group.ts'
import { Action } from '../shared/action.tsx'
import { Icon } from './icons.tsx'

export function FolderFigures({ assets }: { readonly assets: readonly Asset[] }): ReactElement {
  const groups = assets.map(groupOf)
  const count = (wanted: AssetGroup) => groups.filter((group) => group === wanted).length
  const figures = [
    { name: 'on the TV', figure: count('on-tv') },
    { name: 'in work', figure: count('working') },
    { name: 'need you', figure: count('needs-you') },
  ]
  return (
    <ul aria-label="The content folder">
      {figures.map(({ name, figure }) => (
        <li key={name}>
          <b>{figure}</b> {name}
        </li>
      ))}
    </ul>
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
  readonly onFilm: () => void
}

export function Tools({
  wanted,
  canPress,
  isEmpty,
  onWanted,
  onAdd,
  onPhone,
  onDeleted,
  onFilm,
}: ToolsState): ReactElement {
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
        <Action isOff={!canPress} onPress={onFilm}>
          <Icon name="edit" />
          New film
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
