/** The text of an explainer → its scenes: what Markdown allows and a TV cannot show is named, with what to write instead. */
import type { Heading, List, Node, Nodes, Parents, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Scene } from './scene.ts'
import { unwritable } from './writable.ts'
import type { YamlProblem } from './yaml-document.ts'

/** A scene with the line its heading stands in. */
export interface PlacedScene {
  readonly scene: Scene
  readonly line: number
}

interface Body {
  readonly scenes: readonly PlacedScene[]
  readonly problems: readonly YamlProblem[]
}

const headingRefusals = {
  one: 'A scene begins with two signs: "## Heading". What the film is called stands in "title:" at the top.',
  many: 'There are no headings below a scene. Begin a scene with "## Heading", or write plain text.',
} as const

interface Section {
  readonly heading: Heading
  readonly content: readonly RootContent[]
}

/** @param text Markdown; blank lines stand where the settings were, so that lines count from the top of the file */
export function readScenes(text: string): Body {
  const problems: YamlProblem[] = []
  const report = (node: Node, message: string, signs = 0) => {
    const { line = 1, column = 1 } = node.position?.start ?? {}
    problems.push({ line, column: column + signs, message })
  }
  const reader = new Reader(text, report)
  const nodes = fromMarkdown(text).children.filter((node) => !isComment(node))
  const [first] = nodes
  const sections = sectionsOf(nodes)
  if (first?.type === 'heading' && first.depth !== 2) {
    report(first, headingRefusals[first.depth === 1 ? 'one' : 'many'])
  } else if (sections.length === 0) {
    report(first ?? { type: 'root' }, 'There is no scene yet. A scene begins with a line like "## What happens".')
  } else if (first !== undefined && first !== sections[0]?.heading) {
    report(first, 'This stands before the first scene. Write a line like "## What happens" above it.')
  }
  const scenes = sections.flatMap((section) => {
    const line = section.heading.position?.start.line ?? 1
    return reader.scenes(section).map((scene) => ({ scene, line }))
  })
  return { scenes, problems }
}

const isComment = (node: Nodes): boolean => node.type === 'html' && /^<!--.*-->\s*$/s.test(node.value)

function sectionsOf(nodes: readonly RootContent[]): readonly Section[] {
  const starts = nodes.flatMap((node, index) => (node.type === 'heading' && node.depth === 2 ? [index] : []))
  return starts.map((start, at) => ({
    heading: nodes[start] as Heading,
    content: nodes.slice(start + 1, starts[at + 1]),
  }))
}

class Reader {
  readonly #text: string
  readonly #report: (node: Node, message: string, signs?: number) => void

  constructor(text: string, report: (node: Node, message: string, signs?: number) => void) {
    this.#text = text
    this.#report = report
  }

  /** The scene of a section; its note, if it has one beside other text, is a scene of its own behind it. */
  scenes({ heading: node, content }: Section): readonly Scene[] {
    const heading = this.#words(node)
    const paragraphs: string[] = []
    let list: List | undefined
    let note: string | undefined
    for (const part of content) {
      if (part.type === 'paragraph') {
        if (list !== undefined)
          this.#report(
            part,
            'Text behind a list has no place. Write it above the list, or begin another scene with "## Heading".',
          )
        paragraphs.push(this.#words(part))
      } else if (part.type === 'list') {
        if (list !== undefined)
          this.#report(part, 'A scene has room for one list. Begin another scene with "## Heading".')
        list = part
      } else if (part.type === 'blockquote') {
        if (note !== undefined)
          this.#report(part, 'A scene has room for one note. Begin another scene with "## Heading".')
        note = this.#note(part)
      } else this.#refuse(part)
    }
    if (heading === '') this.#report(node, 'This scene has no heading. Write it behind "## ".')
    else if (paragraphs.length === 0 && list === undefined && note === undefined)
      this.#report(node, `The scene "${heading}" is empty. Write a sentence under it.`)
    return [
      ...sceneOf(heading, paragraphs, list && { isOrdered: list.ordered === true, entries: this.#entries(list) }),
      ...(note === undefined ? [] : [{ kind: 'note' as const, heading, note }]),
    ]
  }

  #note(quote: Parents): string {
    const texts = quote.children.map((part) => {
      if (part.type === 'paragraph') return this.#words(part)
      this.#report(part, 'A note is one or two plain sentences.')
      return ''
    })
    return texts.join(' ')
  }

  #entries(list: List): readonly string[] {
    return list.children.map((item) => {
      const [first, ...more] = item.children
      for (const part of more) {
        const what =
          part.type === 'list'
            ? 'A list in a list cannot be read from afar. Move this line to the left.'
            : 'Each point of a list is one short text. Make another point of this.'
        this.#report(part, what)
      }
      if (first?.type === 'paragraph') return this.#words(first)
      if (first === undefined) this.#report(item, 'This point is empty. Write a text behind it, or remove it.')
      else if (more.length === 0) this.#refuse(first)
      return ''
    })
  }

  /** The words of a heading, paragraph or point. Bold and italics are read as plain text: afar nobody sees the difference. */
  #words(node: Parents): string {
    if (node.type === 'paragraph' && this.#sourceOf(node).startsWith('|'))
      this.#report(node, 'A table cannot be read from afar. Write its rows as points of a list.')
    return this.#inline(node).replace(/\s+/g, ' ').trim()
  }

  #inline(node: Parents): string {
    return node.children
      .map((part) => {
        switch (part.type) {
          case 'text': {
            const found = unwritable(part.value)
            if (found !== undefined) this.#report(part, found.message, found.index)
            return part.value
          }
          case 'strong':
          case 'emphasis':
            return this.#inline(part)
          case 'break':
            return ' '
          default:
            if (!isComment(part)) this.#refuse(part)
            return ''
        }
      })
      .join('')
  }

  #refuse(node: Nodes): void {
    this.#report(node, this.#refusalOf(node))
  }

  #refusalOf(node: Nodes): string {
    switch (node.type) {
      case 'html':
        return 'Web code cannot be shown. Write plain text.'
      case 'code':
        return /^[`~]/.test(this.#sourceOf(node).trimStart())
          ? 'Program text has no place on a TV. Remove the lines of back quotes.'
          : 'This line is moved in by four spaces and would be program text. Move it to the left.'
      case 'inlineCode':
        return 'Text between back quotes is program text. Leave the back quotes out.'
      case 'link':
      case 'linkReference':
      case 'definition':
        return 'Nobody can follow a link on a TV. Write the words without it.'
      case 'image':
      case 'imageReference':
        return 'A film has no place for pictures yet. Put the picture into the content folder: it plays beside the film.'
      case 'thematicBreak':
        return 'A line of dashes means nothing here. A new scene begins with "## Heading".'
      case 'heading':
        return headingRefusals[node.depth === 1 ? 'one' : 'many']
      default:
        return 'This cannot be shown. Write plain text.'
    }
  }

  #sourceOf(node: Node): string {
    return this.#text.slice(node.position?.start.offset ?? 0, node.position?.end.offset)
  }
}

interface Entries {
  readonly isOrdered: boolean
  readonly entries: readonly string[]
}

function sceneOf(heading: string, paragraphs: readonly string[], list: Entries | undefined): readonly Scene[] {
  if (list === undefined) return paragraphs.length === 0 ? [] : [{ kind: 'text', heading, paragraphs: [...paragraphs] }]
  const lead = paragraphs.length === 0 ? {} : { lead: paragraphs.join(' ') }
  return list.isOrdered
    ? [{ kind: 'steps', heading, ...lead, steps: [...list.entries] }]
    : [{ kind: 'points', heading, ...lead, points: [...list.entries] }]
}
