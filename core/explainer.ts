/** Markdown explainer → scenes of a film, or what is wrong with it: line, column, and what was probably meant. */
import { type PlacedPicture, type PlacedScene, readScenes } from './explainer-body.ts'
import { fitted } from './explainer-fit.ts'
import type { ExplainerKind } from './explainer-kind.ts'
import { tooMuchIn } from './explainer-limits.ts'
import { variantOf } from './explainer-locale.ts'
import { bodyOf, partsOf } from './explainer-parts.ts'
import { type ExplainerSettings, explainerSettings, type FilmSoundName } from './explainer-settings.ts'
import { nearest } from './nearest.ts'
import type { PlannedScene, Scene, Template } from './scene.ts'
import { planScenes, type TimedScene } from './scene-plan.ts'
import type { PracticeProfile } from './settings.ts'
import { unwritable } from './writable.ts'
import { parseYamlAs, type YamlProblem } from './yaml-document.ts'

export interface Explainer {
  readonly title: string
  readonly template: Template
  /** BCP 47. */
  readonly locale: string
  readonly kind?: ExplainerKind
  /** The kind of practice it is for; every one when left out. */
  readonly profile?: PracticeProfile
  /** What is heard under the film; the bed when left out. */
  readonly sound?: FilmSoundName
  readonly scenes: readonly PlannedScene[]
  /** Every picture its text names, with its place: whether the files are there, only the hub can tell. */
  readonly pictures: readonly PlacedPicture[]
}

export type ExplainerResult =
  | { readonly ok: true; readonly explainer: Explainer }
  | { readonly ok: false; readonly problems: readonly YamlProblem[] }

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

/**
 * The scenes of an explainer, title and closing card included; or every problem, in the order of the lines. Never throws.
 *
 * @param path of the file, with `/`: its name may say the language, as in `lips.es.md`
 */
export function parseExplainer(text: string, path = ''): ExplainerResult {
  const parts = partsOf(text)
  if (parts.bodyFrom === undefined) {
    return refused([
      at(1, 'The settings at the top are not closed. Put a line with only "---" after the last of them.'),
    ])
  }
  const body = bodyOf(text, parts)
  const tooMuch = tooMuchIn(body)
  if (tooMuch !== undefined) return refused([tooMuch])
  const settings = parts.settings.replace(/\r\n?/g, '\n')
  const parsed = parseYamlAs(settings, explainerSettings)
  const settingProblems = parsed.ok ? [] : parsed.problems.map((problem) => ({ ...problem, line: problem.line + 1 }))
  const read = readScenes(body)
  if (!parsed.ok || read.problems.length > 0) return refused([...settingProblems, ...read.problems])

  const lineOf = (name: string) =>
    Math.max(1, settings.split('\n').findIndex((line) => line.startsWith(`${name}:`)) + 2)
  const { title, template, kind, profile, sound } = parsed.value
  const { locale: named } = variantOf(path)
  const { locale = named ?? 'en' } = parsed.value
  const scenes = read.sections.flatMap((section) => section.scenes)
  const fitting = [opening(parsed.value, lineOf), ...scenes, ending(parsed.value, lineOf)].map((scene) =>
    fit(scene, locale),
  )
  const problems = [
    ...writing(parsed.value, lineOf),
    ...(named === undefined || named.toLowerCase() === locale.toLowerCase()
      ? []
      : [
          at(
            lineOf('locale'),
            `The name of the file says "${named}", and here stands "${locale}". Make them the same.`,
          ),
        ]),
    ...fitting.flatMap((result) => result.problems),
  ]
  if (problems.length > 0) return refused(problems)
  const planned = planScenes(
    fitting.flatMap((result) => result.scenes),
    template,
  )
  const about = {
    ...(kind === undefined ? {} : { kind }),
    ...(profile === undefined ? {} : { profile }),
    ...(sound === undefined ? {} : { sound }),
  }
  return { ok: true, explainer: { title, template, locale, ...about, scenes: planned, pictures: read.pictures } }
}

/** A problem as one line of text: `Line 4, column 1: "tilte" is not known here. Did you mean "title"?` */
export const placedProblemText = ({ line, column, message }: YamlProblem): string =>
  `Line ${line}, column ${column}: ${message}`

type Timed = TimedScene & Pick<PlacedScene, 'line'>
type LineOf = (name: string) => number

function opening({ title, subtitle, minutes, seconds }: ExplainerSettings, lineOf: LineOf): Timed {
  const more = { ...(subtitle === undefined ? {} : { subtitle }), ...(minutes === undefined ? {} : { minutes }) }
  const scene: Scene = { kind: 'title', title, ...more }
  return { scene, line: lineOf('title'), ...(seconds === undefined ? {} : { seconds }) }
}

const ending = ({ closing }: ExplainerSettings, lineOf: LineOf): Timed => ({
  scene: { kind: 'closing', ...(closing === undefined ? {} : { closing }) },
  line: lineOf('closing'),
})

function writing({ title, subtitle, closing }: ExplainerSettings, lineOf: LineOf): readonly YamlProblem[] {
  return Object.entries({ title, subtitle, closing }).flatMap(([name, words]) => {
    const found = words === undefined ? undefined : unwritable(words)
    return found === undefined ? [] : [at(lineOf(name), found.message)]
  })
}

/** What a scene is on the screen: itself, or several that go on one after another. */
function fit(
  { scene, seconds, line }: Timed,
  locale: string,
): {
  readonly scenes: readonly TimedScene[]
  readonly problems: readonly YamlProblem[]
} {
  const result = fitted(scene, locale)
  const timed = seconds === undefined ? {} : { seconds }
  if (result.ok) return { scenes: result.scenes.map((part) => ({ scene: part, ...timed })), problems: [] }
  const name =
    'heading' in scene ? `The scene "${scene.heading}"` : scene.kind === 'title' ? 'The title' : 'The closing line'
  if (result.why === 'word') {
    const message = `${name} has a word that is too long for one line of the TV: "${result.word}". Divide it with a hyphen, or use a shorter one.`
    return { scenes: [], problems: [at(line, message)] }
  }
  const signs = result.excess === 1 ? 'one character' : `${result.excess} characters`
  const advice = 'heading' in scene ? 'Shorten it, or divide it with another line "## Heading".' : 'Shorten it.'
  return {
    scenes: [],
    problems: [at(line, `${name} is ${signs} too long to be read from the last seat. ${advice}`)],
  }
}

const at = (line: number, message: string): YamlProblem => ({ line, column: 1, message })

function refused(problems: readonly YamlProblem[]): ExplainerResult {
  return { ok: false, problems: problems.toSorted((a, b) => a.line - b.line || a.column - b.column) }
}
