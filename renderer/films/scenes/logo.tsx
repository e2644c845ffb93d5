/** The clinic's logo, on a plate of its own where the ground would swallow it. */
import { type CSSProperties, type ReactElement, useEffect, useState } from 'react'
import { cancelRender, continueRender, delayRender, Img } from 'remotion'
import { contrastRatio } from '../../../core/contrast.ts'
import { spacing } from '../../../core/scene-blocks.ts'

type LogoProps = {
  readonly logo: string | undefined
  /** `#rrggbb` it stands on. */
  readonly wall: string
  readonly air: number
  readonly style: CSSProperties
}

export function Logo({ logo, wall, air, style }: LogoProps): ReactElement | null {
  const color = useColorOf(logo)
  if (logo === undefined) return null
  const { height, after } = spacing.logo
  // As drawings need it: three to one.
  const isSwallowed = color !== undefined && contrastRatio(color, wall) < 3
  return (
    <div className="scene-logo" data-plate={isSwallowed} style={{ height, marginBottom: after * air, ...style }}>
      <Img src={logo} alt="" />
    </div>
  )
}

/** What a logo looks like from far away: the average of what is not transparent; nothing for a logo that fills its own ground. */
function useColorOf(logo: string | undefined): string | undefined {
  const [handle] = useState(() => delayRender('logo'))
  const [color, setColor] = useState<string>()
  useEffect(() => {
    const judged = logo === undefined ? Promise.resolve(undefined) : averageOf(logo)
    judged.then((found) => {
      setColor(found)
      continueRender(handle)
    }, cancelRender)
  }, [logo, handle])
  return color
}

const judgedSide = 64

async function averageOf(logo: string): Promise<string | undefined> {
  const image = new Image()
  image.src = logo
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
  for (let at = 0; at < data.length; at += 4) {
    if ((data[at + 3] ?? 0) < 128) continue
    seen += 1
    for (const channel of [0, 1, 2]) sums[channel] = (sums[channel] ?? 0) + (data[at + channel] ?? 0)
  }
  const isItsOwnGround = seen > 0.97 * judgedSide ** 2
  if (seen === 0 || isItsOwnGround) return undefined
  return `#${sums
    .map((sum) =>
      Math.round(sum / seen)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}
