/** What React draws of the TV: everything but the moving media. */
import { type ReactElement, useEffect } from 'react'
import type { Programme } from '../../core/programme.ts'
import { defaultBrand, themeVariables } from '../../core/theme.ts'
import { Card } from './card.tsx'

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
  }, [brand])
  return <Card brand={brand} note={isLinked ? undefined : 'Connecting …'} />
}
