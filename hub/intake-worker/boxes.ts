/** Whether an MP4 is all there by its own account: each of its parts says how long it is. */
import { type FileHandle, open } from 'node:fs/promises'

export interface Boxes {
  /** The last part reaches beyond the end of the file. */
  readonly isCut: boolean
  /** Written piece by piece: then no index says how much there should be. */
  readonly isFragmented: boolean
  /** Encrypted: whoever has no key sees noise. */
  readonly isLocked: boolean
}

const mostParts = 1_000_000
const mostIndexBytes = 64 * 1024 * 1024
/** The schemes of copy protection, each behind the name, version and flags of the part that tells it. */
const protection = /schm[\s\S]{4}(?:cenc|cbcs|cens|cbc1|piff|itun|adkm)/

export async function boxesOf(file: string): Promise<Boxes> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const header = Buffer.alloc(16)
    const found = { isCut: false, isFragmented: false, isLocked: false }
    let last = ''
    for (let at = 0, parts = 0; at + 8 <= size && parts < mostParts; parts += 1) {
      const { bytesRead } = await handle.read(header, 0, 16, at)
      const type = header.toString('latin1', 4, 8)
      const short = header.readUInt32BE(0)
      const isLong = short === 1 && bytesRead === 16
      const length = isLong ? Number(header.readBigUInt64BE(8)) : short === 0 ? size - at : short
      // Some cameras leave padding behind the end: no part has such a name.
      if (length < 8 || !/^[\x20-\x7e\xa9]{4}$/.test(type)) break
      if (type === 'moof') found.isFragmented = true
      if (type === 'moov' && length <= mostIndexBytes)
        found.isLocked = protection.test(await textAt(handle, at, length))
      if (at + length > size) return { ...found, isCut: true }
      last = type
      at += length
    }
    // A fragment is its table and then its pictures.
    return { ...found, isCut: last === 'moof' }
  } finally {
    await handle.close()
  }
}

async function textAt(handle: FileHandle, at: number, length: number): Promise<string> {
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await handle.read(bytes, 0, length, at)
  return bytes.toString('latin1', 0, bytesRead)
}
