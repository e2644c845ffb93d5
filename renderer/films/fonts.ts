/** Holds a film's first frame back until its typefaces are there: a fallback face must never reach the wall. */
import { useEffect, useState } from 'react'
import { cancelRender, continueRender, delayRender } from 'remotion'
import './letters.css'

const faces = [
  { own: '"Fraunces Variable"', size: '440 120px', family: 'var(--display)' },
  { own: '"Figtree Variable"', size: '500 76px', family: 'var(--body)' },
] as const

/**
 * Waits for the typefaces.
 *
 * @param text what will be written: each alphabet comes in files of its own
 * @param locale BCP 47; Chinese and Japanese write the same sign differently
 * @param check looks at the words once they are set; what it throws ends the render
 */
export function useFonts(text: string, locale: string, check: () => void = () => {}): void {
  const [handle] = useState(() => delayRender('typefaces'))
  const [checkSet] = useState(() => check)
  useEffect(() => {
    typefacesFor(text, locale)
      .then(() => {
        checkSet()
        continueRender(handle)
      })
      .catch(cancelRender)
  }, [handle, text, locale, checkSet])
}

async function typefacesFor(text: string, locale: string): Promise<void> {
  for (const { own, size } of faces) {
    const found = await document.fonts.load(`${size} ${own}`, 'Aa')
    if (found.length === 0) throw new Error(`${own} is not bundled. Nothing is rendered with another face.`)
  }
  // Words that come late in the scene are set here at once, unseen: whatever file the browser needs for them, it now gets.
  const rehearsal = document.createElement('div')
  rehearsal.lang = locale
  rehearsal.style.cssText = 'position: absolute; visibility: hidden'
  for (const { size, family } of faces) {
    const line = document.createElement('p')
    line.style.font = `${size} ${family}`
    line.textContent = text
    rehearsal.append(line)
  }
  document.body.append(rehearsal)
  try {
    // A face that lacks a sign sends the browser on to the next one.
    do {
      rehearsal.getBoundingClientRect()
      await document.fonts.ready
      rehearsal.getBoundingClientRect()
    } while (document.fonts.status === 'loading')
  } finally {
    rehearsal.remove()
  }
  const broken = [...document.fonts].find(({ status }) => status === 'error')
  if (broken !== undefined)
    throw new Error(`A part of ${broken.family} cannot be read. Nothing is rendered without it.`)
}
