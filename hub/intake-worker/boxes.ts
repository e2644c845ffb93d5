/** Whether an MP4 is all there by its own account: each of its parts says how long it is. */
import { open } from 'node:fs/promises'

export interface Boxes {
  /** The last part reaches beyond the end of the file. */
  readonly isCut: boolean
  /** Written piece by piece: then no index says how much there should be. */
  readonly isFragmented: boolean
}

const mostParts = 1_000_000

export async function boxesOf(file: string): Promise<Boxes> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const header = Buffer.alloc(16)
    let isFragmented = false
    let last = ''
    for (let at = 0, parts = 0; at + 8 <= size && parts < mostParts; parts += 1) {
      const { bytesRead } = await handle.read(header, 0, 16, at)
      const type = header.toString('latin1', 4, 8)
      const short = header.readUInt32BE(0)
      const length =
        short === 1 && bytesRead === 16 ? Number(header.readBigUInt64BE(8)) : short === 0 ? size - at : short
      // Some cameras leave padding behind the end: no part has such a name.
      if (length < 8 || !/^[\x20-\x7e\xa9]{4}$/.test(type)) return { isCut: last === 'moof', isFragmented }
      if (type === 'moof') isFragmented = true
      if (at + length > size) return { isCut: true, isFragmented }
      last = type
      at += length
    }
    // A fragment is its table and then its pictures.
    return { isCut: last === 'moof', isFragmented }
  } finally {
    await handle.close()
  }
}
