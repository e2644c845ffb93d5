/** A scene as blocks of words, one under and beside the other: what layout reckons with, and renderer/films draws. */
import { regionName } from './anatomy.ts'
import { filmWords, longDay, signsOf } from './film-words.ts'
import type { Scene } from './scene.ts'
import type { Box, Orientation } from './scene-places.ts'
import { spacing } from './scene-spacing.ts'
import type { Brand } from './theme.ts'
import type { Face } from './typeset.ts'

/** Type sizes in pixels; `figure` is for numbers that stand for themselves. */
export interface TypeSizes {
  readonly heading: number
  readonly body: number
  readonly figure: number
  /** Share of the space between texts that is kept. */
  readonly air: number
}

export type Block =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly face: Face
      readonly size: keyof TypeSizes
      readonly scale: number
      readonly width: number
      readonly lineHeight: number
    }
  /** Space that gives way when room is short. */
  | { readonly kind: 'space'; readonly px: number }
  /** A drawing among the words. */
  | { readonly kind: 'fixed'; readonly px: number }
  | { readonly kind: 'beside' | 'under'; readonly blocks: readonly Block[] }

type Signature = Pick<Brand, 'name' | 'tagline' | 'logo'>

interface Setting {
  readonly words: Box
  readonly abreast?: number | undefined
  readonly orientation: Orientation
  readonly brand: Signature
  readonly locale: string
}

/** Everything a scene writes, from top to bottom. */
export function blocksOf(scene: Scene, setting: Setting): readonly Block[] {
  const { words, orientation, brand, locale } = setting
  const { width } = words
  switch (scene.kind) {
    case 'title':
      return [
        ...logoOf(brand),
        display(scene.title, width, 'heading', 1.06),
        ...after(spacing.title.subtitle, scene.subtitle, (text) => line(text, width, 1.28)),
        ...after(spacing.title.minutes, scene.minutes === undefined ? undefined : '120 minutes', (text) =>
          line(text, width, 1.28),
        ),
      ]
    case 'text':
      return [
        display(scene.heading, width),
        space(spacing.paragraphs.before),
        ...between(
          spacing.paragraphs.between,
          scene.paragraphs.map((text) => line(text, width, 1.3)),
        ),
      ]
    case 'points':
      return [...opening(scene, width), space(spacing.list), ...ruled(scene.points, width)]
    case 'checklist':
      return [...opening(scene, width), space(spacing.list), ...ruled(scene.items, width - spacing.checklist.indent)]
    case 'terms':
      return [
        ...opening(scene, width),
        ...(scene.until === undefined
          ? []
          : [
              space(spacing.until.before),
              figures(`${filmWords(locale).until} ${longDay(locale)}`, width, 'body', 1.15),
            ]),
        ...(scene.terms.length === 0 ? [] : [space(spacing.list), ...ruled(scene.terms, width)]),
      ]
    case 'steps': {
      const { before, between: apart, indent } = spacing.steps
      const steps = scene.steps.map((text) => line(text, width - indent))
      return [...opening(scene, width), space(before), ...between(apart, steps)]
    }
    case 'note':
      return [line(scene.heading, width, 1.2, 'heading'), space(spacing.note), display(scene.note, width, 'body', 1.1)]
    case 'callout':
      return [
        { kind: 'fixed', px: spacing.callout.sign },
        space(spacing.callout.before),
        display(scene.heading, width),
        space(spacing.callout.text),
        line(scene.text, width, 1.3),
      ]
    case 'picture':
      return [
        display(scene.heading, width),
        ...after(spacing.paragraphs.before, scene.caption, (text) => line(text, width, 1.3)),
      ]
    case 'timeline':
      return [
        ...opening(scene, width),
        space(spacing.stages.before),
        ...between(
          spacing.stages.between,
          scene.stages.map((stage) => stageBlock(stage, width, orientation)),
        ),
      ]
    case 'chart': {
      const { before, between: apart, indent } = spacing.regions
      const texts = scene.regions.map((one) => line(namedRegion(one, locale), width - indent))
      return [...opening(scene, width), space(before), ...between(apart, texts)]
    }
    case 'sides': {
      const { before, padding, gutter } = spacing.sides
      const column = orientation === 'landscape' ? width / 2 - gutter : width
      const defaults = filmWords(locale).sides
      const sides = scene.sides.map((side, index) => sideBlock(side, defaults[index] ?? '', column))
      const both: readonly Block[] =
        orientation === 'landscape' ? [{ kind: 'beside', blocks: sides }] : between(2 * padding + 28, sides)
      return [...opening(scene, width), space(before + padding), ...both]
    }
    case 'numbers':
      return [
        ...opening(scene, width),
        space(spacing.figures.before),
        ...figureBlocks(scene.numbers, width, orientation),
      ]
    case 'people':
      return [...opening(scene, width), space(spacing.people.before), ...peopleBlocks(scene.people, setting)]
    case 'code':
      return [
        display(scene.heading, width),
        ...after(spacing.paragraphs.before, scene.text, (text) => line(text, width, 1.3)),
      ]
    case 'closing': {
      const [first, second] = scene.closing === undefined ? [brand.name, brand.tagline] : [scene.closing, brand.name]
      return [
        ...logoOf(brand),
        display(first, width, 'heading'),
        ...after(spacing.closing, second, (text) => line(text, width, 1.28)),
      ]
    }
  }
}

/** `Lips: vessels lie close to the surface`; without the name where we do not know it in the film's language. */
export function namedRegion(
  { region, text }: { readonly region: string; readonly text: string },
  locale: string,
): string {
  const name = regionName(region, locale)
  return name === undefined ? text : `${name}${signsOf(locale).colon}${text}`
}

type Stage = Extract<Scene, { kind: 'timeline' }>['stages'][number]

function stageBlock({ when, text, care }: Stage, width: number, orientation: Orientation): Block {
  const { path, when: whenWidth } = spacing.stages
  const isBeside = orientation === 'landscape'
  const column = width - path[orientation] - (isBeside ? whenWidth.landscape : 0)
  const rest = [
    line(text, column),
    ...after(spacing.care.before, care, (words) => line(words, column - spacing.care.indent)),
  ]
  const name = figures(when, isBeside ? whenWidth.landscape : column, 'body', 1.2)
  return isBeside ? { kind: 'beside', blocks: [name, under(rest)] } : under([name, space(8), ...rest])
}

type Side = Extract<Scene, { kind: 'sides' }>['sides'][number]

function sideBlock({ label, points }: Side, unknown: string, width: number): Block {
  const { label: after, between: apart, indent } = spacing.sides
  const texts = points.map((text) => line(text, width - indent))
  return under([display(label ?? unknown, width, 'body', 1.1, 1.15), space(after), ...between(apart, texts)])
}

type Figure = Extract<Scene, { kind: 'numbers' }>['numbers'][number]

function figureBlocks(numbers: readonly Figure[], width: number, orientation: Orientation): readonly Block[] {
  const { value: valueWidth, gutter, between: apart, label: before } = spacing.figures
  const isBeside = orientation === 'landscape' && numbers.length > 1
  const blocks = numbers.map(({ value, label }): Block => {
    const number = figures(value, isBeside ? valueWidth : width, 'figure', 1)
    return isBeside
      ? { kind: 'beside', blocks: [number, line(label, width - valueWidth - gutter)] }
      : under([number, space(before), line(label, width)])
  })
  return between(apart, blocks)
}

type Person = Extract<Scene, { kind: 'people' }>['people'][number]

function peopleBlocks(people: readonly Person[], setting: Setting): readonly Block[] {
  const {
    words: { width },
    orientation,
    locale,
    abreast,
  } = setting
  if (abreast !== undefined) return abreastBlocks(people, abreast, setting)
  const { medallion, upright, gutter, between: apart } = spacing.people
  const sizes = orientation === 'landscape' ? medallion : upright
  const picture = sizes[people.length] ?? 0
  const column = picture === 0 ? width : width - picture - gutter
  const blocks = people.map((person): Block => {
    const said = after(14, person.says, (text) => line(text, column, 1.25))
    const words = under([display(nameAndRole(person, locale), column, 'body', 1.15, 1.06), ...said])
    return picture === 0 ? words : { kind: 'beside', blocks: [{ kind: 'fixed', px: picture }, words] }
  })
  return between(apart, blocks)
}

/** Two or three stand over their words; four stand two by two, beside them. */
function abreastBlocks(people: readonly Person[], abreast: number, setting: Setting): readonly Block[] {
  const { gap, gutter, medallion, below } = spacing.people.abreast
  const picture = medallion[people.length] ?? 0
  const isBeside = people.length > abreast
  const cell = (setting.words.width - gap * (abreast - 1)) / abreast
  const column = isBeside ? cell - picture - gutter : cell
  const blocks = people.map((person): Block => {
    const said = after(14, person.says, (text) => line(text, column, 1.25))
    const words = [display(nameAndRole(person, setting.locale), column, 'body', 1.15, 1.06), ...said]
    const own: Block = { kind: 'fixed', px: picture }
    return isBeside ? { kind: 'beside', blocks: [own, under(words)] } : under([own, space(below), ...words])
  })
  const rows = Array.from({ length: Math.ceil(people.length / abreast) }, (_, row): Block => {
    return { kind: 'beside', blocks: blocks.slice(row * abreast, (row + 1) * abreast) }
  })
  return between(spacing.people.between, rows)
}

/** `Ana, coordinator`; the role alone for somebody without a name. */
export const nameAndRole = ({ name, role }: Pick<Person, 'name' | 'role'>, locale: string): string =>
  name === undefined ? role : `${name}${signsOf(locale).comma}${role}`

const opening = (
  scene: { readonly heading: string; readonly lead?: string | undefined },
  width: number,
): readonly Block[] => [
  display(scene.heading, width),
  ...after(spacing.lead, scene.lead, (text) => line(text, width, 1.3)),
]

const ruled = (texts: readonly string[], width: number): readonly Block[] => {
  const { padding, rule } = spacing.ruled
  const entries = texts.map((text) => under([space(padding), line(text, width), space(padding)]))
  return [...entries, { kind: 'fixed', px: rule * (texts.length + 1) }]
}

const logoOf = ({ logo }: Signature): readonly Block[] =>
  logo === undefined ? [] : [{ kind: 'fixed', px: spacing.logo.height }, space(spacing.logo.after)]

const after = (px: number, text: string | undefined, block: (text: string) => Block): readonly Block[] =>
  text === undefined ? [] : [space(px), block(text)]

const between = (px: number, blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block, index) => (index === 0 ? [block] : [space(px), block]))

const under = (blocks: readonly Block[]): Block => ({ kind: 'under', blocks })
const space = (px: number): Block => ({ kind: 'space', px })

const display = (
  text: string,
  width: number,
  size: 'heading' | 'body' = 'heading',
  lineHeight = 1.06,
  scale = 1,
): Block => ({ kind: 'text', face: 'display', text, size, width, lineHeight, scale })

/** What is, or may hold, a number: half-bold, and so a little wider than other text. */
const figures = (text: string, width: number, size: 'body' | 'figure', lineHeight: number): Block => ({
  ...{ kind: 'text', face: 'text', text, size, lineHeight, scale: 1 },
  width: width * 0.97,
})

const line = (text: string, width: number, lineHeight = 1.2, size: 'body' | 'heading' = 'body'): Block => ({
  kind: 'text',
  face: 'text',
  text,
  size,
  width,
  lineHeight,
  scale: 1,
})
