/** A template: one composition that draws every kind of scene, each as long and as large as its film needs it. */
import type { ComponentType, ReactElement } from 'react'
import type { CalculateMetadataFunction } from 'remotion'
import { asShown } from '../../core/parted-words.ts'
import {
  framesOf,
  framesPerSecond,
  type Scene,
  type SceneProps,
  sceneSchema,
  type Template as TemplateName,
} from '../../core/scene.ts'
import { pictureOf } from '../../core/scene-places.ts'
import { type Look, LookContext } from './look.ts'
import { CalloutScene } from './scenes/callout-scene.tsx'
import { ChartScene } from './scenes/chart-scene.tsx'
import { ChecklistScene } from './scenes/checklist-scene.tsx'
import { ClosingScene } from './scenes/closing-scene.tsx'
import { CodeScene } from './scenes/code-scene.tsx'
import { NoteScene } from './scenes/note-scene.tsx'
import { NumbersScene } from './scenes/numbers-scene.tsx'
import { PeopleScene } from './scenes/people-scene.tsx'
import { PictureScene } from './scenes/picture-scene.tsx'
import { PointsScene } from './scenes/points-scene.tsx'
import type { PropsOf } from './scenes/scene-frame.tsx'
import { SidesScene } from './scenes/sides-scene.tsx'
import { StepsScene } from './scenes/steps-scene.tsx'
import { TermsScene } from './scenes/terms-scene.tsx'
import { TextScene } from './scenes/text-scene.tsx'
import { TimelineScene } from './scenes/timeline-scene.tsx'
import { TitleScene } from './scenes/title-scene.tsx'

/** What a file of a template exports, as Remotion's compositions want it. */
export interface Template {
  readonly id: TemplateName
  readonly schema: typeof sceneSchema
  readonly component: ComponentType<SceneProps>
  readonly calculateMetadata: CalculateMetadataFunction<SceneProps>
}

const scenes: { readonly [Kind in Scene['kind']]: ComponentType<PropsOf<Kind>> } = {
  title: TitleScene,
  text: TextScene,
  points: PointsScene,
  steps: StepsScene,
  note: NoteScene,
  callout: CalloutScene,
  checklist: ChecklistScene,
  picture: PictureScene,
  timeline: TimelineScene,
  chart: ChartScene,
  sides: SidesScene,
  numbers: NumbersScene,
  people: PeopleScene,
  terms: TermsScene,
  code: CodeScene,
  closing: ClosingScene,
}

/** `uhd` has the pixels of `hd`: it is rendered at twice the scale. */
const calculateMetadata: CalculateMetadataFunction<SceneProps> = ({ props }) => ({
  durationInFrames: framesOf(props.durationMs),
  fps: framesPerSecond,
  ...pictureOf(props.size),
})

export function templateOf(id: TemplateName, look: Look): Template {
  const component = (props: SceneProps): ReactElement => {
    const Scene = scenes[props.scene.kind] as ComponentType<SceneProps>
    return (
      <LookContext value={look}>
        <Scene {...props} scene={asShown(props.scene, props.brand, props.size, props.locale)} />
      </LookContext>
    )
  }
  return { id, schema: sceneSchema, component, calculateMetadata }
}
