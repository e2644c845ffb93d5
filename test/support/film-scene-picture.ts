/** The picture in the sample scenes: a drawing of a room, as a data URI, so that it needs no file. */

const picture = {
  src: '',
  file: '_pictures/room.jpg',
  alt: 'A quiet room',
  width: 900,
  height: 600,
} as const

const samplePicture =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAFklEQVR4nGM8c+YMAwMDEwMDAwMDAwAZbgJOUO0zFwAAAABJRU5ErkJggg=='

export const shown = { ...picture, src: samplePicture }
