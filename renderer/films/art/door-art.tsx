/** The house motif for a welcome: rooms behind rooms, and one walks a step towards the light. */
import type { ReactElement } from 'react'
import type { ArtProps } from '../look.ts'
import { Doorway } from './doorway.tsx'
import { isTall } from './drawing.tsx'

export function WelcomeArt(props: ArtProps): ReactElement {
  const { width, height, view, nearness, came, told } = props
  const size = isTall(props)
    ? { open: 1080, beside: 1240 * nearness, close: 1500 }[view]
    : { open: height, beside: Math.max(height * 1.15, 700), close: Math.max(height * 1.25, 860) }[view]
  const left = isTall(props) ? { open: -20, beside: 10, close: 20 }[view] : (width - (size * 760) / 1080) / 2
  return (
    <div style={{ position: 'absolute', inset: 0, overflow: 'hidden' }}>
      <Doorway
        style={{ position: 'absolute', left, bottom: 0, height: size, overflow: 'visible' }}
        light={0.25 + 0.75 * came * told}
        forward={0.02 + 0.14 * came}
      />
    </div>
  )
}
