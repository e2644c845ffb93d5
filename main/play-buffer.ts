/** Keeps what the screens have presented until the hub has it: on the disk before the page is answered, for weeks if need be. */
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { mostPlays } from '../core/play-limits.ts'

/** A month of two screens; beyond it the oldest plays go. */
const mostBytes = 128 * 1024 * 1024
/** What the hub takes at once, with room for what stands around it. */
const pieceBytes = 48 * 1024
const longestLine = 4 * 1024
/** What has been delivered is cut off when it is as much as this, and more than the rest. */
const tidyBytes = 1024 * 1024
const lineBreak = 0x0a

export interface Batch {
  /** Each a play, in JSON. */
  readonly lines: readonly string[]
  /** Where the next one begins, counted from when the buffer was opened: the file itself may be cut meanwhile. */
  readonly end: number
}

export class PlayBuffer {
  readonly #file: string
  readonly #most: number
  #handle: FileHandle
  #size: number
  /** Everything before is with the hub. Not kept: what is delivered again after a crash counts once, by its id. */
  #delivered = 0
  /** What has been cut off the beginning since it was opened. */
  #cutOffBytes = 0
  #turn: Promise<unknown> = Promise.resolve()
  #wake: (() => void) | undefined

  private constructor(file: string, handle: FileHandle, size: number, most: number) {
    this.#file = file
    this.#handle = handle
    this.#size = size
    this.#most = most
  }

  /** @param most bytes */
  static async open(file: string, most = mostBytes): Promise<PlayBuffer> {
    await mkdir(path.dirname(file), { recursive: true })
    await rm(`${file}.new`, { force: true })
    const handle = await open(file, 'a+')
    const { size } = await handle.stat()
    // Somebody pulled the plug in the middle of a line: what follows begins a line of its own.
    const isTorn = size > 0 && (await handle.read(new Uint8Array(1), 0, 1, size - 1)).buffer[0] !== lineBreak
    if (isTorn) await handle.appendFile('\n')
    return new PlayBuffer(file, handle, size + (isTorn ? 1 : 0), most)
  }

  /** @returns once they are on the disk @throws when the disk does not take them */
  async add(plays: readonly unknown[]): Promise<void> {
    const lines = plays.map((play) => `${JSON.stringify(play)}\n`).filter((line) => line.length <= longestLine)
    const bytes = Buffer.from(lines.join(''))
    await this.#inTurn(async () => {
      await this.#append(bytes)
      this.#size += bytes.length
      if (this.#size - this.#delivered > this.#most) await this.#forgetOldest()
    })
    this.#wake?.()
  }

  /** Waits until there is something to deliver. */
  async next(signal?: AbortSignal): Promise<Batch | undefined> {
    while (signal?.aborted !== true) {
      const batch = await this.#inTurn(() => this.#read())
      if (batch !== undefined) return batch
      await new Promise<void>((resolve) => {
        this.#wake = resolve
        signal?.addEventListener('abort', () => resolve(), { once: true })
      })
    }
    return undefined
  }

  /** The hub has them. */
  async delivered({ end }: Batch): Promise<void> {
    await this.#inTurn(async () => {
      this.#delivered = Math.max(this.#delivered, end - this.#cutOffBytes)
      if (this.#delivered === this.#size) {
        await this.#handle.truncate(0)
        this.#cutOffBytes += this.#size
        this.#delivered = 0
        this.#size = 0
      } else if (this.#delivered > tidyBytes && this.#delivered > this.#size / 2) await this.#cutOff()
    })
  }

  async close(): Promise<void> {
    await this.#inTurn(() => this.#handle.close())
  }

  /** All or nothing: a disk that fills up in the middle of a line must not spoil the next one. */
  async #append(bytes: Uint8Array): Promise<void> {
    try {
      await this.#handle.appendFile(bytes)
      await this.#handle.datasync()
    } catch (cause) {
      await this.#handle.truncate(this.#size)
      throw cause
    }
  }

  async #read(): Promise<Batch | undefined> {
    const most = Math.min(pieceBytes, this.#size - this.#delivered)
    if (most === 0) return undefined
    const { buffer, bytesRead } = await this.#handle.read(Buffer.alloc(most), 0, most, this.#delivered)
    const lines: string[] = []
    let start = 0
    while (lines.length < mostPlays) {
      const end = buffer.subarray(0, bytesRead).indexOf(lineBreak, start)
      if (end < 0) break
      const line = buffer.toString('utf8', start, end)
      if (isJson(line)) lines.push(line)
      start = end + 1
    }
    // No line is as long as a piece: what has no break is no play.
    return { lines, end: this.#cutOffBytes + this.#delivered + (start === 0 ? bytesRead : start) }
  }

  async #forgetOldest(): Promise<void> {
    const keepFrom = this.#size - Math.floor(this.#most / 2)
    const { buffer, bytesRead } = await this.#handle.read(Buffer.alloc(longestLine), 0, longestLine, keepFrom)
    this.#delivered = keepFrom + buffer.subarray(0, bytesRead).indexOf(lineBreak) + 1
    console.error('The hub has been away for so long that the oldest plays are forgotten.')
    await this.#cutOff()
  }

  /** The rest in a file of its own, which takes the place of this one in one step. */
  async #cutOff(): Promise<void> {
    const next = await open(`${this.#file}.new`, 'a+')
    let from = this.#delivered
    while (from < this.#size) {
      const { buffer, bytesRead } = await this.#handle.read(Buffer.alloc(tidyBytes), 0, tidyBytes, from)
      if (bytesRead === 0) break
      await next.appendFile(buffer.subarray(0, Math.min(bytesRead, this.#size - from)))
      from += bytesRead
    }
    await next.sync()
    await rename(`${this.#file}.new`, this.#file)
    await this.#handle.close()
    this.#handle = next
    this.#size -= this.#delivered
    this.#cutOffBytes += this.#delivered
    this.#delivered = 0
  }

  /** One after the other: the file is written, read and cut by several at once otherwise. */
  #inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const turn = this.#turn.then(act)
    this.#turn = turn.catch(() => {})
    return turn
  }
}

function isJson(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'object'
  } catch {
    return false
  }
}
