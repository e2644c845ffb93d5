/** Checks by clinicians in the contract: who has read a film and when, and its text to read. */
import { z } from 'zod'
import { approval } from './approval.ts'
import { explainerKinds } from './explainer-kind.ts'
import type { Operation, Role } from './operation.ts'
import { keyParameter } from './queue-operations.ts'
import { scene } from './scene.ts'

const authors = ['marketing', 'manager', 'administrator'] as const satisfies readonly Role[]
const readers = ['desk', 'provider', ...authors] as const satisfies readonly Role[]

const path = z.string().min(1).max(4_000)

export const approvalBody = z.strictObject({
  path,
  ...approval.shape,
  /** `hash` of the film that was looked at: 409 `other-film` when it is another one by now. */
  film: z.string().optional(),
  /** `words` of the text that was read: 409 `other-film` when it says or shows something else by now. */
  words: z.string().optional(),
})
export const withdrawalBody = z.strictObject({ path })
export const approvalAnswer = z.object({
  approval: approval.nullable(),
  before: approval.nullable(),
  /** SHA-256 of what the film says and shows, to take this back with. */
  words: z.string(),
})

/** An explainer as it can be read. */
export const explainerText = z.object({
  path: z.string(),
  title: z.string(),
  locale: z.string(),
  kind: z.enum(explainerKinds).optional(),
  needsCheck: z.boolean(),
  approval: approval.optional(),
  /** SHA-256 of what it says and shows. */
  words: z.string(),
  scenes: z.array(scene),
})
export type ExplainerText = z.infer<typeof explainerText>
export const explainerTexts = z.object({ explainers: z.array(explainerText) })
export type ExplainerTexts = z.infer<typeof explainerTexts>

export const approvalOperations = {
  explainers: {
    method: 'get',
    path: '/api/explainers',
    summary:
      'What the explainers say, scene by scene, each in its last good version. With `path`, only that one: 404 `unknown-explainer`',
    roles: readers,
    parameters: [
      { in: 'query', name: 'path', schema: path.optional(), description: 'below the content folder, with /' },
    ],
    answer: explainerTexts,
  },
  approve: {
    method: 'put',
    path: '/api/approvals',
    summary:
      'Notes that somebody has checked what an explainer says: from then on it plays, until its text changes. 404 `unknown-explainer`, 409 `other-film`. `before`: what was noted for this very text',
    roles: authors,
    parameters: [keyParameter],
    body: approvalBody,
    answer: approvalAnswer,
  },
  withdrawApproval: {
    method: 'delete',
    path: '/api/approvals',
    summary: 'Takes such a note back: a film that needs one does not play any more. 404 `not-checked`',
    roles: authors,
    parameters: [keyParameter],
    body: withdrawalBody,
    answer: approvalAnswer,
  },
} as const satisfies Record<string, Operation>
