/** Pictures the author chose: rooms and things beside words, or as large as the screen allows where the picture is what matters. */
import type { CSSProperties, ReactElement } from 'react'
import { Img } from 'remotion'
import { paletteOf } from '../../../core/palette.ts'
import type { Picture, SceneProps } from '../../../core/scene.ts'
import type { Box } from '../../../core/scene-places.ts'
import type { Cut } from '../look.ts'
import { useMoment } from '../moment.ts'
import { placed } from './scene-frame.tsx'
import { useSeen } from './seen-color.ts'

interface PictureProps {
  readonly picture: Picture
  readonly props: SceneProps
  readonly box: Box
}

/** Of a picture beside words: no edge of a room or a product is cut off for a shape, only what is very long. */
const shapes = { least: 0.5, most: 1.5 } as const
const softCorner = 28

/** Beside words. */
export function CutPicture({ picture, props, box }: PictureProps): ReactElement {
  if (isAcross(box)) return <WholePicture picture={picture} props={props} box={box} />
  const isUpright = box.height > box.width
  const shape = Math.min(shapes.most, Math.max(shapes.least, shapeOf(picture)))
  const most = box.height - 108
  const width = isUpright ? Math.min(600, box.width - 120, most * shape) : 912
  const height = isUpright ? width / shape : most
  return (
    <div style={{ ...placed(box), ...centred, ...(isUpright ? {} : { alignItems: 'end' }) }}>
      <FramedPicture picture={picture} props={props} width={width} height={height} radius={softCorner} />
    </div>
  )
}

/** What is much wider than its place is shown whole; anything else fills it. */
const mostCropped = 1.4

export function WholePicture({ picture, props, box }: PictureProps): ReactElement {
  const isFramed = shapeOf(picture) / (box.width / box.height) > mostCropped && shapeOf(picture) <= longest
  const margin = 48
  const width = isFramed ? box.width - 2 * margin : box.width
  const height = isFramed ? width / shapeOf(picture) : box.height
  return (
    <div style={{ ...placed(box), ...centred }}>
      <FramedPicture picture={picture} props={props} width={width} height={height} radius={isFramed ? softCorner : 0} />
    </div>
  )
}

/** Wider than that, a picture would be a strip on an empty wall. */
const longest = 2.3
/** More than half of a picture is never cut off. */
const mostLost = 2

type FramedPictureProps = Omit<PictureProps, 'box'> & {
  readonly width: number
  readonly height: number
  readonly radius: number
}

/** Fills its frame; what is far too long for it lies on a blurred one of itself, and a drawing without a ground is never cut. */
function FramedPicture({ picture, props, width, height, radius }: FramedPictureProps): ReactElement {
  const { came } = useMoment(props)
  const { wall, ink } = paletteOf(props.brand, props.tone)
  const { isCutOut, plate } = useSeen(picture.src, wall, ink)
  const frame: CSSProperties = { width, height, opacity: came, borderRadius: radius }
  const plain = <Img className="scene-picture" src={picture.src} alt={picture.alt} style={frame} />
  if (isCutOut)
    return (
      <div className="scene-cut-out" data-plate={plate !== undefined} style={{ ...frame, background: plate }}>
        <Img src={picture.src} alt={picture.alt} />
      </div>
    )
  const longer = shapeOf(picture) / (width / height)
  if (longer <= mostLost && longer >= 1 / mostLost) return plain
  const shown = shapeOf(picture) * (longer > 1 ? 1 / mostCropped : mostCropped)
  const inner = longer > 1 ? { width, height: width / shown } : { width: height * shown, height }
  return (
    <div className="scene-long" style={frame}>
      <Img src={picture.src} alt="" />
      <Img className="scene-picture" src={picture.src} alt={picture.alt} style={inner} />
    </div>
  )
}

/** From edge to edge above the words of a screen that hangs across. */
const isAcross = ({ width }: Box): boolean => width > 1080

const shapeOf = ({ width = 3, height = 2 }: Picture): number => width / height

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
