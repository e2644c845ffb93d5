/** A picture for the wait: what a clinician needs to hear before anything begins. */
import type { CSSProperties, ReactElement } from 'react'
import { type FilmProps, filmSchema } from '../../../core/brand.ts'
import { Branch } from '../art/branch.tsx'
import { format, Stage } from '../stage.tsx'

export const tellUs = {
  id: 'tell-us',
  schema: filmSchema,
  component: TellUs,
  width: format.width,
  height: format.height,
}

const subjects = [
  'Medicines and supplements',
  'Allergies',
  'Pregnancy, or the chance of it',
  'Illness or dental work lately',
]

function TellUs({ brand }: FilmProps): ReactElement {
  return (
    <Stage brand={brand} tone="accent">
      <Branch style={branchPlace} />
      <div className="film-words" style={{ width: 1180, gap: 62 }}>
        <h1 className="film-title">Tell us before we start</h1>
        <ul className="tell-us-list">
          {subjects.map((subject) => (
            <li key={subject}>{subject}</li>
          ))}
        </ul>
      </div>
    </Stage>
  )
}

const branchPlace: CSSProperties = { position: 'absolute', right: 0, top: 0, width: 760, height: 1080 }
