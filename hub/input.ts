/** What was sent, checked against the contract: what fits, or a sentence about the first thing that does not. */
import type { z } from 'zod'
import { nearest } from '../core/nearest.ts'
import { explainIssue, knownKeys } from '../core/yaml-issue.ts'
import type { Answer } from './answer-book.ts'

export type Read<Body> = { readonly body: Body } | { readonly refused: Answer }

/** @param sent JSON; nothing at all counts as an empty object */
export function readInput<Schema extends z.ZodType>(sent: string, schema: Schema): Read<z.infer<Schema>> {
  let value: unknown
  try {
    value = sent === '' ? {} : JSON.parse(sent)
  } catch {
    return { refused: badInput('body', 'This is not JSON.') }
  }
  const result = schema.safeParse(value, { error: explainJson })
  if (result.success) return { body: result.data }
  const [issue] = result.error.issues
  if (issue?.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys
    const meant = nearest(key, knownKeys(issue.message))
    const hint = meant === undefined ? '' : ` Did you mean "${meant}"?`
    return { refused: badInput([...issue.path, key].join('.'), `This is not known here.${hint}`) }
  }
  const field = issue?.path.join('.') ?? ''
  return { refused: badInput(field === '' ? 'body' : field, issue?.message ?? 'This does not fit.') }
}

export const badInput = (field: string, problem: string): Answer => ({
  status: 422,
  body: { reason: 'bad-input', field, message: `${field}: ${problem}` },
})

function explainJson(issue: z.core.$ZodRawIssue): string {
  // Elsewhere people write YAML, and are told how lists look there.
  if (issue.code === 'invalid_type' && issue.input !== undefined && issue.expected === 'array')
    return 'A list is expected.'
  if (issue.code === 'invalid_type' && issue.input !== undefined && issue.expected === 'object')
    return 'An object is expected.'
  return explainIssue(issue)
}
