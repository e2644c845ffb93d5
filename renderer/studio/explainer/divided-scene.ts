/** One scene that is too long, made into two of the same heading. */
import type { BodyScene } from '../../../core/explainer-draft.ts'
import { sentencesIn } from '../../../core/sentence.ts'

/** @returns nothing when only its author can say where: it is one sentence, or a list, which is parted by itself */
export function dividedScene(scene: BodyScene): readonly [BodyScene, BodyScene] | undefined {
  switch (scene.kind) {
    case 'text': {
      const sentences = scene.paragraphs.flatMap((paragraph, at) =>
        sentencesIn(paragraph).map((text) => ({ text, at })),
      )
      const halves = halved(sentences, ({ text }) => text)
      if (halves === undefined) return undefined
      const paragraphs = (half: typeof sentences) =>
        [...Map.groupBy(half, ({ at }) => at).values()].map((group) => joined(group.map(({ text }) => text)))
      const { picture: _, ...rest } = scene
      const [first, second] = halves
      return [
        { ...scene, paragraphs: paragraphs(first) },
        { ...rest, paragraphs: paragraphs(second) },
      ]
    }
    case 'note': {
      const halves = halved(sentencesIn(scene.note), (text) => text)
      return (
        halves && [
          { ...scene, note: joined(halves[0]) },
          { ...scene, note: joined(halves[1]) },
        ]
      )
    }
    case 'callout': {
      const halves = halved(sentencesIn(scene.text), (text) => text)
      return (
        halves && [
          { ...scene, text: joined(halves[0]) },
          { ...scene, text: joined(halves[1]) },
        ]
      )
    }
    default:
      return undefined
  }
}

const joined = (sentences: readonly string[]): string => sentences.join('').trim()

/** As even as they can be without parting one. */
function halved<Part>(all: readonly Part[], textOf: (part: Part) => string): [Part[], Part[]] | undefined {
  const parts = all.filter((part) => textOf(part).trim() !== '')
  if (parts.length < 2) return undefined
  const lengthOf = (some: readonly Part[]) => some.reduce((sum, part) => sum + textOf(part).length, 0)
  const half = lengthOf(parts) / 2
  const cuts = parts.slice(1).map((_, index) => index + 1)
  const away = (cut: number) => Math.abs(lengthOf(parts.slice(0, cut)) - half)
  const best = cuts.reduce((found, cut) => (away(cut) < away(found) ? cut : found))
  return [parts.slice(0, best), parts.slice(best)]
}
