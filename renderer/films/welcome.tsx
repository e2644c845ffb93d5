/** The template `welcome`: rooms behind rooms, and the light in the last one. */
import { WelcomeArt } from './art/door-art.tsx'
import { templateOf } from './template.tsx'

export const welcome = templateOf('welcome', {
  pace: { start: 8, each: 8, takes: 30, rise: 12, slide: 0 },
  cut: 'arch',
  Art: WelcomeArt,
})
