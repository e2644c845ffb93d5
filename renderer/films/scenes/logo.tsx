/** The clinic's logo, on a plate of its own where the ground would swallow it. */
import type { CSSProperties, ReactElement } from 'react'
import { spacing } from '../../../core/scene-blocks.ts'

type LogoProps = { readonly logo: string | undefined; readonly air: number; readonly style: CSSProperties }

export function Logo({ logo, air, style }: LogoProps): ReactElement | null {
  if (logo === undefined) return null
  const { height, after } = spacing.logo
  return (
    <div className="scene-logo" style={{ height, marginBottom: after * air, ...style }}>
      <img src={logo} alt="" />
    </div>
  )
}
