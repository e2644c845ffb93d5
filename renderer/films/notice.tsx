/** The template `notice`: a lamp that is switched on above a message. */
import { NoticeArt } from './art/lamp-art.tsx'
import { templateOf } from './template.tsx'

export const notice = templateOf('notice', {
  pace: { start: 2, each: 3, takes: 16, rise: 8, slide: 0 },
  cut: 'sheet',
  Art: NoticeArt,
})
