/** Markdown explainer → scenes of a film, or what is wrong with it: line, column, and what was probably meant. */
import { type Body, type PlacedPicture, type PlacedScene, readScenes } from './explainer-body.ts'
import { fitted } from './explainer-fit.ts'
import type { ExplainerKind } from './explainer-kind.ts'
import { tooMuchIn } from './explainer-limits.ts'
import { variantOf } from './explainer-locale.ts'
import { bodyOf, partsOf } from './explainer-parts.ts'
import { type ExplainerSettings, explainerSettings, type FilmSoundName } from './explainer-settings.ts'
import { inReadingOrder, keptTogether } from './kept-together.ts'
import { nearest } from './nearest.ts'
import type { PlannedScene, Scene, Template } from './scene.ts'
import { planScenes, type TimedScene } from './scene-plan.ts'
import { mapTexts } from './scene-texts.ts'
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
  /** `pictures` that its text names all the same, as far as it could be read. */
  | { readonly ok: false; readonly problems: readonly YamlProblem[]; readonly pictures: readonly PlacedPicture[] }

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

const begin = 'A film begins with a line "---", then "title: …" and "template: procedure", then another line "---".'

export const unclosed = 'The settings at the top are not closed. Put a line with only "---" after the last of them.'

/**
 * The scenes of an explainer, title and closing card included; or every problem, in the order of the lines. Never throws.
 *
 * @param path of the file, with `/`: its name may say the language, as in `lips.es.md`
 */
export function parseExplainer(text: string, path = ''): ExplainerResult {
  const parts = partsOf(text)
  if (parts.bodyFrom === undefined) {
    return refused([at(1, unclosed)])
  }
  const body = bodyOf(text, parts)
  const tooMuch = tooMuchIn(body)
  if (tooMuch !== undefined) return refused([tooMuch])
  const settings = parts.settings.replace(/\r\n?/g, '\n')
  if (settings.trim() === '') return refused([at(1, text.trim() === '' ? `This file is empty. ${begin}` : begin)])
  const parsed = parseYamlAs(settings, explainerSettings)
  const settingProblems = parsed.ok ? [] : parsed.problems.map((problem) => ({ ...problem, line: problem.line + 1 }))
  const read = readScenes(body)
  const { locale: named } = variantOf(path)
  const lineOf = (name: string) =>
    Math.max(1, settings.split('\n').findIndex((line) => line.startsWith(`${name}:`)) + 2)
  // Whoever mends a file wants to hear of everything in it at once: also of scenes beside those that cannot be read.
  if (!parsed.ok || read.problems.length > 0) {
    const locale = (parsed.ok ? parsed.value.locale : undefined) ?? named ?? 'en'
    const ends = parsed.ok ? [opening(parsed.value, lineOf), ending(parsed.value, lineOf)] : []
    const tooLong = [...ends, ...readable(read)].flatMap((scene) => fit(scene, locale).problems)
    return refused(
      [...settingProblems, ...misspelt(settings, settingProblems), ...read.problems, ...tooLong],
      read.pictures,
    )
  }

  const { title, template, kind, profile, sound } = parsed.value
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
  if (problems.length > 0) return refused(problems, read.pictures)
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

export const inOrder = (problems: readonly YamlProblem[]): readonly YamlProblem[] =>
  problems.toSorted((a, b) => a.line - b.line || a.column - b.column)

/** The scenes in whose lines nothing is wrong. */
function readable({ sections, problems }: Body): readonly PlacedScene[] {
  return sections.flatMap(({ scenes, line }, index) => {
    const next = sections[index + 1]?.line ?? Number.POSITIVE_INFINITY
    return problems.some((problem) => problem.line >= line && problem.line < next) ? [] : scenes
  })
}

const settingNames = Object.keys(explainerSettings.shape)

/** Names that are nearly right: while another line keeps all of the settings from being read, nobody else tells of them. */
function misspelt(settings: string, known: readonly YamlProblem[]): readonly YamlProblem[] {
  return settings.split('\n').flatMap((written, index) => {
    const [, name = ''] = /^([\p{L}_-]+)\s*:/u.exec(written) ?? []
    const meant = name === '' || settingNames.includes(name) ? undefined : nearest(name, settingNames)
    const isTold = known.some(({ line }) => line === index + 2)
    return meant === undefined || isTold ? [] : [at(index + 2, `"${name}" is not known here. Did you mean "${meant}"?`)]
  })
}

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
  const whole = fitted(
    mapTexts(scene, (text) => keptTogether(text, locale)),
    locale,
  )
  // Rather a number on two lines than a film refused for it.
  const result = whole.ok
    ? whole
    : fitted(
        mapTexts(scene, (text) => inReadingOrder(text, locale)),
        locale,
      )
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

function refused(problems: readonly YamlProblem[], pictures: readonly PlacedPicture[] = []): ExplainerResult {
  return { ok: false, pictures, problems: inOrder(problems) }
}
