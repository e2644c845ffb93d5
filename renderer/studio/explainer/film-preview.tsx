/** The film beside its text: the scene that is being edited, or all of them, wide or upright. */
import { lazy, type ReactElement, Suspense, useMemo, useState } from 'react'
import type { FilmSize, Picture, PlannedScene, Scene, SceneProps, Template } from '../../../core/scene.ts'
import { withoutSoftHyphens } from '../../../core/soft-hyphen.ts'
import type { Brand } from '../../../core/theme.ts'
import { type PictureWorld, usePictures } from './card-context.ts'
import { missingSheet, notThere } from './missing-picture.ts'

const FilmPlayer = lazy(() => import('./film-player.tsx'))

export interface ShownScene {
  /** Of its card; `title` and `closing` for those. */
  readonly card: string
  readonly planned: PlannedScene
}

interface PreviewState {
  /** In order. */
  readonly scenes: readonly ShownScene[]
  /** The card that is being edited. */
  readonly chosen: string
  readonly template: Template
  readonly locale: string
  readonly brand: Brand
  /** The chosen card cannot be shown as it is. */
  readonly isBehind: boolean
  /** The files of pictures that the chosen card names. */
  readonly pictures: readonly string[]
}

export function FilmPreview(state: PreviewState): ReactElement {
  const { scenes, chosen, template, locale, brand, isBehind, pictures } = state
  const [reach, setReach] = useState<'scene' | 'film'>('scene')
  const [size, setSize] = useState<Extract<FilmSize, 'hd' | 'portrait'>>('hd')
  const world = usePictures()
  const own = scenes.filter(({ card }) => card === chosen)
  const isWhole = reach === 'film'
  const place = scenes.findIndex(({ card }) => card === chosen)
  const missing = pictures.find(world.isMissing)
  const shown = useMemo(
    (): readonly SceneProps[] =>
      (isWhole ? scenes : scenes.filter(({ card }) => card === chosen)).map(({ planned }) => ({
        ...{ ...planned, template, brand, locale, size },
        scene: withPictures(planned.scene, world),
      })),
    [scenes, chosen, isWhole, template, brand, locale, size, world],
  )
  const notes = [
    ...(isBehind && shown.length > 0
      ? ['This is the last version that can be shown: see what is wrong in the form.']
      : []),
    ...(missing === undefined ? [] : [notThere(missing)]),
  ]
  return (
    <section className="edit-preview" aria-labelledby="edit-preview">
      <h3 id="edit-preview" className="unseen">
        Preview
      </h3>
      <div className="edit-preview-tools">
        <Tabs label="What plays" value={reach} options={reaches} onChange={setReach} />
        <Tabs label="Screen" value={size} options={shapes} onChange={setSize} />
      </div>
      {shown.length === 0 ? (
        <p className="edit-screen edit-screen-empty">
          {own.length === 0 && isBehind
            ? 'As soon as nothing is missing or wrong in this scene, it plays here.'
            : 'There is nothing to play yet.'}
        </p>
      ) : (
        <Suspense fallback={<p className="edit-screen edit-screen-empty">The preview is on its way …</p>}>
          <FilmPlayer
            // Another shape is another player: Remotion keeps the size it began with.
            key={size}
            scenes={shown}
            subject={isWhole ? 'film' : chosen}
            {...(isWhole && place >= 0 ? { at: place } : {})}
            label={isWhole ? 'The whole film' : `Preview of ${nameOf(own[0]?.planned)}`}
          />
        </Suspense>
      )}
      <p className="edit-preview-note" role="status">
        {notes.join(' ')}
      </p>
    </section>
  )
}

const reaches = [
  { value: 'scene', name: 'This scene' },
  { value: 'film', name: 'Whole film' },
] as const
const shapes = [
  { value: 'hd', name: 'Wide' },
  { value: 'portrait', name: 'Upright' },
] as const

interface TabsState<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly name: string }[]
  readonly onChange: (value: Value) => void
}

function Tabs<Value extends string>({ label, value, options, onChange }: TabsState<Value>): ReactElement {
  return (
    <div className="tabs" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={label} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>{option.name}</span>
        </label>
      ))}
    </div>
  )
}

/** With what the browser can show of each picture: in the text there is only its name. Films cannot draw one without a source. */
function withPictures(scene: Scene, { sourceOf, isMissing }: PictureWorld): Scene {
  const shown = <Of extends Picture | undefined>(picture: Of): Of =>
    picture === undefined
      ? picture
      : { ...picture, src: sourceOf(picture.file) || missingSheet(picture.file, isMissing(picture.file)) }
  if (scene.kind === 'picture') return { ...scene, picture: shown(scene.picture) }
  if (scene.kind === 'text' && scene.picture !== undefined) return { ...scene, picture: shown(scene.picture) }
  if (scene.kind !== 'people') return scene
  return {
    ...scene,
    people: scene.people.map(({ picture, ...person }) =>
      // Without one, a calm figure stands there.
      picture === undefined || sourceOf(picture.file) === '' ? person : { ...person, picture: shown(picture) },
    ),
  }
}

const nameOf = (planned: PlannedScene | undefined): string => {
  const scene = planned?.scene
  if (scene === undefined) return 'nothing'
  if (scene.kind === 'closing') return 'the last picture'
  const name = withoutSoftHyphens(scene.kind === 'title' ? scene.title : scene.heading)
  return scene.kind === 'title' ? `the first picture, ${name}` : `the scene ${name}`
}
