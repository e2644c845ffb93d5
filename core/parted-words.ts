/** Words that are too long for their line: where they part, and that no other does. */
import type { FilmSize, Scene } from './scene.ts'
import { type LayoutResult, layoutOf } from './scene-layout.ts'
import { mapTexts, textsIn } from './scene-texts.ts'
import { softHyphen, withoutSoftHyphens } from './soft-hyphen.ts'

type Part = (word: string, text: string, index: number) => string

/** The scene with each word that is too long made into another, until all of it fits or nothing changes any more. */
export function withWordsParted(scene: Scene, laidOut: (scene: Scene) => LayoutResult, part: Part): Scene {
  let shown = scene
  for (;;) {
    const result = laidOut(shown)
    if (result.ok || result.why !== 'word') return shown
    const { word, text: within } = result
    const texts = textsIn(shown)
    const next = mapTexts(shown, (text, index) =>
      text.includes(word) && within.includes(text) ? part(word, text, index) : text,
    )
    if (textsIn(next).every((text, index) => text === texts[index])) return shown
    shown = next
  }
}

/**
 * The scene as a picture of this size shows it: a browser parts a word at the end of any line, also one for which the
 * next line has room, and so soft hyphens stay only in words that are longer than a whole line.
 */
export function asShown(
  scene: Scene,
  brand: Parameters<typeof layoutOf>[1],
  size: FilmSize = 'hd',
  locale = 'en',
): Scene {
  const written = textsIn(scene)
  if (!written.some((text) => text.includes(softHyphen))) return scene
  const laidOut = (one: Scene) => layoutOf(one, brand, size, locale)
  return withWordsParted(mapTexts(scene, withoutSoftHyphens), laidOut, (word, text, index) => {
    const parted = (written[index] ?? '').split(' ')
    return text
      .split(' ')
      .map((one, place) => (one.includes(word) ? (parted[place] ?? one) : one))
      .join(' ')
  })
}
