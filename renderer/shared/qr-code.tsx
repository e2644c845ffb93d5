/** A QR code: dark on white with four modules of quiet around it, as the standard wants, whatever the clinic's colours. */
import type { ReactElement } from 'react'
import { encode } from 'uqr'

interface QrState {
  readonly text: string
  /** What it leads to, for whoever hears it. */
  readonly label: string
}

export function QrCode({ text, label }: QrState): ReactElement {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])))
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path.join('')} fill="#000" />
    </svg>
  )
}
