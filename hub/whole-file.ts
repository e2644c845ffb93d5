/** Writes a file whole or not at all: aside, to the disk, then under its name. */
import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'

export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const { dir, name } = path.parse(file)
  const aside = path.join(dir, `.${name}-${randomUUID()}.part`)
  try {
    const handle = await open(aside, 'wx')
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(aside, file)
  } catch (cause) {
    await rm(aside, { force: true }).catch(() => {})
    throw cause
  }
}
