/** Makes a still of a drawing (SVG). Nothing in it runs, and nothing outside it is read. */
import { readFile, stat } from 'node:fs/promises'
import type { Judging, MadeFile } from './messages.ts'
import { longSide, lookAt, makePicture, mostSide, PictureRefused } from './picture.ts'

const mostBytes = 20_000_000
const pointsPerInch = 72
/** Of `</svg>` with whatever stands in it. */
const longestEnd = 200
/** A drawing can ask for any amount of work in a few words. */
const patienceMs = 10_000

/** @throws PictureRefused */
export async function judgeDrawing(task: Judging): Promise<MadeFile> {
  if ((await stat(task.copy)).size > mostBytes) throw new PictureRefused('too-large')
  const bytes = await readFile(task.copy)
  const text = bytes.toString('utf8')
  if (!hasEnd(text)) throw new PictureRefused('damaged')
  if (isBomb(text) || reachesOutside(text)) throw new PictureRefused('cannot-convert')
  const { width, height } = await lookAt(bytes, {})
  const long = Math.max(width, height)
  if (!(long > 0) || long > mostSide) throw new PictureRefused('too-large')
  // Lines stay sharp at any size: drawn as large as the screen shows it.
  const density = Math.min(10_000, Math.max(1, (pointsPerInch * longSide[task.profile]) / long))
  return makePicture(bytes, { density, limitInputPixels: 4 * longSide[task.profile] ** 2 }, task, 'picture', {
    patienceMs,
  })
}

/** Whether its last word, but for comments, closes the drawing. */
function hasEnd(text: string): boolean {
  let rest = text.replaceAll('\0', ' ').trimEnd()
  while (rest.endsWith('-->')) rest = rest.slice(0, Math.max(0, rest.lastIndexOf('<!--'))).trimEnd()
  return /<\/(?:[\w-]+:)?svg\s*>$/.test(rest.slice(-longestEnd))
}

/** Entities that name entities grow without end; programs for drawing write plain ones. */
const isBomb = (text: string): boolean =>
  /<!ENTITY\s+%|<!ENTITY\s+[^\s>]+\s+(SYSTEM|PUBLIC)\b|<!ENTITY\s+[^\s>]+\s+(["'])(?:(?!\2)[\s\S])*&(?!#)/i.test(text)

/** Up to its end, or to where the next one begins: nothing is read twice, however many never end. */
const showing = /<(?:[\w-]+:)?(?:image|feImage|use|tref)\b(?:"[^"<]*"|'[^'<]*'|[^"'<>])*/gi

/** A picture or a style from elsewhere would be missing in the still. */
function reachesOutside(text: string): boolean {
  for (const [tag] of text.matchAll(showing)) if (/\bhref\s*=\s*(["'])\s*(?!#|data:)[^"']/i.test(tag)) return true
  return (
    /@import\b|\burl\(\s*(?:["']\s*)?(?!#|data:)[a-z]/i.test(text) ||
    /<\?xml-stylesheet\b|<(?:[\w-]+:)?include\b/i.test(text)
  )
}
