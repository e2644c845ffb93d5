/** The words of headings, paragraphs and points; what Markdown allows and a TV cannot show is named, with what to write instead. */
import type { Image, Node, Nodes, Parents } from 'mdast'
import { withoutMarks } from './explainer-marks.ts'
import { isComment } from './explainer-tree.ts'
import { nearest } from './nearest.ts'
import type { Picture } from './scene.ts'
import { unwritable } from './writable.ts'

/** A text that is being read. */
export interface Reading {
  readonly source: string
  /** @param signs how many behind the beginning of the node */
  readonly report: (node: Node, message: string, signs?: number) => void
  readonly foundPicture: (node: Node, file: string) => void
}

export const blockNames = [
  'timeline',
  'chart',
  'for',
  'against',
  'numbers',
  'people',
  'ask',
  'care',
  'urgent',
  'terms',
] as const
export type BlockName = (typeof blockNames)[number]

/** Words and pictures of a paragraph, in order. Bold and italics are plain text: afar nobody sees the difference. Signs stay marked. */
export function readPieces(reading: Reading, node: Parents): readonly (string | Image)[] {
  if (node.type === 'paragraph') refuseLine(reading, node)
  const pieces: (string | Image)[] = []
  for (const piece of inlinePieces(reading, node)) {
    const last = pieces.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') pieces.splice(-1, 1, last + piece)
    else pieces.push(piece)
  }
  return pieces.map((piece) => (typeof piece === 'string' ? tidy(piece) : piece)).filter((piece) => piece !== '')
}

/** Words where a picture has no place. Signs stay marked. */
export function readWords(reading: Reading, node: Parents): string {
  const words = readPieces(reading, node).map((piece) => {
    if (typeof piece === 'string') return piece
    reading.report(
      piece,
      'A picture has no place here. Write it on a line of its own, beside sentences or alone under a heading.',
    )
    return ''
  })
  return tidy(words.join(' '))
}

/** A space that holds two words together stays; all others become one. */
const tidy = (text: string): string => text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '')

function inlinePieces(reading: Reading, node: Parents): readonly (string | Image)[] {
  return node.children.flatMap((part): readonly (string | Image)[] => {
    switch (part.type) {
      case 'text': {
        // A line of Windows ends in two signs, one of which nobody can write; as many signs stay, for the place of others.
        const text = part.value.replaceAll('\r', ' ')
        const found = unwritable(withoutMarks(text))
        if (found !== undefined) reading.report(part, found.message, found.index)
        return [text]
      }
      case 'strong':
      case 'emphasis':
        return inlinePieces(reading, part)
      case 'break':
        return [' ']
      case 'image':
        return [part]
      default:
        if (!isComment(part)) refuse(reading, part)
        return []
    }
  })
}

const liesElsewhere = /^[a-z][a-z0-9+.-]*:|^[/\\]/i
const pictureEndings = /\.(jpe?g|png|webp|avif|heic|heif|gif|tiff?|bmp)$/i

/** @param seen what one sees on it, when the picture itself does not say so */
export function readPicture(reading: Reading, node: Image, seen?: string): Picture {
  const file = fileOf(node.url)
  const alt = tidy(withoutMarks(node.alt ?? '')) || seen || ''
  if (liesElsewhere.test(file)) {
    reading.report(
      node,
      'A picture lies in the content folder. Write its name as seen from this text, like "_pictures/room.jpg".',
    )
  } else if (!pictureEndings.test(file)) {
    reading.report(node, `"${file}" is no picture that can be shown. Save it as .jpg, .png or .webp.`)
  } else if (alt === '') {
    reading.report(
      node,
      'Say between the square brackets what one sees, for people who cannot see it: "![A treatment room](…)".',
    )
  } else reading.foundPicture(node, file)
  return { src: '', file: file || '?', alt: alt || '?' }
}

/** Names every picture beside something that cannot be read, however deep: whether it is there is told in the same go. */
export function namePictures(reading: Reading, nodes: readonly Nodes[]): void {
  for (const node of nodes) {
    if ('children' in node) namePictures(reading, node.children)
    if (node.type !== 'image') continue
    const file = fileOf(node.url)
    if (!liesElsewhere.test(file) && pictureEndings.test(file)) reading.foundPicture(node, file)
  }
}

/** Markdown writes a space in a name as `%20`. */
function fileOf(url: string): string {
  try {
    return withoutMarks(decodeURIComponent(url))
  } catch {
    return withoutMarks(url)
  }
}

export function refuse(reading: Reading, node: Nodes): void {
  reading.report(node, refusalOf(reading, node))
}

export const headingRefusals = {
  one: 'A scene begins with two signs: "## Heading". What the film is called stands in "title:" at the top.',
  many: 'There are no headings below a scene. Begin a scene with "## Heading", or write plain text.',
} as const

function refusalOf(reading: Reading, node: Nodes): string {
  switch (node.type) {
    case 'html':
      return node.value.startsWith('<!--')
        ? 'This note to yourself has no end. Write "-->" behind it, with nothing else in that line.'
        : 'Web code cannot be shown. Write plain text.'
    case 'code':
      return /^[`~]/.test(sourceOf(reading, node).trimStart())
        ? 'Program text has no place on a TV. Remove the lines of back quotes.'
        : 'This line is moved in by four spaces and would be program text. Move it to the left.'
    case 'inlineCode':
      return 'Text between back quotes is program text. Leave the back quotes out.'
    case 'link':
    case 'linkReference':
    case 'definition':
      return 'Nobody can follow a link on a TV. Write the words without it, or a code to scan: ::code[Words]{url="https://…"}.'
    case 'imageReference':
      return 'Write a picture with its name: "![What one sees](_pictures/room.jpg)".'
    case 'thematicBreak':
      return 'A line of dashes means nothing here. A new scene begins with "## Heading".'
    case 'heading':
      return headingRefusals[node.depth === 1 ? 'one' : 'many']
    case 'containerDirective':
    case 'leafDirective':
      return `":::${node.name}" has no place inside a list or another block. Write it on a line of its own.`
    default:
      return 'This cannot be shown. Write plain text.'
  }
}

/** Lines that look like something else than sentences. */
function refuseLine(reading: Reading, node: Nodes): void {
  const source = sourceOf(reading, node)
  if (source.startsWith('|')) {
    reading.report(node, 'A table cannot be read from afar. Write its rows as points of a list.')
    return
  }
  const [, colons, name = ''] = /^(::+)[ \t]*([\p{L}-]*)/u.exec(source) ?? []
  if (colons === undefined) return
  if (name === '') {
    reading.report(
      node,
      'Here a block ends that never began. Remove this line, or begin the block with a line like ":::timeline".',
    )
    return
  }
  const meant = name === 'code' ? '::code[Words]{url="https://…"}' : `:::${nearest(name, blockNames) ?? 'timeline'}`
  reading.report(
    node,
    `This block cannot be understood. Begin it with a line like "${meant}", without spaces in between.`,
  )
}

export const sourceOf = ({ source }: Reading, node: Node): string =>
  source.slice(node.position?.start.offset ?? 0, node.position?.end.offset)
