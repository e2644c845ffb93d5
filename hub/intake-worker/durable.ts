/** Files that are on the disk when this is told, and known by what they contain. */
import { createHash } from 'node:crypto'
import { type FileHandle, open, realpath } from 'node:fs/promises'
import path from 'node:path'
import { openOrdinary } from '../ordinary-file.ts'
import type { Received, Receiving } from './messages.ts'

const chunkBytes = 1024 * 1024

/** Copies a file in and hashes it on the way. @throws with the system's code */
export async function receive(
  { folder, relative, copy }: Omit<Receiving, 'kind'>,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Received> {
  const source = path.join(folder, relative)
  const [really, root] = await Promise.all([realpath(path.dirname(source)), realpath(folder)])
  if (really !== path.join(root, path.dirname(relative))) {
    throw Object.assign(new Error('The folder is a link to another place'), { code: 'ELOOP' })
  }
  const from = await openOrdinary(source)
  try {
    const info = await from.stat()
    const to = await open(copy, 'wx', 0o600)
    try {
      const { hash, bytes } = await readAll(from, signal, async (chunk, done) => {
        for (let at = 0; at < chunk.length; ) at += (await to.write(chunk, at)).bytesWritten
        onProgress(Math.min(1, done / Math.max(1, info.size)))
      })
      await to.sync()
      return { hash, bytes }
    } finally {
      await to.close()
    }
  } finally {
    await from.close()
  }
}

/** Makes sure that a file is on the disk, and hashes it. */
export async function settle(file: string, signal: AbortSignal): Promise<Received> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
    return await readAll(handle, signal)
  } finally {
    await handle.close()
  }
}

export async function writeDurably(file: string, bytes: Buffer): Promise<Received> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { hash: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }
}

async function readAll(
  handle: FileHandle,
  signal: AbortSignal,
  take: (chunk: Buffer, done: number) => Promise<void> = async () => {},
): Promise<Received> {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(chunkBytes)
  let bytes = 0
  for (;;) {
    signal.throwIfAborted()
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, bytes)
    if (bytesRead === 0) return { hash: hash.digest('hex'), bytes }
    const chunk = buffer.subarray(0, bytesRead)
    hash.update(chunk)
    bytes += bytesRead
    await take(chunk, bytes)
  }
}
