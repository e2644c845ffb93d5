/** Pictures the author chose: rooms and things beside words, or as large as the screen allows where the picture is what matters. */
import type { CSSProperties, ReactElement } from 'react'
import { Img } from 'remotion'
import type { Picture, SceneProps } from '../../../core/scene.ts'
import type { Box } from '../../../core/scene-places.ts'
import type { Cut } from '../look.ts'
import { useMoment } from '../moment.ts'
import { placed } from './scene-frame.tsx'

interface PictureProps {
  readonly picture: Picture
  readonly props: SceneProps
  readonly box: Box
}

/** Of a picture beside words: no edge of a room or a product is cut off for a shape, only what is very long. */
const shapes = { least: 0.75, most: 1.5 } as const
const softCorner = 28

/** Beside words. */
export function CutPicture({ picture, props, box }: PictureProps): ReactElement {
  const { came } = useMoment(props)
  const isUpright = box.height > box.width
  const { width: own = 3, height: high = 4 } = picture
  const shape = Math.min(shapes.most, Math.max(shapes.least, own / high))
  const width = isUpright ? Math.min(600, box.width - 120) : 912
  const height = isUpright ? width / shape : box.height - 108
  return (
    <div style={{ ...placed(box), ...centred, ...(isUpright ? {} : { alignItems: 'end' }) }}>
      <Img
        className="scene-picture"
        src={picture.src}
        alt={picture.alt}
        style={{
          width,
          height,
          opacity: came,
          borderRadius: softCorner,
        }}
      />
    </div>
  )
}

/** What is much wider than its place is shown whole; anything else fills it. */
const mostCropped = 1.4

export function WholePicture({ picture, props, box }: PictureProps): ReactElement {
  const { came } = useMoment(props)
  const { width = 3, height = 2 } = picture
  const isWhole = width / height / (box.width / box.height) > mostCropped
  const margin = 48
  const style: CSSProperties = isWhole
    ? { width: box.width - 2 * margin, height: ((box.width - 2 * margin) * height) / width, borderRadius: softCorner }
    : { width: box.width, height: box.height }
  return (
    <div style={{ ...placed(box), ...centred }}>
      <Img className="scene-picture" src={picture.src} alt={picture.alt} style={{ ...style, opacity: came }} />
    </div>
  )
}

const centred: CSSProperties = { display: 'flex', alignItems: 'center', justifyContent: 'center' }

/** The corners of a portrait of this width. */
export function radiusOf(cut: Cut, width: number): string {
  switch (cut) {
    case 'arch':
      return `${width / 2}px ${width / 2}px 0 0`
    case 'round':
      return '50%'
    case 'leaf':
      return `${width * 0.5}px 28px`
    case 'sheet':
      return `${softCorner}px`
  }
}
