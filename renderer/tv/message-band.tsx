/** A sentence of the desk, or when the clinic opens again: a calm band over the film, for as long as it holds. */
import type { CSSProperties, ReactElement } from 'react'
import { keptTogether } from '../../core/kept-together.ts'
import { leadingOf } from '../../core/typeset.ts'
import type { Geometry } from './geometry.ts'

interface BandState {
  readonly text: string
  readonly direction?: 'ltr' | 'rtl' | 'auto'
  readonly geometry: Geometry
}

export function MessageBand({ text, direction = 'auto', geometry }: BandState): ReactElement {
  const { film, margin, text: size } = geometry
  const style = {
    left: film.x,
    top: film.y,
    width: film.width,
    paddingTop: margin.y * 0.9,
    // Against the edge that a TV may cut off; beside the queue there is none.
    paddingInline: `${film.x === 0 ? margin.x : size * 0.6}px ${size * 0.6}px`,
    fontSize: size,
    '--leading': leadingOf(text),
  } as CSSProperties
  return (
    <aside className="message-band" style={style} role="status">
      <p dir={direction}>{keptTogether(text)}</p>
    </aside>
  )
}
