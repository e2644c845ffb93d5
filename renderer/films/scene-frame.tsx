/** What all scenes of an explainer share: a scene grows out of the ground of the one before, and leaves only its own ground behind. */
import { type ReactElement, type ReactNode, useRef } from 'react'
import { AbsoluteFill, interpolate, useCurrentFrame, useVideoConfig } from 'remotion'
import { type Scene, type SceneProps, textsOf } from '../../core/scene.ts'
import { layoutOf, type SceneLayout } from '../../core/scene-layout.ts'
import { leavingFrames } from '../../core/scene-plan.ts'
import { clamped } from './appear.ts'
import { readableTone, Stage } from './stage.tsx'
import './scene.css'

/** What a component of one kind of scene is given. */
export type PropsOf<Kind extends Scene['kind']> = SceneProps & {
  readonly scene: Extract<Scene, { readonly kind: Kind }>
}

type SceneFrameProps = SceneProps & {
  readonly art: ReactNode
  /** The words stay to the end: nothing follows. */
  readonly stays?: boolean
  readonly children: ReactNode
}

export function SceneFrame({ art, children, stays = false, ...props }: SceneFrameProps): ReactElement {
  const { brand, tone, toneBefore, locale, scene } = props
  const frame = useCurrentFrame()
  const root = useRef<HTMLDivElement>(null)
  const { durationInFrames } = useVideoConfig()
  const veil = interpolate(frame, [0, leavingFrames], [1, 0], clamped)
  const leaving = [durationInFrames - leavingFrames - 1, durationInFrames - 1]
  const present = stays ? 1 : interpolate(frame, leaving, [1, 0], clamped)
  return (
    <Stage
      brand={brand}
      tone={tone}
      locale={locale}
      text={textsOf(scene).join('')}
      check={() => checkFit(root.current)}
    >
      <AbsoluteFill ref={root} style={{ opacity: present }}>
        {art}
        {children}
      </AbsoluteFill>
      {toneBefore !== undefined && veil > 0 && (
        <AbsoluteFill className="film" data-tone={readableTone(brand, toneBefore)} style={{ opacity: veil }} />
      )}
    </Stage>
  )
}

/** How large the words of a scene are; a text that is too long has been refused before. */
export function sizesOf({ scene, brand }: SceneProps): SceneLayout {
  const result = layoutOf(scene, brand)
  return result.ok ? result.layout : { headingSize: 106, bodySize: 72 }
}

/** Overscan may take 5 % of the height; a little more is measured here than core/scene-layout.ts reckons with. */
const marginPx = 44

// The lengths reckoned beforehand are estimates; what is really outside must never reach the wall.
function checkFit(root: HTMLElement | null): void {
  for (const words of root?.querySelectorAll<HTMLElement>('.scene-words') ?? []) {
    const parts = [...words.children].filter((part) => part instanceof HTMLElement)
    const top = Math.min(...parts.map((part) => part.offsetTop))
    const bottom = Math.max(...parts.map((part) => part.offsetTop + part.offsetHeight))
    const isWide = [...words.querySelectorAll('*')].some(
      (part) => part.scrollWidth > part.clientWidth + 2 && part.clientWidth > 0,
    )
    if (top < marginPx || bottom > words.clientHeight - marginPx || isWide) {
      throw new Error(
        `does-not-fit: the words reach from ${Math.round(top)} to ${Math.round(bottom)} of ${words.clientHeight}`,
      )
    }
  }
}

/** When the part of this number comes: heading, first paragraph, second … */
export const comesAt = (part: number): number => 8 + part * 7
