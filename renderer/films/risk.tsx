/** The template `risk`: the fine line of an anatomical plate: exact, and without alarm. */
import { RiskArt } from './art/plate-art.tsx'
import { templateOf } from './template.tsx'

export const risk = templateOf('risk', {
  pace: { start: 4, each: 4, takes: 16, rise: 0, slide: 18 },
  cut: 'sheet',
  Art: RiskArt,
})
