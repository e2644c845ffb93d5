/** The fields of scenes whose entries have several: stages, places on a chart, two sides, numbers, people. */
import { lazy, type ReactElement, Suspense, useEffect, useRef } from 'react'
import { regionName, regionsOf } from '../../../core/anatomy.ts'
import { Choice, SelectField } from '../../shared/fields.tsx'
import type { CardScene } from './film-draft.ts'
import { ListField, TextsField } from './list-field.tsx'
import { PictureField } from './picture-field.tsx'
import { orNothing, WordsField, withMaybe } from './words-field.tsx'

/** Comes with the drawings, which are not small. */
const ChartPicker = lazy(() => import('./chart-picker.tsx'))

export interface SceneState {
  readonly scene: CardScene
  /** @param mark which field: typing in one is one step of Undo */
  readonly onChange: (scene: CardScene, mark?: string) => void
}

export type Of<Kind extends CardScene['kind']> = Extract<CardScene, { readonly kind: Kind }>

export function Numbers({ scene, onChange }: SceneState & { readonly scene: Of<'numbers'> }): ReactElement {
  return (
    <ListField
      label="Numbers"
      one="number"
      at="numbers"
      entries={scene.numbers}
      empty={{ value: '', label: '' }}
      least={1}
      most={3}
      onChange={(numbers) => onChange({ ...scene, numbers: [...numbers] }, 'numbers')}
    >
      {(entry, place, change) => (
        <div className="entry-pair">
          <WordsField
            label="Number"
            at={`numbers.${place}.value`}
            placeholder="20 min"
            value={entry.value}
            onChange={(value) => change({ ...entry, value })}
          />
          <WordsField
            label="What it counts"
            at={`numbers.${place}.label`}
            value={entry.label}
            onChange={(label) => change({ ...entry, label })}
          />
        </div>
      )}
    </ListField>
  )
}

export function Stages({ scene, onChange }: SceneState & { readonly scene: Of<'timeline'> }): ReactElement {
  return (
    <ListField
      label="Stages"
      one="stage"
      at="stages"
      entries={scene.stages}
      empty={{ when: '', text: '' }}
      least={2}
      most={5}
      onChange={(stages) => onChange({ ...scene, stages: [...stages] }, 'stages')}
    >
      {(stage, place, change) => (
        <>
          <WordsField
            label="When"
            at={`stages.${place}.when`}
            placeholder="Days 1–3"
            value={stage.when}
            onChange={(when) => change({ ...stage, when })}
          />
          <WordsField
            label="What is usual then"
            at={`stages.${place}.text`}
            value={stage.text}
            onChange={(text) => change({ ...stage, text })}
          />
          <WordsField
            label="What helps"
            isOptional
            at={`stages.${place}.care`}
            value={stage.care ?? ''}
            onChange={(care) => change(withMaybe(stage, 'care', orNothing(care)))}
          />
        </>
      )}
    </ListField>
  )
}

/** As many as a chart can light up one after another. */
const mostRegions = 5

export function Regions({ scene, onChange }: SceneState & { readonly scene: Of<'chart'> }): ReactElement {
  const list = useRef<HTMLDivElement>(null)
  const picked = useRef<string>(undefined)
  const { regions } = scene
  const goTo = (region: string): boolean => {
    const place = regions.findIndex((one) => one.region === region)
    list.current?.querySelector<HTMLElement>(`[data-at="regions.${place}.text"] textarea`)?.focus()
    return place >= 0
  }
  // The words about a place that was pressed are written at once.
  useEffect(() => {
    if (picked.current !== undefined && goTo(picked.current)) picked.current = undefined
  })
  const pick = (region: string) => {
    if (goTo(region) || regions.length >= mostRegions) return
    picked.current = region
    // What has just been added and says nothing yet gives way.
    const told = regions.filter(({ text }) => text !== '')
    onChange({ ...scene, regions: [...told, { region, text: '' }] })
  }
  const places = regionsOf(scene.chart).map((id) => ({ value: id as string, name: regionName(id, 'en') ?? id }))
  return (
    <>
      <Choice
        label="Drawing"
        value={scene.chart}
        options={[
          { value: 'face', name: 'Face', note: 'From the front' },
          { value: 'neck', name: 'Head and neck', note: 'Half turned' },
        ]}
        onChange={(chart) => onChange({ ...scene, chart })}
      />
      <div className="chart-field" ref={list}>
        <Suspense fallback={<div className="chart-picker" />}>
          <ChartPicker chart={scene.chart} chosen={regions.map(({ region }) => region)} onPick={pick} />
        </Suspense>
        <ListField
          label="Places that light up"
          one="place"
          at="regions"
          entries={regions}
          empty={{ region: places[0]?.value ?? '', text: '' }}
          least={1}
          most={mostRegions}
          onChange={(changed) => onChange({ ...scene, regions: [...changed] }, 'regions')}
        >
          {(entry, place, change) => (
            <div className="entry-pair">
              <SelectField
                label="Where"
                value={entry.region}
                // One that the other drawing has stays to be seen until another is chosen.
                options={
                  places.some(({ value }) => value === entry.region)
                    ? places
                    : [
                        {
                          value: entry.region,
                          name: `${regionName(entry.region, 'en') ?? entry.region} (not on this drawing)`,
                        },
                        ...places,
                      ]
                }
                onChange={(region) => change({ ...entry, region })}
              />
              <WordsField
                label="What is said of it"
                at={`regions.${place}.text`}
                value={entry.text}
                onChange={(text) => change({ ...entry, text })}
              />
            </div>
          )}
        </ListField>
      </div>
    </>
  )
}

export function Sides({ scene, onChange }: SceneState & { readonly scene: Of<'sides'> }): ReactElement {
  return (
    <div className="two-sides">
      {([0, 1] as const).map((which) => {
        const side = scene.sides[which]
        const change = (next: typeof side, mark: string) =>
          onChange({ ...scene, sides: which === 0 ? [next, scene.sides[1]] : [scene.sides[0], next] }, mark)
        const name = which === 0 ? 'First side' : 'Second side'
        return (
          <div key={which}>
            <WordsField
              label={name}
              at={`sides.${which}.label`}
              placeholder={which === 0 ? 'For' : 'Against'}
              value={side.label ?? ''}
              onChange={(label) => change(withMaybe(side, 'label', orNothing(label)), `label ${which}`)}
            />
            <TextsField
              label={`Points of the ${name.toLowerCase()}`}
              one="point"
              at={`sides.${which}.points`}
              most={4}
              texts={side.points}
              onChange={(points) => change({ ...side, points }, `points ${which}`)}
            />
          </div>
        )
      })}
    </div>
  )
}

export function People({ scene, onChange }: SceneState & { readonly scene: Of<'people'> }): ReactElement {
  return (
    <ListField
      label="People"
      one="person"
      at="people"
      entries={scene.people}
      empty={{ role: '' }}
      least={1}
      most={4}
      onChange={(people) => onChange({ ...scene, people: [...people] }, 'people')}
    >
      {(person, place, change) => (
        <>
          <div className="entry-pair">
            <WordsField
              label="Name"
              isOptional
              at={`people.${place}.name`}
              value={person.name ?? ''}
              onChange={(name) => change(withMaybe(person, 'name', orNothing(name)))}
            />
            <WordsField
              label="Role"
              at={`people.${place}.role`}
              value={person.role}
              onChange={(role) => change({ ...person, role })}
            />
          </div>
          <WordsField
            label="What they do or say"
            isOptional
            at={`people.${place}.says`}
            value={person.says ?? ''}
            onChange={(says) => change(withMaybe(person, 'says', orNothing(says)))}
          />
          <PictureField
            label="Portrait"
            at={`people.${place}.picture`}
            picture={person.picture}
            onChange={(picture) => change(withMaybe(person, 'picture', picture))}
          />
        </>
      )}
    </ListField>
  )
}
