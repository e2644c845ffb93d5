/** Packs a handful of small files into an asar archive, Electron's own format (four-byte little-endian pickles). */

/**
 * @param {Readonly<Record<string, Buffer>>} files by name, no folders
 * @returns {Buffer} the archive
 * Source: electron/asar README, "Format"
 */
export function packAsar(files) {
  const header = { files: {} }
  let offset = 0
  for (const [name, { length }] of Object.entries(files)) {
    header.files[name] = { size: length, offset: String(offset) }
    offset += length
  }
  const text = Buffer.from(JSON.stringify(header))
  const padded = Buffer.concat([text, Buffer.alloc((4 - (text.length % 4)) % 4)])
  const head = Buffer.alloc(16)
  head.writeUInt32LE(4, 0)
  head.writeUInt32LE(padded.length + 8, 4)
  head.writeUInt32LE(padded.length + 4, 8)
  head.writeUInt32LE(text.length, 12)
  return Buffer.concat([head, padded, ...Object.values(files)])
}
