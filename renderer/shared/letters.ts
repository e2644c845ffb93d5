/** Whether this computer can write a language: without letters for it, a patient would read boxes. */

const known = new Map<string, boolean>()
const sizePx = 24

/** @param family as in CSS; what it lacks, the system's typefaces add */
export function hasLettersFor(text: string, family: string): boolean {
  const found = known.get(text)
  if (found !== undefined) return found
  const draw = drawing(family)
  // Noncharacters have no shape in any typeface, so this is what a missing letter looks like here.
  const missing = new Set(['\u{ffffe}', '\u{effff}'].map(draw))
  const has = [...new Set(text.replace(/\s/g, ''))].every((letter) => !missing.has(draw(letter)))
  known.set(text, has)
  return has
}

/** @returns the shape of a letter, as something to compare */
function drawing(family: string): (letter: string) => string {
  const canvas = document.createElement('canvas')
  canvas.width = 2 * sizePx
  canvas.height = 2 * sizePx
  const context = canvas.getContext('2d', { willReadFrequently: true })
  return (letter) => {
    // Nothing to draw on: then nothing is known against it.
    if (context === null) return letter
    context.clearRect(0, 0, canvas.width, canvas.height)
    context.font = `${sizePx}px ${family}`
    context.fillText(letter, sizePx / 2, 1.5 * sizePx)
    return context.getImageData(0, 0, canvas.width, canvas.height).data.join()
  }
}
