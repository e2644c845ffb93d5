/** The template `procedure`: stairs in a window, and a sun that climbs them with every step. */
import { ProcedureArt } from './art/stair-art.tsx'
import { templateOf } from './template.tsx'

export const procedure = templateOf('procedure', {
  pace: { start: 6, each: 6, takes: 24, rise: 22, slide: 0 },
  cut: 'arch',
  Art: ProcedureArt,
})
