/** Names of files out of what people type: letters, digits and hyphens, which every drive and every address takes. */

/** `After your lip filler!` → `after-your-lip-filler`; nothing is left of a title in another script. @param most characters */
export const plainName = (title: string, most: number): string =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, most)
    .replace(/-+$/, '')
