/** What stands behind a picture or film of another shape than the screen: itself, enlarged, out of focus and darkened. */

/** Nothing wider than this is blurred: what is out of focus has no detail, and a large picture takes a second. */
const smallWidth = 160
const blur = 5
/** How much of the brand's ground lies over it: enough to stay behind, at any picture. */
const veil = 0.58
const shadow = { color: 'rgb(0 0 0 / 0.45)', blurShare: 0.05 } as const

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Place extends Size {
  readonly x: number
  readonly y: number
}

/** Where something of a shape lies in the middle of a screen: whole, or filling it. @param share of the size it could have */
export function placed(shape: Size, screen: Size, how: 'whole' | 'filling', share = 1): Place {
  const [x, y] = [screen.width / shape.width, screen.height / shape.height]
  const scale = share * (how === 'whole' ? Math.min(x, y) : Math.max(x, y))
  const [width, height] = [shape.width * scale, shape.height * scale]
  return { x: (screen.width - width) / 2, y: (screen.height - height) / 2, width, height }
}

/** How many times more of the screen it would need to fill it: 1 for the same shape. */
export function misfitOf(shape: Size, screen: Size): number {
  const [x, y] = [screen.width / shape.width, screen.height / shape.height]
  return Math.max(x, y) / Math.min(x, y)
}

/** Gives a canvas the size it is shown in. @returns how to draw on it */
export function cleared(element: HTMLCanvasElement): CanvasRenderingContext2D {
  element.width = Math.round(element.clientWidth * devicePixelRatio)
  element.height = Math.round(element.clientHeight * devicePixelRatio)
  const context = element.getContext('2d', { alpha: false })
  if (context === null) throw new Error('there is no canvas')
  context.fillStyle = groundOf(element)
  context.fillRect(0, 0, element.width, element.height)
  context.imageSmoothingQuality = 'high'
  return context
}

/**
 * Draws the backdrop over a whole canvas, once: a filter that is applied anew in every frame would take a core.
 *
 * @param front where what belongs to it will stand
 */
export function drawBackdrop(context: CanvasRenderingContext2D, picture: HTMLImageElement, front: Place): void {
  const { canvas } = context
  const small = document.createElement('canvas')
  small.width = smallWidth
  small.height = Math.max(1, Math.round((smallWidth * canvas.height) / canvas.width))
  const soft = small.getContext('2d', { alpha: false })
  if (soft === null) return
  // Beyond the edges: a blur draws in what is outside, which is black.
  const place = placed({ width: picture.naturalWidth, height: picture.naturalHeight }, small, 'filling')
  soft.filter = `blur(${blur}px) saturate(1.15)`
  soft.drawImage(picture, place.x - blur * 2, place.y - blur * 2, place.width + blur * 4, place.height + blur * 4)
  context.drawImage(small, 0, 0, canvas.width, canvas.height)
  context.globalAlpha = veil
  context.fillStyle = groundOf(canvas)
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.globalAlpha = 1
  // It stands in front, and is not let into the wall.
  context.shadowColor = shadow.color
  context.shadowBlur = Math.min(canvas.width, canvas.height) * shadow.blurShare
  context.fillStyle = 'black'
  context.fillRect(front.x, front.y, front.width, front.height)
  context.shadowColor = 'transparent'
}

const groundOf = (element: Element): string => getComputedStyle(element).getPropertyValue('--ground')
