/** What a viewer has of a film: frames really presented, and the colour that fills the screen. */
import type { Page } from 'playwright-core'
import { eventually } from './eventually.ts'
import type { Kiosk, Rgb } from './kiosk.ts'

/** Frames presented so far by both film layers together, counted from the first call on. */
export async function countFrames(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counting = window as unknown as { presentedFrames?: number }
    if (counting.presentedFrames !== undefined) return
    counting.presentedFrames = 0
    for (const video of document.querySelectorAll('video')) {
      const onFrame = () => {
        counting.presentedFrames = (counting.presentedFrames ?? 0) + 1
        video.requestVideoFrameCallback(onFrame)
      }
      video.requestVideoFrameCallback(onFrame)
    }
  })
  return () => page.evaluate(() => (window as unknown as { presentedFrames: number }).presentedFrames)
}

const near = (value: number, wanted: number) => Math.abs(value - wanted) < 60

export const looksRed = ({ red, green, blue }: Rgb): boolean => near(red, 254) && near(green, 0) && near(blue, 0)
export const looksLime = ({ red, green, blue }: Rgb): boolean => near(red, 0) && near(green, 255) && near(blue, 0)
export const looksBlue = ({ red, green, blue }: Rgb): boolean => near(red, 0) && near(green, 0) && near(blue, 254)
export const looksYellow = ({ red, green, blue }: Rgb): boolean => near(red, 255) && near(green, 255) && near(blue, 0)

/** Waits until the window is filled with a colour. */
export const showing = (kiosk: Kiosk, looks: (color: Rgb) => boolean, timeoutMs = 120_000): Promise<Rgb> =>
  eventually(kiosk.color, looks, timeoutMs)
