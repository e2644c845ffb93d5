/** The template `procedure`: one composition for each kind of scene, as long as the scene needs to be read. */
import type { ComponentType, ReactElement } from 'react'
import { type CalculateMetadataFunction, Composition } from 'remotion'
import { framesOf, type PlannedScene, type Scene, type SceneProps, sceneSchema } from '../../core/scene.ts'
import { defaultBrand } from '../../core/theme.ts'
import { ClosingScene } from './closing-scene.tsx'
import { NoteScene } from './note-scene.tsx'
import { PlainScene } from './plain-scene.tsx'
import { PointsScene } from './points-scene.tsx'
import type { PropsOf } from './scene-frame.tsx'
import { format } from './stage.tsx'
import { StepsScene } from './steps-scene.tsx'
import { TextScene } from './text-scene.tsx'
import { TitleScene } from './title-scene.tsx'

type Kind = Scene['kind']
const components: { readonly [Each in Kind]: ComponentType<PropsOf<Each>> } = {
  title: TitleScene,
  text: TextScene,
  points: PointsScene,
  steps: StepsScene,
  note: NoteScene,
  callout: PlainScene,
  checklist: PlainScene,
  picture: PlainScene,
  timeline: PlainScene,
  chart: PlainScene,
  sides: PlainScene,
  numbers: PlainScene,
  people: PlainScene,
  terms: PlainScene,
  code: PlainScene,
  closing: ClosingScene,
}

/** Shown in Remotion's studio; a film brings its own. */
const samples: readonly PlannedScene[] = [
  {
    scene: { kind: 'title', title: 'Your first visit', subtitle: 'What happens, and when', minutes: 40 },
    durationMs: 6_000,
    tone: 'ground',
  },
  {
    scene: {
      kind: 'text',
      heading: 'Before we begin',
      paragraphs: ['We talk first. Nothing starts until you say so.'],
    },
    durationMs: 7_000,
    tone: 'surface',
    toneBefore: 'ground',
  },
  {
    scene: { kind: 'points', heading: 'Please bring', points: ['A list of your medicines', 'Your glasses'] },
    durationMs: 7_000,
    tone: 'surface',
    toneBefore: 'ground',
  },
  {
    scene: {
      kind: 'steps',
      heading: 'Step by step',
      steps: ['We ask you some questions', 'We look together', 'You decide'],
    },
    durationMs: 10_000,
    tone: 'paper',
    toneBefore: 'surface',
  },
  {
    scene: { kind: 'note', heading: 'A pause', note: 'Say stop whenever you like.' },
    durationMs: 6_000,
    tone: 'accent',
    toneBefore: 'paper',
  },
  { scene: { kind: 'closing' }, durationMs: 5_000, tone: 'ground', toneBefore: 'accent' },
]

const lengthOf: CalculateMetadataFunction<SceneProps> = ({ props }) => ({
  durationInFrames: framesOf(props.durationMs),
})

export function ProcedureScenes(): ReactElement {
  return (
    <>
      {samples.map((sample) => (
        <Composition
          key={sample.scene.kind}
          id={`procedure-${sample.scene.kind}`}
          component={components[sample.scene.kind] as ComponentType<SceneProps>}
          schema={sceneSchema}
          calculateMetadata={lengthOf}
          defaultProps={{ ...sample, template: 'procedure', brand: defaultBrand, locale: 'en', size: 'hd' }}
          {...format}
        />
      ))}
    </>
  )
}
