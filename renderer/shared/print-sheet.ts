/** Puts something on paper: a sheet of its own beside the page, and the page itself stays off it. */
import { type ReactElement, useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'

/** A receipt is as wide as its roll and as long as what stands on it. */
export type Paper = 'receipt' | 'a6' | 'a4'

const receiptWidthMm = 80
const mmPerPx = 25.4 / 96
/** A typeface that does not come, comes too late. */
const fontsWithinMs = 1_000

let removeSheet: (() => void) | undefined

/** Prints one sheet; the browser may ask which printer. */
export async function printSheet(sheet: ReactElement, paper: Paper): Promise<void> {
  removeSheet?.()
  const place = laySheet(sheet, paper)
  await Promise.race([document.fonts.ready, new Promise((resolve) => setTimeout(resolve, fontsWithinMs))])
  sizePage(place, paper)
  window.print()
}

/** What the browser's own *Print* puts on paper while there is something to say; the page itself otherwise. */
export function usePrinted(sheet: (() => ReactElement) | undefined, paper: Paper): void {
  const newest = useRef(sheet)
  newest.current = sheet
  useEffect(() => {
    const lay = () => {
      if (newest.current === undefined || removeSheet !== undefined) return
      sizePage(laySheet(newest.current(), paper), paper)
    }
    window.addEventListener('beforeprint', lay)
    return () => window.removeEventListener('beforeprint', lay)
  }, [paper])
}

/** It stays until it is printed or another one takes its place: some browsers print long after they were asked. */
function laySheet(sheet: ReactElement, paper: Paper): HTMLElement {
  const place = document.createElement('div')
  place.className = 'sheet'
  place.dataset.paper = paper
  document.body.append(place)
  const root = createRoot(place)
  flushSync(() => root.render(sheet))
  const remove = () => {
    window.removeEventListener('afterprint', remove)
    removeSheet = undefined
    root.unmount()
    place.remove()
    document.getElementById(pageRule)?.remove()
  }
  window.addEventListener('afterprint', remove)
  removeSheet = remove
  return place
}

const pageRule = 'sheet-page'

function sizePage(place: HTMLElement, paper: Paper): void {
  const rule = document.createElement('style')
  rule.id = pageRule
  rule.textContent = `@page { ${pageOf(place, paper)} }`
  document.head.append(rule)
}

function pageOf(place: HTMLElement, paper: Paper): string {
  switch (paper) {
    case 'receipt': {
      const lengthMm = Math.ceil(place.getBoundingClientRect().height * mmPerPx)
      return `size: ${receiptWidthMm}mm ${lengthMm}mm; margin: 0`
    }
    case 'a6':
      return 'size: 105mm 148mm; margin: 0'
    case 'a4':
      return 'size: A4; margin: 14mm'
  }
}
