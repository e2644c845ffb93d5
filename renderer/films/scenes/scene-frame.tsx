/** What all scenes of an explainer share: a scene grows out of the ground of the one before, and leaves only its own ground behind. */
import { type CSSProperties, type ReactElement, type ReactNode, useRef } from 'react'
import { AbsoluteFill, interpolate, useCurrentFrame } from 'remotion'
import { regionName } from '../../../core/anatomy.ts'
import { filmWords } from '../../../core/film-words.ts'
import { directionOf } from '../../../core/languages.ts'
import { paletteOf, readableTone } from '../../../core/palette.ts'
import { type Scene, type SceneProps, textsOf } from '../../../core/scene.ts'
import { layoutOf, type SceneLayout } from '../../../core/scene-layout.ts'
import { type Box, orientationOf, overscan, pictureOf } from '../../../core/scene-places.ts'
import { leavingFrames } from '../../../core/scene-plan.ts'
import { isTracked } from '../../../core/typeset.ts'
import { clamped } from '../appear.ts'
import { useLook, type View } from '../look.ts'
import { useMoment } from '../moment.ts'
import { Stage } from '../stage.tsx'
import './scene.css'
import './lists.css'
import './pictures.css'

/** What a component of one kind of scene is given. */
export type PropsOf<Kind extends Scene['kind']> = SceneProps & {
  readonly scene: Extract<Scene, { readonly kind: Kind }>
}

type SceneFrameProps = SceneProps & {
  /** Stands where the template would draw, and is not turned over in languages that run from right to left. */
  readonly picture?: ReactNode
  readonly children: ReactNode
}

export function SceneFrame({ picture, children, ...props }: SceneFrameProps): ReactElement {
  const { brand, tone, toneBefore, locale, scene, size, template } = props
  const frame = useCurrentFrame()
  const root = useRef<HTMLDivElement>(null)
  const layout = useLayout(props)
  const { cut } = useLook()
  const { present } = useMoment(props)
  const { words, air, leading } = layout
  const veil = interpolate(frame, [0, leavingFrames], [1, 0], clamped)
  const whole = pictureOf(size)
  // Letters that are joined or stacked would be torn apart, or run into each other.
  const isCloseSet = writtenIn(scene, locale).every(isTracked)
  return (
    <Stage
      brand={brand}
      tone={tone}
      locale={locale}
      text={writtenIn(scene, locale).join('')}
      check={() => checkFit(root.current, whole)}
    >
      <AbsoluteFill
        ref={root}
        className="scene"
        data-kind={scene.kind}
        data-template={template}
        data-cut={cut}
        data-art={layout.art.height > 0}
        data-hangs={orientationOf(size)}
        style={
          { opacity: present, '--air': air, '--leading': leading, '--tracked': isCloseSet ? 1 : 0 } as CSSProperties
        }
      >
        {picture ?? <OwnArt {...props} />}
        <div
          className="scene-words"
          style={{ insetInlineStart: words.x, top: words.y, width: words.width, height: words.height }}
        >
          {children}
        </div>
      </AbsoluteFill>
      {toneBefore !== undefined && veil > 0 && (
        <AbsoluteFill style={{ background: paletteOf(brand, toneBefore).wall, opacity: veil }} />
      )}
    </Stage>
  )
}

/** The drawing of the template, turned over where words run from right to left. */
function OwnArt(props: SceneProps): ReactElement | null {
  const { Art } = useLook()
  const { came, told } = useMoment(props)
  const { art } = useLayout(props)
  if (art.height === 0) return null
  const turned = directionOf(props.locale) === 'rtl' ? { transform: 'scaleX(-1)' } : {}
  return (
    <div className="scene-art" style={{ ...placed(art), ...turned }} aria-hidden="true">
      <Art
        width={art.width}
        height={art.height}
        view={viewOf(props.scene)}
        tone={readableTone(props.brand, props.tone)}
        nearness={nearnessOf(props.scene)}
        came={came}
        told={told}
      />
    </div>
  )
}

/** @param box in a language that runs from left to right */
export const placed = ({ x, y, width, height }: Box): CSSProperties => ({
  position: 'absolute',
  insetInlineStart: x,
  top: y,
  width,
  height,
})

function viewOf({ kind }: Scene): View {
  if (kind === 'title' || kind === 'closing') return 'open'
  return kind === 'note' || kind === 'callout' ? 'close' : 'beside'
}

function nearnessOf({ kind }: Scene): number {
  switch (kind) {
    case 'points':
    case 'terms':
      return 1.24
    case 'checklist':
      return 0.84
    default:
      return 1
  }
}

/** Everything that is written, for the typefaces. */
function writtenIn(scene: Scene, locale: string): readonly string[] {
  const { until, sides } = filmWords(locale)
  const names = scene.kind === 'chart' ? scene.regions.map(({ region }) => regionName(region, locale) ?? '') : []
  // A line may end at a hyphen that stands in no text.
  return [...textsOf(scene), until, ...sides, ...names, '-\u2010']
}

/** How large the words of a scene are; a text that is too long has been refused before. */
export function useLayout({ scene, brand, size, locale }: SceneProps): SceneLayout {
  const result = layoutOf(scene, brand, size, locale)
  if (result.ok) return result.layout
  throw new Error(`does-not-fit: ${result.why === 'word' ? result.word : `${result.excessLines} lines too many`}`)
}

// The lengths reckoned beforehand are estimates; what is really outside must never reach the wall.
function checkFit(
  root: HTMLElement | null,
  { width, height }: { readonly width: number; readonly height: number },
): void {
  if (root === null) return
  // Words on their way stand elsewhere; they are measured where they will rest.
  root.classList.add('is-measured')
  const ground = root.getBoundingClientRect()
  // A preview is smaller than the film.
  const scale = width / ground.width
  const [x, y] = [width * overscan - 1, height * overscan - 10]
  const outside = [...root.querySelectorAll<HTMLElement>('.scene-words *')].find((words) => {
    const box = words.getBoundingClientRect()
    const [left, top] = [(box.left - ground.left) * scale, (box.top - ground.top) * scale]
    const [right, bottom] = [left + box.width * scale, top + box.height * scale]
    return left < x || right > width - x || top < y || bottom > height - y
  })
  root.classList.remove('is-measured')
  if (outside !== undefined && ground.width > 0) {
    throw new Error(`does-not-fit: "${outside.textContent?.slice(0, 60)}" lies outside of what a TV shows`)
  }
}
