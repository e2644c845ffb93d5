/** The addresses of the schedules: list, change, import and export, and what plays when, also as it would be. */
import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { msOfWritten } from '../core/instant.ts'
import { checkedSchedule, type ScheduleFile } from '../core/schedule-check.ts'
import {
  groupsBody,
  importBody,
  mostPreviewDays,
  type PreviewBody,
  previewBody,
  scheduleOperations,
} from '../core/schedule-contract.ts'
import { mostSchedules } from '../core/schedule-file.ts'
import { readScheduleYaml, writeScheduleYaml } from '../core/schedule-yaml.ts'
import { problemText } from '../core/yaml-document.ts'
import type { Answer } from './answer-book.ts'
import { changing, limitJson, readChange, refusal, said } from './changing.ts'
import type { Clock } from './clock.ts'
import { badInput } from './input.ts'
import type { ScheduleDesk, Wish } from './schedule-desk.ts'
import type { ScheduleRows } from './schedule-rows.ts'
import { type ScheduleSource, scheduleFileName } from './schedule-source.ts'

interface Parts {
  readonly desk: ScheduleDesk
  readonly rows: ScheduleRows
  readonly source: ScheduleSource
  readonly clock: Clock
  readonly screens: readonly string[]
}

/** The contract's bodies, with rules that are looked at, too. */
const checkedPreview = previewBody.extend({ schedule: checkedSchedule.optional() })
const nothing = z.strictObject({})
const largestImportBytes = 1_100_000
const dayMs = 24 * 3_600_000

export function mountSchedules(app: Hono, { desk, rows, source, clock, screens }: Parts): void {
  app.get('/api/schedules', async (context) => {
    await source.look()
    return said(context, done(desk.snapshot()))
  })
  app.get('/api/schedules/export', (context) =>
    context.body(writeScheduleYaml(rows.all(), rows.groups), 200, {
      'content-type': 'application/yaml; charset=utf-8',
      'content-disposition': `attachment; filename="${scheduleFileName}"`,
      'cache-control': 'no-store',
    }),
  )

  app.put('/api/schedules/:name', limitJson, (context) =>
    changing(context, checkedSchedule, (wanted, request) => {
      if (wanted.name !== context.req.param('name'))
        return badInput('name', 'The name in the address and in what was sent are not the same.')
      return rows.change({ request, now: clock.now() }, () => {
        const before = rows.named(wanted.name) ?? null
        if (before === null && rows.all().length >= mostSchedules) return { answer: tooMany }
        return { answer: done({ schedule: wanted, before }), write: () => rows.put(wanted) }
      })
    }),
  )
  app.delete('/api/schedules/:name', limitJson, (context) =>
    changing(context, nothing, (_, request) =>
      rows.change({ request, now: clock.now() }, () => {
        const name = context.req.param('name') ?? ''
        const before = rows.named(name)
        return before === undefined
          ? { answer: unknownSchedule(name) }
          : { answer: done({ before }), write: () => rows.remove(name) }
      }),
    ),
  )
  app.put('/api/screens/groups', limitJson, (context) =>
    changing(context, groupsBody, ({ groups }, request) =>
      rows.change({ request, now: clock.now() }, () => ({
        answer: done({ groups, before: rows.groups }),
        write: () => rows.putGroups(groups),
      })),
    ),
  )

  const limitImport = bodyLimit({ maxSize: largestImportBytes, onError: (context) => said(context, tooLarge) })
  app.post('/api/schedules/import', limitImport, (context) =>
    changing(context, importBody, async ({ yaml }, request) => {
      const wanted = await wantedFile(source, yaml)
      const answer = rows.change({ request, now: clock.now() }, () => {
        if ('refused' in wanted) return { answer: wanted.refused }
        const { file, text } = wanted
        const names = new Set([...rows.all(), ...file.schedules].map(({ name }) => name))
        if (names.size > mostSchedules) return { answer: tooMany }
        const problems = file.schedules.flatMap((each) =>
          desk.problemsOf(each, file.groups).map((problem) => `“${each.name}”: ${problem}`),
        )
        const before = {
          added: file.schedules.flatMap(({ name }) => (rows.named(name) === undefined ? [name] : [])),
          replaced: file.schedules.flatMap(({ name }) => rows.named(name) ?? []),
          groups: rows.groups,
        }
        return {
          answer: done({ imported: file.schedules.length, problems, before }),
          write: () => {
            rows.upsert(file)
            source.imported(text)
          },
        }
      })
      await source.look()
      return answer
    }),
  )

  const preview = (asked: PreviewBody): Answer => {
    const { screen, zone, from, to, schedule: wished, without } = asked
    if (screen !== 'all' && !screens.includes(screen))
      return refusal(404, 'unknown-screen', `There is no screen "${screen}". There are: ${screens.join(', ')}.`)
    const [fromMs, toMs] = [msOfWritten(from), msOfWritten(to)]
    if (toMs <= fromMs) return badInput('to', 'It ends before it begins.')
    if (toMs - fromMs > mostPreviewDays * dayMs + dstMs)
      return badInput('to', `At most ${mostPreviewDays} days can be looked at together.`)
    const wish: Wish = { schedule: wished, without }
    return done(desk.preview(screen, zone, fromMs, toMs, wish))
  }
  app.post('/api/schedules/preview', limitJson, async (context) => {
    // It changes nothing: asked again with the same key, it answers with what holds now.
    const change = await readChange(context, checkedPreview)
    return said(context, 'refused' in change ? change.refused : preview(change.body))
  })
  app.get('/api/schedule', (context) => {
    const asked = queryOf(context)
    return said(context, 'refused' in asked ? asked.refused : preview(asked.body))
  })
}

/** @param yaml the text that was sent; undefined for the file in the playlists folder */
async function wantedFile(
  source: ScheduleSource,
  yaml: string | undefined,
): Promise<{ readonly file: ScheduleFile; readonly text: string } | { readonly refused: Answer }> {
  const read = yaml === undefined ? await source.read() : ({ kind: 'read', text: yaml } as const)
  if (read.kind === 'absent') return { refused: noFile }
  if (read.kind === 'unreadable') return { refused: refusal(409, 'not-imported', read.message) }
  const parsed = readScheduleYaml(read.text)
  return parsed.ok
    ? { file: parsed.value, text: read.text }
    : { refused: notImported(parsed.problems.map(problemText)) }
}

/** Sixty days have an hour more when the clocks go back in them. */
const dstMs = 2 * 3_600_000

function queryOf(context: Context): { readonly body: PreviewBody } | { readonly refused: Answer } {
  for (const { name, schema } of scheduleOperations.schedule.parameters) {
    const read = schema.safeParse(context.req.query(name))
    if (!read.success) return { refused: badInput(name, read.error.issues[0]?.message ?? 'This does not fit.') }
  }
  const { screen = '', zone = 'main', from = '', to = '' } = context.req.query()
  return { body: { screen, zone: zone === 'ticker' ? 'ticker' : 'main', from, to } }
}

const done = (body: object): Answer => ({ status: 200, body })
const unknownSchedule = (name: string) => refusal(404, 'unknown-schedule', `There is no schedule "${name}" any more.`)
const tooMany = refusal(409, 'too-many', `More than ${mostSchedules} schedules are not possible. Take out old ones.`)
const noFile = refusal(409, 'no-file', `There is no ${scheduleFileName} in the playlists folder. Nothing was changed.`)
const tooLarge = refusal(413, 'too-large', 'This is more than 1 MB. Nothing was changed.')

const notImported = (problems: readonly string[]): Answer => ({
  status: 409,
  body: {
    reason: 'not-imported',
    message: `${scheduleFileName} was not imported. ${problems.slice(0, 3).join(' ')}`,
    problems,
  },
})
