/** A film as a form: settings and scenes at the left, the film itself at the right, and the way into the folder above. */
import { type ReactElement, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ExplainerTexts } from '../../../core/approval-contract.ts'
import type { Asset } from '../../../core/asset.ts'
import { variantOf } from '../../../core/explainer-locale.ts'
import type { Brand } from '../../../core/theme.ts'
import { dayOf } from '../../shared/clinic-time.ts'
import { randomId } from '../../shared/press.ts'
import { CheckedDialog } from '../checked-dialog.tsx'
import { useAsked } from '../programming.ts'
import type { Steps } from '../steps.ts'
import { useWorld } from '../studio-context.ts'
import { AddScene } from './add-scene.tsx'
import { PictureProvider } from './card-context.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { editorWords } from './editor-words.ts'
import { type FilmWish, variantsOf } from './film-address.ts'
import {
  cardOf,
  draftFrom,
  settled,
  withAdded,
  withCopy,
  withMoved,
  without,
  withScene,
  withSeconds,
  withSetting,
  withSource,
} from './film-draft.ts'
import type { OpenedFilm } from './film-file.ts'
import { FilmHead } from './film-head.tsx'
import { FilmPreview } from './film-preview.tsx'
import { useShownFilm } from './film-shown.ts'
import { FilmState } from './film-state.tsx'
import { kinds } from './kinds.tsx'
import { LanguagesBar } from './languages-bar.tsx'
import { usePictureWorld } from './pictures.ts'
import { type CardActs, SceneCard } from './scene-card.tsx'
import { SettingsFields } from './settings-fields.tsx'
import { SourceView } from './source-view.tsx'
import { useStepKeys } from './step-keys.ts'
import { type Saving, useFilm } from './use-film.ts'

interface EditorState {
  readonly wish: FilmWish
  readonly opened: OpenedFilm
  readonly assets: readonly Asset[]
  readonly steps: Steps
  readonly zone: string
  readonly at: string
  readonly brand: Brand
}

export function FilmEditor({ wish, opened, assets, steps, zone, at, brand }: EditorState): ReactElement {
  const { path } = wish
  const { canPress } = useWorld()
  const asset = assets.find((one) => one.path === path)
  // Not its progress: that says nothing about the file.
  const news = `${asset?.state} ${asset?.hash} ${asset?.refusedAt} ${asset?.reason?.message}`
  const edited = useFilm(path, opened, news)
  const { history, text, theirs } = edited
  const { value: film, change, undo, redo } = history
  const shown = useShownFilm(path, film, text)
  const [chosen, setChosen] = useState('title')
  const [isSource, setSource] = useState(false)
  const [open, setOpen] = useState<'conflict' | 'check'>()
  const [said, setSaid] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const pictures = usePictureWorld(path, assets, steps)

  // After a card has moved, come or gone, the keyboard goes on in it.
  const wanted = useRef<{ readonly card: string; readonly act?: string }>(undefined)
  useEffect(() => {
    const { card, act } = wanted.current ?? {}
    if (card === undefined) return
    wanted.current = undefined
    const place = list.current?.querySelector<HTMLElement>(`[data-card="${card}"]`)
    const button =
      act === undefined ? null : place?.querySelector<HTMLButtonElement>(`[data-act="${act}"]:not(:disabled)`)
    ;(button ?? place?.querySelector<HTMLElement>('textarea'))?.focus()
    place?.scrollIntoView({ block: 'nearest' })
  })

  const newest = useRef(film)
  newest.current = film
  const acts = useMemo<CardActs>(
    () => ({
      change: (id, scene, mark) => change((before) => withScene(before, id, scene), mark && `${id} ${mark}`),
      write: (id, source) => change((before) => withSource(before, id, source), `${id} source`),
      settle: () => change(settled, 'settle'),
      move: (id, by) => {
        wanted.current = { card: id, act: by < 0 ? 'up' : 'down' }
        const { cards } = withMoved(newest.current, id, by)
        setSaid(`Moved to place ${cards.findIndex((card) => card.id === id) + 1} of ${cards.length}.`)
        change((before) => withMoved(before, id, by))
      },
      copy: (id) => {
        const copyId = randomId()
        wanted.current = { card: copyId }
        change((before) => withCopy(before, id, copyId))
        setSaid('Duplicated.')
      },
      remove: (id) => {
        const { cards } = newest.current
        const place = cards.findIndex((card) => card.id === id)
        const beside = cards[place + 1] ?? cards[place - 1]
        if (beside !== undefined) wanted.current = { card: beside.id, act: 'remove' }
        setSaid('Removed. Control and Z bring it back.')
        change((before) => without(before, id))
      },
      time: (id, seconds) => change((before) => withSeconds(before, id, seconds), `${id} seconds`),
      choose: setChosen,
    }),
    [change],
  )

  const tell = useCallback(
    (saving: Saving) => {
      if (saving.kind === 'changed') setOpen('conflict')
      else if (saving.kind === 'refused') steps.say('wrong', saving.message)
      else
        steps.say(
          'done',
          editorWords.saved({
            isNew: saving.isNew,
            problems: shown.problems.length,
            settings: film.settings,
            asset,
            path,
          }),
        )
    },
    [steps, shown.problems.length, film.settings, asset, path],
  )

  const canSave = canPress && !edited.isSaving && (edited.isChanged || edited.base.version === null)
  const save = () => {
    if (canSave) void edited.save().then(tell)
  }
  useStepKeys({ undo, redo, save })

  const title = typeof film.settings.title === 'string' ? film.settings.title : ''
  useEffect(() => {
    document.title = `${title === '' ? 'New film' : title} · Studio`
  }, [title])
  const language = typeof film.settings.locale === 'string' ? film.settings.locale : 'en'
  const variants = useMemo(
    () =>
      variantsOf(
        path,
        assets.map((one) => one.path),
      ),
    [path, assets],
  )
  const original = variants.find(({ tag, path: each }) => tag === undefined && each !== path)?.path
  const own = useOwnLanguage(original)
  const check = shown.checks.get(chosen)
  return (
    <PictureProvider value={pictures}>
      <FilmHead
        {...{ edited, isSource, steps, path, title }}
        onSource={() => setSource(!isSource)}
        onSave={save}
        canSave={canSave}
      />
      <LanguagesBar
        {...{ path, variants }}
        own={variantOf(path).locale === undefined ? language : own}
        isOff={edited.base.version === null || !canPress}
      />
      <FilmState asset={asset} isNew={edited.base.version === null} onCheck={() => setOpen('check')} />
      {theirs !== undefined && (
        <div className="edit-theirs" role="alert">
          <p>The file has changed in the folder since you began. Both versions are kept.</p>
          <button type="button" className="action action-plain" onClick={() => setOpen('conflict')}>
            Look at both
          </button>
        </div>
      )}
      <p className="unseen" role="status">
        {said}
      </p>
      <div className="edit-panes">
        <div className="edit-form">
          {isSource ? (
            <SourceView
              text={text}
              problems={shown.problems}
              onChange={(next) => change((before) => draftFrom(next, before.cards), 'source')}
            />
          ) : (
            <>
              <SettingsFields
                settings={film.settings}
                problems={shown.settingProblems}
                onChange={(name, value) => change((before) => withSetting(before, name, value), name)}
                onChoose={(name) => setChosen(name === 'closing' ? 'closing' : 'title')}
              />
              <h3 className="edit-scenes-head">
                Scenes <span className="count">{film.cards.length}</span>
              </h3>
              <ol className="edit-cards" ref={list}>
                {film.cards.map((card, place) => (
                  <SceneCard
                    key={card.id}
                    {...{ card, place, acts }}
                    count={film.cards.length}
                    isChosen={card.id === chosen}
                    locale={shown.locale}
                    check={shown.checks.get(card.id) ?? nothing}
                  />
                ))}
              </ol>
              <AddScene
                onAdd={(kind) => {
                  const card = cardOf(kinds[kind].empty)
                  const behind = film.cards.some(({ id }) => id === chosen) ? chosen : film.cards.at(-1)?.id
                  wanted.current = { card: card.id }
                  change((before) => withAdded(before, card, behind))
                }}
              />
            </>
          )}
        </div>
        <FilmPreview
          scenes={shown.scenes}
          chosen={chosen}
          template={shown.template}
          locale={shown.locale}
          brand={brand}
          isBehind={check !== undefined && check.scenes.length === 0}
        />
      </div>
      {open === 'conflict' && theirs !== undefined && (
        <ConflictDialog
          mine={text}
          theirs={theirs}
          onClose={() => setOpen(undefined)}
          onKeep={() => {
            setOpen(undefined)
            void edited.keepMine().then(tell)
          }}
          onTake={() => {
            setOpen(undefined)
            edited.takeTheirs()
            steps.say('done', 'This is the file’s version. Control and Z bring yours back.')
          }}
        />
      )}
      {open === 'check' && asset !== undefined && (
        <CheckedDialog
          {...{ asset, canPress, say: steps.say }}
          today={dayOf(at, zone)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </PictureProvider>
  )
}

const nothing = { scenes: [], problems: [] } as const

/** Of the film whose name says no language. @param path undefined when there is none, or it is the one that is open */
function useOwnLanguage(path: string | undefined): string {
  const address = path === undefined ? undefined : `/api/explainers?path=${encodeURIComponent(path)}`
  return useAsked<ExplainerTexts>(address, path).answer?.explainers[0]?.locale ?? 'en'
}
