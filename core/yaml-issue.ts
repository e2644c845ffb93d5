/** Says what a schema refused in plain words: for the people who write the file, not for those who wrote the schema. */
import type { z } from 'zod'

type Issue = z.core.$ZodIssue
type RawIssue = z.core.$ZodRawIssue

/**
 * The sentence for one refused value; given to zod as its error map. A message written in the schema wins over it.
 *
 * For unknown keys the message only carries the keys that are known, as `knownKeys` reads them: which one was meant
 * is decided per key.
 */
export function explainIssue(issue: RawIssue): string {
  const name = nameOf(issue.path ?? [])
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return `${name} is missing.`
      if (issue.expected === 'string' && typeof issue.input === 'number') {
        return `${name} must be text. Put it in quotes: "${issue.input}".`
      }
      return `${name} must be ${kinds[issue.expected] ?? issue.expected}.`
    case 'too_big':
      if (issue.origin === 'string')
        return `${name} has ${sizeOf(issue.input)} characters. At most ${issue.maximum} fit.`
      if (issue.origin === 'array') return `${name} has ${sizeOf(issue.input)} entries. At most ${issue.maximum} fit.`
      return `${name} must be ${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}.`
    case 'too_small':
      if (issue.origin === 'string')
        return sizeOf(issue.input) === 0 ? `${name} is empty.` : `${name} needs at least ${issue.minimum} characters.`
      if (issue.origin === 'array')
        return sizeOf(issue.input) === 0 ? `${name} is empty.` : `${name} needs at least ${issue.minimum} entries.`
      return `${name} must be ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}.`
    case 'invalid_value':
      if (issue.input === undefined) return `${name} is missing.`
      return `${name} must be ${issue.values.length === 1 ? '' : 'one of: '}${issue.values.map(String).join(', ')}.`
    case 'unrecognized_keys':
      return Object.keys(shapeOf(issue.inst)).join(', ')
    default:
      return `${name} is not written in a form that is understood here.`
  }
}

/** The keys an `unrecognized_keys` message carries. */
export const knownKeys = (message: string): readonly string[] => message.split(', ').filter((key) => key !== '')

/**
 * The issues without alternatives: of a union, those of the branch the author most likely meant.
 *
 * Meant is the branch that accepts this kind of value at all, then the one with the fewest unknown keys, then the
 * fewest problems.
 */
export function flattenIssues(issues: readonly Issue[], under: readonly PropertyKey[] = []): readonly Issue[] {
  return issues.flatMap((issue) => {
    const path = [...under, ...issue.path]
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ ...issue, path }]
    const branches = issue.errors.map((errors) => flattenIssues(errors, path))
    return branches.reduce((best, branch) => (isNearer(branch, best, path.length) ? branch : best))
  })
}

function isNearer(branch: readonly Issue[], best: readonly Issue[], depth: number): boolean {
  const rank = (issues: readonly Issue[]): number => {
    const wrongKind = issues.some((issue) => issue.code === 'invalid_type' && issue.path.length === depth)
    const unknown = issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 0), 0)
    return (wrongKind ? 1_000_000 : 0) + unknown * 1_000 + issues.length
  }
  return rank(branch) < rank(best)
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list: one entry per line, each after "- "',
  object: 'a group of settings: one "name: value" per line, moved in by two spaces',
  record: 'a group of settings: one "name: value" per line, moved in by two spaces',
}

function nameOf(path: readonly PropertyKey[]): string {
  const last = path.at(-1)
  if (last === undefined) return 'This'
  return typeof last === 'number' ? `Entry ${last + 1}` : `"${String(last)}"`
}

function sizeOf(input: unknown): number {
  return typeof input === 'string' || Array.isArray(input) ? input.length : 0
}

function shapeOf(schema: unknown): object {
  const { def } = schema as { readonly def?: { readonly shape?: object } }
  return def?.shape ?? {}
}
