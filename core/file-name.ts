/** What a file's name says: a placeholder, a second copy, a name nobody can read, or a new version. */

import type { RefusalCode } from './remarks.ts'
import { utf8Length } from './utf8.ts'

/** What is known of a file without opening it. */
export interface NamedLook {
  /** Bytes, as the folder shows it. */
  readonly size: number
  /** Blocks of 512 bytes that it takes on the disk; left out where the file system does not count them. */
  readonly blocks?: number
}

/** What file systems take as one name, and what the hub takes as a whole path. */
const mostNameBytes = 255
const mostPathBytes = 1_000
// Smaller files may lie in the directory itself (NTFS, ext4 with inline data) and take no block.
const leastOnDiskBytes = 4_096

/** Left by programs that show what is in the cloud without fetching it. */
const placeholder = /\.(nextcloud|owncloud|cloudf|gdoc|gsheet|gslides|gdraw|gform|gsite|gmap|gjam)$|^\..+\.icloud$/i

/** What Dropbox calls a second copy, in the languages it speaks to clinics in. */
const conflictWords = [
  'conflicted copy',
  'in konflikt stehende kopie',
  'konfliktkopie',
  'copia en conflicto',
  'copie en conflit',
  'copia in conflitto',
  'cópia em conflito',
  'cópia conflitante',
  'cópia conflituosa',
  'conflicterende kopie',
  'conflicterend exemplaar',
  'kopie met conflicten',
].join('|')
const conflicted: readonly RegExp[] = [
  // Dropbox, and Nextcloud in English only: `Offer (Ana's conflicted copy 2026-11-21).mp4`.
  new RegExp(`\\(.*(${conflictWords}).*\\)`, 'i'),
  // Dropbox, for names that differ in capitals or accents alone.
  /\((case|unicode encoding) conflict( \d+)?\)/i,
  // Google Drive and others, without brackets: `Offer conflicted copy 2026-11-21.mp4`.
  /\sconflicted copy(\s[\d\s-]+)?(\.[^.]*)?$/i,
  // Synology Drive: `Offer_office-pc_Nov-21-101530-2026_Conflict.mp4`.
  /_Conflict(\.[^.]*)?$/,
  // Syncthing, ownCloud, Seafile.
  /\.sync-conflict-\d{8}(-\d{6})?/,
  /_conflict-\d{8}-\d{6}/,
  /\(SFConflict .+\)/,
  // OneDrive appends the name of the computer, by default one that Windows has made up.
  /-(DESKTOP|LAPTOP)-[A-Z0-9]{7}(-\d+)?(\.[^.]*)?$/,
]

// Tabs and ends of lines are only white space: such names come from pasted text, and they do no harm.
const control = /[^\P{Cc}\t\n\r]/u
/** What is shown in another order than it is written in: `film\u202e4pm.exe`. */
const bidiOverride = /[\u202a-\u202e\u2066-\u2069]/
/** Stands where the bytes of a name were no UTF-8. */
const unreadable = /\ufffd/

/** Whether the bytes of a name were no text: then nobody can ask for the file by it. */
export const isUnreadable = (relative: string): boolean => unreadable.test(relative)

/**
 * Why a file cannot be taken in, by its name and look alone.
 *
 * @param relative path in the content folder, with `/`
 * @returns undefined when nothing speaks against it
 */
export function nameVerdict(relative: string, look: NamedLook): RefusalCode | undefined {
  const parts = relative.split('/')
  const name = (parts.at(-1) ?? '').normalize('NFC')
  if (isOdd(relative, parts)) return 'odd-name'
  if (placeholder.test(name)) return 'online-only'
  if (conflicted.some((pattern) => pattern.test(name))) return 'conflicted-copy'
  return look.size >= leastOnDiskBytes && look.blocks === 0 ? 'online-only' : undefined
}

function isOdd(relative: string, parts: readonly string[]): boolean {
  return (
    parts.some((part) => utf8Length(part) > mostNameBytes) ||
    utf8Length(relative) > mostPathBytes ||
    control.test(relative) ||
    bidiOverride.test(relative) ||
    unreadable.test(relative) ||
    !relative.isWellFormed()
  )
}

/** Endings that stand for each other: a new version of a picture may come in another format. */
const endings: readonly (readonly string[])[] = [
  ['mp4', 'm4v', 'mov', 'webm', 'mkv', 'avi', 'wmv', 'mpg', 'mpeg', 'ts', 'mts', 'm2ts', '3gp', 'flv', 'ogv'],
  ['jpg', 'jpeg', 'png', 'webp', 'heic', 'heif', 'avif', 'gif', 'tif', 'tiff', 'bmp', 'svg'],
  ['pdf'],
  ['md'],
]

const copy = '(?:copy|kopie|copia|cópia|copie)'
/** Stands between a name and its mark. */
const gap = '(?:[\\s._-]+\\(?|\\()'
/** What people and desktops add to a name; `before` is the name without it. */
const versionMarks: readonly RegExp[] = [
  // A browser that downloads twice, Windows and Linux: `Offer (3)`.
  /^(?<before>.+?)\s*\(\d{1,3}\)$/,
  // Windows: `Offer - Copy`. macOS: `Offer copy 2`. Linux: `Offer (another copy)`.
  new RegExp(`^(?<before>.+?)(?:\\s*-\\s*|\\s+)${copy}(?:\\s\\d{1,3})?$`, 'i'),
  new RegExp(`^(?<before>.+?)\\s*\\([^()]*\\b${copy}\\)$`, 'i'),
  new RegExp(`^${copy} (?:of|von|van|de|di|do|da) (?<before>.+)$`, 'i'),
  new RegExp(`^(?<before>.+?)${gap}v(?:er(?:sion|sión|são|sione|sie)?)?[\\s._-]?\\d{1,3}(?:\\.\\d{1,3})?\\)?$`, 'i'),
  new RegExp(`^(?<before>.+?)${gap}final\\)?[\\s._-]*\\d{0,3}$`, 'i'),
]
/** `Offer - Copy (2)_final.mp4` has three. */
const mostMarks = 4

/**
 * The file of which this one is a new version, by its name: `Offer (3).mp4`, `Copy of Offer.mp4`, `Offer_final.mov`
 * are all `Offer.mp4`.
 *
 * @param files all paths of the content folder
 * @returns the nearest name that is there, in the same folder and of the same kind; undefined when there is none
 */
export function newVersionOf(relative: string, files: { has(path: string): boolean }): string | undefined {
  const { folder, stem, ending } = parted(relative)
  const kin = endings.find((kind) => kind.includes(ending.toLowerCase()))
  if (kin === undefined) return undefined
  const likely = [ending, ...kin]
  let wanted = [stem]
  for (let marks = 0; marks < mostMarks && wanted.length > 0; marks += 1) {
    wanted = [...new Set(wanted.flatMap(withoutMark))]
    for (const each of wanted) {
      const found = fileNamed(`${folder}${each}`, likely, files)
      if (found !== undefined) return found
    }
  }
  return undefined
}

const withoutMark = (stem: string): readonly string[] =>
  versionMarks.flatMap((mark) => mark.exec(stem)?.groups?.before ?? [])

/** @param likely endings in small letters, the likeliest first; capitals count as well */
function fileNamed(
  beside: string,
  likely: readonly string[],
  files: { has(path: string): boolean },
): string | undefined {
  for (const ending of likely) {
    for (const each of [`${beside}.${ending}`, `${beside}.${ending.toUpperCase()}`]) if (files.has(each)) return each
  }
  return undefined
}

/** `a/b.c.mp4` → folder `a/`, stem `b.c`, ending `mp4`; the ending is empty when there is none. */
function parted(relative: string): { readonly folder: string; readonly stem: string; readonly ending: string } {
  const folder = relative.slice(0, relative.lastIndexOf('/') + 1)
  const name = relative.slice(folder.length)
  const dot = name.lastIndexOf('.')
  return dot <= 0
    ? { folder, stem: name, ending: '' }
    : { folder, stem: name.slice(0, dot), ending: name.slice(dot + 1) }
}
