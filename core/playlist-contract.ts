/** Playlists as they travel: the list, one of them with what it comes to, and what a screen plays at a time. */
import { z } from 'zod'
import type { Operation, Role } from './operation.ts'
import { playlistFile, playlistName } from './playlist-file.ts'
import { problem } from './problem.ts'
import { airingReason } from './programme.ts'
import { keyParameter } from './queue-operations.ts'

const programmers = ['marketing', 'manager', 'administrator'] as const satisfies readonly Role[]
const readers = ['desk', ...programmers] as const satisfies readonly Role[]

/** `file`: in the playlists folder; `folder`: everything in a folder of content, named by its path; `default`: all of it. */
const kind = z.enum(['file', 'folder', 'default'])

export const playlistList = z.object({
  playlists: z.array(
    z.object({
      name: z.string(),
      kind,
      title: z.string().optional(),
      items: z.int(),
      durationMs: z.int(),
      problems: z.array(problem),
    }),
  ),
})
export type PlaylistList = z.infer<typeof playlistList>

export const playlistAnswer = z.object({
  name: z.string(),
  kind,
  /** As it is written; of a folder, as it would be. */
  file: playlistFile,
  /** What it comes to: an entry of the file may stand for many, or for nothing, with the reason. */
  entries: z.array(
    z.object({
      /** Which entry of the file, from 0. */
      index: z.int(),
      path: z.string().optional(),
      title: z.string(),
      durationMs: z.int(),
      asset: z.string().optional(),
      /** A small picture, at `/media/` and this name. */
      poster: z.string().optional(),
      problem: z.string().optional(),
    }),
  ),
  /** How long once through it takes. */
  durationMs: z.int(),
  problems: z.array(problem),
})
export type PlaylistAnswer = z.infer<typeof playlistAnswer>

export const playlistChange = z.object({ name: z.string(), before: playlistFile.nullable() })
export const playlistRemoval = z.object({ before: playlistFile })

/** What a screen is scheduled to play, whether or not there is anything of it to show. */
export const airing = z.object({
  playlist: z.string(),
  with: z.array(z.object({ playlist: z.string(), share: z.number().optional() })),
  because: airingReason,
})

const shown = z.object({
  title: z.string(),
  asset: z.string(),
  startsAt: z.string(),
  poster: z.string().optional(),
  /** Why it comes out of its order; absent when its turn has come. */
  why: z.string().optional(),
})

export const momentAnswer = z.object({
  at: z.string(),
  /** Whether the order may still be another by then: files come and go, and somebody may skip. */
  isIndicative: z.boolean(),
  airing,
  /** Absent when nothing is to be shown then: the branded card is. */
  playing: shown.optional(),
  next: z.array(shown.extend({ durationMs: z.int() })),
  /** The sentences at the foot of the screen. */
  ticker: z.array(z.string()).optional(),
})
export type MomentAnswer = z.infer<typeof momentAnswer>

const name = {
  in: 'path',
  name: 'name',
  schema: z.string().regex(playlistName),
  description: 'small letters, digits and hyphens; a folder by its path, which can only be read',
} as const

export const playlistOperations = {
  playlists: {
    method: 'get',
    path: '/api/playlists',
    summary: 'The playlists in force, the folders of content that are playlists, and what is wrong; topic `playlists`',
    roles: programmers,
    answer: playlistList,
  },
  playlist: {
    method: 'get',
    path: '/api/playlists/{name}',
    summary: 'A playlist as it is written, and what it comes to now. 404 `unknown-playlist`',
    roles: programmers,
    parameters: [{ ...name, schema: z.string().min(1) }],
    answer: playlistAnswer,
  },
  putPlaylist: {
    method: 'put',
    path: '/api/playlists/{name}',
    summary: 'Writes the file of a playlist; `before` is what was there. 409 `folder` for a folder of content',
    roles: programmers,
    parameters: [name, keyParameter],
    body: playlistFile,
    answer: playlistChange,
  },
  deletePlaylist: {
    method: 'delete',
    path: '/api/playlists/{name}',
    summary: 'Takes the file of a playlist away; `before` puts it back. 404 `unknown-playlist`, 409 `folder`',
    roles: programmers,
    parameters: [name, keyParameter],
    answer: playlistRemoval,
  },
  moment: {
    method: 'get',
    path: '/api/screens/{screen}/at',
    summary: 'What a screen shows at an instant from now on, and what comes after it',
    roles: readers,
    parameters: [
      { in: 'path', name: 'screen', schema: z.string().regex(/^screen-[1-9]\d?$/), description: 'screen-1 …' },
      {
        in: 'query',
        name: 'at',
        schema: z.iso.datetime({ offset: true }),
        description: 'instant, at most 400 days ahead',
      },
    ],
    answer: momentAnswer,
  },
} as const satisfies Record<string, Operation>

export const playlistTopics: Readonly<Record<string, readonly Role[]>> = { playlists: programmers }
