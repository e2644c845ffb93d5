/** A phone writes with letters of its own; only what it lacks comes from the clinic, for a patient must never read boxes. */

const sheet = '/t/letters.css'
const sizePx = 24
const known = new Set<string>()
let isFetched = false

/** Fetches the clinic's letters as soon as the page says something that this phone cannot write. */
export function fetchMissingLetters(page: HTMLElement): void {
  if (isFetched) return
  // Whoever chooses from the languages at the foot knows their own one, and has letters for it.
  const text = [...page.querySelectorAll(':scope > :not(footer)')].map((part) => part.textContent ?? '').join('')
  const letters = [...new Set(text.replace(/[\s\p{M}\p{Cf}]/gu, ''))]
  const fresh = letters.filter((letter) => !known.has(letter))
  if (fresh.length === 0) return
  const draw = drawing(getComputedStyle(page).fontFamily)
  // Noncharacters have no shape in any typeface, so this is what a missing letter looks like here.
  const missing = new Set(['\u{ffffe}', '\u{effff}'].map(draw))
  isFetched = fresh.some((letter) => missing.has(draw(letter)))
  for (const letter of fresh) known.add(letter)
  if (!isFetched) return
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = sheet
  document.head.append(link)
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
