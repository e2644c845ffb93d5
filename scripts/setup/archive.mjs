/** Reads the two archives that the trial runtime comes in: a gzipped tar, and a zip inside it. */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createInflateRaw } from 'node:zlib'

const blockBytes = 512

/**
 * Streams one file out of a gzipped tar, hashing the archive as it passes. The file may be used only when the hash is right.
 *
 * @param {(bytes: number) => void} onBytes how many of the archive's bytes have passed
 * @returns {Promise<string>} the whole archive's sha512, base64
 */
export async function extractFromTarball(tarball, name, destination, onBytes = () => {}) {
  const hash = createHash('sha512')
  let passed = 0
  const hashed = async function* (source) {
    for await (const chunk of source) {
      hash.update(chunk)
      passed += chunk.length
      onBytes(passed)
      yield chunk
    }
  }
  let isFound = false
  const unpacked = async function* (source) {
    for await (const piece of tarFile(source, name)) {
      isFound = true
      yield piece
    }
  }
  await pipeline(createReadStream(tarball), hashed, createGunzip(), unpacked, createWriteStream(destination))
  if (!isFound) throw new Error(`${tarball} has no file ${name}`)
  return hash.digest('base64')
}

// ustar: a 512-byte header (name at 0, octal size at 124), then the content, filled up to whole blocks.
async function* tarFile(source, name) {
  let pending = Buffer.alloc(0)
  let content = 0
  let filling = 0
  let isWanted = false
  for await (const chunk of source) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
    while (pending.length > 0) {
      if (content > 0) {
        const piece = pending.subarray(0, content)
        if (isWanted) yield piece
        content -= piece.length
        pending = pending.subarray(piece.length)
      } else if (filling > 0) {
        const skipped = Math.min(filling, pending.length)
        filling -= skipped
        pending = pending.subarray(skipped)
      } else {
        if (pending.length < blockBytes) break
        content = Number.parseInt(pending.toString('latin1', 124, 136), 8) || 0
        filling = (blockBytes - (content % blockBytes)) % blockBytes
        isWanted = pending.toString('latin1', 0, 100).replace(/\0.*$/s, '') === name
        pending = pending.subarray(blockBytes)
      }
    }
  }
}

/**
 * @typedef {{ name: string, bytes: number, mode: number, offset: number, packedBytes: number, method: number }} ZipEntry
 * @returns {Promise<ZipEntry[]>} what the zip's central directory lists; folders end in a slash
 * @throws {Error} for a file that is no zip, or one beyond 4 GB (zip64)
 */
export async function listZip(path) {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    // The end record is 22 bytes and a comment of up to 65,535.
    const tail = await read(file, Math.max(0, size - 65_557), Math.min(size, 65_557))
    const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1')
    if (end < 0) throw new Error(`${path} is not a zip file, or is cut short`)
    const directory = await read(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
    return [...entriesOf(directory)]
  } finally {
    await file.close()
  }
}

function* entriesOf(directory) {
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50; ) {
    const nameLength = directory.readUInt16LE(at + 28)
    yield {
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      packedBytes: directory.readUInt32LE(at + 20),
      bytes: directory.readUInt32LE(at + 24),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      offset: directory.readUInt32LE(at + 42),
    }
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
}

/**
 * Writes one entry of a zip to a file.
 *
 * @param {ZipEntry} entry
 * @returns {Promise<string>} the file's sha256, hex
 */
export async function extractFromZip(path, entry, destination) {
  const file = await open(path)
  const header = await read(file, entry.offset, 30).finally(() => file.close())
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const hash = createHash('sha256')
  let bytes = 0
  const counted = async function* (source) {
    for await (const chunk of source) {
      hash.update(chunk)
      bytes += chunk.length
      yield chunk
    }
  }
  // createReadStream's `end` is inclusive, so an empty entry has no range at all.
  const packed =
    entry.packedBytes > 0 ? createReadStream(path, { start, end: start + entry.packedBytes - 1 }) : [Buffer.alloc(0)]
  const unpack = entry.method === 8 ? [createInflateRaw()] : []
  await pipeline(packed, ...unpack, counted, createWriteStream(destination, { mode: entry.mode & 0o777 || 0o644 }))
  if (bytes !== entry.bytes)
    throw new Error(`${entry.name} came out of ${path} with ${bytes} of its ${entry.bytes} bytes`)
  return hash.digest('hex')
}

async function read(file, position, length) {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  if (bytesRead < length) throw new Error('The archive is cut short')
  return buffer
}
