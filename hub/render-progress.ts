/** Where a render stands: a bar that fills on a terminal, nothing anywhere else. */

const width = 30
const tellEveryMs = 200

export class RenderProgress {
  readonly #out: NodeJS.WriteStream
  readonly #isTold: boolean
  readonly #beganAt = performance.now()
  #toldAt = 0

  constructor(out: NodeJS.WriteStream, isWanted: boolean) {
    this.#out = out
    this.#isTold = isWanted && out.isTTY
  }

  /** @param share done, 0 to 1 */
  show(share: number): void {
    const now = performance.now()
    if (!this.#isTold || (share < 1 && now - this.#toldAt < tellEveryMs)) return
    this.#toldAt = now
    this.#out.write(`\r${barOf(share, now - this.#beganAt)}\u{1b}[K`)
  }

  /** Takes the bar away: what follows stands in its place. */
  clear(): void {
    if (this.#isTold) this.#out.write('\r\u{1b}[K')
  }
}

/** @param tookMs until now */
function barOf(share: number, tookMs: number): string {
  const done = Math.round(Math.min(Math.max(share, 0), 1) * width)
  const bar = `${'█'.repeat(done)}${'░'.repeat(width - done)} ${String(Math.round(share * 100)).padStart(3)} %`
  // The first scenes tell little: the browser had to be started.
  if (share < 0.05 || share >= 1) return bar
  const leftS = Math.ceil((tookMs * (1 - share)) / share / 1_000)
  return `${bar}  about ${leftS < 90 ? `${leftS} s` : `${Math.round(leftS / 60)} min`} left`
}
