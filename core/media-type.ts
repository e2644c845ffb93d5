/** Every type of file that may be shown. */

/** By the ending it gets in the store. */
const mediaTypes = {
  mp4: 'video/mp4',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
} as const
export type MediaExtension = keyof typeof mediaTypes

/** The MIME type of a stored file's name, if it can be one: 64 hex digits and a known ending. */
export function storedTypeOf(file: string): string | undefined {
  const extension = /^[0-9a-f]{64}\.([a-z0-9]{2,4})$/.exec(file)?.[1]
  return Object.entries(mediaTypes).find(([known]) => known === extension)?.[1]
}
