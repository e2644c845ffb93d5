/** Opens files of the content folder, where anything may lie: a link may lead anywhere, and a pipe may never answer. */
import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'

/** @throws with the system's code; `ELOOP` for a link, `EINVAL` for anything else that is no ordinary file */
export async function openOrdinary(file: string): Promise<FileHandle> {
  const handle = await open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
  try {
    if (!(await handle.stat()).isFile()) throw fault('EINVAL', `${file} is no ordinary file`)
    return handle
  } catch (cause) {
    await handle.close()
    throw cause
  }
}

/** @throws as `openOrdinary` does, and with `EFBIG` when it is larger than that, whatever its size was a moment ago */
export const readOrdinary = async (file: string, mostBytes: number): Promise<string> =>
  (await readOrdinaryBytes(file, mostBytes)).toString('utf8')

/** @throws as `readOrdinary` does */
export async function readOrdinaryBytes(file: string, mostBytes: number): Promise<Buffer> {
  const handle = await openOrdinary(file)
  try {
    const bytes = Buffer.alloc(Math.min((await handle.stat()).size, mostBytes) + 1)
    let length = 0
    for (let more = 1; more > 0 && length < bytes.length; length += more) {
      more = (await handle.read(bytes, length, bytes.length - length, length)).bytesRead
    }
    if (length > mostBytes) throw fault('EFBIG', `${file} is larger than ${mostBytes} bytes`)
    return bytes.subarray(0, length)
  } finally {
    await handle.close()
  }
}

const fault = (code: string, message: string): Error => Object.assign(new Error(message), { code })
