/** The clinic's logo, on a plate of its own where the ground would swallow it. */
import type { CSSProperties, ReactElement } from 'react'
import { Img } from 'remotion'
import type { Palette } from '../../../core/palette.ts'
import { spacing } from '../../../core/scene-spacing.ts'
import { useSeen } from './seen-color.ts'

type LogoProps = {
  readonly logo: string | undefined
  /** Of the scene it stands in. */
  readonly palette: Palette
  readonly air: number
  readonly style: CSSProperties
}

export function Logo({ logo, palette, air, style }: LogoProps): ReactElement | null {
  const { plate } = useSeen(logo, palette.wall, palette.ink)
  if (logo === undefined) return null
  const { height, after } = spacing.logo
  return (
    <div
      className="scene-logo"
      data-plate={plate !== undefined}
      style={{ height, marginBottom: after * air, background: plate, ...style }}
    >
      <Img src={logo} alt="" />
    </div>
  )
}
