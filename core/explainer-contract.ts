/** Explainers as texts in the contract: reading one with what is wrong in it, and saving it without losing somebody else's change. */
import { z } from 'zod'
import { approval } from './approval.ts'
import { contentAnswers } from './content-contract.ts'
import { filmEntry } from './film-contract.ts'
import type { Operation, Role } from './operation.ts'
import { keyParameter } from './queue-operations.ts'
import { remark } from './remarks.ts'

const authors = ['marketing', 'manager', 'administrator'] as const satisfies readonly Role[]

/** Signs of a text that is saved: a film of ten minutes has eight thousand. */
const longestExplainer = 65_536

/** SHA-256 of the bytes in the folder, hex. */
const version = z.string().regex(/^[0-9a-f]{64}$/)

export const explainerBody = z.strictObject({
  text: z.string().min(1).max(longestExplainer),
  /** Of the text that was edited; null for a new one. */
  version: version.nullable(),
})

const placedProblem = z.object({ line: z.int().positive(), column: z.int().positive(), message: z.string() })
export type PlacedProblem = z.infer<typeof placedProblem>

export const explainerSource = z.object({
  path: z.string(),
  text: z.string(),
  version,
  /** What keeps it from being a film, in the order of the lines. */
  problems: z.array(placedProblem),
  /** Absent until the hub has looked at this very text: what it knows of the text before would be no answer. */
  film: z
    .object({
      state: z.enum(['ready', 'working', 'refused']),
      reason: remark.optional(),
      notices: z.array(remark),
      approval: approval.optional(),
      /** On its way, as `/api/films` tells it; absent when there is nothing to make. */
      making: filmEntry.optional(),
    })
    .optional(),
})
export type ExplainerSource = z.infer<typeof explainerSource>

export const explainerSaved = z.object({ path: z.string(), version })
export type ExplainerSaved = z.infer<typeof explainerSaved>

/** A 409: somebody has changed the file since it was read. `text` and `version` are null when it is gone. */
export const changedMeanwhile = z.object({
  reason: z.literal('changed-meanwhile'),
  message: z.string(),
  text: z.string().nullable(),
  version: version.nullable(),
})
export type ChangedMeanwhile = z.infer<typeof changedMeanwhile>

const place = {
  in: 'path',
  name: 'path',
  schema: z.string().min(1).max(4_000),
  description: 'below the content folder, with /; it ends in .md',
} as const

export const explainerOperations = {
  explainerSource: {
    method: 'get',
    path: '/api/explainers/{path}',
    summary: 'The text of an explainer as it is in the folder, what is wrong in it, and how far its film is',
    roles: authors,
    parameters: [place],
    answer: explainerSource,
  },
  saveExplainer: {
    method: 'put',
    path: '/api/explainers/{path}',
    summary:
      'Saves the text of an explainer, whole or not at all. 409 `changed-meanwhile` with the `text` and `version` of the file when it is not the one that `version` names; 422 `name`, 507 `no-space`',
    roles: authors,
    parameters: [keyParameter, place],
    body: explainerBody,
    answer: explainerSaved,
  },
  deleteExplainer: {
    method: 'delete',
    path: '/api/explainers/{path}',
    summary: 'Deletes an explainer like any other file: `undo` brings it back (POST /api/content/undo)',
    roles: authors,
    parameters: [keyParameter, place],
    answer: contentAnswers.remove,
  },
} as const satisfies Record<string, Operation>
