/** The template `team`: people, shoulder to shoulder. */
import { TeamArt } from './art/niche-art.tsx'
import { templateOf } from './template.tsx'

export const team = templateOf('team', {
  pace: { start: 5, each: 4, takes: 26, rise: 14, slide: 0 },
  cut: 'arch',
  Art: TeamArt,
})
