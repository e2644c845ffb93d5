/** The pages of the studio and their addresses. */

export const studioPages = {
  content: { name: 'Content', path: '/studio' },
  playlists: { name: 'Playlists', path: '/studio/playlists' },
  schedule: { name: 'Schedule', path: '/studio/schedule' },
  now: { name: 'On the TV', path: '/studio/now' },
} as const
/** Where a film is written; it belongs to the content. */
export const filmPath = '/studio/film'
export type StudioPage = keyof typeof studioPages

/** @param path of the address, with or without / at its end */
export function pageAt(path: string): StudioPage {
  const plain = path.replace(/\/+$/, '')
  const pages = Object.keys(studioPages) as StudioPage[]
  return pages.find((page) => studioPages[page].path === plain) ?? 'content'
}
