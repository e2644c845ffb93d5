/** A portrait in an arch; somebody without a picture is drawn as a calm figure, each a little different. */
import type { ReactElement } from 'react'
import { Img } from 'remotion'
import type { Picture } from '../../../core/scene.ts'
import { useLook } from '../look.ts'
import { radiusOf } from './cut-picture.tsx'

interface MedallionProps {
  /** What the figures of a scene begin with. */
  readonly seed: string
  /** Which of the scene this is, 0 being the first: no two of four look alike. */
  readonly place?: number
  readonly width: number
  readonly picture?: Picture | undefined
}

export function Medallion({ seed, place = 0, width, picture }: MedallionProps): ReactElement {
  const { cut } = useLook()
  const shape = { width, height: width, borderRadius: radiusOf(cut, width) }
  if (picture !== undefined) {
    return <Img className="scene-picture scene-portrait" src={picture.src} alt={picture.alt} style={shape} />
  }
  return (
    <span className="scene-medallion" style={shape}>
      <Figure kind={(sumOf(seed) + place) % figures.length} />
    </span>
  )
}

type Figure = { readonly hair: string; readonly isBehind: boolean }

/** Hair as it falls: short, to the shoulder, in a knot, in a scarf. */
const figures: readonly Figure[] = [
  { hair: 'M66 92C60 50 82 34 102 34C126 34 142 52 135 92C132 74 122 66 100 66C80 66 70 74 66 92Z', isBehind: false },
  { hair: 'M60 142C48 60 72 34 100 34C128 34 152 60 140 142C132 150 68 150 60 142Z', isBehind: true },
  {
    hair: 'M67 96C58 52 80 40 92 38C88 22 114 22 110 38C124 40 142 54 133 96C130 74 118 64 100 64C82 64 70 76 67 96Z',
    isBehind: false,
  },
  { hair: 'M56 160C44 70 66 32 100 32C134 32 156 70 144 160C130 172 70 172 56 160Z', isBehind: true },
]

function Figure({ kind }: { readonly kind: number }): ReactElement {
  const { hair, isBehind } = figures[kind] ?? { hair: '', isBehind: false }
  return (
    <svg viewBox="0 0 200 200" width="100%" height="100%" aria-hidden="true">
      {isBehind && <path d={hair} className="figure-hair" />}
      <path d="M12 210C14 162 56 150 84 146V118H116V146C144 150 186 162 188 210Z" className="figure-dress" />
      <path d="M84 118H116V140C116 160 84 160 84 140Z" className="figure-shade" />
      <ellipse cx={100} cy={92} rx={33} ry={41} className="figure-face" />
      {!isBehind && <path d={hair} className="figure-hair" />}
      {isBehind && (
        <path
          d="M66 88C66 58 80 50 100 50C120 50 134 58 134 88C128 70 118 64 100 64C82 64 72 70 66 88Z"
          className="figure-hair"
        />
      )}
    </svg>
  )
}

const sumOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0)
