/** Holds a film's first frame back until its typefaces are there: a fallback face must never reach the wall. */
import { useEffect, useState } from 'react'
import { cancelRender, continueRender, delayRender } from 'remotion'
import '@fontsource-variable/figtree/wght.css'
import '@fontsource-variable/fraunces/opsz.css'

const faces = ['440 120px "Fraunces Variable"', '500 76px "Figtree Variable"']

/**
 * Waits for both typefaces.
 *
 * @param text what will be written: letters beyond Latin come in files of their own
 * @param check looks at the words once they are set; what it throws ends the render
 */
export function useFonts(text: string, check: () => void = () => {}): void {
  const [handle] = useState(() => delayRender('typefaces'))
  const [checkSet] = useState(() => check)
  useEffect(() => {
    const loaded = Promise.all(faces.map((face) => document.fonts.load(face, `Aa ${text}`)))
    loaded
      .then((found) => {
        const missing = faces.find((_, index) => found[index]?.length === 0)
        if (missing !== undefined) throw new Error(`${missing} is not bundled. Nothing is rendered with another face.`)
        checkSet()
        continueRender(handle)
      })
      .catch(cancelRender)
  }, [handle, text, checkSet])
}
