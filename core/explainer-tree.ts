/** The Markdown of an explainer, cut into sections: each begins with `## Heading` and becomes a scene or several. */
import type { Heading, Nodes, RootContent } from 'mdast'
import { type ContainerDirective, directiveFromMarkdown } from 'mdast-util-directive'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item'
import { directive } from 'micromark-extension-directive'
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item'
import { withMarks } from './explainer-marks.ts'

export interface Section {
  readonly heading: Heading
  readonly content: readonly RootContent[]
}

export interface Tree {
  /** What the places in the tree count in. */
  readonly source: string
  readonly sections: readonly Section[]
  /** What stands before the first section. */
  readonly before: readonly RootContent[]
}

// Blocks of several lines and `::code`; a colon among words is only a colon.
const { flow } = directive()
const reading = {
  extensions: [...(flow === undefined ? [] : [{ flow }]), gfmTaskListItem()],
  mdastExtensions: [directiveFromMarkdown(), gfmTaskListItemFromMarkdown()],
}

/** @param text blank lines stand where the settings were */
export function treeOf(text: string): Tree {
  const source = withMarks(text)
  const nodes = nodesOf(source)
  const starts = nodes.flatMap((node, index) => (isSceneHeading(node) ? [index] : []))
  const sections = starts.map((start, at) => ({
    heading: nodes[start] as Heading,
    content: withoutComments(nodes.slice(start + 1, starts[at + 1])),
  }))
  return { source, sections, before: withoutComments(nodes.slice(0, starts[0])) }
}

const isSceneHeading = (node: RootContent): node is Heading => node.type === 'heading' && node.depth === 2

export const isComment = (node: Nodes): boolean => node.type === 'html' && /^<!--.*-->\s*$/s.test(node.value)

/** A note to oneself in the middle of a list does not make two of it. */
export function withoutComments(nodes: readonly RootContent[]): readonly RootContent[] {
  const kept: RootContent[] = []
  for (const [index, node] of nodes.entries()) {
    if (isComment(node)) continue
    const [last, before] = [kept.at(-1), nodes[index - 1]]
    const goesOn = before !== undefined && isComment(before) && node.type === 'list' && last?.type === 'list'
    if (goesOn && last.ordered === node.ordered) {
      kept.splice(-1, 1, { ...last, children: [...last.children, ...node.children] })
    } else kept.push(node)
  }
  return kept
}

/** Whether a block ends with a line of colons; one that does not swallows everything behind it. */
export const isClosed = (node: ContainerDirective, source: string): boolean =>
  /(^|[\r\n])[ \t]*:{3,}[ \t]*$/.test(source.slice(node.position?.start.offset, node.position?.end.offset))

/** Nobody writes so many blocks without their ends; whoever does is told about these. */
const mostCuts = 40

/** A block that nobody closed ends before the next heading all the same: what follows is read anew. */
function nodesOf(source: string): readonly RootContent[] {
  const nodes: RootContent[] = []
  let rest = source
  for (let cuts = 0; cuts <= mostCuts; cuts += 1) {
    const read = fromMarkdown(rest, reading).children
    const at = cuts < mostCuts ? read.map(swallowedHeading).find((offset) => offset !== undefined) : undefined
    if (at === undefined) return [...nodes, ...read]
    nodes.push(...fromMarkdown(rest.slice(0, at), reading).children)
    rest = rest.slice(0, at).replace(/[^\r\n]/g, ' ') + rest.slice(at)
  }
  return nodes
}

/** Offset of the first heading in a block. */
function swallowedHeading(node: RootContent): number | undefined {
  if (node.type !== 'containerDirective') return undefined
  for (const child of node.children) {
    const found = isSceneHeading(child) ? child.position?.start.offset : swallowedHeading(child)
    if (found !== undefined) return found
  }
  return undefined
}
