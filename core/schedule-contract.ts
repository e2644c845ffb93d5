/** Schedules as they travel: the list, one of them, groups of screens, and what plays when. */
import { z } from 'zod'
import type { Operation, Role } from './operation.ts'
import { instant } from './queue-contract.ts'
import { keyParameter } from './queue-operations.ts'
import { groupList, schedule, scheduleName, screenGroup, zones } from './schedule-file.ts'

const programmers = ['marketing', 'manager', 'administrator'] as const satisfies readonly Role[]
const readers = ['desk', ...programmers] as const satisfies readonly Role[]

/** A week ahead is the rule; two months are the most that anybody needs to look at together. */
export const mostPreviewDays = 60

export const scheduleList = z.object({
  /** In the order of names. */
  schedules: z.array(
    z.object({
      ...schedule.shape,
      /** Why it does not play as it is written, in sentences. */
      problems: z.array(z.string()),
    }),
  ),
  groups: z.array(screenGroup),
  /** `playlists/schedule.yaml`, if there is one; `isNewer`: it says something that has not been imported. */
  file: z.object({ isNewer: z.boolean() }).optional(),
})
export type ScheduleList = z.infer<typeof scheduleList>

export const scheduleChange = z.object({ schedule, before: schedule.nullable() })
export const scheduleRemoval = z.object({ before: schedule })
export const groupsBody = z.strictObject({ groups: groupList })
export const groupsChange = z.object({ groups: z.array(screenGroup), before: z.array(screenGroup) })

/** Without `yaml`: the file `playlists/schedule.yaml`. */
export const importBody = z.strictObject({ yaml: z.string().max(1_000_000).optional() })
export const importAnswer = z.object({
  imported: z.int().nonnegative(),
  /** What does not play as it is written; it is imported all the same. */
  problems: z.array(z.string()),
  /** What takes it back: names that are new, schedules that were replaced, and all groups as they were. */
  before: z.object({ added: z.array(scheduleName), replaced: z.array(schedule), groups: z.array(screenGroup) }),
})
export type ImportAnswer = z.infer<typeof importAnswer>

const screen = z.string().min(1).max(40)
const written = z.iso.datetime({ offset: true, error: 'An instant is expected, such as 2026-11-21T14:40:00Z.' })

export const previewBody = z.strictObject({
  screen,
  zone: z.enum(zones).default('main'),
  from: written,
  to: written,
  /** As if this one were in force, in place of the one of the same name. */
  schedule: schedule.optional(),
  /** As if the one of this name were not. */
  without: scheduleName.optional(),
})
export type PreviewBody = z.infer<typeof previewBody>

export const airedRow = z.object({
  from: instant,
  to: instant,
  screen: z.string(),
  zone: z.enum(zones),
  playlist: z.string(),
  with: z.array(z.object({ playlist: z.string(), share: z.int().optional() })),
  because: z.object({
    schedule: z.string().nullable(),
    kind: z.enum(['default', 'normal', 'interrupt', 'takeover']),
    priority: z.int(),
  }),
})
export type AiredRow = z.infer<typeof airedRow>

export const scheduleRemark = z.object({
  kind: z.enum(['conflict', 'gap', 'never']),
  message: z.string(),
  from: instant.optional(),
  to: instant.optional(),
  schedule: z.string().optional(),
})

export const preview = z.object({ rows: z.array(airedRow), remarks: z.array(scheduleRemark) })
export type Preview = z.infer<typeof preview>

const nameParameter = {
  in: 'path',
  name: 'name',
  schema: scheduleName,
  description: 'the name of the schedule',
} as const

export const scheduleOperations = {
  schedules: {
    method: 'get',
    path: '/api/schedules',
    summary: 'Every schedule with what is wrong with it, the groups of screens, and whether schedule.yaml is newer',
    roles: programmers,
    answer: scheduleList,
  },
  putSchedule: {
    method: 'put',
    path: '/api/schedules/{name}',
    summary: 'Adds a schedule, or replaces the one of this name; `before` is what was there',
    roles: programmers,
    parameters: [nameParameter, keyParameter],
    body: schedule,
    answer: scheduleChange,
  },
  deleteSchedule: {
    method: 'delete',
    path: '/api/schedules/{name}',
    summary: 'Takes a schedule out; `before` puts it back',
    roles: programmers,
    parameters: [nameParameter, keyParameter],
    answer: scheduleRemoval,
  },
  importSchedules: {
    method: 'post',
    path: '/api/schedules/import',
    summary:
      'Takes in schedule.yaml, or the text sent: adds and replaces by name. 409 `not-imported` with lines when it is wrong',
    roles: programmers,
    parameters: [keyParameter],
    body: importBody,
    answer: importAnswer,
  },
  exportSchedules: {
    method: 'get',
    path: '/api/schedules/export',
    summary: 'All schedules and groups as a schedule.yaml',
    roles: programmers,
  },
  putGroups: {
    method: 'put',
    path: '/api/screens/groups',
    summary: 'Changes the groups of screens, as a whole list; `before` is what was there',
    roles: programmers,
    parameters: [keyParameter],
    body: groupsBody,
    answer: groupsChange,
  },
  previewSchedule: {
    method: 'post',
    path: '/api/schedules/preview',
    summary: `What a screen would play if a schedule were in force, or another were not: at most ${mostPreviewDays} days. Changes nothing`,
    roles: programmers,
    parameters: [keyParameter],
    body: previewBody,
    answer: preview,
  },
  schedule: {
    method: 'get',
    path: '/api/schedule',
    summary: `What a screen plays from when until when, and why: at most ${mostPreviewDays} days; conflicts and gaps`,
    roles: readers,
    parameters: [
      { in: 'query', name: 'screen', schema: screen, description: 'screen-1 …' },
      { in: 'query', name: 'zone', schema: z.enum(zones).optional(), description: 'main when left out' },
      { in: 'query', name: 'from', schema: written, description: 'instant' },
      { in: 'query', name: 'to', schema: written, description: 'instant, not included' },
    ],
    answer: preview,
  },
} as const satisfies Record<string, Operation>

export const scheduleTopics: Readonly<Record<string, readonly Role[]>> = { schedules: programmers }
