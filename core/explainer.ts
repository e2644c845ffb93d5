/** Markdown explainer → scenes of a film, or what is wrong with it: line, column, and what was probably meant. */
import { z } from 'zod'
import { readScenes } from './explainer-body.ts'
import { type ExplainerKind, explainerKinds } from './explainer-kind.ts'
import { languageTag } from './language.ts'
import { nearest } from './nearest.ts'
import { type PlannedScene, type Scene, type Template, templates } from './scene.ts'
import { type LayoutResult, layoutOf } from './scene-layout.ts'
import { planScenes } from './scene-plan.ts'
import { type PracticeProfile, practiceProfiles } from './settings.ts'
import { unwritable } from './writable.ts'
import { parseYamlAs, type YamlProblem } from './yaml-document.ts'

function unknownTemplate({ input }: { readonly input?: unknown }): string | undefined {
  if (typeof input !== 'string') return undefined
  const meant = nearest(input, templates)
  const help = meant === undefined ? `There are: ${templates.join(', ')}.` : `Did you mean "${meant}"?`
  return `There is no template "${input}". ${help}`
}

/** What stands at the top of an explainer, between two lines of `---`. */
export const explainerSettings = z.strictObject({
  title: z.string().trim().min(1).max(80).describe('what the film is called, on its first picture and on the pages'),
  template: z.enum(templates, { error: unknownTemplate }).describe('how the film looks'),
  subtitle: z.string().trim().min(1).max(120).optional().describe('one line under the title'),
  locale: languageTag.optional().describe('the language of the text; English when it is left out'),
  minutes: z.int().min(1).max(600).optional().describe('how long the procedure takes'),
  kind: z
    .enum(explainerKinds)
    .optional()
    .describe('what it is about; a treatment or an offer waits until a clinician has checked it'),
  profile: z.enum(practiceProfiles).optional().describe('the kind of practice it is for; left out, every one'),
  closing: z
    .string()
    .trim()
    .min(1)
    .max(120)
    .optional()
    .describe('the last words of the film; the tagline when left out'),
})
export type ExplainerSettings = z.infer<typeof explainerSettings>

export interface Explainer {
  readonly title: string
  readonly template: Template
  /** BCP 47. */
  readonly locale: string
  readonly kind?: ExplainerKind
  /** The kind of practice it is for; every one when left out. */
  readonly profile?: PracticeProfile
  readonly scenes: readonly PlannedScene[]
}

export type ExplainerResult =
  | { readonly ok: true; readonly explainer: Explainer }
  | { readonly ok: false; readonly problems: readonly YamlProblem[] }

// A film of ten minutes has eight thousand characters; more is a book, or an attack.
const longestText = 65_536
const mostScenes = 20
/** What the check of a closing card reckons with: the longest name a brand may have. */
const anyBrand = { name: 'An extraordinarily long name of a clinic' }

/**
 * Whether a Markdown file wants to be a film: it begins with settings, and one of them is `template` or nearly.
 * Any other is somebody's notes and none of our business.
 */
export function wantsToBeFilm(text: string): boolean {
  const { settings } = partsOf(text)
  const names = [...settings.matchAll(/^([\p{L}_-]+)\s*:/gmu)].map(([, name = '']) => name)
  return names.some((name) => nearest(name, ['template']) !== undefined)
}

/** What to tell somebody who took a text for an explainer. */
export const noExplainer =
  'An explainer begins with a line "---", then "title: …" and "template: procedure", then another line "---". The TV leaves any other text out.'

/** The scenes of an explainer, title and closing card included; or every problem, in the order of the lines. Never throws. */
export function parseExplainer(text: string): ExplainerResult {
  if (text.length > longestText) return refused([at(1, 'This file is larger than 64 KB. A film is never that long.')])
  const { settings, body, bodyLine } = partsOf(text)
  if (bodyLine === undefined) {
    return refused([
      at(1, 'The settings at the top are not closed. Put a line with only "---" after the last of them.'),
    ])
  }
  const parsed = parseYamlAs(settings, explainerSettings)
  const settingProblems = parsed.ok ? [] : parsed.problems.map((problem) => ({ ...problem, line: problem.line + 1 }))
  // Blank lines instead of the settings keep the numbers of the lines behind them.
  const read = readScenes('\n'.repeat(bodyLine - 1) + body)
  if (!parsed.ok || read.problems.length > 0) return refused([...settingProblems, ...read.problems])

  const { title, subtitle, template, minutes, closing, kind, profile, locale = 'en' } = parsed.value
  const first: Scene = {
    kind: 'title',
    title,
    ...(subtitle === undefined ? {} : { subtitle }),
    ...(minutes === undefined ? {} : { minutes }),
  }
  const last: Scene = { kind: 'closing', ...(closing === undefined ? {} : { closing }) }
  const lineOf = (name: string) => settings.split('\n').findIndex((line) => line.startsWith(`${name}:`)) + 2
  const placed = [{ scene: first, line: lineOf('title') }, ...read.scenes, { scene: last, line: lineOf('closing') }]
  const problems = [
    ...(read.scenes.length > mostScenes
      ? [
          at(
            read.scenes[mostScenes]?.line ?? 1,
            `This is scene ${mostScenes + 1}. At most ${mostScenes} make a film: make two films of it.`,
          ),
        ]
      : []),
    ...[title, subtitle, closing].flatMap((words, index) =>
      writing(words, lineOf(['title', 'subtitle', 'closing'][index] ?? '')),
    ),
    ...placed.flatMap(({ scene, line }) => fitting(scene, line)),
  ]
  if (problems.length > 0) return refused(problems)
  const about = { ...(kind === undefined ? {} : { kind }), ...(profile === undefined ? {} : { profile }) }
  return { ok: true, explainer: { title, template, locale, ...about, scenes: planScenes(placed, template) } }
}

/** A problem as one line of text: `Line 4, column 1: "tilte" is not known here. Did you mean "title"?` */
export const placedProblemText = ({ line, column, message }: YamlProblem): string =>
  `Line ${line}, column ${column}: ${message}`

interface Parts {
  readonly settings: string
  readonly body: string
  /** Counts from 1; absent when the settings never end. */
  readonly bodyLine?: number
}

function partsOf(text: string): Parts {
  // Windows editors begin a file with a mark nobody sees.
  const lines = text.replace(/^\u{feff}/u, '').split(/\r\n|\r|\n/)
  if (lines[0]?.trimEnd() !== '---') return { settings: '', body: '', bodyLine: 1 }
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---')
  if (end < 0) return { settings: lines.slice(1).join('\n'), body: '' }
  return { settings: lines.slice(1, end).join('\n'), body: lines.slice(end + 1).join('\n'), bodyLine: end + 2 }
}

function writing(words: string | undefined, line: number): readonly YamlProblem[] {
  const found = words === undefined ? undefined : unwritable(words)
  return found === undefined ? [] : [at(line, found.message)]
}

function fitting(scene: Scene, line: number): readonly YamlProblem[] {
  const result = layoutOf(scene, anyBrand)
  return result.ok ? [] : [at(line, tooLong(scene, result))]
}

function tooLong(scene: Scene, result: Exclude<LayoutResult, { readonly ok: true }>): string {
  const name =
    'heading' in scene ? `The scene "${scene.heading}"` : scene.kind === 'title' ? 'The title' : 'The closing line'
  if (result.why === 'word')
    return `${name} has a word that is too long for one line of the TV: "${result.word}". Divide it with a hyphen, or use a shorter one.`
  const lines = result.excessLines === 1 ? 'one line' : `${result.excessLines} lines`
  const advice = 'heading' in scene ? 'Shorten it, or divide it with another line "## Heading".' : 'Shorten it.'
  return `${name} is ${lines} too long to be read from the last seat. ${advice}`
}

const at = (line: number, message: string): YamlProblem => ({ line, column: 1, message })

function refused(problems: readonly YamlProblem[]): ExplainerResult {
  return { ok: false, problems: problems.toSorted((a, b) => a.line - b.line || a.column - b.column) }
}
