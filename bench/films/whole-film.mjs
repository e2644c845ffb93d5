/** The peer's film: the scenes of an explainer one after another in a single composition, as anybody would render them with Remotion. */
import './react-for-jsx.mjs'
import { createElement } from 'react'
import { Composition, registerRoot, Series } from 'remotion'
import { templateNamed } from '../../renderer/films/templates.ts'

const framesOf = ({ durationMs }) => Math.round((durationMs * 30) / 1_000)

function WholeFilm({ scenes }) {
  return createElement(
    Series,
    null,
    scenes.map((scene, index) =>
      createElement(
        Series.Sequence,
        { key: index, durationInFrames: framesOf(scene) },
        createElement(templateNamed(scene.template).component, scene),
      ),
    ),
  )
}

const calculateMetadata = ({ props }) => ({
  durationInFrames: props.scenes.reduce((sum, scene) => sum + framesOf(scene), 0),
})

registerRoot(() =>
  createElement(Composition, {
    id: 'whole-film',
    component: WholeFilm,
    calculateMetadata,
    defaultProps: { scenes: [] },
    durationInFrames: 30,
    width: 1920,
    height: 1080,
    fps: 30,
  }),
)
