/** What becomes of one card on the TV: its scenes, or what is wrong in it and in which field. */
import { parseExplainer } from '../../../core/explainer.ts'
import type { PlacedProblem } from '../../../core/explainer-contract.ts'
import { type Fit, fitted } from '../../../core/explainer-fit.ts'
import { linesIn } from '../../../core/line-end.ts'
import { framesOf, framesPerSecond, type Template } from '../../../core/scene.ts'
import type { TimedScene } from '../../../core/scene-plan.ts'
import { dividedScene } from './divided-scene.ts'
import { type Card, type CardScene, cardOf } from './film-draft.ts'
import { writtenScene } from './written-scene.ts'

export interface CardCheck {
  /** Usually one; a long list is told in several. Empty when something is wrong. */
  readonly scenes: readonly TimedScene[]
  /** Lines count from the first of the card. */
  readonly problems: readonly PlacedProblem[]
  /** The files of its pictures, also of one that cannot be read in full. */
  readonly pictures: readonly string[]
  /** It is too long to be read from the last seat: which of the problems that is, the form says in its own words. */
  readonly tooLong?: Exclude<Fit, { readonly ok: true }>
}

const known = new Map<string, CardCheck>()
const mostKnown = 400

/** Alone, so that one mistake does not hide what the other cards look like. */
export function checkCard(card: Card, template: Template, locale: string): CardCheck {
  // Without the heading it stands under, its text alone would be no scene.
  const source =
    card.isUnder === undefined || card.scene === undefined ? card.source : cardOf(card.scene, card.id, card).source
  const head = `---\ntitle: "-"\ntemplate: ${template}\nlocale: ${locale}\n---\n\n`
  const text = head + source
  const before = known.get(text)
  if (before !== undefined) return before
  const parsed = parseExplainer(text)
  const lines = head.split('\n').length - 1
  const pictures = (parsed.ok ? parsed.explainer : parsed).pictures.map(({ file }) => file)
  const check: CardCheck = parsed.ok
    ? { scenes: parsed.explainer.scenes.filter(isOwn).map(timed), pictures, problems: [] }
    : {
        ...{ scenes: [], pictures },
        ...tooLongIn(card, locale),
        problems: parsed.problems.map((each) => ({ ...each, line: Math.max(1, each.line - lines) })),
      }
  if (known.size > mostKnown) known.clear()
  known.set(text, check)
  return check
}

function tooLongIn({ scene }: Card, locale: string): Pick<CardCheck, 'tooLong'> {
  const fit = scene === undefined ? undefined : fitted(writtenScene(scene), locale)
  return fit === undefined || fit.ok ? {} : { tooLong: fit }
}

const isOwn = ({ scene }: { readonly scene: { readonly kind: string } }) =>
  scene.kind !== 'title' && scene.kind !== 'closing'

const timed = ({
  scene,
  durationMs,
}: {
  readonly scene: TimedScene['scene']
  readonly durationMs: number
}): TimedScene => ({
  scene,
  seconds: framesOf(durationMs) / framesPerSecond,
})

export interface FieldProblems {
  /** By the place of the field: `points.2`. */
  readonly fields: ReadonlyMap<string, string>
  /** What concerns the card as a whole. */
  readonly rest: readonly string[]
}

const noField: ReadonlySet<string> = new Set(['kind', 'urgency', 'chart', 'region', 'src', 'width', 'height'])
const emptyWords = 'Write something here, or take it out.'
const emptyOf: Readonly<Record<string, string>> = {
  heading: 'Write a heading.',
  file: 'Choose a picture.',
  alt: 'Say in a few words what one sees.',
  when: 'Say when: “Days 1–3”.',
  url: 'Write the address, with https:// in front.',
}

/** As the text of a film is told that a scene is too long. */
const tooLongWords = /^The scene ".*" (?:is .* too long to be read|has a word that is too long)/s

/** Where each problem belongs. */
export function fieldProblems(
  { scene, source }: Card,
  { problems, tooLong }: Pick<CardCheck, 'problems' | 'tooLong'>,
): FieldProblems {
  if (scene === undefined) return { fields: new Map(), rest: [...new Set(problems.map(({ message }) => message))] }
  const leaves = leavesOf(writtenScene(scene))
  const empty = leaves.filter(({ text }) => text.trim() === '')
  // What has just been added is not wrong yet.
  if (empty.length === leaves.length) return { fields: new Map(), rest: [] }
  const fields = new Map(empty.map(({ at }) => [at, emptyOf[at.split('.').at(-1) ?? ''] ?? emptyWords] as const))
  if (fields.size > 0) return { fields, rest: [] }
  const lines = linesIn(source)
  const rest = new Set<string>()
  if (tooLong !== undefined) {
    const { at, words } = toldTooLong(scene, tooLong, leaves)
    fields.set(at, words)
  }
  for (const { line, message } of problems) {
    if (tooLong !== undefined && tooLongWords.test(message)) continue
    const written = lines[line - 1] ?? ''
    const field = leaves
      .filter(({ at, text }) => at !== 'heading' && written.includes(text.trim()))
      .reduce<Leaf | undefined>(
        (best, leaf) => (best === undefined || leaf.text.length > best.text.length ? leaf : best),
        undefined,
      )
    if (field === undefined || fields.has(field.at)) rest.add(message)
    else fields.set(field.at, message)
  }
  return { fields, rest: [...rest] }
}

/** At the field that holds the word, or the most words. */
function toldTooLong(scene: CardScene, tooLong: NonNullable<CardCheck['tooLong']>, leaves: readonly Leaf[]) {
  const shown = leaves.filter(({ at }) => !/\.(?:file|alt)$/.test(at))
  if (tooLong.why === 'word') {
    const { word } = tooLong
    const at = shown.find(({ text }) => text.includes(word.replace(/-$/, '')))?.at ?? 'heading'
    const words = `This word is too long for one line of the TV: “${word}”. Divide it with a hyphen, or use a shorter one.`
    return { at, words }
  }
  const { excess } = tooLong
  const sizes = Map.groupBy(shown, ({ at }) => at)
  const lengthAt = (at: string) => (sizes.get(at) ?? []).reduce((sum, { text }) => sum + text.length, 0)
  const at = [...sizes.keys()].reduce((most, each) => (lengthAt(each) > lengthAt(most) ? each : most), 'heading')
  const way = dividedScene(scene) === undefined ? 'Shorten it.' : 'Shorten it, or make two scenes of it.'
  const signs = excess === 1 ? 'One character' : `${excess} characters`
  return { at, words: `${signs} too many to be read from the last seat. ${way}` }
}

interface Leaf {
  readonly at: string
  readonly text: string
}

/** What stands in each field of a scene, by its place. */
export function wordsOf(scene: CardScene): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  for (const { at, text } of leavesOf(scene)) words.set(at, words.has(at) ? `${words.get(at)} ${text}` : text)
  return words
}

/** Every text of a scene with its place; paragraphs share a field, and a place on a chart is told of beside its words. */
function leavesOf(scene: CardScene): readonly Leaf[] {
  const walk = (value: unknown, at: string): readonly Leaf[] => {
    if (typeof value === 'string')
      return [{ at: at.replace(/^paragraphs\.\d+$/, 'paragraphs').replace(/\.region$/, '.text'), text: value }]
    if (Array.isArray(value)) return value.flatMap((each, index) => walk(each, `${at}.${index}`))
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([name, each]) =>
      noField.has(name) ? [] : walk(each, at === '' ? name : `${at}.${name}`),
    )
  }
  return walk(scene, '')
}
