/** Every operation of the hub and every live topic: the only thing the pages, the screens and the hub share. */
import { z } from 'zod'
import { approvalOperations } from './approval-contract.ts'
import { arrangedOperations } from './arranged.ts'
import { asset } from './asset.ts'
import { bookingOperations, bookingTopics } from './booking-contract.ts'
import { contentOperations } from './content-contract.ts'
import { explainerOperations } from './explainer-contract.ts'
import { filmOperations, filmTopics } from './film-contract.ts'
import { monthOperations } from './month-contract.ts'
import { type Operation, type Role, roles } from './operation.ts'
import { phoneOperations } from './phone-contract.ts'
import { playOperations } from './play-contract.ts'
import { airing, playlistOperations, playlistTopics } from './playlist-contract.ts'
import { problem } from './problem.ts'
import { programme } from './programme.ts'
import { queueOperations, queueTopics } from './queue-operations.ts'
import { reportOperations } from './report-contract.ts'
import { scheduleOperations, scheduleTopics } from './schedule-contract.ts'
import { settingsOperations } from './settings-operations.ts'
import { tvOperations, tvTopics } from './tv-contract.ts'
import { waitOperations, waitTopics } from './wait-contract.ts'

export { type PlaylistList, playlistList } from './playlist-contract.ts'
export { type Problem, problem } from './problem.ts'
export { type Operation, type Role, roles }

export const screenId = z.string().regex(/^screen-[1-9]\d?$/)

export const health = z.object({
  status: z.enum(['ok', 'degraded']),
  version: z.string(),
  startedAt: z.string(),
  clock: z.object({ zone: z.string(), now: z.string(), trusted: z.boolean() }),
  database: z.object({ synchronous: z.int(), ok: z.boolean() }),
  queueRevision: z.int(),
  /** Whether a simulated day drives the queue (`--demo`). */
  demo: z.boolean(),
  problems: z.array(problem),
})
export type Health = z.infer<typeof health>

export const assetList = z.object({ assets: z.array(asset) })
export type AssetList = z.infer<typeof assetList>

export const screenList = z.object({
  screens: z.array(
    z.object({
      id: screenId,
      /** Whether the screen has asked for its programme within the last minute. */
      connected: z.boolean(),
      /** The first of those that play now. */
      playlist: z.string(),
      /** How many items its loop has. */
      items: z.int(),
      airing,
    }),
  ),
})
export type ScreenList = z.infer<typeof screenList>

export const refusalBody = z.object({ reason: z.string(), message: z.string() })

/** A programme as it is handed out: `now` is the hub's clock at that moment, so that a screen learns its offset. */
export const programmeAnswer = z.object({ now: z.string(), programme })
export type ProgrammeAnswer = z.infer<typeof programmeAnswer>

export const operations = {
  health: {
    method: 'get',
    path: '/api/health',
    summary: 'Whether the hub is well, its clock and its database; what is wrong, in sentences',
    roles,
    answer: health,
  },
  assets: {
    method: 'get',
    path: '/api/assets',
    summary: 'Every file of the content folder: ready, in work, or refused and why',
    roles: ['desk', 'marketing', 'manager', 'administrator'],
    answer: assetList,
  },
  screens: {
    method: 'get',
    path: '/api/screens',
    summary: 'The screens and what they play',
    roles: ['desk', 'marketing', 'manager', 'administrator'],
    answer: screenList,
  },
  programme: {
    method: 'get',
    path: '/api/screens/{screen}/programme',
    summary:
      'What a screen needs to go on alone. With `after`, waits up to 25 s for another revision, then answers 204',
    roles: ['screen', 'marketing', 'manager', 'administrator'],
    parameters: [
      { in: 'path', name: 'screen', schema: screenId, description: 'screen-1 …' },
      { in: 'query', name: 'after', schema: z.string().max(64).optional(), description: 'the revision already known' },
    ],
    answer: programmeAnswer,
  },
  openapi: { method: 'get', path: '/api/openapi.json', summary: 'This description', roles, answer: z.object({}) },
  live: {
    method: 'get',
    path: '/api/live',
    summary: 'WebSocket: numbered whole snapshots of the topics asked for; every connection starts with all of them',
    roles,
    parameters: [
      {
        in: 'query',
        name: 'topics',
        schema: z.string(),
        description:
          'separated by commas: `assets`, `films`, `fleet`, `health`, `programme:screen-1`, `queue`, `board:screen-1`, `ticket:TOKEN`, `bookings`, `playlists`, `schedules`, `tv`, `desk-tv`',
      },
    ],
  },
  media: {
    method: 'get',
    path: '/media/{file}',
    summary: 'A stored video or picture; byte ranges are honoured',
    roles: ['screen', 'desk', 'marketing', 'manager', 'administrator'],
    parameters: [
      { in: 'path', name: 'file', schema: z.string(), description: 'SHA-256 and ending, as in the programme' },
    ],
  },
  ...contentOperations,
  ...explainerOperations,
  ...filmOperations,
  ...queueOperations,
  ...phoneOperations,
  ...settingsOperations,
  ...bookingOperations,
  ...playlistOperations,
  ...reportOperations,
  ...arrangedOperations,
  ...scheduleOperations,
  ...playOperations,
  ...monthOperations,
  ...approvalOperations,
  ...tvOperations,
  ...waitOperations,
} as const satisfies Record<string, Operation>

/** What arrives on the live socket. `number` only grows, also across a restart of the hub. */
export interface LiveMessage {
  readonly topic: string
  readonly number: number
  readonly at: string
  readonly data: unknown
}

/** Topics anyone here may ask for, with who may once people sign in. */
export const liveTopics: Readonly<Record<string, readonly Role[]>> = {
  assets: operations.assets.roles,
  fleet: operations.screens.roles,
  health: roles,
  programme: operations.programme.roles,
  ...filmTopics,
  ...queueTopics,
  ...bookingTopics,
  ...playlistTopics,
  ...scheduleTopics,
  ...tvTopics,
  ...waitTopics,
}
