/** Makes real zip files and npm packages out of a few names and contents. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'

export type Contents = Readonly<Record<string, string | Buffer>>

/** A zip whose entries are packed, but for the empty ones and folders, which are stored. */
export function zipOf(contents: Contents): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(contents)) {
    const data = Buffer.from(content)
    const packed = data.length > 0 ? deflateRawSync(data) : data
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(data.length > 0 ? 8 : 0, 4)
    fields.writeUInt32LE(crc32(data), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(data.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE((0o100755 << 16) >>> 0, 6)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03'), fields, rest, Buffer.from(name)]))
    bodies.push(body)
    offset += body.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(directory.length, 4)
  end.writeUInt16LE(directory.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...bodies, list, Buffer.from('PK\x05\x06'), end])
}

/** An npm package as a registry serves it: a gzipped tar with everything under package/. */
export function npmPackage(folder: string, name: string, contents: Contents): string {
  const source = path.join(folder, name)
  for (const [file, content] of Object.entries(contents)) {
    mkdirSync(path.dirname(path.join(source, 'package', file)), { recursive: true })
    writeFileSync(path.join(source, 'package', file), content)
  }
  const tarball = path.join(folder, `${name}.tgz`)
  execFileSync('tar', ['-czf', tarball, '-C', source, 'package'])
  return tarball
}
