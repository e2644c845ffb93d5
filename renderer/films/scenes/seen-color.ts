/** What of a picture is seen from far away: a drawing without a ground of its own must not drown in the one it stands on. */
import { useEffect, useState } from 'react'
import { cancelRender, continueRender, delayRender } from 'remotion'
import { contrastRatio } from '../../../core/contrast.ts'

export interface Seen {
  /** It has no ground of its own. */
  readonly isCutOut: boolean
  /** Of a plate it has to stand on to be seen, `#rrggbb`. */
  readonly plate?: string | undefined
}

/**
 * @param src a data URI
 * @param wall `#rrggbb` it stands on
 * @param ink what a plate is made of, where that helps
 */
export function useSeen(src: string | undefined, wall: string, ink: string): Seen {
  const [handle] = useState(() => delayRender('picture'))
  const [color, setColor] = useState<string>()
  useEffect(() => {
    const judged = src === undefined || src === '' ? Promise.resolve(undefined) : averageOf(src)
    judged.then((found) => {
      setColor(found)
      continueRender(handle)
    }, cancelRender)
  }, [src, handle])
  if (color === undefined) return { isCutOut: false }
  // As drawings need it: three to one.
  if (contrastRatio(color, wall) >= 3) return { isCutOut: true }
  const plates = [ink, '#ffffff', '#000000']
  return { isCutOut: true, plate: plates.find((plate) => contrastRatio(color, plate) >= 4.5) ?? ink }
}

const judgedSide = 64

/** The average of what is not transparent; nothing for a picture that fills its own ground. */
async function averageOf(src: string): Promise<string | undefined> {
  const image = new Image()
  image.src = src
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = judgedSide
  canvas.height = judgedSide
  const paper = canvas.getContext('2d')
  if (paper === null) return undefined
  paper.drawImage(image, 0, 0, judgedSide, judgedSide)
  const { data } = paper.getImageData(0, 0, judgedSide, judgedSide)
  const sums = [0, 0, 0]
  let seen = 0
  let covered = 0
  for (let at = 0; at < data.length; at += 4) {
    // Thin lines are half transparent at this size: they count by how much of them is there.
    const share = (data[at + 3] ?? 0) / 255
    seen += share
    if (share >= 0.5) covered += 1
    for (const channel of [0, 1, 2]) sums[channel] = (sums[channel] ?? 0) + (data[at + channel] ?? 0) * share
  }
  const isItsOwnGround = covered > 0.97 * judgedSide ** 2
  if (seen === 0 || isItsOwnGround) return undefined
  return `#${sums
    .map((sum) =>
      Math.round(sum / seen)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}
