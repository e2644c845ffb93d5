/** A scene of any kind that has no picture of its own: its texts, one under the other. */
import type { CSSProperties, ReactElement } from 'react'
import { useCurrentFrame } from 'remotion'
import { type Scene, type SceneProps, textsOf } from '../../core/scene.ts'
import { appear } from './appear.ts'
import { comesAt, SceneFrame, sizesOf } from './scene-frame.tsx'
import { WindowLight } from './window-light.tsx'

type PlainProps = SceneProps & { readonly scene: Exclude<Scene, { readonly kind: 'title' | 'closing' }> }

export function PlainScene(props: PlainProps): ReactElement {
  const { scene, tone } = props
  const { headingSize, bodySize } = sizesOf(props)
  const frame = useCurrentFrame()
  const [, ...texts] = textsOf(scene)
  return (
    <SceneFrame {...props} art={<WindowLight style={lightPlace} drift={0.5} tone={tone} />}>
      <div className="film-words scene-words" style={{ width: 1180 }}>
        <h2 className="film-title" style={{ fontSize: headingSize, ...appear(frame, comesAt(0)) }}>
          {scene.heading}
        </h2>
        <ul className="scene-points" style={{ fontSize: bodySize }}>
          {texts.map((text, index) => (
            <li key={text} style={appear(frame, comesAt(index + 1))}>
              {text}
            </li>
          ))}
        </ul>
      </div>
    </SceneFrame>
  )
}

const lightPlace: CSSProperties = { position: 'absolute', right: -260, top: 0, width: 760, height: 1080 }
