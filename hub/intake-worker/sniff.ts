/** What a file is, by what it contains; its name counts for nothing. */
import { openAsBlob } from 'node:fs'
import { open } from 'node:fs/promises'
import { fileTypeFromBlob } from 'file-type'
import { codeOf } from '../fault.ts'

export type Content =
  /** Anything that ffmpeg may open as a video, with this demuxer only: none that reads other files or addresses. */
  | { readonly kind: 'film'; readonly demuxer: string; readonly endings: readonly string[] }
  /** A picture for sharp. */
  | { readonly kind: 'picture'; readonly format: 'webp' | 'other'; readonly endings: readonly string[] }
  /** A picture that only ffmpeg reads. */
  | { readonly kind: 'rare-picture'; readonly demuxer: string; readonly endings: readonly string[] }
  | { readonly kind: 'heic' | 'svg' | 'pdf' | 'gif'; readonly endings: readonly string[] }
  | { readonly kind: 'sound' | 'unknown-media' | 'office' | 'archive' | 'none' }

const films: Readonly<Record<string, readonly [demuxer: string, ...endings: string[]]>> = {
  'video/mp4': ['mov', 'mp4', 'm4v', 'mov'],
  'video/x-m4v': ['mov', 'm4v', 'mp4'],
  'video/quicktime': ['mov', 'mov', 'qt', 'mp4'],
  'video/3gpp': ['mov', '3gp', '3gpp', 'mp4'],
  'video/3gpp2': ['mov', '3g2', '3gp2', 'mp4'],
  'audio/x-m4a': ['mov', 'm4a', 'mp4'],
  'audio/mp4': ['mov', 'm4a', 'm4b', 'mp4'],
  'video/matroska': ['matroska', 'mkv', 'mk3d'],
  'video/webm': ['matroska', 'webm'],
  'video/vnd.avi': ['avi', 'avi', 'divx'],
  'video/mpeg': ['mpegvideo', 'mpg', 'mpeg', 'm1v', 'm2v', 'mpv'],
  'video/MP1S': ['mpeg', 'mpg', 'mpeg', 'vob', 'mod', 'dat'],
  'video/MP2P': ['mpeg', 'mpg', 'mpeg', 'vob', 'mod', 'dat'],
  'video/mp2t': ['mpegts', 'ts', 'mts', 'm2ts', 'm2t', 'tod'],
  'video/x-ms-asf': ['asf', 'wmv', 'asf'],
  'audio/x-ms-asf': ['asf', 'wma', 'asf'],
  'application/vnd.ms-asf': ['asf', 'wmv', 'wma', 'asf'],
  'video/x-flv': ['flv', 'flv', 'f4v'],
  'video/ogg': ['ogg', 'ogv', 'ogg', 'ogm'],
  'audio/ogg': ['ogg', 'ogg', 'oga', 'ogv'],
  'application/ogg': ['ogg', 'ogx', 'ogv', 'ogg'],
  'application/mxf': ['mxf', 'mxf'],
  'application/vnd.rn-realmedia': ['rm', 'rm', 'rmvb'],
  'image/apng': ['apng', 'png', 'apng'],
}
const pictures: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/avif': ['avif'],
  'image/tiff': ['tif', 'tiff'],
}
const rarePictures: typeof films = {
  'image/bmp': ['bmp_pipe', 'bmp', 'dib'],
  'image/jxl': ['jpegxl_pipe', 'jxl'],
  'image/jp2': ['j2k_pipe', 'jp2', 'j2k', 'jpf'],
  'image/vnd.adobe.photoshop': ['psd_pipe', 'psd'],
}
const heics = ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence']

const office =
  /openxmlformats|opendocument|ms-(word|excel|powerpoint)|visio|x-cfb$|rtf$|iwork|apple\.(pages|numbers|keynote)/
const archive = /\/(zip|gzip|zstd|java-archive|x-(7z|rar|tar|bzip2|xz|lzip|gtar|ace|arj|lzh|cpio|compress)[\w-]*)$/

export async function sniff(file: string): Promise<Content> {
  const type = await typeOf(file)
  if (type === undefined || type === 'application/xml') return unnamedTypeOf(file)
  const [demuxer, ...endings] = films[type] ?? []
  if (demuxer !== undefined) return { kind: 'film', demuxer, endings }
  const known = pictures[type]
  if (known !== undefined) {
    return { kind: 'picture', format: type === 'image/webp' ? 'webp' : 'other', endings: known }
  }
  const [rare, ...rareEndings] = rarePictures[type] ?? []
  if (rare !== undefined) return { kind: 'rare-picture', demuxer: rare, endings: rareEndings }
  if (heics.includes(type)) return { kind: 'heic', endings: ['heic', 'heif', 'hif'] }
  if (type === 'image/gif') return { kind: 'gif', endings: ['gif'] }
  if (type === 'application/pdf') return { kind: 'pdf', endings: ['pdf', 'ai'] }
  if (type === 'image/svg+xml') return { kind: 'svg', endings: ['svg'] }
  if (type.startsWith('audio/')) return { kind: 'sound' }
  if (office.test(type)) return { kind: 'office' }
  if (archive.test(type)) return { kind: 'archive' }
  return { kind: /^(video|image)\//.test(type) ? 'unknown-media' : 'none' }
}

/** The type by the first bytes. What begins like a zip or a TIFF and then breaks off is of no type. */
async function typeOf(file: string): Promise<string | undefined> {
  try {
    return (await fileTypeFromBlob(await openAsBlob(file)))?.mime
  } catch (cause) {
    if (codeOf(cause) !== undefined) throw cause
    return undefined
  }
}

// Every sign can be read in one way only: where there are two, a few dozen brackets keep a reader busy for years.
const comment = '<!--(?:(?!-->)[^])*-->'
const subset = `\\[(?:${comment}|"[^"]*"|'[^']*'|<(?!!--)|[^\\]"'<])*\\]`
const prologue = new RegExp(`^\uFEFF?(?:\\s|<\\?[^]*?\\?>|${comment}|<!DOCTYPE(?:[^[>]|${subset})*>)*`, 'i')

/** What the library does not know. A drawing is text, and begins with its root behind comments and declarations. */
async function unnamedTypeOf(file: string): Promise<Content> {
  const beginning = Buffer.alloc(64 * 1024)
  const handle = await open(file, 'r')
  try {
    const { bytesRead } = await handle.read(beginning, 0, beginning.length, 0)
    // Digital video tape, of either line count.
    if (bytesRead > 4 && [0x1f07003f, 0x1f0700bf].includes(beginning.readUInt32BE(0))) {
      return { kind: 'film', demuxer: 'dv', endings: ['dv', 'dif'] }
    }
    // A zip that was copied only in part.
    if (beginning.toString('latin1', 0, 4) === 'PK\x03\x04') return { kind: 'archive' }
    const text = beginning.toString('utf8', 0, bytesRead)
    return /^<(?:[\w-]+:)?svg[\s>]/.test(text.replace(prologue, ''))
      ? { kind: 'svg', endings: ['svg'] }
      : { kind: 'none' }
  } finally {
    await handle.close()
  }
}

/** Whether a name says what the file is; one without an ending says nothing wrong. */
export function namesType(name: string, endings: readonly string[]): boolean {
  const at = name.lastIndexOf('.')
  return at <= 0 || endings.includes(name.slice(at + 1).toLowerCase())
}
