/** How wide words are in the page's own letters, so that nothing is cut off or runs over the edge. */
import { useEffect, useState } from 'react'

let family: string | undefined
let context: CanvasRenderingContext2D | null | undefined

/** @param size of the letters, pixels */
export function widthOf(text: string, weight: number, size: number): number {
  context ??= document.createElement('canvas').getContext('2d')
  // Without a canvas, rather too wide.
  if (context === null) return text.length * size * 0.6
  // The page's own faces; its style sheet is there before anything is measured.
  family ??= getComputedStyle(document.documentElement).getPropertyValue('--body')
  context.font = `${weight} ${size}px ${family}`
  return context.measureText(text).width
}

interface Fitting {
  readonly width: number
  readonly most: number
  /** Where it may be broken. */
  readonly least: number
  /** What stands beside the words, in sizes of a letter. */
  readonly beside: number
}

/** The largest size at which a line fits. */
export function sizeThatFits(text: string, weight: number, { width, most, least, beside }: Fitting): number {
  const wide = widthOf(text, weight, most) / most + beside
  return Math.max(least, Math.min(most, width / wide))
}

/** Renders again when the letters have come: until then others are measured. */
export function useLetters(): void {
  const [, setReady] = useState(false)
  useEffect(() => {
    void document.fonts.ready.then(() => setReady(true))
    const loaded = () => setReady((before) => !before)
    document.fonts.addEventListener('loadingdone', loaded)
    return () => document.fonts.removeEventListener('loadingdone', loaded)
  }, [])
}
