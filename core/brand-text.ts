/** Writes a brand into the text of `content/brand.yaml`, so that whatever somebody has noted in it stays. */
import { parseDocument } from 'yaml'
import { parseBrand } from './brand.ts'
import type { Brand } from './theme.ts'

const blank = `# What this clinic is called and how it looks: on the TV, on the pages and in the films.
# Each colour is # and six digits or letters a to f, always in quotes.
`

/** @param text the file as it was; when there was none, or it could not be read, it is written anew */
export function withBrand(text: string | undefined, brand: Brand): string {
  const isGood = text !== undefined && parseBrand(text).ok
  const document = parseDocument(isGood ? text : blank)
  if (!isGood) document.contents = document.createNode({}) as typeof document.contents
  document.set('name', brand.name)
  if (brand.tagline === undefined) document.delete('tagline')
  else document.set('tagline', brand.tagline)
  for (const [name, color] of Object.entries(brand.colors)) document.setIn(['colors', name], color)
  // 0: a long line stays one line.
  return document.toString({ lineWidth: 0 })
}
