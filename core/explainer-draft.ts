/** An explainer while it is being edited: settings and scenes one by one; what nobody touches stays as it was written, byte for byte. */
import { stringify } from 'yaml'
import { z } from 'zod'
import { parseExplainer, unclosed } from './explainer.ts'
import { type PlacedScene, type PlacedSection, readScenes } from './explainer-body.ts'
import { tooMuchIn } from './explainer-limits.ts'
import type { BodyScene } from './explainer-markdown.ts'
import { bodyOf, type Parts, partsOf } from './explainer-parts.ts'
import { lineEndOf, linesIn, withLineEnd } from './line-end.ts'
import { parseYamlAs, type YamlProblem } from './yaml-document.ts'

export { charactersLeft } from './explainer-fit.ts'
export { type BodyScene, markdownOf } from './explainer-markdown.ts'

export interface DraftScene {
  /** Exactly as it is written, up to the next one; all of them together are the text from the first scene on. */
  readonly source: string
  readonly line: number
  /** Absent when only its text can be edited: something in it is wrong, or mixed up. */
  readonly scene?: BodyScene
  /** How long its author wants it to stand. */
  readonly seconds?: number
  /** It has no heading of its own: it stands under that of the scene before it. */
  readonly isUnder?: boolean
}

export interface Draft {
  /** None while they cannot be read: `unreadableIn` says why. */
  readonly settings: Settings
  readonly scenes: readonly DraftScene[]
  /** What keeps it from being a film, in the order of the lines. */
  readonly problems: readonly YamlProblem[]
}

export function draftOf(text: string, path = ''): Draft {
  const parsed = parseExplainer(text, path)
  const read = readSettings(partsOf(text))
  return {
    settings: read.ok ? read.settings : {},
    scenes: scenesIn(text),
    problems: parsed.ok ? [] : parsed.problems,
  }
}

/** Why a form cannot change the settings of a text: they cannot be read. */
export function unreadableIn(text: string): YamlProblem | undefined {
  const read = readSettings(partsOf(text))
  return read.ok ? undefined : read.problem
}

/**
 * The text with other settings. Only lines of a setting that changes are written anew; all others stay, comments too.
 *
 * @param changes those that change, by name; undefined takes one away
 * @param line how a line ends that is new
 * @returns the text as it was when its settings cannot be read: what nobody can read, nobody can change without losing some of it
 */
export function withSettings(
  text: string,
  changes: Readonly<Record<string, unknown>>,
  line: string = lineEndOf(text),
): string {
  const before = readSettings(partsOf(text))
  if (!before.ok) return text
  const wanted = Object.fromEntries(
    Object.entries({ ...before.settings, ...changes }).filter(([, value]) => value !== undefined),
  )
  const written = writeSettings(text, before.settings, changes, line)
  const after = readSettings(partsOf(written))
  // However it was written before: what would not be read as it is meant is not written.
  return after.ok && sameSettings(after.settings, wanted) ? written : text
}

const sameSettings = (one: Settings, other: Settings): boolean => {
  const sorted = (settings: Settings) =>
    JSON.stringify(Object.entries(settings).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  return sorted(one) === sorted(other)
}

function writeSettings(text: string, before: Settings, changes: Settings, line: string): string {
  const parts = partsOf(text)
  const write = (name: string, value: unknown) =>
    withLineEnd(stringify({ [name]: value }, { lineWidth: 0, blockQuote: false }).trimEnd(), line)
  const given = Object.entries(changes).filter(([, value]) => value !== undefined)
  if (parts.settingsFrom === 0) {
    const lines = given.map(([name, value]) => write(name, value) + line).join('')
    return `---${line}${lines}---${line}${line}${text.replace(/^\u{feff}/u, '')}`
  }
  let written = parts.settings
  const edit = (from: number, to: number, words: string) => {
    written = written.slice(0, from) + words + written.slice(to)
  }
  const pairs = pairsOf(written)
  for (const { name, from, to } of pairs.toReversed()) {
    if (!(name in changes)) continue
    const value = changes[name]
    if (value === undefined) edit(from, to, '')
    else if (JSON.stringify(value) !== JSON.stringify(before[name])) {
      // A comment behind the value stays.
      const [note = ''] = /[ \t]+#[^\r\n]*/.exec(written.slice(from, to)) ?? []
      edit(from, to, write(name, value) + (String(before[name]).includes('#') ? '' : note) + line)
    }
  }
  const added = given
    .filter(([name]) => pairs.every((pair) => pair.name !== name))
    .map(([name, value]) => write(name, value) + line)
  if (added.length > 0 && written !== '' && !/[\r\n]$/.test(written)) written += line
  return (
    text.slice(0, parts.settingsFrom) +
    written +
    added.join('') +
    text.slice(parts.settingsFrom + parts.settings.length)
  )
}

/** Blank lines, and notes on lines of their own. */
const notesBehind = /(?:[ \t]*(?:\r\n|\r|\n)\s*<!--(?:(?!-->).)*-->[ \t]*(?=\r|\n|$))*\s*$/s

function scenesIn(text: string): readonly DraftScene[] {
  const body = bodyOf(text, partsOf(text))
  if (tooMuchIn(body) !== undefined) return []
  const { sections, problems } = readScenes(body)
  const starts = sections.flatMap(startsIn)
  return starts.map(({ from, line, placed }, index) => {
    const source = text.slice(from, starts[index + 1]?.from)
    const lines = linesIn(source.replace(notesBehind, '')).length
    const isBroken = problems.some((problem) => problem.line >= line && problem.line < line + lines)
    const { scene, seconds, isUnder = false } = placed ?? {}
    const isScene = scene !== undefined && scene.kind !== 'title' && scene.kind !== 'closing' && !isBroken
    return {
      ...{ source, line },
      ...(isScene ? { scene } : {}),
      ...(seconds === undefined ? {} : { seconds }),
      ...(isUnder ? { isUnder } : {}),
    }
  })
}

interface Start {
  readonly from: number
  readonly line: number
  readonly placed?: PlacedScene
}

function startsIn({ scenes, from, line, isInOrder }: PlacedSection): readonly Start[] {
  if (!isInOrder || scenes.length === 0) return [{ from, line }]
  return scenes.map((placed) => ({ from: placed.from, line: placed.line, placed }))
}

type Settings = Readonly<Record<string, unknown>>
type ReadSettings =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problem: YamlProblem }

/** One by one, as a form changes them. */
function readSettings({ settings, bodyFrom }: Parts): ReadSettings {
  if (bodyFrom === undefined) return { ok: false, problem: { line: 1, column: 1, message: unclosed } }
  const read = parseYamlAs(settings.replace(/\r\n?/g, '\n'), anySettings)
  if (read.ok && !/^\s*\{/.test(settings.replace(/^\s*#.*$/gm, ''))) return { ok: true, settings: read.value }
  // Nothing is there yet, or notes only.
  if (/^(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n|$))*$/.test(settings)) return { ok: true, settings: {} }
  const [problem] = read.ok ? [] : read.problems
  return {
    ok: false,
    problem:
      problem === undefined ? { line: 2, column: 1, message: inOneLine } : { ...problem, line: problem.line + 1 },
  }
}

const anySettings = z.record(z.string(), z.unknown())
const inOneLine = 'The settings stand in one line with { }. Write each on a line of its own: "title: Your visit".'

/** The settings of a text with the lines they take: from the name up to the next line that is not moved in. */
function pairsOf(settings: string): readonly { readonly name: string; readonly from: number; readonly to: number }[] {
  const names = [...settings.matchAll(/^(?:"([^"\r\n]*)"|'([^'\r\n]*)'|([^\s#:"'][^\r\n:]*?))[ \t]*:(?=\s|$)/gmu)]
  return names.map(({ index, 1: one, 2: other, 3: plain }) => {
    const lines =
      /[^\r\n]*(?:\r\n|\r|\n|$)(?:(?:[ \t]*(?:\r\n|\r|\n))*(?:[ \t]+[^\s]|-[ \t])[^\r\n]*(?:\r\n|\r|\n|$))*/y
    lines.lastIndex = index
    const length = lines.exec(settings)?.[0].length ?? 0
    return { name: one ?? other ?? plain ?? '', from: index, to: index + length }
  })
}
