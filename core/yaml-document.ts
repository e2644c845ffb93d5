/** Reads the YAML files people edit, and says what is wrong in words a receptionist can act on, with the line. */
import { type Document, isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from 'yaml'
import type { z } from 'zod'
import { nearest } from './nearest.ts'
import { explainIssue, flattenIssues, knownKeys } from './yaml-issue.ts'
import { syntaxProblems } from './yaml-syntax.ts'

/** `line` and `column` count from 1; `message` is one or two whole sentences without the line. */
export type YamlProblem = { readonly line: number; readonly column: number; readonly message: string }

export type YamlResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly YamlProblem[] }

// A brand is one kilobyte; more is a video renamed to .yaml, or an attack. Lists say their own limit.
const longestText = 65_536

/**
 * The text as a value of the schema, or every problem found, in the order of the lines.
 *
 * Refuses what the schema refuses, and also: more than 64 KB (or `longest`), references (`*name`, which can multiply a small file
 * into gigabytes), tags (`!name`), a name given twice, more than one document. Never throws.
 */
export function parseYamlAs<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  longest: number = longestText,
): YamlResult<z.output<Schema>> {
  if (text.length > longest)
    return refused([whole(`This file is larger than ${longest / 1_024} KB. Settings are never that long.`)])
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true })
  const placed = (offset: number, message: string): YamlProblem => {
    const { line, col } = lineCounter.linePos(Math.max(0, offset))
    return { line: Math.max(1, line), column: Math.max(1, col), message }
  }
  const syntax = syntaxProblems(document)
  if (syntax.length > 0) return refused(syntax.map(({ offset, message }) => placed(offset, message)))
  if (document.contents === null) return refused([whole('This file is empty.')])

  const result = schema.safeParse(document.toJS({ maxAliasCount: 0 }), { error: explainIssue })
  if (result.success) return { ok: true, value: result.data }
  const issues = flattenIssues(result.error.issues)
  const suggested = new Set<string>()
  const unknown = issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return []
    return issue.keys.map((key) => {
      const known = knownKeys(issue.message)
      const meant = nearest(key, known)
      if (meant !== undefined) suggested.add(JSON.stringify([...issue.path, meant]))
      const help = meant === undefined ? `Known here: ${known.join(', ')}.` : `Did you mean "${meant}"?`
      return placed(keyOffset(document, issue.path, key), `"${key}" is not known here. ${help}`)
    })
  })
  const others = issues.flatMap((issue) => {
    // A misspelt name is one mistake: the right one is not also reported as missing.
    if (issue.code === 'unrecognized_keys' || suggested.has(JSON.stringify(issue.path))) return []
    const node = nearestNode(document, issue.path)
    return [placed(node?.range?.[0] ?? 0, lostToComment(node, text) ?? issue.message)]
  })
  return refused([...unknown, ...others])
}

/** The problem as one line of text: `Line 4: "colour" is not known here. Did you mean "colors"?` */
export const problemText = ({ line, message }: { readonly line: number; readonly message: string }): string =>
  `Line ${line}: ${message}`

const whole = (message: string): YamlProblem => ({ line: 1, column: 1, message })

function refused(problems: readonly YamlProblem[]): YamlResult<never> {
  return { ok: false, problems: problems.toSorted((a, b) => a.line - b.line || a.column - b.column) }
}

// What is missing has no place of its own: its group has.
function nearestNode(document: Document, path: readonly PropertyKey[]): Node | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
    if (isNode(node)) return node
  }
  return undefined
}

function keyOffset(document: Document, path: readonly PropertyKey[], key: string): number {
  const group = path.length === 0 ? document.contents : document.getIn(path, true)
  const pair = isMap(group) ? group.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined
  return isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : (nearestNode(document, path)?.range?.[0] ?? 0)
}

// `ground: #123456` is an empty value and a comment in YAML: the trap everyone who writes a colour falls into once.
function lostToComment(node: Node | undefined, text: string): string | undefined {
  if (!isScalar(node) || node.value !== null || node.range == null) return undefined
  const rest = /^[^\S\n]*(#[^\s#]\S*)/.exec(text.slice(node.range[0]))
  return rest === null ? undefined : `A value that begins with # needs quotes around it: "${rest[1]}".`
}
