/** The text of an explainer → its scenes, each with its place in the text. */
import type { Heading, Image, List, Node, RootContent } from 'mdast'
import { type Block, readBlock } from './explainer-blocks.ts'
import { readPoints } from './explainer-entries.ts'
import { withoutMarks } from './explainer-marks.ts'
import { type Section, treeOf } from './explainer-tree.ts'
import {
  headingRefusals,
  namePictures,
  type Reading,
  readPicture,
  readPieces,
  readWords,
  refuse,
} from './explainer-words.ts'
import { nearest } from './nearest.ts'
import type { Picture, Scene } from './scene.ts'
import { sceneSeconds } from './scene-plan.ts'
import type { YamlProblem } from './yaml-document.ts'

export interface PlacedScene {
  readonly scene: Scene
  /** How long its author wants it to stand. */
  readonly seconds?: number
  /** Of its heading, or of what makes it a scene of its own under a heading. */
  readonly line: number
  /** Where it begins in the text. */
  readonly from: number
  /** It stands behind another scene, under the same heading. */
  readonly isUnder: boolean
}

export interface PlacedPicture {
  /** As written: relative to the explainer. */
  readonly file: string
  readonly line: number
  readonly column: number
  /** SHA-256 of its bytes; absent until the hub has looked at the file. */
  readonly digest?: string
}

/** What stands under one heading. */
export interface PlacedSection {
  /** Several when a thought or a warning stands beside something else. */
  readonly scenes: readonly PlacedScene[]
  readonly heading: string
  readonly line: number
  readonly from: number
  /** Its scenes stand one behind the other, as they are shown. */
  readonly isInOrder: boolean
}

export interface Body {
  readonly sections: readonly PlacedSection[]
  readonly pictures: readonly PlacedPicture[]
  readonly problems: readonly YamlProblem[]
}

/** @param text blank lines stand where the settings were, so that places count from the top of the file */
export function readScenes(text: string): Body {
  const problems: YamlProblem[] = []
  const pictures = new Map<Node, PlacedPicture>()
  const placeOf = (node: Node) => {
    const { line = 1, column = 1 } = node.position?.start ?? {}
    return { line, column }
  }
  const { source, sections, before } = treeOf(text)
  const reading: Reading = {
    source,
    report: (node, message, signs = 0) => {
      const { line, column } = placeOf(node)
      problems.push({ line, column: column + signs, message })
    },
    foundPicture: (node, file) => pictures.set(node, { file, ...placeOf(node) }),
  }
  const [first] = before
  if (first?.type === 'heading') reading.report(first, headingRefusals[first.depth === 1 ? 'one' : 'many'])
  else if (first !== undefined && sections.length > 0)
    reading.report(first, 'This stands before the first scene. Write a line like "## What happens" above it.')
  else if (sections.length === 0)
    reading.report(
      first ?? { type: 'root' },
      'There is no scene yet. A scene begins with a line like "## What happens".',
    )
  const placed = sections.map((section) => readSection(reading, section))
  if (problems.length > 0) namePictures(reading, [...before, ...sections.flatMap(({ content }) => content)])
  return { sections: placed, pictures: [...pictures.values()], problems }
}

/** What a heading holds, one after another. */
interface Found {
  readonly paragraphs: { readonly words: string /** Before any picture. */; readonly isFirst: boolean }[]
  readonly pictures: Image[]
  main?: { readonly scene: (heading: string, lead: string | undefined) => Scene; readonly isList: boolean }
  sides: Partial<Record<'for' | 'against', { readonly block: Extract<Block, { kind: 'side' }>; readonly node: Node }>>
  /** Scenes of their own, behind the rest. */
  readonly under: { readonly node: Node; readonly scene: (heading: string) => Scene }[]
  code?: { readonly node: Node; readonly block: Extract<Block, { kind: 'code' }> }
}

function readSection(reading: Reading, { heading: node, content }: Section): PlacedSection {
  const { heading, seconds } = readHeading(reading, node)
  const found: Found = { paragraphs: [], pictures: [], sides: {}, under: [] }
  for (const part of content) readPart(reading, part, found)
  closeSides(reading, found)
  const main = mainOf(reading, heading, found)
  if (heading === '') reading.report(node, 'This scene has no heading. Write it behind "## ".')
  else if (main === undefined && found.under.length === 0 && content.length === 0)
    reading.report(node, `The scene "${heading}" is empty. Write a sentence under it.`)
  const under = found.under.toSorted((a, b) => fromOf(a.node) - fromOf(b.node))
  const scenes = [
    ...(main === undefined ? [] : [{ scene: main, at: node as Node }]),
    ...under.map((one) => ({ scene: one.scene(heading), at: one.node })),
  ].map(({ scene, at }, index): PlacedScene => {
    const { line = 1 } = (index === 0 ? node : at).position?.start ?? {}
    const timed = index === 0 && seconds !== undefined ? { seconds } : {}
    return { scene, line, from: fromOf(index === 0 ? node : at), isUnder: index > 0, ...timed }
  })
  const behind = content.slice(content.length - under.length)
  const isInOrder = under.every((one, index) => one.node === behind[index])
  return { scenes, heading, line: node.position?.start.line ?? 1, from: fromOf(node), isInOrder }
}

const fromOf = (node: Node): number => node.position?.start.offset ?? 0

/** `## Heading {seconds=8}` */
function readHeading(reading: Reading, node: Heading): { readonly heading: string; readonly seconds?: number } {
  const words = readWords(reading, node)
  const [whole = '', inside = ''] = /\s*\{([^{}]*)\}$/.exec(words) ?? []
  const heading = withoutMarks(whole === '' ? words : words.slice(0, -whole.length))
  const [, key = '', value = ''] = /^\s*([^\s=]*)\s*=?\s*["“”]?([^"“”]*)["“”]?\s*$/.exec(inside) ?? []
  if (whole === '') return { heading }
  const place = Math.max(0, reading.source.slice(node.position?.start.offset).indexOf(`{${inside}}`)) + 1
  const seconds = Number(value.trim().replace(',', '.'))
  const { least, most } = sceneSeconds
  if (key !== 'seconds') {
    const help = nearest(key, ['seconds']) === undefined ? 'Known here: seconds.' : 'Did you mean "seconds"?'
    reading.report(node, `"${key || inside}" is not known here. ${help}`, place)
  } else if (value.trim() === '' || !(seconds >= least && seconds <= most)) {
    reading.report(node, `A scene stands from ${least} to ${most} seconds. Write it like {seconds=8}.`, place)
  } else return { heading, seconds }
  return { heading }
}

function readPart(reading: Reading, part: RootContent, found: Found): void {
  switch (part.type) {
    case 'paragraph': {
      if (found.main?.isList)
        reading.report(
          part,
          'Text behind a list has no place. Write it above the list, or begin another scene with "## Heading".',
        )
      const pieces = readPieces(reading, part)
      const words = pieces.filter((piece) => typeof piece === 'string').join(' ')
      const isFirst = found.pictures.length === 0 && typeof pieces[0] === 'string'
      if (words !== '') found.paragraphs.push({ words: withoutMarks(words), isFirst })
      found.pictures.push(...pieces.filter((piece) => typeof piece !== 'string'))
      return
    }
    case 'list':
      takeMain(reading, part, found, listScene(reading, part))
      return
    case 'blockquote': {
      if (found.under.some(({ node }) => node.type === 'blockquote'))
        reading.report(part, 'A scene has room for one note. Begin another scene with "## Heading".')
      const note = part.children
        .map((child) => {
          if (child.type === 'paragraph') return withoutMarks(readWords(reading, child))
          reading.report(child, 'A note is one or two plain sentences.')
          return ''
        })
        .join(' ')
      found.under.push({ node: part, scene: (heading) => ({ kind: 'note', heading, note }) })
      return
    }
    case 'containerDirective':
    case 'leafDirective': {
      const block = readBlock(reading, part)
      if (block !== undefined) takeBlock(reading, part, block, found)
      return
    }
    default:
      refuse(reading, part)
  }
}

function takeMain(reading: Reading, node: Node, found: Found, scene: NonNullable<Found['main']>['scene']): void {
  if (found.main !== undefined)
    reading.report(node, 'A scene has room for one list. Begin another scene with "## Heading".')
  found.main = { scene, isList: true }
}

function takeBlock(reading: Reading, node: Node, block: Block, found: Found): void {
  switch (block.kind) {
    case 'callout':
      found.under.push({ node, scene: (heading) => ({ heading, ...block }) })
      return
    case 'code':
      if (found.code !== undefined)
        reading.report(node, 'A scene has room for one code. Begin another scene with "## Heading".')
      found.code = { node, block }
      return
    case 'side':
      if (found.sides[block.name] !== undefined)
        reading.report(node, `There is one ":::${block.name}" in a scene. Begin another scene with "## Heading".`)
      found.sides[block.name] = { block, node }
      return
    case 'timeline':
    case 'chart':
    case 'numbers':
    case 'people':
    case 'terms':
      takeMain(reading, node, found, (heading, lead) => ({
        heading,
        ...(lead === undefined ? {} : { lead }),
        ...block,
      }))
      return
  }
}

function closeSides(reading: Reading, found: Found): void {
  const { for: good, against: bad } = found.sides
  const [only] = [good, bad].filter((side) => side !== undefined)
  if (only === undefined) return
  if (good === undefined || bad === undefined) {
    const [there, missing] = good === undefined ? ['against', 'for'] : ['for', 'against']
    reading.report(only.node, `":::${there}" stands beside ":::${missing}". Write that block, too.`)
    return
  }
  takeMain(reading, bad.node, found, (heading, lead) => ({
    kind: 'sides',
    heading,
    ...(lead === undefined ? {} : { lead }),
    sides: [good.block.side, bad.block.side],
  }))
}

function listScene(reading: Reading, list: List): NonNullable<Found['main']>['scene'] {
  const texts = [...readPoints(reading, list)]
  const open = list.children.filter(({ checked }) => typeof checked !== 'boolean')
  const isChecklist = open.length < list.children.length
  if (isChecklist) {
    for (const item of open) reading.report(item, 'In a checklist every line begins with "- [ ] ".')
    return (heading, lead) => ({ kind: 'checklist', heading, ...(lead === undefined ? {} : { lead }), items: texts })
  }
  if (list.ordered !== true)
    return (heading, lead) => ({ kind: 'points', heading, ...(lead === undefined ? {} : { lead }), points: texts })
  const first = list.start ?? 1
  return (heading, lead) => ({
    kind: 'steps',
    heading,
    ...(lead === undefined ? {} : { lead }),
    ...(first > 1 ? { first } : {}),
    steps: texts,
  })
}

/** The scene of a heading, without those that stand behind it. */
function mainOf(reading: Reading, heading: string, found: Found): Scene | undefined {
  const { paragraphs, pictures, main, code, under } = found
  const sentences = paragraphs.map(({ words }) => words)
  const [image, ...others] = pictures
  for (const other of others)
    reading.report(other, 'A scene has room for one picture. Begin another scene with "## Heading".')
  const picture = image === undefined ? undefined : readPicture(reading, image)
  if (main !== undefined) {
    if (image !== undefined)
      reading.report(image, 'A picture stands beside sentences, or alone. Give it a heading of its own.')
    if (code !== undefined) under.push(codeUnder(code))
    return main.scene(heading, sentences.length === 0 ? undefined : sentences.join(' '))
  }
  if (picture !== undefined) {
    if (code !== undefined) under.push(codeUnder(code))
    return pictureScene(heading, picture, paragraphs)
  }
  if (code !== undefined) {
    const { block } = code
    const text = [...sentences, ...(block.text === undefined ? [] : [block.text])].join(' ')
    return { kind: 'code', heading, ...(text === '' ? {} : { text }), url: block.url }
  }
  return sentences.length === 0 ? undefined : { kind: 'text', heading, paragraphs: sentences }
}

const codeUnder = ({ node, block }: NonNullable<Found['code']>): Found['under'][number] => ({
  node,
  scene: (heading) => ({ heading, ...block }),
})

/** One paragraph under a picture is its caption; more of them, or one above it, are sentences beside it. */
function pictureScene(heading: string, picture: Picture, paragraphs: Found['paragraphs']): Scene {
  const [only, ...more] = paragraphs
  if (only === undefined) return { kind: 'picture', heading, picture }
  if (more.length === 0 && !only.isFirst) return { kind: 'picture', heading, caption: only.words, picture }
  return { kind: 'text', heading, paragraphs: paragraphs.map(({ words }) => words), picture }
}
