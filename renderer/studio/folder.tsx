/** The content folder as it is, and what each button does to it. */
import { type ReactElement, useCallback, useMemo, useRef, useState } from 'react'
import type { Asset } from '../../core/asset.ts'
import { dayOf } from '../shared/clinic-time.ts'
import { useAdding } from './adding.ts'
import { useChanges } from './changes.ts'
import { CheckedDialog, withdrawCheck } from './checked-dialog.tsx'
import { Deleted } from './deleted.tsx'
import { DropPlace } from './drop-place.tsx'
import { filesChosen } from './dropped.ts'
import { DeleteDialog } from './explainer/delete-dialog.tsx'
import { variantsOf } from './explainer/film-address.ts'
import { NewFilm } from './explainer/new-film.tsx'
import { FolderFigures, Tools } from './folder-tools.tsx'
import { Head, LostBanner } from './head.tsx'
import { focusBeside, useKeptFocus } from './kept-focus.ts'
import { NoticeBar } from './notice-bar.tsx'
import { Phone } from './phone.tsx'
import { Preview } from './preview.tsx'
import { AcceptFlashes, NameInUse } from './questions.tsx'
import { Sections } from './sections.tsx'
import { ActsProvider, type StudioActs, WorldProvider } from './studio-context.ts'
import { useUndoKey } from './undo-key.ts'
import { UnsavedFilms } from './unsaved-films.tsx'
import { UploadPanel } from './upload-panel.tsx'
import { Uploads } from './uploads.ts'
import { titleOfAsset } from './words.ts'

interface FolderState {
  readonly assets: readonly Asset[]
  readonly zone: string
  readonly at: string
  /** False while the hub is away and `assets` are only the last ones. */
  readonly isLive: boolean
}

type Open =
  | { readonly kind: 'preview'; readonly id: string }
  | { readonly kind: 'flashes' | 'check' | 'languages'; readonly asset: Asset }
  | { readonly kind: 'deleted' | 'phone' | 'film' }

export function Folder({ assets, zone, at, isLive }: FolderState): ReactElement {
  const [uploads] = useState(() => new Uploads())
  const changes = useChanges()
  useKeptFocus(assets)
  const { press, say, hush, remove, removeAll, replaceBy, undo, notice } = changes
  const back = notice?.undo
  useUndoKey(back === undefined || !isLive ? undefined : () => void undo(back))
  const [open, setOpen] = useState<Open>()
  const [wanted, setWanted] = useState('')
  const files = useRef<HTMLInputElement>(null)
  const replacement = useRef<HTMLInputElement>(null)
  const replaced = useRef<Asset>(undefined)
  const paths = useMemo(() => new Set(assets.map(({ path }) => path)), [assets])
  const newest = useRef<readonly string[]>([])
  newest.current = assets.map(({ path }) => path)
  const onBad = useCallback((sentence: string) => say('wrong', sentence), [say])
  const onReplaced = useCallback(
    (path: string, old: string | undefined) => say('done', `Replaced: ${path}. The new one is being looked at.`, old),
    [say],
  )
  const adding = useAdding({
    uploads,
    paths,
    onBad,
    onKeptBoth: (path) => void press('keep-both', { path }),
    onReplaced,
  })
  const close = useCallback(() => setOpen(undefined), [])
  const acts = useMemo<StudioActs>(
    () => ({
      press,
      show: ({ id }) => setOpen({ kind: 'preview', id }),
      remove: (asset) => {
        if (variantsOf(asset.path, newest.current).length > 1) return setOpen({ kind: 'languages', asset })
        close()
        focusBeside(asset.path)
        void remove(asset)
      },
      replace: (asset) => {
        replaced.current = asset
        replacement.current?.click()
      },
      replaceBy: (path, by) => {
        focusBeside(by.path)
        void replaceBy(path, by)
      },
      acceptFlashes: (asset) => setOpen({ kind: 'flashes', asset }),
      check: (asset) => setOpen({ kind: 'check', asset }),
      withdraw: (asset) => {
        close()
        void withdrawCheck(asset, say)
      },
    }),
    [press, remove, replaceBy, close, say],
  )
  const world = useMemo(() => ({ zone, canPress: isLive }), [zone, isLive])
  const previewed = open?.kind === 'preview' ? assets.find(({ id }) => id === open.id) : undefined

  const takeReplacement = (chosen: FileList | null) => {
    const [file] = chosen ?? []
    const asset = replaced.current
    if (file === undefined || asset === undefined) return
    close()
    uploads.add([{ file, path: asset.path, place: 'replace', onDone: onReplaced }])
  }

  return (
    <WorldProvider value={world}>
      <ActsProvider value={acts}>
        <div className="studio" data-live={isLive}>
          <Head page="content" at={at} zone={zone} isLive={isLive}>
            <FolderFigures assets={assets} />
          </Head>
          {!isLive && <LostBanner what="the folder" at={at} zone={zone} />}
          <main>
            <Tools
              wanted={wanted}
              canPress={isLive}
              isEmpty={assets.length === 0}
              onWanted={setWanted}
              onAdd={() => files.current?.click()}
              onPhone={() => setOpen({ kind: 'phone' })}
              onDeleted={() => setOpen({ kind: 'deleted' })}
              onFilm={() => setOpen({ kind: 'film' })}
            />
            <UnsavedFilms assets={assets} say={say} />
            <Sections assets={assets} wanted={wanted} at={at} onAdd={() => files.current?.click()} canPress={isLive} />
          </main>
          <div className="corner">
            <NoticeBar notice={notice} canPress={isLive} onClose={hush} onUndo={(id) => void undo(id)} />
            <UploadPanel uploads={uploads} />
          </div>
          <FileInput inputRef={files} label="Files to add" isMany onChosen={(list) => adding.add(filesChosen(list))} />
          <FileInput inputRef={replacement} label="File that takes its place" onChosen={takeReplacement} />
          <DropPlace isOff={!isLive} onDrop={adding.add} />
        </div>
        {previewed !== undefined && <Preview asset={previewed} onClose={close} />}
        {open?.kind === 'flashes' && (
          <AcceptFlashes
            asset={open.asset}
            canPress={isLive}
            onClose={close}
            onAccept={() => {
              const { path } = open.asset
              close()
              void press('note', { path, changes: { flashing: 'accepted' } }, 'Noted. The film is looked at again.')
            }}
          />
        )}
        {open?.kind === 'check' && (
          <CheckedDialog
            {...{ say, today: dayOf(at, zone), canPress: isLive, onClose: close }}
            asset={assets.find(({ id }) => id === open.asset.id) ?? open.asset}
          />
        )}
        {open?.kind === 'languages' && (
          <DeleteDialog
            title={titleOfAsset(open.asset)}
            path={open.asset.path}
            variants={variantsOf(open.asset.path, newest.current)}
            own={undefined}
            onClose={close}
            onOne={() => {
              close()
              focusBeside(open.asset.path)
              void remove(open.asset)
            }}
            onAll={() => {
              close()
              const all = variantsOf(open.asset.path, newest.current).map(({ path }) => path)
              void removeAll([open.asset, ...assets.filter((one) => one !== open.asset && all.includes(one.path))])
            }}
          />
        )}
        {open?.kind === 'deleted' && <Deleted onUndo={undo} onClose={close} />}
        {open?.kind === 'film' && <NewFilm assets={assets} onClose={close} />}
        {open?.kind === 'phone' && <Phone assets={assets} onClose={close} />}
        {adding.asked !== undefined && <NameInUse key={adding.asked.path} {...adding.asked} onAnswer={adding.answer} />}
      </ActsProvider>
    </WorldProvider>
  )
}

interface FileInputState {
  readonly inputRef: React.RefObject<HTMLInputElement | null>
  readonly label: string
  readonly isMany?: boolean
  readonly onChosen: (files: FileList | null) => void
}

/** Out of sight: a button of the page opens it. */
const FileInput = ({ inputRef, label, isMany = false, onChosen }: FileInputState): ReactElement => (
  <input
    ref={inputRef}
    type="file"
    hidden
    multiple={isMany}
    aria-label={label}
    onChange={({ currentTarget }) => {
      onChosen(currentTarget.files)
      // The same file may be chosen again.
      currentTarget.value = ''
    }}
  />
)
