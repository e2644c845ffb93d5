/** The picture in the sample scenes: a drawn room. */
import { readFileSync } from 'node:fs'

const bytes = readFileSync(new URL('room.jpg', import.meta.url))

export const shown = {
  src: `data:image/jpeg;base64,${bytes.toString('base64')}`,
  file: '_pictures/room.jpg',
  alt: 'A quiet room',
  width: 900,
  height: 600,
} as const
