/** A film as a form: settings and scenes at the left, the film itself at the right, and the way into the folder above. */
import { type ReactElement, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Asset } from '../../../core/asset.ts'
import { variantOf } from '../../../core/explainer-locale.ts'
import type { Brand } from '../../../core/theme.ts'
import { dayOf } from '../../shared/clinic-time.ts'
import { CheckedDialog } from '../checked-dialog.tsx'
import type { Steps } from '../steps.ts'
import { useWorld } from '../studio-context.ts'
import { AddScene } from './add-scene.tsx'
import { useCardActs } from './card-acts.ts'
import { PictureProvider } from './card-context.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { DeleteDialog } from './delete-dialog.tsx'
import { editorWords } from './editor-words.ts'
import { editAddress, type FilmWish, variantsOf } from './film-address.ts'
import { cardOf, withAdded, withHead, withSetting, withText } from './film-draft.ts'
import { newsOf, type OpenedFilm } from './film-file.ts'
import { FilmHead } from './film-head.tsx'
import { FilmPreview } from './film-preview.tsx'
import { useShownFilm } from './film-shown.ts'
import { FilmState } from './film-state.tsx'
import { kinds } from './kinds.tsx'
import { LanguagesBar } from './languages-bar.tsx'
import { originalWords, untranslatedWords, useOriginalFilm } from './original-film.ts'
import { usePictureWorld } from './pictures.ts'
import { useSavedFilm } from './saved-film.ts'
import { SceneCard } from './scene-card.tsx'
import { SettingsFields } from './settings-fields.tsx'
import { SourceView } from './source-view.tsx'
import { useStayingPage } from './staying-page.ts'
import { useStepKeys } from './step-keys.ts'
import { ThrownFilm } from './thrown-film.tsx'
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
  const edited = useFilm(path, opened, newsOf(asset))
  const { history, text, theirs, thrown } = edited
  const { value: film, change, undo, redo } = history
  const pictures = usePictureWorld(path, assets, steps)
  const shown = useShownFilm(path, film, text, pictures.isMissing)
  const [chosen, setChosen] = useState('title')
  const [isSource, setSource] = useState(false)
  const [open, setOpen] = useState<'conflict' | 'check' | 'delete'>()

  const list = useRef<HTMLOListElement>(null)
  const { acts, said, goTo } = useCardActs({ film, change, list, onChoose: setChosen })

  const follow = useSavedFilm(path)
  const tell = useCallback(
    (saving: Saving) => {
      switch (saving.kind) {
        case 'changed':
          return setOpen('conflict')
        // The page says so above the form.
        case 'gone':
          return steps.hush()
        case 'refused':
          return steps.say('wrong', saving.message)
        case 'saved': {
          // What it began with is no longer asked for when the page is opened again.
          if (saving.isNew) window.history.replaceState(null, '', editAddress({ path }))
          steps.say('done', editorWords.written)
          return follow(saving.version, (told) => steps.say('done', editorWords.saved(told, path)))
        }
      }
    },
    [steps, follow, path],
  )

  const isNew = edited.base.version === null
  const isGone = theirs !== undefined && theirs.version === null
  const canSave = canPress && !edited.isSaving && thrown === undefined && (edited.isChanged || isNew || isGone)
  const save = () => {
    // What somebody else has taken away is put back: the page says so.
    if (canSave) void (isGone ? edited.keepMine() : edited.save()).then(tell)
  }
  const remove = async (others: readonly string[] = []) => {
    setOpen(undefined)
    const trouble = await edited.remove(others)
    if (trouble === undefined) steps.hush()
    else steps.say('wrong', trouble)
  }
  const bringBack = async () => {
    const trouble = await edited.bringBack()
    if (trouble !== undefined) return steps.say('wrong', trouble)
    steps.say('done', `${title === '' ? 'The film' : title} is back.`)
    goTo(chosen)
  }
  useStayingPage()
  useStepKeys(thrown === undefined ? { undo, redo, save } : { undo: () => void bringBack(), redo: undefined, save })

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
  const first = useOriginalFilm(original)
  const own = first.language
  const untranslated = untranslatedWords(first, film)
  const check = shown.checks.get(chosen)
  if (thrown !== undefined) {
    const { isChanged, forget } = edited
    const onLeave = () => {
      if (thrown.kind === 'discarded' || !isChanged) forget()
    }
    return <ThrownFilm {...{ title, thrown, isChanged, onLeave }} onBack={() => void bringBack()} />
  }
  return (
    <PictureProvider value={pictures}>
      <FilmHead
        {...{ edited, isSource, steps, path }}
        title={shown.unreadable === undefined ? title : nameOf(path)}
        onSource={() => setSource(!isSource)}
        onSave={save}
        onDelete={() => (variants.length > 1 ? setOpen('delete') : void remove())}
        canSave={canSave}
      />
      <LanguagesBar
        {...{ path, variants }}
        own={variantOf(path).locale === undefined ? language : own}
        isOff={isNew || isGone || !canPress}
      />
      {untranslated !== undefined && <p className="edit-untranslated">{untranslated}</p>}
      <FilmState asset={asset} isNew={isNew || isGone} onCheck={() => setOpen('check')} />
      {isGone && (
        <div className="edit-theirs" role="alert">
          <p>Somebody has taken this film out of the folder. Save puts it back as it stands here.</p>
        </div>
      )}
      {theirs !== undefined && !isGone && (
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
              onChange={(next) => change((before) => withText(before, next), 'source')}
            />
          ) : (
            <>
              <SettingsFields
                settings={film.settings}
                written={film.head}
                unreadable={shown.unreadable}
                original={first.film?.settings}
                problems={shown.settingProblems}
                onWrite={(head) => change((before) => withHead(before, head), 'head')}
                onSource={() => setSource(true)}
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
                    original={originalWords(first.film, card, place)}
                    check={shown.checks.get(card.id) ?? nothing}
                  />
                ))}
              </ol>
              <AddScene
                onAdd={(kind) => {
                  const card = cardOf(kinds[kind].empty)
                  const behind = film.cards.some(({ id }) => id === chosen) ? chosen : film.cards.at(-1)?.id
                  goTo(card.id)
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
          pictures={check?.pictures ?? nothing.pictures}
        />
      </div>
      {open === 'conflict' && theirs !== undefined && !isGone && (
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
      {open === 'delete' && (
        <DeleteDialog
          {...{ title, path, variants }}
          own={variantOf(path).locale === undefined ? language : own}
          onClose={() => setOpen(undefined)}
          onOne={() => void remove()}
          onAll={() => void remove(variants.flatMap((each) => (each.path === path ? [] : [each.path])))}
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

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

const nothing = { scenes: [], problems: [], pictures: [] } as const
