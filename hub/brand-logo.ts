/** The clinic's logo: a small PNG beside `brand.yaml`. It is never decoded here; browsers and films do that. */
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { largestLogoBytes, logoBytesOf, logoOf } from '../core/brand.ts'
import { logoFile } from './content-folder.ts'
import { codeOf } from './fault.ts'
import { readOrdinaryBytes } from './ordinary-file.ts'
import { writeWhole } from './whole-file.ts'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Of its header, behind the signature, a length and the word IHDR: width and height. */
const sizeAt = { width: 16, height: 20 } as const
const mostPixels = 2_000

export type LogoRead =
  | { readonly kind: 'none' }
  /** A data URI. */
  | { readonly kind: 'logo'; readonly logo: string }
  | { readonly kind: 'wrong'; readonly message: string }

const howTo = 'The settings page takes any picture and makes it fit. The previous logo stays.'

export async function readLogo(folder: string): Promise<LogoRead> {
  try {
    const bytes = await readOrdinaryBytes(path.join(folder, logoFile), largestLogoBytes)
    if (!bytes.subarray(0, signature.length).equals(signature) || bytes.length <= sizeAt.height + 4) {
      return { kind: 'wrong', message: `This is not a PNG. ${howTo}` }
    }
    const sides = [bytes.readUInt32BE(sizeAt.width), bytes.readUInt32BE(sizeAt.height)]
    if (sides.some((side) => side === 0 || side > mostPixels)) {
      return { kind: 'wrong', message: `A logo has at most ${mostPixels} × ${mostPixels} pixels. ${howTo}` }
    }
    return { kind: 'logo', logo: logoOf(bytes.toString('base64')) }
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return { kind: 'none' }
    const why = codeOf(cause) === 'EFBIG' ? `It is larger than ${largestLogoBytes / 1_000} KB` : 'It cannot be read'
    return { kind: 'wrong', message: `${why}. ${howTo}` }
  }
}

/** @param logo a data URI; undefined takes the logo away */
export async function writeLogo(folder: string, logo: string | undefined): Promise<void> {
  const file = path.join(folder, logoFile)
  if (logo === undefined) await rm(file, { force: true })
  else await writeWhole(file, Buffer.from(logoBytesOf(logo), 'base64'))
}
