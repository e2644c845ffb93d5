/** The template `offer`: a still life on a ledge, set out for a guest. */
import { OfferArt } from './art/still-life-art.tsx'
import { templateOf } from './template.tsx'

export const offer = templateOf('offer', {
  pace: { start: 8, each: 8, takes: 24, rise: 16, slide: 0 },
  cut: 'round',
  Art: OfferArt,
})
