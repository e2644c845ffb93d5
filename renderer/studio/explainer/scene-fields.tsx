/** The fields of a scene, by its kind. */
import { type ReactElement, useId } from 'react'
import { Choice } from '../../shared/fields.tsx'
import { useCard } from './card-context.ts'
import { Numbers, type Of, People, Regions, type SceneState, Sides, Stages } from './entry-fields.tsx'
import type { CardScene } from './film-draft.ts'
import { TextsField } from './list-field.tsx'
import { PictureField } from './picture-field.tsx'
import { orNothing, WordsField, withMaybe } from './words-field.tsx'

export function SceneFields({ scene, onChange }: SceneState): ReactElement {
  return (
    <div className="card-fields">
      <WordsField
        label="Heading"
        at="heading"
        value={scene.heading}
        onChange={(heading) => onChange({ ...scene, heading }, 'heading')}
      />
      {'lead' in scene || hasLead(scene) ? (
        <WordsField
          label="Sentence before it"
          isOptional
          at="lead"
          value={scene.lead ?? ''}
          onChange={(lead) => onChange(withMaybe(scene, 'lead', orNothing(lead)), 'lead')}
        />
      ) : null}
      <OwnFields scene={scene} onChange={onChange} />
    </div>
  )
}

type Leading = Of<'points' | 'steps' | 'checklist' | 'timeline' | 'chart' | 'sides' | 'numbers' | 'people' | 'terms'>
const leading: readonly CardScene['kind'][] = [
  ...(['points', 'steps', 'checklist', 'timeline', 'chart', 'sides', 'numbers', 'people', 'terms'] as const),
]
const hasLead = (scene: CardScene): scene is Leading => leading.includes(scene.kind)

function OwnFields({ scene, onChange }: SceneState): ReactElement {
  switch (scene.kind) {
    case 'text':
      return (
        <>
          <WordsField
            label="Sentences"
            at="paragraphs"
            look="lines"
            hint="A blank line begins another paragraph."
            value={scene.paragraphs.join('\n\n')}
            onChange={(text) => onChange({ ...scene, paragraphs: text.split(/\n\s*\n/) }, 'paragraphs')}
          />
          <PictureField
            label="Picture beside them"
            at="picture"
            picture={scene.picture}
            onChange={(picture) => onChange(withMaybe(scene, 'picture', picture), 'picture')}
          />
        </>
      )
    case 'points':
      return (
        <TextsField
          label="Points"
          one="point"
          at="points"
          texts={scene.points}
          onChange={(points) => onChange({ ...scene, points }, 'points')}
        />
      )
    case 'steps':
      return (
        <TextsField
          label="Steps"
          one="step"
          at="steps"
          texts={scene.steps}
          onChange={(steps) => onChange({ ...scene, steps }, 'steps')}
        />
      )
    case 'checklist':
      return (
        <TextsField
          label="What to tell us"
          one="line"
          at="items"
          texts={scene.items}
          onChange={(items) => onChange({ ...scene, items }, 'items')}
        />
      )
    case 'note':
      return (
        <WordsField
          label="The thought"
          at="note"
          value={scene.note}
          onChange={(note) => onChange({ ...scene, note }, 'note')}
        />
      )
    case 'callout':
      return (
        <>
          <Choice
            label="What to do"
            value={scene.urgency}
            options={urgencies}
            onChange={(urgency) => onChange({ ...scene, urgency })}
          />
          <WordsField
            label="One or two sentences"
            at="text"
            value={scene.text}
            onChange={(text) => onChange({ ...scene, text }, 'text')}
          />
        </>
      )
    case 'picture':
      return (
        <>
          <PictureField
            label="Picture"
            at="picture"
            isNeeded
            picture={scene.picture}
            onChange={(picture) => picture !== undefined && onChange({ ...scene, picture }, 'picture')}
          />
          <WordsField
            label="Line under it"
            isOptional
            at="caption"
            value={scene.caption ?? ''}
            onChange={(caption) => onChange(withMaybe(scene, 'caption', orNothing(caption)), 'caption')}
          />
        </>
      )
    case 'timeline':
      return <Stages scene={scene} onChange={onChange} />
    case 'chart':
      return <Regions scene={scene} onChange={onChange} />
    case 'sides':
      return <Sides scene={scene} onChange={onChange} />
    case 'numbers':
      return <Numbers scene={scene} onChange={onChange} />
    case 'people':
      return <People scene={scene} onChange={onChange} />
    case 'terms':
      return (
        <>
          <Until scene={scene} onChange={onChange} />
          <TextsField
            label="What it depends on"
            one="condition"
            at="terms"
            least={0}
            most={4}
            texts={scene.terms}
            onChange={(terms) => onChange({ ...scene, terms }, 'terms')}
          />
        </>
      )
    case 'code':
      return (
        <>
          <WordsField
            label="Address the code opens"
            at="url"
            placeholder="https://"
            hint="Begins with https://. Try it with a phone before it is on the TV."
            value={scene.url}
            onChange={(url) => onChange({ ...scene, url: url.trim() }, 'url')}
          />
          <WordsField
            label="Sentence beside it"
            isOptional
            at="text"
            value={scene.text ?? ''}
            onChange={(text) => onChange(withMaybe(scene, 'text', orNothing(text)), 'text')}
          />
        </>
      )
  }
}

const urgencies = [
  { value: 'ask', name: 'Ask us', note: 'A question for the clinician' },
  { value: 'care', name: 'Take care', note: 'Something to watch or avoid' },
  { value: 'urgent', name: 'Call us at once', note: 'Something that cannot wait' },
] as const

function Until({ scene, onChange }: SceneState & { readonly scene: Of<'terms'> }): ReactElement {
  const id = useId()
  const problem = useCard().problemAt('until')
  return (
    <div className="field">
      <label htmlFor={id}>
        Holds until <span className="optional">optional</span>
      </label>
      <input
        id={id}
        type="date"
        value={scene.until ?? ''}
        onChange={({ currentTarget }) => onChange(withMaybe(scene, 'until', orNothing(currentTarget.value)), 'until')}
      />
      {problem !== undefined && <p className="field-problem">{problem}</p>}
    </div>
  )
}
