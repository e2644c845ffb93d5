/** Which names may be written below the content folder: a name never becomes a path that leads out of it. */
import { isIgnored } from './asset.ts'
import { isBeside } from './sidecar.ts'
import { utf8Length } from './utf8.ts'

export type PathVerdict =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly message: string }

const mostBytes = 1_000
/** What file systems allow for one part; some count it in UTF-16 units, which are never more. */
const mostPartBytes = 255
const deepest = 16
// The control signs of Unicode, and those that turn the direction of reading and so disguise an ending.
const control = /[\p{Cc}\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u
// A share may lie on Windows, where these are devices, whatever their ending.
const device = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/i

/**
 * Whether a path names a place inside the content folder that may hold content. What lies there has the name it has: an odd
 * one must not keep anybody from deleting it.
 *
 * @param sent relative, with `/`
 */
export function insidePath(sent: string): PathVerdict {
  const parts = sent.split('/')
  if (sent === '') return refused('The name of the file is missing.')
  if (sent.startsWith('/') || parts.includes('..') || parts.includes('.') || parts.includes('')) {
    return refused('A name inside the content folder is expected, such as "offers/summer.mp4".')
  }
  if (/[\\\0]/.test(sent) || !sent.isWellFormed()) return oddSigns
  if (parts.at(-1) === '_status.html') return refused('This is the page that Anteroom itself writes.')
  // Hidden, but for what iCloud leaves where a file was: that one is shown, and has to go.
  const isHidden = parts.some((part, at) => part.startsWith('.') && (at < parts.length - 1 || isIgnored(sent)))
  return isHidden ? refused('Names that begin with a dot are hidden files.') : { ok: true, path: sent }
}

/** The same for something new: a name that every computer on the share can open. @returns the name in Unicode NFC */
export function newPath(sent: string): PathVerdict {
  const verdict = insidePath(sent.normalize('NFC'))
  if (!verdict.ok) return verdict
  const parts = verdict.path.split('/')
  if (control.test(verdict.path)) return oddSigns
  if (
    utf8Length(verdict.path) > mostBytes ||
    parts.some((part) => utf8Length(part) > mostPartBytes) ||
    parts.length > deepest
  ) {
    return refused('The name is too long.')
  }
  for (const part of parts) {
    if (part.startsWith('.')) return refused('Names that begin with a dot are hidden files.')
    if (/[<>:"|?*]/.test(part))
      return refused('The name has one of the signs < > : " | ? *, which Windows cannot read.')
    if (device.test(part)) return refused(`"${part}" is the name of a device on Windows.`)
    if (/[. ]$/.test(part) || part.startsWith(' '))
      return refused('A name cannot begin or end with a space or end with a dot.')
  }
  if (isIgnored(verdict.path) && !isBeside(verdict.path))
    return refused('A file of this name is never shown: it counts as temporary, or as notes.')
  return verdict
}

/** A name for what a phone or a camera calls anything at all. */
export function tidyName(sent: string): string {
  const name = sent.normalize('NFC').slice(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
  const plain = name
    .replace(new RegExp(control.source, 'gu'), '')
    .replace(/[<>:"|?*]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const dot = plain.lastIndexOf('.')
  const [stem, ending] = dot > 0 ? [plain.slice(0, dot), plain.slice(dot)] : [plain, '']
  const short = `${[...stem].slice(0, 60).join('').trim()}${[...ending].slice(0, 10).join('')}`
  return newPath(short).ok ? short : `file${newPath(`file${ending}`).ok ? ending : ''}`
}

/** The first of `offer.mp4`, `offer 2.mp4`, `offer 3.mp4` … that is free. */
export function freeName(path: string, isTaken: (path: string) => boolean): string {
  const dot = path.lastIndexOf('.')
  const [stem, ending] = dot > path.lastIndexOf('/') + 1 ? [path.slice(0, dot), path.slice(dot)] : [path, '']
  for (let number = 2, name = path; ; number += 1) {
    if (!isTaken(name)) return name
    name = `${stem} ${number}${ending}`
  }
}

const refused = (message: string): PathVerdict => ({ ok: false, message })
const oddSigns = refused('The name has signs that a file name cannot have.')
