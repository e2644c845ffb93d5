/** `anteroom schedule`: what plays when by the files alone, without a hub; and taking a file in, with or without one. */
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { parseOptions } from '../core/options.ts'
import { type Airing, compilePlan, type Row, rowsBetween, type Zone } from '../core/schedule.ts'
import type { ScheduleFile } from '../core/schedule-check.ts'
import { type ImportAnswer, scheduleOperations } from '../core/schedule-contract.ts'
import { isScreenId, zones } from '../core/schedule-file.ts'
import { readScheduleYaml } from '../core/schedule-yaml.ts'
import { problemText } from '../core/yaml-document.ts'
import { AnswerBook } from './answer-book.ts'
import { isZone, localIsoIn, wallIn } from './clock.ts'
import { takeDataFolder } from './data-folder.ts'
import { openDatabase } from './database.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { codeOf, EnvironmentFault, reasonOf } from './fault.ts'
import { type Places, placesOf } from './places.ts'
import { playlistsIn, settledBy } from './schedule-content.ts'
import { ScheduleRows } from './schedule-rows.ts'
import { markImported, scheduleFileName } from './schedule-source.ts'
import { readSpan } from './schedule-span.ts'

const usage = `schedule --playlists DIR --zone ZONE --at WHEN [--for 24h] [--content DIR] [--screens N] [--json]
schedule import FILE [--data DIR] [--json]
WHEN is an instant (2026-11-23T09:00:00+01:00) or a time on the clinic's clocks (2026-11-23T09:00).
`

/** What goes wrong on the way to an answer, with the exit code that says so. */
class Ended extends Error {
  override readonly name = 'Ended'
  readonly code: ExitCode
  constructor(code: ExitCode, message: string) {
    super(message)
    this.code = code
  }
}

const options = {
  content: { type: 'string' },
  playlists: { type: 'string' },
  data: { type: 'string' },
  zone: { type: 'string' },
  at: { type: 'string' },
  for: { type: 'string' },
  screens: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const
type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values']

/** @throws for options that do not exist */
export async function scheduleCommand(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<ExitCode> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
  try {
    const [verb, file, ...others] = positionals
    if (verb === undefined) return await show(values, environment)
    if (verb !== 'import' || file === undefined || others.length > 0) throw new Ended(exitCodes.usage, usage)
    return await importFile(file, values, environment)
  } catch (cause) {
    const code =
      cause instanceof Ended ? cause.code : cause instanceof EnvironmentFault ? exitCodes.environment : undefined
    if (code === undefined || !(cause instanceof Error)) throw cause
    process.stderr.write(`${cause.message.trimEnd()}\n`)
    return code
  }
}

function placedBy(values: Values, environment: NodeJS.ProcessEnv) {
  const given = (['playlists', 'data', 'zone', 'screens'] as const).flatMap((name) => {
    const value = values[name]
    return value === undefined ? [] : [`--${name}`, value]
  })
  const parsed = parseOptions(given, environment)
  if (!parsed.ok) throw new Ended(exitCodes.usage, parsed.message)
  const places = placesOf(parsed.options, path.resolve(import.meta.dirname, '..'), environment)
  return { options: parsed.options, places }
}

async function show(values: Values, environment: NodeJS.ProcessEnv): Promise<ExitCode> {
  const { options: given, places } = placedBy(values, environment)
  const zone = given.zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone
  if (!isZone(zone))
    throw new Ended(
      exitCodes.usage,
      `--zone ${zone} is not a time zone. Write it like Europe/Madrid or America/Chicago.`,
    )
  const wall = wallIn(zone)
  const span = readSpan(values.at, values.for, wall)
  if (!span.ok) throw new Ended(exitCodes.usage, span.message)
  const file = await fileIn(places)
  const screens = screensOf(file, given.screens)
  const plan = compilePlan(file.schedules, file.groups, screens, wall)
  const localIso = localIsoIn(zone)
  const settle = settling(values.content, places)
  const rows = zones.flatMap((area) =>
    screens.flatMap((screen) => {
      const settled = rowsBetween(plan, screen, area, span.fromMs, span.toMs).flatMap(({ airing, ...when }) => {
        const rest = settle(airing, area)
        return rest === undefined ? [] : [{ ...when, airing: rest }]
      })
      return merged(settled).map(({ fromMs, toMs, airing }) => ({
        ...{ from: localIso(fromMs), to: localIso(toMs), screen, zone: area },
        ...{ playlist: airing.playlist, with: airing.with, because: airing.because },
      }))
    }),
  )
  const text = values.json ? JSON.stringify(rows, null, 2) : rows.map(lineOf).join('\n')
  process.stdout.write(`${text}\n`)
  return exitCodes.ok
}

/** @param content only when somebody says so: schedules are resolved as written, whether or not the files exist */
function settling(
  content: string | undefined,
  { playlists }: Places,
): (airing: Airing, zone: Zone) => Airing | undefined {
  if (content === undefined) return (airing) => airing
  if (!existsSync(content)) throw new Ended(exitCodes.environment, `There is no folder ${content}.`)
  const isThere = playlistsIn(playlists, content)
  return (airing, zone) => settledBy(isThere, airing, zone)
}

function merged(rows: readonly Row[]): readonly Row[] {
  const all: Row[] = []
  for (const row of rows) {
    const last = all.at(-1)
    if (last?.toMs === row.fromMs && JSON.stringify(last.airing) === JSON.stringify(row.airing))
      all[all.length - 1] = { fromMs: last.fromMs, toMs: row.toMs, airing: last.airing }
    else all.push(row)
  }
  return all
}

async function fileIn({ playlists }: Places): Promise<ScheduleFile> {
  if (!existsSync(playlists)) throw new Ended(exitCodes.environment, `There is no folder ${playlists}.`)
  const file = path.join(playlists, scheduleFileName)
  // Nothing scheduled is no mistake: the default playlist plays.
  return existsSync(file) ? (await readSchedules(file)).parsed : { groups: [], schedules: [] }
}

async function readSchedules(file: string): Promise<{ readonly text: string; readonly parsed: ScheduleFile }> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    const why =
      codeOf(cause) === 'ENOENT' ? `There is no file ${file}.` : `${file} cannot be read (${reasonOf(cause)}).`
    throw new Ended(exitCodes.refused, why)
  })
  const parsed = readScheduleYaml(text)
  if (!parsed.ok) throw new Ended(exitCodes.refused, [`${file}:`, ...parsed.problems.map(problemText)].join('\n'))
  return { text, parsed: parsed.value }
}

/** As many as somebody says; else those that the file names; else one that stands for all. */
function screensOf({ schedules, groups }: ScheduleFile, count: number | undefined): readonly string[] {
  if (count !== undefined) return Array.from({ length: count }, (_, index) => `screen-${index + 1}`)
  const named = [...schedules, ...groups].flatMap(({ screens }) => screens.filter(isScreenId))
  const known = [...new Set(named)].sort((one, other) => one.length - other.length || (one < other ? -1 : 1))
  return known.length === 0 ? ['all'] : known
}

interface Line extends Airing {
  readonly from: string
  readonly to: string
  readonly screen: string
  readonly zone: string
}

function lineOf({ from, to, screen, zone, playlist, with: others, because }: Line): string {
  const what = [
    playlist,
    ...others.map((each) => (each.share === undefined ? each.playlist : `${each.playlist} ${each.share} %`)),
  ]
  const why =
    because.schedule === null ? 'nothing scheduled' : `${because.schedule} (${because.kind}, ${because.priority})`
  return `${from}  ${to}  ${screen.padEnd(8)}  ${zone.padEnd(6)}  ${what.join(' + ').padEnd(24)}  ${why}`
}

async function importFile(file: string, values: Values, environment: NodeJS.ProcessEnv): Promise<ExitCode> {
  const { places } = placedBy(values, environment)
  const { text, parsed } = await readSchedules(file)
  const answer = (await importByHub(text, places)) ?? importAlone(text, parsed, places)
  if (values.json) process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`)
  else {
    const { imported, problems } = answer
    process.stdout.write(`${imported} ${imported === 1 ? 'schedule' : 'schedules'} imported.\n`)
    for (const problem of problems) process.stdout.write(`${problem}\n`)
  }
  return exitCodes.ok
}

type Told = Pick<ImportAnswer, 'imported' | 'problems'>

/** @returns undefined when no hub is running */
async function importByHub(yaml: string, { data }: Places): Promise<Told | undefined> {
  const word = await readFile(path.join(data, 'hub.json'), 'utf8').catch(() => undefined)
  if (word === undefined) return undefined
  const { url } = JSON.parse(word) as { readonly url: string }
  const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() }
  const address = `${url}${scheduleOperations.importSchedules.path}`
  const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify({ yaml }) }).catch(
    () => undefined,
  )
  if (response === undefined) return undefined
  const body = (await response.json()) as ImportAnswer & { readonly message?: string }
  if (response.ok) return { imported: body.imported, problems: body.problems }
  throw new Ended(exitCodes.refused, body.message ?? `The hub refused it (${response.status}).`)
}

/** @throws EnvironmentFault when a hub has the data folder and does not answer */
function importAlone(text: string, file: ScheduleFile, places: Places): Told {
  const data = takeDataFolder(places.data)
  const database = openDatabase(data.database)
  try {
    new ScheduleRows(database, new AnswerBook(database)).fill(file)
    markImported(database, places.playlists, text)
    return { imported: file.schedules.length, problems: [] }
  } finally {
    database.close()
    data.release()
  }
}
