/** Every film and picture the project ships, for the renderer and for Remotion's studio. */
import type { ReactElement } from 'react'
import { Composition, Still } from 'remotion'
import { defaultBrand } from '../../../core/theme.ts'
import { breathing } from './breathing.tsx'
import { privacy } from './privacy.tsx'
import { questions } from './questions.tsx'
import { tellUs } from './tell-us.tsx'
import { welcome } from './welcome.tsx'

const films = [welcome, breathing]
const pictures = [questions, privacy, tellUs]

export function Root(): ReactElement {
  return (
    <>
      {films.map((film) => (
        <Composition key={film.id} {...film} defaultProps={{ brand: defaultBrand }} />
      ))}
      {pictures.map((picture) => (
        <Still key={picture.id} {...picture} defaultProps={{ brand: defaultBrand }} />
      ))}
    </>
  )
}
