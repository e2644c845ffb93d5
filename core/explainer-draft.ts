/** An explainer while it is being edited: settings and scenes one by one; what nobody touches stays as it was written, byte for byte. */
import { parseDocument, stringify } from 'yaml'
import { parseExplainer } from './explainer.ts'
import { type PlacedScene, type PlacedSection, readScenes } from './explainer-body.ts'
import { tooMuchIn } from './explainer-limits.ts'
import { type BodyScene, blockOf, headingLine, markdownOf } from './explainer-markdown.ts'
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
    scenes: piecesOf(text).pieces.map(({ gap, source, heading: _, above: __, ...piece }) => ({
      ...piece,
      source: source + gap,
    })),
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

/** The text with one scene written anew; notes to oneself in it stay. */
export function withScene(text: string, index: number, scene: BodyScene, seconds?: number): string {
  const { pieces } = piecesOf(text)
  const piece = pieces[index]
  if (piece === undefined) return text
  const isUnder = piece.isUnder === true && seconds === undefined && scene.heading === piece.heading && isBlock(scene)
  const written = isUnder ? blockOf(scene) : markdownOf(scene, seconds)
  const source = inLines(text, [written.trimEnd(), ...(piece.source.match(notes) ?? [])].join('\n\n'))
  return joined(text, pieces.with(index, { ...piece, scene, heading: scene.heading, isUnder, source }))
}

/** The text with a scene more, in this place; behind the others when it is past their end. */
export function withSceneAdded(text: string, index: number, scene: BodyScene, seconds?: number): string {
  const { pieces } = piecesOf(text)
  const place = Math.min(Math.max(index, 0), pieces.length)
  const source = inLines(text, markdownOf(scene, seconds).trimEnd())
  const added: Piece = { source, gap: '', line: 0, heading: scene.heading, above: [], scene }
  return joined(text, pieces.toSpliced(place, 0, added))
}

/** The text without one scene. Notes to oneself behind it stay. */
export function withoutScene(text: string, index: number): string {
  const { pieces } = piecesOf(text)
  const gone = pieces[index]
  if (gone === undefined) return text
  const left = gone.gap.trim() === '' ? '' : gone.gap.trimStart()
  const rest = pieces.toSpliced(index, 1)
  const before = rest[index - 1]
  if (before === undefined) return joined(text, rest, left)
  return joined(text, rest.with(index - 1, { ...before, gap: before.gap + left }))
}

/** The text with a scene in another place. Notes to oneself between scenes stay where they are. */
export function withSceneMoved(text: string, from: number, to: number): string {
  const { pieces } = piecesOf(text)
  const moved = pieces[from]
  const place = Math.min(Math.max(to, 0), pieces.length - 1)
  if (moved === undefined || from === place) return text
  const order = pieces.toSpliced(from, 1).toSpliced(place, 0, moved)
  return joined(
    text,
    order.map((piece, index) => ({ ...piece, gap: pieces[index]?.gap ?? '' })),
  )
}

/** A scene with what stands between it and the next one: blank lines and notes to oneself. */
interface Piece extends DraftScene {
  readonly gap: string
  /** The one it stands under, its own or another's. */
  readonly heading: string
  /** What stands above it, under the same heading. */
  readonly above: readonly string[]
}

const notes = /<!--.*?-->/gs
/** Blank lines, and notes on lines of their own. */
const notesBehind = /(?:[ \t]*(?:\r\n|\r|\n)\s*<!--(?:(?!-->).)*-->[ \t]*(?=\r|\n|$))*\s*$/s

function piecesOf(text: string): { readonly from: number; readonly pieces: readonly Piece[] } {
  const body = bodyOf(text, partsOf(text))
  if (tooMuchIn(body) !== undefined) return { from: text.length, pieces: [] }
  const { sections, problems } = readScenes(body)
  const starts = sections.flatMap(startsIn)
  let above: readonly string[] = []
  const pieces = starts.map(({ from, line, placed, heading }, index): Piece => {
    const whole = text.slice(from, starts[index + 1]?.from)
    const source = whole.replace(notesBehind, '')
    const lines = source.split(/\r\n|\r|\n/).length
    const isBroken = problems.some((problem) => problem.line >= line && problem.line < line + lines)
    const { scene, seconds, isUnder = false } = placed ?? {}
    const isScene = scene !== undefined && scene.kind !== 'title' && scene.kind !== 'closing' && !isBroken
    above = isUnder ? above : []
    const piece: Piece = {
      source,
      gap: whole.slice(source.length),
      line,
      heading,
      above,
      ...(isScene ? { scene } : {}),
      ...(seconds === undefined ? {} : { seconds }),
      ...(isUnder ? { isUnder } : {}),
    }
    above = [...above, source]
    return piece
  })
  return { from: starts[0]?.from ?? text.length, pieces }
}

interface Start {
  readonly from: number
  readonly line: number
  readonly heading: string
  readonly placed?: PlacedScene
}

function startsIn({ scenes, from, line, heading, isInOrder }: PlacedSection): readonly Start[] {
  if (!isInOrder || scenes.length === 0) return [{ from, line, heading }]
  return scenes.map((placed) => ({ from: placed.from, line: placed.line, heading, placed }))
}

/** @param between what stands between everything before the scenes and the first one */
function joined(text: string, pieces: readonly Piece[], between = ''): string {
  const line = lineEndOf(text)
  const before = piecesOf(text)
  const end = before.pieces.at(-1)?.gap ?? ''
  const head = text.slice(0, before.from) + between
  const isApart = head === '' || /(?:\r\n|\r|\n)\s*$/.test(head)
  let above: readonly Piece[] = []
  const written = pieces.map((piece, index) => {
    const isBare = piece.isUnder === true && mayStandUnder(piece, above)
    above = isBare ? [...above, piece] : [piece]
    const heading = piece.isUnder !== true || isBare ? '' : headingLine(piece.heading) + line + line
    const isLast = index === pieces.length - 1
    return heading + piece.source + (isLast ? lastGap(piece.gap, end, line) : apart(piece.gap, line))
  })
  return `${head}${isApart || pieces.length === 0 ? '' : line + line}${written.join('')}`
}

/** Two notes under one heading, a code under mere sentences, or anything under what is not understood, would become something else. */
function mayStandUnder({ scene, heading, above: wasAbove }: Piece, above: readonly Piece[]): boolean {
  if (above[0]?.heading !== heading) return false
  const isClear = above.every((piece) => piece.scene !== undefined)
  if (scene?.kind === 'note') return isClear && above.every((piece) => piece.scene?.kind !== 'note')
  if (scene?.kind === 'callout' && isClear) return true
  return above.map(({ source }) => source).join() === wasAbove.join()
}

/** Between two scenes there is a blank line at least. */
function apart(gap: string, line: string): string {
  const ends = gap.match(/\r\n|\r|\n/g)?.length ?? 0
  if (gap.trim() === '') return ends >= 2 ? gap : line + line
  return /(?:\r\n|\r|\n)[ \t]*$/.test(gap) ? gap : gap + line + line
}

/** The end of a file stays as it was. */
const lastGap = (gap: string, end: string, line: string): string =>
  gap.trim() === '' ? (end.trim() === '' ? end : line) : gap

const isBlock = (scene: BodyScene): scene is Extract<BodyScene, { readonly kind: 'note' | 'callout' }> =>
  scene.kind === 'note' || scene.kind === 'callout'

const lineEndOf = (text: string): string => /\r\n|\r|\n/.exec(text)?.[0] ?? '\n'

const inLines = (text: string, source: string): string => source.replaceAll('\n', lineEndOf(text))

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
