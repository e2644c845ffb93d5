/** The template `recovery`: a round window over water that comes to rest. */
import { RecoveryArt } from './art/lake-art.tsx'
import { templateOf } from './template.tsx'

export const recovery = templateOf('recovery', {
  pace: { start: 8, each: 7, takes: 34, rise: 0, slide: 0 },
  cut: 'round',
  Art: RecoveryArt,
})
