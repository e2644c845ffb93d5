/** Captions beside a film (WebVTT, or SubRip as most programs save it) → what is said from when until when, in parts that a waiting room can read. */
import { z } from 'zod'
import { linesOf, piecesOf, widthOf } from './typeset.ts'
import type { YamlProblem } from './yaml-document.ts'

/** Milliseconds of the film's own time, half-open. */
export const cue = z.object({
  fromMs: z.int().nonnegative(),
  toMs: z.int().positive(),
  /** One line, or two with a line break between them where the author put it. */
  text: z.string(),
})
export type Cue = z.infer<typeof cue>

export type CaptionsResult =
  | { readonly ok: true; readonly cues: readonly Cue[] }
  | { readonly ok: false; readonly problems: readonly YamlProblem[] }

/** SubRip has no heading: a number, and times with a comma. */
const subRip = /^\s*(?:\d{1,6}[ \t]*\n)?\d{1,4}:\d{2}:\d{2},\d{3}[ \t]*-->/
const mostCues = 5_000
const longestCue = 300
// A film of four hours with a caption every three seconds is half of this.
const longestText = 1_000_000
const mostLines = 2
/** In letter heights: how wide a line may be, as renderer/tv/captions.css sets it. */
export const lineWidth = 22.8

/** Every caption in the order of time, or every problem with its line. Never throws. */
export function parseCaptions(text: string): CaptionsResult {
  if (text.length > longestText) return refused([at(1, 'This file is larger than 1 MB. Captions are never that long.')])
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const isSubRip = subRip.test(lines.slice(0, 8).join('\n'))
  if (!isSubRip && !/^WEBVTT([ \t].*)?$/.test(lines[0] ?? '')) {
    return refused([at(1, 'Captions begin with the line WEBVTT. Save them as WebVTT (.vtt).')])
  }
  const unread = lines.findIndex((line) => line.includes('\ufffd'))
  if (unread >= 0) return refused([at(unread + 1, 'Here are letters that cannot be read. Save the captions as UTF-8.')])
  const cues: Cue[] = []
  const problems: YamlProblem[] = []
  for (const block of blocksOf(isSubRip ? lines.map(withPoints) : lines, !isSubRip)) {
    const found = readBlock(block)
    if (found !== undefined && 'message' in found) problems.push(found)
    else if (found !== undefined) cues.push(found)
  }
  if (cues.length > mostCues) problems.push(at(1, `There are ${cues.length} captions. At most ${mostCues} fit.`))
  if (problems.length > 0) return refused(problems)
  return { ok: true, cues: cues.flatMap(inParts).toSorted((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs) }
}

/** What is to be read at a moment of the film: the newest words; two voices one under the other when both fit. */
export function captionAt(cues: readonly Cue[], mediaMs: number): string | undefined {
  const said = cues.filter(({ fromMs, toMs }) => fromMs <= mediaMs && mediaMs < toMs).map(({ text }) => text)
  const newest = said.slice(-mostLines)
  return newest.every(isOneLine) ? newest.join('\n') || undefined : newest.at(-1)
}

interface Block {
  /** Of its first line, counted from 1. */
  readonly line: number
  readonly lines: readonly string[]
}

function blocksOf(lines: readonly string[], hasHeading: boolean): readonly Block[] {
  const blocks: Block[] = []
  let from = 0
  for (let to = 0; to <= lines.length; to += 1) {
    if (to < lines.length && lines[to]?.trim() !== '') continue
    // The first block is the heading, and may say more about itself.
    if (to > from && (from > 0 || !hasHeading)) blocks.push({ line: from + 1, lines: lines.slice(from, to) })
    from = to + 1
  }
  return blocks
}

const withPoints = (line: string): string => (line.includes('-->') ? line.replace(/(?<=:\d{2}),(?=\d{3})/g, '.') : line)

function readBlock({ line, lines }: Block): Cue | YamlProblem | undefined {
  if (/^(NOTE|STYLE|REGION)\b/.test(lines[0] ?? '')) return undefined
  // The line above the times may be a name of the caption.
  const place = lines[0]?.includes('-->') ? 0 : 1
  const times = lines[place]
  if (times === undefined || !times.includes('-->')) {
    return at(line, 'Here the times are missing. Write them like 00:01.000 --> 00:04.000 above the words.')
  }
  const [from = '', rest = ''] = times.split('-->')
  const [fromMs, toMs] = [msOf(from.trim()), msOf(rest.trim().split(/\s/)[0] ?? '')]
  if (fromMs === undefined || toMs === undefined) {
    return at(line + place, `"${times.trim()}" cannot be understood. Write times like 00:01.000 --> 00:04.000.`)
  }
  if (toMs <= fromMs) return at(line + place, 'This caption ends before it begins.')
  const text = plain(lines.slice(place + 1))
  if (text.length > longestCue) {
    return at(
      line + place + 1,
      `This caption has ${text.length} characters. At most ${longestCue} can be read in time.`,
    )
  }
  return text === '' ? undefined : { fromMs, toMs, text }
}

function msOf(time: string): number | undefined {
  const found = /^(?:(\d{1,4}):)?([0-5]\d):([0-5]\d)\.(\d{3})$/.exec(time)
  if (found === null) return undefined
  const [hours = 0, minutes = 0, seconds = 0, ms = 0] = found.slice(1).map((digits = '0') => Number(digits))
  return ((hours * 60 + minutes) * 60 + seconds) * 1_000 + ms
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&nbsp;': '\u00A0',
  '&lrm;': '\u200E',
  '&rlm;': '\u200F',
}

/** Words without voices, colours and slants. */
const plain = (lines: readonly string[]): string =>
  lines
    .map((line) =>
      line
        .replace(/<[^>]*>|\{\\[^}]*\}/g, '')
        .replace(/&[a-z]+;/g, (entity) => entities[entity] ?? entity)
        .replace(/\p{Cc}/gu, ' ')
        .replace(/ +/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '')
    .join('\n')

const isOneLine = (text: string): boolean => !text.includes('\n') && widthOf(text, 'text', 1) <= lineWidth

/** Two lines at most, as the author broke them or, where that is too long, one flow of words. */
const fits = (text: string): boolean =>
  text.includes('\n')
    ? text.split('\n').length <= mostLines && text.split('\n').every(isOneLine)
    : linesOf(text, 'text', 1, lineWidth) <= mostLines

/** What takes more than two lines comes in parts, each for its share of the time; no word is lost. */
function inParts({ fromMs, toMs, text }: Cue): readonly Cue[] {
  if (fits(text)) return [{ fromMs, toMs, text }]
  const pieces = piecesOf(text.replace(/\s+/g, ' '))
  for (let count = 1; count < pieces.length; count += 1) {
    const parts = evenly(pieces, count)
    if (!parts.every(fits)) continue
    const ends = parts.map((_, index) => parts.slice(0, index + 1).join('').length / parts.join('').length)
    const moment = (share: number) => Math.round(fromMs + (toMs - fromMs) * share)
    return parts.flatMap((part, index) => {
      const [partFromMs, partToMs] = [moment(ends[index - 1] ?? 0), moment(ends[index] ?? 1)]
      return partToMs > partFromMs ? [{ fromMs: partFromMs, toMs: partToMs, text: part }] : []
    })
  }
  return [{ fromMs, toMs, text: pieces.join('') }]
}

/** Pieces in `count` parts of about the same length. */
function evenly(pieces: readonly string[], count: number): readonly string[] {
  const whole = pieces.join('').length
  const parts: string[][] = Array.from({ length: count }, () => [])
  let told = 0
  for (const piece of pieces) {
    const middle = told + piece.length / 2
    parts[Math.min(count - 1, Math.floor((middle / whole) * count))]?.push(piece)
    told += piece.length
  }
  return parts.map((part) => part.join('').trimEnd()).filter((part) => part !== '')
}

const at = (line: number, message: string): YamlProblem => ({ line, column: 1, message })
const refused = (problems: readonly YamlProblem[]): CaptionsResult => ({ ok: false, problems })
