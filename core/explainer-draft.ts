/** An explainer while it is being edited: settings and scenes one by one; what nobody touches stays as it was written, byte for byte. */
import { parseDocument, stringify } from 'yaml'
import { parseExplainer } from './explainer.ts'
import { type PlacedScene, type PlacedSection, readScenes } from './explainer-body.ts'
import { tooMuchIn } from './explainer-limits.ts'
import type { BodyScene } from './explainer-markdown.ts'
import { bodyOf, type Parts, partsOf } from './explainer-parts.ts'
import type { YamlProblem } from './yaml-document.ts'

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
  readonly settings: Readonly<Record<string, unknown>>
  readonly scenes: readonly DraftScene[]
  /** What keeps it from being a film, in the order of the lines. */
  readonly problems: readonly YamlProblem[]
}

export function draftOf(text: string, path = ''): Draft {
  const parsed = parseExplainer(text, path)
  return {
    settings: settingsIn(partsOf(text)),
    scenes: scenesIn(text),
    problems: parsed.ok ? [] : parsed.problems,
  }
}

/**
 * The text with other settings. Only lines that change are written anew; comments stay.
 *
 * @param settings all of them: what is left out, or undefined, is taken away
 */
export function withSettings(text: string, settings: Readonly<Record<string, unknown>>): string {
  const parts = partsOf(text)
  const line = lineEndOf(text)
  const write = (name: string, value: unknown) =>
    stringify({ [name]: value }, { lineWidth: 0, blockQuote: false }).trimEnd()
  const given = Object.entries(settings).filter(([, value]) => value !== undefined)
  if (parts.settingsFrom === 0) {
    const lines = given.map(([name, value]) => write(name, value) + line).join('')
    return `---${line}${lines}---${line}${line}${text.replace(/^\u{feff}/u, '')}`
  }
  if (parts.bodyFrom === undefined) return text
  const before = settingsIn(parts)
  let written = parts.settings
  const edit = (from: number, to: number, words: string) => {
    written = written.slice(0, from) + words + written.slice(to)
  }
  const pairs = pairsOf(written)
  for (const { name, from, to } of pairs.toReversed()) {
    const value = settings[name]
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
    const lines = source.replace(notesBehind, '').split(/\r\n|\r|\n/).length
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

const lineEndOf = (text: string): string => /\r\n|\r|\n/.exec(text)?.[0] ?? '\n'

function settingsIn({ settings }: Parts): Readonly<Record<string, unknown>> {
  const document = parseDocument(settings.replace(/\r\n?/g, '\n'), { stringKeys: true, prettyErrors: false })
  if (document.errors.length > 0) return {}
  const value: unknown = document.toJS({ maxAliasCount: 0 })
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

/** The settings of a text with the lines they take: from the name up to the next line that is not moved in. */
function pairsOf(settings: string): readonly { readonly name: string; readonly from: number; readonly to: number }[] {
  const names = [...settings.matchAll(/^(?:"([^"\r\n]*)"|'([^'\r\n]*)'|([^\s#:"'][^\r\n:]*?))[ \t]*:(?=\s|$)/gmu)]
  return names.map(({ index, 1: one, 2: other, 3: plain }) => {
    const lines = /[^\r\n]*(?:\r\n|\r|\n|$)(?:[ \t]+[^\r\n]*(?:\r\n|\r|\n|$)|-[ \t][^\r\n]*(?:\r\n|\r|\n|$))*/y
    lines.lastIndex = index
    const length = lines.exec(settings)?.[0].length ?? 0
    return { name: one ?? other ?? plain ?? '', from: index, to: index + length }
  })
}
