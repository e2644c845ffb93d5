/** A page that shows single frames of scenes as the films have them, one after another: for tests, and for the contact sheet. */
import { Thumbnail } from '@remotion/player'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { framesOf, framesPerSecond, type SceneProps } from '../../core/scene.ts'
import { pictureOf } from '../../core/scene-places.ts'
import { templateNamed } from '../../renderer/films/templates.ts'

const place = document.body.appendChild(document.createElement('div'))
let root = createRoot(place)

const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))

declare global {
  interface Window {
    /** Shows a frame of a scene; done when its typefaces and pictures are there. */
    showScene: (props: SceneProps, frame: number) => Promise<void>
  }
}

window.showScene = async (props, frame) => {
  root.unmount()
  root = createRoot(place)
  const { width, height } = pictureOf(props.size)
  flushSync(() =>
    root.render(
      <Thumbnail
        component={templateNamed(props.template).component}
        inputProps={props}
        frameToDisplay={frame}
        durationInFrames={framesOf(props.durationMs)}
        fps={framesPerSecond}
        compositionWidth={width}
        compositionHeight={height}
        style={{ width, height }}
        noSuspense
      />,
    ),
  )
  await drawn()
  await document.fonts.ready
  await Promise.all([...document.images].map((image) => image.decode()))
  // What was decided by looking at a picture is drawn in the next frame.
  if (document.images.length > 0) await drawn()
}
