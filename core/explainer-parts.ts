/** Where the settings of an explainer end and its scenes begin. */

export interface Parts {
  /** Between the two lines of `---`; empty when there are none. */
  readonly settings: string
  /** Offset of the settings in the text. */
  readonly settingsFrom: number
  /** Offset of what follows them; absent when the settings never end. */
  readonly bodyFrom?: number
}

export function partsOf(text: string): Parts {
  // Windows editors begin a file with a mark nobody sees.
  const start = text.startsWith('\u{feff}') ? 1 : 0
  const lines = /([^\r\n]*)(\r\n|\r|\n|$)/gy
  lines.lastIndex = start
  const isMark = (): boolean => /^---[ \t]*$/.test(lines.exec(text)?.[1] ?? '')
  if (!isMark()) return { settings: '', settingsFrom: 0, bodyFrom: 0 }
  const settingsFrom = lines.lastIndex
  for (let from = settingsFrom; from < text.length; from = lines.lastIndex) {
    if (isMark()) return { settings: text.slice(settingsFrom, from), settingsFrom, bodyFrom: lines.lastIndex }
  }
  return { settings: text.slice(settingsFrom), settingsFrom }
}

/** The text with blank lines instead of its settings: every place in it stays where it is. */
export const bodyOf = (text: string, { bodyFrom = text.length }: Parts): string =>
  text.slice(0, bodyFrom).replace(/[^\r\n]/g, ' ') + text.slice(bodyFrom)
