/** Every playlist there is, with its length and what is wrong with it; folders and the content itself are lists, too. */
import { type ReactElement, useState } from 'react'
import { Action } from '../../shared/action.tsx'
import { UndoButton } from '../frame.tsx'
import { Icon } from '../icons.tsx'
import { type PlaylistLine, playlistAddress, titleOfList } from '../programming.ts'
import type { Steps } from '../steps.ts'
import { useWorld } from '../studio-context.ts'
import { count, lengthOf } from '../words.ts'
import { NewPlaylist } from './new-playlist.tsx'

interface ListState {
  readonly playlists: readonly PlaylistLine[]
  readonly steps: Steps
  readonly onOpen: (name: string) => void
}

export function PlaylistList({ playlists, steps, onOpen }: ListState): ReactElement {
  const { canPress } = useWorld()
  const [isNew, setNew] = useState(false)
  const own = playlists.filter(({ kind }) => kind === 'file')
  const made = playlists.filter(({ kind }) => kind !== 'file')
  return (
    <>
      <div className="page-tools">
        <h2>Playlists</h2>
        <p className="note">What plays, in which order. When it plays is said in the schedule.</p>
        <div className="tool-buttons">
          <UndoButton steps={steps} canPress={canPress} />
          <Action look="first" isOff={!canPress} onPress={() => setNew(true)}>
            <Icon name="add" />
            New playlist
          </Action>
        </div>
      </div>
      {own.length === 0 ? (
        <p className="nobody">No playlist yet. Until there is one, everything in the content folder plays in turn.</p>
      ) : (
        <ul className="lists" aria-label="Playlists">
          {own.map((list) => (
            <Line key={list.name} list={list} playlists={playlists} />
          ))}
        </ul>
      )}
      <h3 className="lists-head">From the content folder</h3>
      <p className="note">
        The content folder and each folder in it are playlists, too: they hold what lies in them and change with it.
      </p>
      <ul className="lists" aria-label="From the content folder">
        {made.map((list) => (
          <Line key={list.name} list={list} playlists={playlists} />
        ))}
      </ul>
      {isNew && (
        <NewPlaylist
          taken={new Set(playlists.map(({ name }) => name))}
          onClose={() => setNew(false)}
          onMake={async (name, title) => {
            const made = await steps.send(playlistAddress(name), {
              method: 'PUT',
              body: JSON.stringify({ title, items: [] }),
            })
            if (made === undefined) return false
            steps.done(`Made the playlist ${title}`, async () => {
              const gone = await steps.send(playlistAddress(name), { method: 'DELETE' })
              return gone !== undefined
            })
            onOpen(name)
            return true
          }}
        />
      )}
    </>
  )
}

function Line({ list, playlists }: { readonly list: PlaylistLine; readonly playlists: readonly PlaylistLine[] }) {
  const { name, kind, items, durationMs, problems } = list
  const title = titleOfList(name, playlists)
  return (
    <li>
      <a className="list-line" href={`#${encodeURIComponent(name)}`} data-kind={kind}>
        <span className="list-sign">
          <Icon name={kind === 'folder' ? 'folder' : 'list'} size={26} />
        </span>
        <span className="list-words">
          <b dir="auto">{title}</b>
          <span className="path">
            {count(items, 'item', 'items')}
            {durationMs > 0 && ` · ${lengthOf(durationMs)}`}
            {kind !== 'file' && ' · read-only'}
          </span>
          {problems.length > 0 && (
            <span className="list-problem">
              {problems.length === 1 ? problems[0]?.message : `${problems.length} things are wrong with it`}
            </span>
          )}
        </span>
      </a>
    </li>
  )
}
