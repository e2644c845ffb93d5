/** One playlist beside the library: put things in, move them, say how often; each change is saved at once and can be taken back. */
import { type ReactElement, useMemo, useRef, useState } from 'react'
import type { Asset } from '../../../core/asset.ts'
import { UndoButton } from '../frame.tsx'
import { type PlaylistItem, type PlaylistLine, playlistAddress, titleOfList } from '../programming.ts'
import type { Steps } from '../steps.ts'
import { useWorld } from '../studio-context.ts'
import { type Dragged, useDrag } from './drag.ts'
import { BackToLists, EditorHead } from './editor-head.tsx'
import { entryOf } from './entry.ts'
import { EntryLines } from './entry-lines.tsx'
import { inserted, keysOf, madeOf, moved, targetOf, withOptions, without } from './items.ts'
import { LibraryPane } from './library-pane.tsx'
import { useListEditing } from './list-editing.ts'
import { ListPreview } from './list-preview.tsx'
import { MadeLines } from './made-lines.tsx'
import { NewPlaylist } from './new-playlist.tsx'

interface EditorState {
  readonly name: string
  readonly playlists: readonly PlaylistLine[]
  readonly assets: readonly Asset[]
  readonly steps: Steps
  /** Changes when the hub tells of this playlist anew. */
  readonly news: string
  readonly onOpen: (name: string) => void
}

export function Editor({ name, playlists, assets, steps, news, onOpen }: EditorState): ReactElement {
  const { canPress } = useWorld()
  const { detail, file, problem, isSaving, change } = useListEditing(name, news, steps)
  const [open, setOpen] = useState<'preview' | 'copy'>()
  const [said, say] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const byPath = useMemo(() => new Map(assets.map((asset) => [asset.path, asset])), [assets])
  const made = useMemo(() => madeOf(detail?.file ?? { items: [] }, detail?.entries ?? []), [detail])
  const entries = useMemo(() => {
    const keys = keysOf(file.items)
    return file.items.map((item, at) => entryOf(item, keys[at] ?? String(at), { made, assets: byPath, playlists }))
  }, [file, made, byPath, playlists])
  const title = file.title ?? titleOfList(name, playlists)
  const titleAt = (at: number) => entries[at]?.title ?? 'an item'

  const add = (items: readonly PlaylistItem[], words: string, at = file.items.length) => {
    change({ ...file, items: [...inserted(file.items, at, items)] }, `Added ${words}`)
    say(`${words} is number ${at + 1} of ${file.items.length + items.length}.`)
  }
  const move = (from: number, to: number) => {
    if (to < 0 || to >= file.items.length || to === from) return
    change({ ...file, items: [...moved(file.items, from, to)] }, `Moved ${titleAt(from)}`)
    say(`${titleAt(from)} is number ${to + 1} of ${file.items.length}.`)
  }
  const drop = (dragged: Dragged, to: number) => {
    if (dragged.kind === 'new') add([dragged.item], dragged.title, to)
    else move(dragged.at, to > dragged.at ? to - 1 : to)
  }
  const drag = useDrag(list, drop)
  const remove = (at: number) => change({ ...file, items: [...without(file.items, at)] }, `Took out ${titleAt(at)}`)
  const replace = (at: number, item: PlaylistItem, words: string) =>
    change({ ...file, items: file.items.map((one, place) => (place === at ? item : one)) }, words)

  if (detail === undefined) {
    return (
      <>
        <BackToLists onBack={() => onOpen('')} />
        <p className="nobody" role="status">
          {problem ?? 'One moment …'}
        </p>
      </>
    )
  }
  const isOwn = detail.kind === 'file'
  return (
    <>
      <EditorHead
        {...{ name, title, file, entries, isOwn, isSaving }}
        problems={detail.problems}
        durationMs={detail.durationMs}
        onTitle={(wanted) => change({ ...file, title: wanted }, `Called it ${wanted}`)}
        onShuffle={(isOn) => {
          const { shuffle: _, ...rest } = file
          change(isOn ? { ...rest, shuffle: 'daily' } : rest, isOn ? 'Another order every day' : 'In this order')
        }}
        onBack={() => onOpen('')}
        onPreview={() => setOpen('preview')}
        onCopy={() => setOpen('copy')}
        onDelete={() => {
          void steps.send<{ before: unknown }>(playlistAddress(name), { method: 'DELETE' }).then((answer) => {
            if (answer === undefined) return
            steps.done(`Deleted the playlist ${title}`, async () => {
              const back = { method: 'PUT', body: JSON.stringify(answer.before) } as const
              return (await steps.send(playlistAddress(name), back)) !== undefined
            })
            onOpen('')
          })
        }}
        undo={<UndoButton steps={steps} canPress={canPress} />}
      />
      <div className={isOwn ? 'editor-panes' : 'editor-alone'}>
        <section className="editor-list" aria-labelledby="in-list">
          <h3 id="in-list">In this playlist</h3>
          {isOwn ? (
            <EntryLines
              {...{ entries, drag, list }}
              isOff={!canPress}
              onMove={move}
              onRemove={remove}
              onChange={(at, changes, words) => {
                const item = file.items[at]
                if (item !== undefined) replace(at, withOptions(item, changes), words)
              }}
              onText={(at, text) => {
                const item = file.items[at]
                if (typeof item === 'object' && 'text' in item) replace(at, { ...item, text }, 'Changed the words')
              }}
            />
          ) : (
            <MadeLines entries={detail.entries} assets={assets} />
          )}
          <p className="unseen" role="status">
            {said}
          </p>
        </section>
        {isOwn && (
          <LibraryPane
            {...{ assets, playlists, name, drag }}
            isOff={!canPress}
            taken={new Set(file.items.map(targetOf))}
            onAdd={(item, words) => add([item], words)}
          />
        )}
      </div>
      {open === 'preview' && (
        <ListPreview title={title} entries={detail.entries} assets={assets} onClose={() => setOpen(undefined)} />
      )}
      {open === 'copy' && (
        <NewPlaylist
          heading="Copy this playlist"
          start={`${title} copy`}
          taken={new Set(playlists.map((one) => one.name))}
          onClose={() => setOpen(undefined)}
          onMake={async (copy, wanted) => {
            const items = isOwn ? file.items : detail.entries.flatMap(({ path }) => (path === undefined ? [] : [path]))
            const sent = { method: 'PUT', body: JSON.stringify({ ...file, title: wanted, items }) } as const
            if ((await steps.send(playlistAddress(copy), sent)) === undefined) return false
            steps.done(`Made the playlist ${wanted}`, async () => {
              const gone = await steps.send(playlistAddress(copy), { method: 'DELETE' })
              return gone !== undefined
            })
            onOpen(copy)
            return true
          }}
        />
      )}
    </>
  )
}
