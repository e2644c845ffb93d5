/** The template `plan`: one branch in three windows, a season in each. */
import { PlanArt } from './art/season-art.tsx'
import { templateOf } from './template.tsx'

export const plan = templateOf('plan', {
  pace: { start: 6, each: 9, takes: 22, rise: 18, slide: 0 },
  cut: 'arch',
  Art: PlanArt,
})
