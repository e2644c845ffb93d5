/** A picture for the wait: what this screen shows of anyone, and how to speak in private. */
import type { CSSProperties, ReactElement } from 'react'
import { type FilmProps, filmSchema } from '../../../core/brand.ts'
import { FoldingScreen } from '../art/folding-screen.tsx'
import { format, Stage } from '../stage.tsx'

export const privacy = {
  id: 'privacy',
  schema: filmSchema,
  component: Privacy,
  width: format.width,
  height: format.height,
}

function Privacy({ brand }: FilmProps): ReactElement {
  return (
    <Stage brand={brand} tone="surface">
      <FoldingScreen style={screenPlace} />
      <div className="film-words" style={{ width: 940 }}>
        <h1 className="film-title">Your privacy here</h1>
        <p className="film-line">This screen shows codes, never names.</p>
        <p className="film-line">Would you rather talk in private? Just ask us.</p>
      </div>
    </Stage>
  )
}

const screenPlace: CSSProperties = { position: 'absolute', inset: 0 }
