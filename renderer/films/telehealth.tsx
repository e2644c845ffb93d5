/** The template `telehealth`: two windows, far apart, and one light between them. */
import { TelehealthArt } from './art/houses-art.tsx'
import { templateOf } from './template.tsx'

export const telehealth = templateOf('telehealth', {
  pace: { start: 6, each: 5, takes: 24, rise: 0, slide: 22 },
  cut: 'sheet',
  Art: TelehealthArt,
})
