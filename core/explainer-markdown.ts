/** Writes a scene as its author would: read again, it is the same scene. */
import { careSign, colons } from './explainer-entries.ts'
import type { Picture, Scene } from './scene.ts'

/** A scene that stands in the text; the first and the last one are written among the settings. */
export type BodyScene = Exclude<Scene, { readonly kind: 'title' | 'closing' }>

/** The heading and everything under it, with a line end behind it. */
export function markdownOf(scene: BodyScene, seconds?: number): string {
  const lead = 'lead' in scene && scene.lead !== undefined ? [words(scene.lead)] : []
  return `${[headingLine(scene.heading, seconds), ...lead, ...contentOf(scene)].join('\n\n')}\n`
}

/** @param seconds how long its author wants the scene to stand */
function headingLine(heading: string, seconds?: number): string {
  // What looks like `{seconds=8}` at its end would be taken for it; a row of # there closes a heading.
  const text = words(heading, /\{(?=[^{}]*\}$)/g, /#(?=#*$)/g)
  return `## ${text}${seconds === undefined ? '' : ` {seconds=${seconds}}`}`
}

/** Its paragraphs, lists and blocks. */
function contentOf(scene: BodyScene): readonly string[] {
  switch (scene.kind) {
    case 'text':
      return [...scene.paragraphs.map(plain), ...(scene.picture === undefined ? [] : [picture(scene.picture)])]
    case 'points':
      return [list(scene.points.map(plain))]
    case 'steps': {
      const { first = 1 } = scene
      return [scene.steps.map((step, index) => `${first + index}. ${words(step)}`).join('\n')]
    }
    case 'checklist':
      return [list(scene.items.map((item) => `[ ] ${words(item)}`))]
    case 'note':
      return [`> ${words(scene.note)}`]
    case 'callout':
      return [block(scene.urgency, words(scene.text))]
    case 'picture':
      return [picture(scene.picture), ...(scene.caption === undefined ? [] : [words(scene.caption)])]
    case 'timeline': {
      const stages = scene.stages.map(({ when, text, care }) =>
        care === undefined
          ? `${before(when)}: ${stage(text)}`
          : `${before(when)}: ${stage(text)} (Care: ${words(care)})`,
      )
      return [block('timeline', list(stages))]
    }
    case 'chart':
      return [
        block(
          `chart{of=${scene.chart}}`,
          list(scene.regions.map(({ region, text }) => `${before(region)}: ${words(text)}`)),
        ),
      ]
    case 'sides': {
      const [good, bad] = scene.sides
      return [side('for', good), side('against', bad)]
    }
    case 'numbers':
      return [block('numbers', list(scene.numbers.map(({ value, label }) => `${before(value)}: ${words(label)}`)))]
    case 'people':
      return [block('people', list(scene.people.map(person)))]
    case 'terms': {
      const name = scene.until === undefined ? 'terms' : `terms{until=${scene.until}}`
      return [scene.terms.length === 0 ? `:::${name}\n:::` : block(name, list(scene.terms.map(plain)))]
    }
    case 'code':
      return [
        `::code${scene.text === undefined ? '' : `[${words(scene.text)}]`}{url="${scene.url.replaceAll('&', '&amp;')}"}`,
      ]
  }
}

type Sides = Extract<Scene, { readonly kind: 'sides' }>['sides']
type Person = Extract<Scene, { readonly kind: 'people' }>['people'][number]

const side = (name: 'for' | 'against', { label, points }: Sides[number]): string =>
  block(label === undefined ? name : `${name}[${words(label)}]`, list(points.map(plain)))

function person({ name, role, says, picture: shown }: Person): string {
  // A comma in what somebody is would make a name of its beginning.
  const who = name === undefined ? part(role) : `${part(name)}, ${before(role)}`
  return [says === undefined ? who : `${who}: ${words(says)}`, ...(shown === undefined ? [] : [picture(shown)])].join(
    ' ',
  )
}

const list = (entries: readonly string[]): string => entries.map((entry) => `- ${entry}`).join('\n')

const block = (name: string, content: string): string => `:::${name}\n${content}\n:::`

/** Markdown reads these names as part of its own writing. */
const picture = ({ file, alt }: Picture): string =>
  `![${words(alt)}](<${file
    .replace(/%(?=[0-9a-f]{2})/gi, '%25')
    .replace(/[\\<>&]/g, '\\$&')
    .replace(/[\r\n]+/g, ' ')}>)`

const before = (text: string): string => words(text, colons)
const part = (text: string): string => words(text, colons, /^,|,(?=\s)|[，،、]/g)
const stage = (text: string): string => words(text, careSign)
const plain = (text: string): string => words(text)

/** What Markdown reads as its own, anywhere, around a word, and at the beginning of a line. */
const signs = [
  /[\\`*[\]<]/g,
  /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu,
  /&(?=#?[a-z0-9]+;)/gi,
  /^[#>|:+=~-]/g,
  /(?<=^\d+)[.)]/g,
]

/**
 * Words with a backslash before each sign that would be read as something else.
 *
 * @param more what else begins with such a sign in this place
 */
function words(text: string, ...more: readonly RegExp[]): string {
  const shown = text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '')
  const places = new Set([...signs, ...more].flatMap((sign) => [...shown.matchAll(sign)].map(({ index }) => index)))
  return shown.replace(/[\s\S]/g, (sign, index: number) => (places.has(index) ? `\\${sign}` : sign))
}
