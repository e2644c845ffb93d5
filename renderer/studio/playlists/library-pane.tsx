/** What can be put into a playlist: files, folders, other lists and sentences, found by name; thousands stay quick. */
import { type ReactElement, useMemo, useState } from 'react'
import { type Asset, compareNames, mayPlay } from '../../../core/asset.ts'
import { Action } from '../../shared/action.tsx'
import { Icon } from '../icons.tsx'
import { type PlaylistItem, type PlaylistLine, titleOfList } from '../programming.ts'
import { find } from '../shelves.ts'
import { lengthOf } from '../words.ts'
import type { Drag } from './drag.ts'
import { isWithin, posterOf } from './entry.ts'
import { EntryPicture } from './entry-picture.tsx'
import type { ItemKind } from './items.ts'
import { MoreLines } from './more-lines.tsx'
import { TextMaker } from './text-maker.tsx'

const atFirst = 60
const tabs = [
  ['files', 'Files'],
  ['folders', 'Folders'],
  ['playlists', 'Playlists'],
  ['text', 'Text'],
] as const
type Tab = (typeof tabs)[number][0]

interface LibraryState {
  readonly assets: readonly Asset[]
  readonly playlists: readonly PlaylistLine[]
  /** The list that is edited: it cannot hold itself. */
  readonly name: string
  readonly drag: Drag
  readonly isOff: boolean
  /** What is in the list already. */
  readonly taken: ReadonlySet<string>
  readonly onAdd: (item: PlaylistItem, title: string) => void
}

interface Offer {
  readonly item: PlaylistItem
  readonly kind: ItemKind
  readonly target: string
  readonly title: string
  readonly note: string
  readonly poster?: string
}

export function LibraryPane({ assets, playlists, name, drag, isOff, taken, onAdd }: LibraryState): ReactElement {
  const [tab, setTab] = useState<Tab>('files')
  const [wanted, setWanted] = useState('')
  const [kind, setKind] = useState('')
  const [most, setMost] = useState(atFirst)
  const offers = useMemo(() => {
    switch (tab) {
      case 'files':
        return filesOf(assets, wanted, kind)
      case 'folders':
        return foldersOf(assets, wanted)
      case 'playlists':
        return listsOf(playlists, name, wanted)
      case 'text':
        return []
    }
  }, [tab, assets, playlists, name, wanted, kind])
  return (
    <section className="library" aria-labelledby="library">
      <h3 id="library">Put in</h3>
      <fieldset className="tabs">
        <legend className="unseen">What to put in</legend>
        {tabs.map(([id, label]) => (
          <label key={id}>
            <input
              type="radio"
              name="library-tab"
              checked={tab === id}
              onChange={() => {
                setTab(id)
                setWanted('')
                setMost(atFirst)
              }}
            />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      {tab === 'text' ? (
        <TextMaker isOff={isOff} onAdd={(text) => onAdd({ text }, `“${text}”`)} />
      ) : (
        <>
          <div className="library-tools">
            <search className="find">
              <Icon name="search" />
              <input
                type="search"
                aria-label="Find in the library"
                placeholder="Find"
                value={wanted}
                onChange={({ currentTarget }) => {
                  setWanted(currentTarget.value)
                  setMost(atFirst)
                }}
              />
            </search>
            {tab === 'files' && (
              <select aria-label="Kind" value={kind} onChange={({ currentTarget }) => setKind(currentTarget.value)}>
                <option value="">Every kind</option>
                <option value="video">Videos</option>
                <option value="image">Pictures</option>
                <option value="explainer">Explainers</option>
                <option value="document">Documents</option>
              </select>
            )}
          </div>
          <p className="path library-count" role="status">
            {offers.length === 0 ? 'Nothing like it.' : `${offers.length} to choose from`}
          </p>
          <ul className="offers">
            {offers.slice(0, most).map((offer) => (
              <li
                key={`${offer.kind}:${offer.target}`}
                draggable={!isOff}
                onDragStart={(event) => drag.start(event, { kind: 'new', item: offer.item, title: offer.title })}
                onDragEnd={drag.end}
              >
                <EntryPicture entry={offer} />
                <span className="entry-words">
                  <b dir="auto">{offer.title}</b>
                  <span className="path">{offer.note}</span>
                  {taken.has(offer.target) && <span className="path offer-in">In this playlist</span>}
                </span>
                <Action isOff={isOff} label={`Add ${offer.title}`} onPress={() => onAdd(offer.item, offer.title)}>
                  Add
                </Action>
              </li>
            ))}
          </ul>
          <MoreLines all={offers.length} most={most} onMore={setMost} />
        </>
      )}
    </section>
  )
}

function filesOf(assets: readonly Asset[], wanted: string, kind: string): readonly Offer[] {
  const some = assets.filter(
    ({ state, path, kind: own }) => state === 'ready' && mayPlay(path) && (kind === '' || own === kind),
  )
  return [...find(some, wanted)]
    .sort((one, other) => compareNames(one.path, other.path))
    .map((asset) => {
      const poster = posterOf(asset)
      const item = asset.kind === 'explainer' ? { explainer: asset.path } : asset.path
      const length = asset.durationMs === undefined ? [] : [lengthOf(asset.durationMs)]
      return {
        ...{ item, kind: 'asset' as const, target: asset.path, title: asset.title ?? asset.path },
        note: [...length, asset.path].join(' · '),
        ...(poster === undefined ? {} : { poster }),
      }
    })
}

function foldersOf(assets: readonly Asset[], wanted: string): readonly Offer[] {
  const folders = new Set<string>()
  for (const { path } of assets) {
    const parts = path.split('/').slice(0, -1)
    for (const [at] of parts.entries()) folders.add(parts.slice(0, at + 1).join('/'))
  }
  const words = wanted.trim().toLowerCase()
  return [...folders]
    .filter((folder) => mayPlay(`${folder}/`) && folder.toLowerCase().includes(words))
    .sort(compareNames)
    .map((folder) => {
      const within = assets.filter((asset) => isWithin(asset, folder))
      const poster = within.map(posterOf).find((one) => one !== undefined)
      return {
        ...{ item: { folder }, kind: 'folder' as const, target: folder, title: folder },
        note: within.length === 1 ? '1 file' : `${within.length} files`,
        ...(poster === undefined ? {} : { poster }),
      }
    })
}

const listsOf = (playlists: readonly PlaylistLine[], name: string, wanted: string): readonly Offer[] =>
  playlists
    .filter((list) => list.kind === 'file' && list.name !== name)
    .map((list) => ({
      ...{ item: { playlist: list.name }, kind: 'playlist' as const, target: list.name },
      title: titleOfList(list.name, playlists),
      note: `${list.items === 1 ? '1 item' : `${list.items} items`}${list.durationMs > 0 ? ` · ${lengthOf(list.durationMs)}` : ''}`,
    }))
    .filter(({ title }) => title.toLowerCase().includes(wanted.trim().toLowerCase()))
