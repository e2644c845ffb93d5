/** The template `follow-up`: the light of a window that has wandered on since the last visit. */
import { FollowUpArt } from './art/light-art.tsx'
import { templateOf } from './template.tsx'

export const followUp = templateOf('follow-up', {
  pace: { start: 6, each: 6, takes: 26, rise: 0, slide: 28 },
  cut: 'leaf',
  Art: FollowUpArt,
})
