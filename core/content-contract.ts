/** The content folder's part of the contract: adding, replacing, deleting and answering questions from a page. */
import { z } from 'zod'
import type { Operation, Role } from './operation.ts'
import { keyParameter } from './queue-operations.ts'
import { type SidecarChanges, sidecar } from './sidecar.ts'

const authors = ['marketing', 'manager', 'administrator'] as const satisfies readonly Role[]

export const largestUploadBytes = 8 * 1024 ** 3
/** How long what was deleted can be brought back. */
export const trashKeptDays = 30

const path = z.string().min(1).max(4_000)
/** What was moved to the trash, by the id that brings it back. */
export const undoId = z.string().regex(/^[0-9a-f]{32}$/)
export const linkId = z.string().regex(/^[\w-]{22}$/)

/** Entries of the note beside a file; null takes one out. */
const noteChanges = z.strictObject(
  Object.fromEntries(Object.entries(sidecar.shape).map(([name, entry]) => [name, entry.nullable()])),
) as z.ZodType<SidecarChanges>

export const contentBodies = {
  undo: z.strictObject({ undo: undoId }),
  replace: z.strictObject({ path, by: path }),
  'keep-both': z.strictObject({ path }),
  'play-silently': z.strictObject({ path }),
  note: z.strictObject({ path, changes: noteChanges }),
  rescan: z.strictObject({ path: path.optional() }),
  'phone-open': z.strictObject({}),
  'phone-close': z.strictObject({ link: linkId }),
} as const
export type ContentButton = keyof typeof contentBodies

const done = z.object({})
const undoable = z.object({ path: z.string(), undo: undoId })

export const deletedList = z.object({
  deleted: z.array(
    z.object({
      undo: undoId,
      path: z.string(),
      /** Whether another file took its place, rather than its being deleted. */
      replaced: z.boolean(),
      at: z.string(),
      bytes: z.int(),
    }),
  ),
})
export type DeletedList = z.infer<typeof deletedList>

export const contentAnswers = {
  put: z.object({ path: z.string(), bytes: z.int(), undo: undoId.optional() }),
  remove: undoable,
  undo: z.object({ path: z.string() }),
  replace: undoable,
  'keep-both': done,
  'play-silently': done,
  note: done,
  rescan: z.object({ files: z.int() }),
  'phone-open': z.object({ link: linkId, url: z.string(), until: z.string(), seconds: z.int().positive() }),
  'phone-close': done,
} as const

const place = { in: 'path', name: 'path', schema: path, description: 'below the content folder, with /' } as const

const button = <Name extends ContentButton>(name: Name, summary: string) =>
  ({
    method: 'post',
    path: `/api/content/${name}`,
    summary,
    roles: authors,
    parameters: [keyParameter],
    body: contentBodies[name],
    answer: contentAnswers[name],
  }) as const satisfies Operation

export const contentOperations = {
  putContent: {
    method: 'put',
    path: '/api/content/{path}',
    summary:
      'Adds a file (raw bytes), or replaces the one of that name, which keeps its playlists, note and captions; `undo` then brings the old one back. 409 `exists` with If-None-Match: *, 409 `linked-folder`, 413 `too-large` above 8 GB, 422 `name`, 507 `no-space`. A refusal before the body has arrived is not stored',
    roles: authors,
    parameters: [
      keyParameter,
      place,
      {
        in: 'header',
        name: 'If-None-Match',
        schema: z.literal('*').optional(),
        description: 'nothing is replaced',
      },
    ],
    answer: contentAnswers.put,
    status: 201,
  },
  deleteContent: {
    method: 'delete',
    path: '/api/content/{path}',
    summary: `Deletes a file with its note and captions; \`undo\` brings them back for ${trashKeptDays} days, less when the disk is nearly full`,
    roles: authors,
    parameters: [keyParameter, place],
    answer: contentAnswers.remove,
  },
  deletedContent: {
    method: 'get',
    path: '/api/content/deleted',
    summary: 'What was deleted or replaced lately and can be brought back, the latest first',
    roles: authors,
    answer: deletedList,
  },
  undoContent: button('undo', 'Brings back what was deleted or replaced. 409 `taken` when its name is in use again'),
  replaceContent: button(
    'replace',
    'Puts the file `by` in the place of `path`, whose playlists, note and captions stay; the old one can be brought back',
  ),
  keepBoth: button('keep-both', 'Answers that a file is not a new version of another: it is not asked again'),
  playSilently: button('play-silently', 'Answers that a video shall play without its sound: it is not asked again'),
  note: button('note', 'Changes the note beside a file; null takes an entry out. What else stands there stays'),
  rescan: button('rescan', 'Looks at the whole folder again, or judges one file anew. `files`: how many were seen'),
  openPhone: button(
    'phone-open',
    'An address under which a phone in this network may add files for ten minutes. 409 `phones-off` unless started with --phones',
  ),
  closePhone: button('phone-close', 'Ends such an address'),
} as const satisfies Record<string, Operation>
