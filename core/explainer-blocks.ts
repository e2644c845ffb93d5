/** The typed blocks of an explainer: what stands between a line like `:::timeline` and a line of `:::`. */
import type { List, Paragraph, RootContent } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import { z } from 'zod'
import { regions } from './anatomy.ts'
import { partedAtColon, partedCare, partedName, readEntries, readPoints, withoutPictures } from './explainer-entries.ts'
import { withoutMarks } from './explainer-marks.ts'
import { isClosed, withoutComments } from './explainer-tree.ts'
import { type BlockName, blockNames, type Reading, readPicture, readWords, sourceOf } from './explainer-words.ts'
import { nearest } from './nearest.ts'
import { type Chart, charts, linkUrl, type Scene } from './scene.ts'

type Of<Kind extends Scene['kind']> = Extract<Scene, { readonly kind: Kind }>
// One by one: what kinds have in common would be left otherwise.
type Own<Kind extends Scene['kind']> = Kind extends Scene['kind'] ? Omit<Of<Kind>, 'heading' | 'lead'> : never

/** A scene without its heading; of two sides, one. */
export type Block =
  | Own<'timeline' | 'chart' | 'numbers' | 'people' | 'terms' | 'callout' | 'code'>
  | { readonly kind: 'side'; readonly name: 'for' | 'against'; readonly side: Of<'sides'>['sides'][number] }

const attributes: Readonly<Record<BlockName | 'code', readonly string[]>> = {
  timeline: [],
  chart: ['of'],
  for: [],
  against: [],
  numbers: [],
  people: [],
  ask: [],
  care: [],
  urgent: [],
  terms: ['until'],
  code: ['url'],
}
const isBlockName = (name: string): name is BlockName => (blockNames as readonly string[]).includes(name)

/** @returns nothing when it cannot be told what the block is; everything else that is wrong with it is reported */
export function readBlock(reading: Reading, node: ContainerDirective | LeafDirective): Block | undefined {
  const { name } = node
  const known = [...blockNames, 'code']
  if (!known.includes(name)) {
    const meant = nearest(name, known)
    const help = meant === undefined ? `There are: ${known.join(', ')}.` : `Did you mean "${meant}"?`
    reading.report(node, `There is no block "${name}". ${help}`)
    return undefined
  }
  if (node.type === 'leafDirective') {
    if (name === 'code') return readCode(reading, node)
    reading.report(
      node,
      `This block holds lines: begin it with three colons, ":::${name}", and end it with a line ":::".`,
    )
    return undefined
  }
  if (!isBlockName(name)) {
    reading.report(node, 'A code is one line with two colons: ::code[Words]{url="https://…"}.')
    return undefined
  }
  if (!isClosed(node, reading.source))
    reading.report(node, `The block ":::${name}" is not closed. Put a line with only ":::" behind its last line.`)
  refuseAttributes(reading, node, attributes[name])
  const label = node.children.find(isLabel)
  const isSide = name === 'for' || name === 'against'
  if (label !== undefined && !isSide)
    reading.report(label, `":::${name}" has no words of its own. Write them above the block.`)
  const content = withoutComments(node.children.filter((child) => child !== label))
  switch (name) {
    case 'ask':
    case 'care':
    case 'urgent':
      return { kind: 'callout', urgency: name, text: readSentences(reading, node, content) }
    case 'timeline':
      return readTimeline(reading, node, content)
    case 'chart':
      return readChart(reading, node, content)
    case 'numbers':
      return readNumbers(reading, node, content)
    case 'people':
      return readPeople(reading, node, content)
    case 'terms':
      return readTerms(reading, node, content)
    case 'for':
    case 'against': {
      const list = listIn(reading, node, content)
      const words = label === undefined ? '' : withoutMarks(readWords(reading, label))
      const side = { ...(words === '' ? {} : { label: words }), points: list ? [...readPoints(reading, list)] : [] }
      return { kind: 'side', name, side }
    }
  }
}

const isLabel = (node: RootContent): node is Paragraph =>
  node.type === 'paragraph' && (node.data as { readonly directiveLabel?: boolean } | undefined)?.directiveLabel === true

function refuseAttributes(reading: Reading, node: ContainerDirective | LeafDirective, known: readonly string[]): void {
  for (const key of Object.keys(node.attributes ?? {})) {
    if (known.includes(key)) continue
    const meant = nearest(key, known) ?? (known.length === 1 ? known[0] : undefined)
    const help = meant === undefined ? 'Nothing is written in braces here.' : `Did you mean "${meant}"?`
    const place = Math.max(0, sourceOf(reading, node).indexOf(key))
    reading.report(node, `"${key}" is not known here. ${help}`, place)
  }
}

/** Where the value of an attribute stands. */
const placeOf = (reading: Reading, node: ContainerDirective | LeafDirective, key: string): number =>
  Math.max(0, sourceOf(reading, node).indexOf(`${key}=`))

/** The one list of a block. */
function listIn(reading: Reading, node: ContainerDirective, content: readonly RootContent[]): List | undefined {
  const list = content.find((child) => child.type === 'list')
  for (const child of content) {
    if (child !== list)
      reading.report(child, `Each line in ":::${node.name}" begins with "- ". Write sentences above the block.`)
  }
  if (list === undefined && content.length === 0)
    reading.report(node, `The block ":::${node.name}" is empty. Each of its lines begins with "- ".`)
  return list
}

function readSentences(reading: Reading, node: ContainerDirective, content: readonly RootContent[]): string {
  const texts = content.map((child) => {
    if (child.type === 'paragraph') return withoutMarks(readWords(reading, child))
    const [number, point = ''] =
      child.type === 'list' ? (/^(\d+)([.)])/.exec(sourceOf(reading, child))?.slice(1) ?? []) : []
    const help = number === undefined ? '' : ` A sentence that begins with a number is written "${number}\\${point} …".`
    reading.report(child, `":::${node.name}" holds one or two plain sentences.${help}`)
    return ''
  })
  if (content.length === 0) reading.report(node, `The block ":::${node.name}" is empty. Write a sentence into it.`)
  return texts.join(' ').trim()
}

function readTimeline(reading: Reading, node: ContainerDirective, content: readonly RootContent[]): Own<'timeline'> {
  const list = listIn(reading, node, content)
  const stages = (list === undefined ? [] : readEntries(reading, list)).map((entry) => {
    withoutPictures(reading, entry)
    const parts = partedAtColon(entry.words)
    if (entry.words !== '' && (parts === undefined || parts.before === '' || parts.behind === ''))
      reading.report(entry.item, 'Write when, a colon, and what: "- Days 1–3: swelling (Care: cool it)".')
    return { when: parts?.before ?? '', ...partedCare(parts?.behind ?? '') }
  })
  if (stages.length === 1) reading.report(node, 'A timeline has two stages or more.')
  return { kind: 'timeline', stages }
}

function readChart(reading: Reading, node: ContainerDirective, content: readonly RootContent[]): Own<'chart'> {
  const of = node.attributes?.of ?? ''
  const chart = charts.find((one) => one === of)
  // A misspelt name is told already.
  const isLeftOut = Object.keys(node.attributes ?? {}).length === 0
  if (isLeftOut) reading.report(node, 'Say which chart: ":::chart{of=face}" or ":::chart{of=neck}".')
  else if (of !== '' && chart === undefined) {
    const meant = nearest(of, charts)
    const help = meant === undefined ? `There are: ${charts.join(', ')}.` : `Did you mean "${meant}"?`
    reading.report(node, `There is no chart of "${of}". ${help}`, placeOf(reading, node, 'of'))
  }
  const list = listIn(reading, node, content)
  const found = new Set<string>()
  const lit = (list === undefined ? [] : readEntries(reading, list)).map((entry) => {
    withoutPictures(reading, entry)
    const parts = partedAtColon(entry.words)
    if (entry.words !== '' && (parts === undefined || parts.before === '' || parts.behind === ''))
      reading.report(entry.item, 'Write a region, a colon, and what there is to know: "- lips: vessels lie close".')
    const region = parts === undefined ? '' : (regionOf(parts.before)?.id ?? '')
    if (parts !== undefined && parts.before !== '') {
      const problem = found.has(region) ? `"${parts.before}" is there twice.` : regionProblem(parts.before, chart)
      if (problem !== undefined) reading.report(entry.item, problem, 2)
    }
    if (region !== '') found.add(region)
    return { region, text: withoutMarks(parts?.behind ?? '') }
  })
  return { kind: 'chart', chart: chart ?? 'face', regions: lit }
}

/** By its name in the grammar, or as any language of the films calls it. */
const regionOf = (word: string): (typeof regions)[number] | undefined => {
  const sought = word.toLowerCase()
  return regions.find(({ id, names }) => [id, ...Object.values(names)].some((name) => name.toLowerCase() === sought))
}

function regionProblem(word: string, chart: Chart | undefined): string | undefined {
  const region = regionOf(word)
  const isOn = (one: (typeof regions)[number], name: Chart) => (one.charts as readonly Chart[]).includes(name)
  if (region !== undefined && (chart === undefined || isOn(region, chart))) return undefined
  const there = regions.filter((one) => chart === undefined || isOn(one, chart)).map(({ id }) => id)
  if (region !== undefined)
    return `"${word}" is not on the chart of the ${chart}. It is on {of=${region.charts[0]}}. Here there are: ${there.join(', ')}.`
  const meant = nearest(word, there)
  return `There is no region "${word}". ${meant === undefined ? `There are: ${there.join(', ')}.` : `Did you mean "${meant}"?`}`
}

function readNumbers(reading: Reading, node: ContainerDirective, content: readonly RootContent[]): Own<'numbers'> {
  const list = listIn(reading, node, content)
  const numbers = (list === undefined ? [] : readEntries(reading, list)).map((entry) => {
    withoutPictures(reading, entry)
    const parts = partedAtColon(entry.words)
    if (entry.words !== '' && (parts === undefined || parts.before === '' || parts.behind === ''))
      reading.report(entry.item, 'Write a number, a colon, and what it counts: "- 20 min: the treatment".')
    return { value: parts?.before ?? '', label: withoutMarks(parts?.behind ?? '') }
  })
  return { kind: 'numbers', numbers }
}

function readPeople(reading: Reading, node: ContainerDirective, content: readonly RootContent[]): Own<'people'> {
  const list = listIn(reading, node, content)
  const people = (list === undefined ? [] : readEntries(reading, list)).map((entry) => {
    const [picture, ...others] = entry.pictures
    for (const other of others) reading.report(other, 'A person has one picture.')
    // Whoever it is may have a comma, and that is to be seen before it is taken for a part of the line.
    const parts = partedAtMarkedColon(entry.words)
    const who = partedName(parts.before)
    if (entry.words !== '' && (who.role === '' || parts.behind === ''))
      reading.report(
        entry.item,
        'Write a name, what the person is, a colon, and what she does: "- Ana, coordinator: explains".',
      )
    const seen = who.name ?? who.role
    return {
      ...who,
      ...(parts.behind === undefined ? {} : { says: withoutMarks(parts.behind) }),
      ...(picture === undefined ? {} : { picture: readPicture(reading, picture, seen) }),
    }
  })
  return { kind: 'people', people }
}

/** As `partedAtColon`, with the signs before the colon still marked; without a colon all of it stands before. */
function partedAtMarkedColon(words: string): { readonly before: string; readonly behind?: string } {
  const parts = partedAtColon(words)
  if (parts === undefined) return { before: words }
  const { behind } = parts
  return { before: words.slice(0, words.length - behind.length).replace(/\s*[:：]\s*$/, ''), behind }
}

function readTerms(reading: Reading, node: ContainerDirective, content: readonly RootContent[]): Own<'terms'> {
  const until = node.attributes?.until ?? undefined
  const isDay = until === undefined || z.iso.date().safeParse(until).success
  if (!isDay)
    reading.report(node, `"${until}" is not a date. Write it like 2026-12-31.`, placeOf(reading, node, 'until'))
  if (until === undefined && content.length === 0) {
    reading.report(node, 'Say until when the offer holds, or what it depends on: ":::terms{until=2026-12-31}".')
  }
  const list = content.length === 0 ? undefined : listIn(reading, node, content)
  const terms = list === undefined ? [] : [...readPoints(reading, list)]
  return { kind: 'terms', ...(until === undefined ? {} : { until }), terms }
}

function readCode(reading: Reading, node: LeafDirective): Own<'code'> {
  refuseAttributes(reading, node, attributes.code)
  const url = node.attributes?.url ?? ''
  const found = linkUrl.safeParse(url)
  if (url === '') reading.report(node, 'Say where the code leads: ::code[Words]{url="https://…"}.')
  else if (!found.success) {
    const what =
      url.length > 300
        ? 'At most 300 characters fit into a code.'
        : 'A code leads to an address that begins with https://.'
    reading.report(node, what, placeOf(reading, node, 'url'))
  }
  const text = withoutMarks(readWords(reading, node))
  return { kind: 'code', ...(text === '' ? {} : { text }), url }
}
