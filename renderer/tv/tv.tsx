/** What React draws of the TV: everything but the moving media. */
import { type ReactElement, useEffect } from 'react'
import { contrastRatio } from '../../core/contrast.ts'
import type { Programme } from '../../core/programme.ts'
import { defaultBrand, themeVariables } from '../../core/theme.ts'
import { Card } from './card.tsx'

/** Of codes, rooms and captions. */
const leastContrast = 7

interface TvState {
  readonly programme: Programme | undefined
  readonly isLinked: boolean
}

export function Tv({ programme, isLinked }: TvState): ReactElement {
  const brand = programme?.brand ?? defaultBrand
  useEffect(() => {
    for (const [name, value] of Object.entries(themeVariables(brand))) {
      document.documentElement.style.setProperty(name, value)
    }
    // Rooms stand on plates of it, and are read from the last seat.
    const { accent, ground, text } = brand.colors
    const plate = contrastRatio(accent, ground) >= leastContrast ? accent : text
    document.documentElement.style.setProperty('--accent-plate', plate)
  }, [brand])
  return <Card brand={brand} note={isLinked ? undefined : 'Connecting …'} />
}
