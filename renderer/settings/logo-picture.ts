/** Draws any picture as a small PNG that stands out from the clinic's colours; this computer's browser does it, offline. */
import { largestLogoBytes, logoBytesOf } from '../../core/brand.ts'
import { contrastRatio } from '../../core/contrast.ts'
import type { Brand } from '../../core/theme.ts'

export type Drawn = { readonly ok: true; readonly logo: string } | { readonly ok: false; readonly message: string }

/** Tried one after another until it is light enough to travel, pixels. */
const widths = [640, 480, 360, 240, 160] as const
const tallest = 0.5
/** Below this, a logo is lost on the ground. */
const leastContrast = 3
const padding = 0.08
const opaque = 128

export async function drawLogo(file: Blob, colors: Brand['colors']): Promise<Drawn> {
  const image = await loaded(file)
  if (image === undefined) return { ok: false, message: 'This picture cannot be read. Try it as a PNG.' }
  const isLost = contrastRatio(meanColor(image), colors.ground) < leastContrast
  for (const width of widths) {
    const logo = drawn(image, width, isLost ? colors.text : undefined)
    if ((logoBytesOf(logo).length * 3) / 4 <= largestLogoBytes) return { ok: true, logo }
  }
  return { ok: false, message: 'This picture has too much in it for a logo. Try a simpler one.' }
}

async function loaded(file: Blob): Promise<HTMLImageElement | undefined> {
  const image = new Image()
  image.src = await new Promise<string>((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => resolve('')
    reader.readAsDataURL(file)
  })
  const isThere = await image.decode().then(
    () => true,
    () => false,
  )
  return isThere && image.naturalWidth > 0 && image.naturalHeight > 0 ? image : undefined
}

function drawn(image: HTMLImageElement, mostWidth: number, ground: string | undefined): string {
  const scale = Math.min(mostWidth / image.naturalWidth, (mostWidth * tallest) / image.naturalHeight)
  const [width, height] = [image.naturalWidth * scale, image.naturalHeight * scale]
  const edge = ground === undefined ? 0 : width * padding
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width + 2 * edge))
  canvas.height = Math.max(1, Math.round(height + 2 * edge))
  const pen = canvas.getContext('2d')
  if (pen === null) return ''
  if (ground !== undefined) {
    pen.fillStyle = ground
    pen.beginPath()
    pen.roundRect(0, 0, canvas.width, canvas.height, edge)
    pen.fill()
  }
  pen.drawImage(image, edge, edge, width, height)
  return canvas.toDataURL('image/png')
}

/** Of what is not see-through, `#rrggbb`. */
function meanColor(image: HTMLImageElement): string {
  const side = 48
  const canvas = document.createElement('canvas')
  canvas.width = side
  canvas.height = side
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  pen?.drawImage(image, 0, 0, side, side)
  const data = pen?.getImageData(0, 0, side, side).data ?? new Uint8ClampedArray()
  const sums = [0, 0, 0]
  let count = 0
  for (let at = 0; at < data.length; at += 4) {
    if ((data[at + 3] ?? 0) < opaque) continue
    count += 1
    for (const channel of [0, 1, 2]) sums[channel] = (sums[channel] ?? 0) + (data[at + channel] ?? 0)
  }
  const hex = (sum: number) => Math.round(sum / Math.max(1, count)).toString(16)
  return `#${sums.map((sum) => hex(sum).padStart(2, '0')).join('')}`
}
