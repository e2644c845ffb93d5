/**
 * Finds flashes that can bring on seizures: more than three in a second, over a quarter of the screen.
 * Source: WCAG 2.2, success criterion 2.3.1, general and red flash; ITU-R BT.1702-3.
 */

/** Each picture arrives as red, green and blue bytes, squeezed into this size whatever its shape. */
export const flashFrame = { width: 96, height: 54 } as const

// Averages of 3 × 3 points: what is smaller than a thirtieth of the screen does not count as a flash.
const block = 3
const columns = flashFrame.width / block
const rows = flashFrame.height / block
const cells = columns * rows
const leastShare = 0.25
/** Three flashes are six changes, up and down; the seventh within a second is one too many. */
const tooManyChanges = 7
const secondMs = 1_000
/** Cells that change within this many pictures change together. */
const together = 3
/** How much the relative luminance must change, and how dark the darker side must be. */
const luminance = { change: 0.1, darkest: 0.8 }
/** `(R − G − B) × 320` must change by more than 20. */
const redness = { change: 20 / 320, darkest: Number.POSITIVE_INFINITY }

const linear = Float64Array.from({ length: 256 }, (_, value) => {
  const share = value / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
})

/** Halves and quarters too: two halves that flash in turn keep the whole equally bright. */
const regions: readonly Int32Array[] = [
  [0, 1, 0, 1],
  [0, 0.5, 0, 1],
  [0.5, 1, 0, 1],
  [0, 1, 0, 0.5],
  [0, 1, 0.5, 1],
  [0, 0.5, 0, 0.5],
  [0.5, 1, 0, 0.5],
  [0, 0.5, 0.5, 1],
  [0.5, 1, 0.5, 1],
].map(([left = 0, right = 1, top = 0, bottom = 1]) =>
  Int32Array.from({ length: cells }, (_, cell) => cell).filter((cell) => {
    const [x, y] = [(cell % columns) / columns, Math.floor(cell / columns) / rows]
    return x >= left && x < right && y >= top && y < bottom
  }),
)

export interface FlashWatch {
  /** Takes the next picture: `flashFrame.width * flashFrame.height * 3` bytes. */
  add(picture: Uint8Array): void
  /** Whether there were too many flashes within a second so far. */
  isOverLimit(): boolean
}

/** @param picturesPerSecond their constant rate */
export function watchFlashes(picturesPerSecond: number): FlashWatch {
  const bright = watchChanges(luminance)
  const red = watchChanges(redness)
  const brightness = new Float64Array(cells)
  const reds = new Float64Array(cells)
  let count = 0
  return {
    add(picture) {
      measure(picture, brightness, reds)
      const atMs = (count * secondMs) / picturesPerSecond
      bright.add(brightness, count, atMs)
      red.add(reds, count, atMs)
      count += 1
    },
    isOverLimit: () => bright.isOverLimit() || red.isOverLimit(),
  }
}

function measure(picture: Uint8Array, brightness: Float64Array, reds: Float64Array): void {
  brightness.fill(0)
  reds.fill(0)
  const share = 1 / (block * block)
  for (let y = 0, at = 0; y < flashFrame.height; y += 1) {
    const row = Math.floor(y / block) * columns
    for (let x = 0; x < flashFrame.width; x += 1, at += 3) {
      const cell = row + Math.floor(x / block)
      const [r = 0, g = 0, b = 0] = [
        linear[picture[at] ?? 0],
        linear[picture[at + 1] ?? 0],
        linear[picture[at + 2] ?? 0],
      ]
      brightness[cell] = (brightness[cell] ?? 0) + (0.2126 * r + 0.7152 * g + 0.0722 * b) * share
      // Saturated red alone counts.
      if (r > 0 && r >= 0.8 * (r + g + b)) reds[cell] = (reds[cell] ?? 0) + Math.max(0, r - g - b) * share
    }
  }
}

/** Follows one quantity in every cell from turning point to turning point. */
function watchChanges({ change, darkest }: { readonly change: number; readonly darkest: number }) {
  const low = new Float64Array(cells).fill(Number.POSITIVE_INFINITY)
  const high = new Float64Array(cells).fill(Number.NEGATIVE_INFINITY)
  /** +1 after a rise, −1 after a fall, 0 before either; and in which picture that was. */
  const direction = new Int8Array(cells)
  const changedIn = new Float64Array(cells).fill(Number.NEGATIVE_INFINITY)
  const history = regions.map(() => ({ direction: 0, times: [] as number[] }))
  let isOver = false

  const turn = (cell: number, to: 1 | -1, value: number, picture: number) => {
    direction[cell] = to
    changedIn[cell] = picture
    low[cell] = value
    high[cell] = value
  }
  const follow = (cell: number, value: number, picture: number) => {
    const [lowest = value, highest = value] = [low[cell], high[cell]]
    if (direction[cell] !== 1 && value - lowest >= change && lowest < darkest) return turn(cell, 1, value, picture)
    if (direction[cell] !== -1 && highest - value >= change && value < darkest) return turn(cell, -1, value, picture)
    if (value < lowest) low[cell] = value
    if (value > highest) high[cell] = value
  }
  const look = (region: Int32Array, at: number, picture: number, atMs: number) => {
    let net = 0
    // A moving picture brightens some cells and darkens others; a flash does one thing to all of them.
    for (const cell of region) if (picture - (changedIn[cell] ?? 0) < together) net += direction[cell] ?? 0
    const past = history[at]
    if (past === undefined || Math.abs(net) < leastShare * cells || Math.sign(net) === past.direction) return
    past.direction = Math.sign(net)
    past.times.push(atMs)
    if (past.times.length > tooManyChanges) past.times.shift()
    // A rate of exactly three a second is allowed, however it was rounded.
    if (past.times.length === tooManyChanges && atMs - (past.times[0] ?? 0) < secondMs - 1) isOver = true
  }
  return {
    add(values: Float64Array, picture: number, atMs: number): void {
      for (let cell = 0; cell < cells; cell += 1) follow(cell, values[cell] ?? 0, picture)
      regions.forEach((region, at) => {
        look(region, at, picture, atMs)
      })
    },
    isOverLimit: () => isOver,
  }
}
