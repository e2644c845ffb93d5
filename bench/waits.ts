/** How honest the waiting times are: replays recorded days, learning only from what is over, beside simpler forecasts. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Measured, type Row, rounded } from './figures.ts'
import { hanguReplay, type Replay, simReplay, technionReplay } from './waits-data.ts'
import { eventsReplay } from './waits-events.ts'
import { missedMusts } from './waits-musts.ts'
import { type Replayed, replayed, type Sample } from './waits-replay.ts'
import { byHorizon, type Score, type SetFigures, scoreOf, type WaitFigures, windowScoreOf } from './waits-score.ts'
import { waitRows, writeTable } from './waits-table.ts'

const seed = 8_710
/** Parameters are to be chosen with `--until 0.67`; the days from here on are told apart. */
const chosenUntil = 0.67
const simScoredFrom = 16
/** Nothing has been learned yet. */
const coldDays = 3
const isSimulated = (name: string) => name.startsWith('sim')

export const waitOptions = {
  technion: { type: 'string' },
  hangu: { type: 'string' },
  'sim-light': { type: 'string' },
  'sim-busy': { type: 'string' },
  events: { type: 'string' },
  until: { type: 'string' },
  write: { type: 'boolean' },
  /** Fails when something is worse than it may be. */
  check: { type: 'boolean' },
} as const

export type WaitOptions = { readonly [Name in keyof typeof waitOptions]?: string | boolean | undefined }

/** @throws when no file is named and none is where `ANTEROOM_BENCH_DATA` says */
export async function waits(options: WaitOptions): Promise<Measured> {
  const until = Number(options.until ?? 1)
  const sets: Record<string, SetFigures> = {}
  const lastThird: Record<string, SetFigures> = {}
  const cold: Record<string, Score> = {}
  let [spentMs, runs] = [0, 0]
  for (const [name, replays] of Object.entries(filesOf(options))) {
    const atFirst = replays.flatMap((make, index) => {
      const replay = make()
      const [first] = replay.days
      if (!isSimulated(name) || first === undefined) return []
      const days = replay.days.slice(0, coldDays)
      return replayed({ ...replay, days, scoredFrom: first.day }, { name: `${index}`, seed, until: 1 }).samples
    })
    if (atFirst.length > 0) cold[name] = scoreOf(atFirst.filter(({ isFirst }) => isFirst))
    const done = replays.map((make, index): Replayed & { readonly replay: Replay } => {
      const replay = make()
      return { ...replayed(replay, { name: `${index}`, seed, until }), replay }
    })
    sets[name] = figuresOf(done.flatMap(({ samples }) => samples))
    lastThird[name] = figuresOf(
      done.flatMap(({ samples, replay: { days } }) => {
        const from = days[Math.ceil(days.length * chosenUntil)]?.day ?? Number.POSITIVE_INFINITY
        return samples.filter(({ day }) => day >= from)
      }),
    )
    for (const { msPerEstimate } of done) {
      spentMs += msPerEstimate
      runs += 1
    }
  }
  if (runs === 0) {
    const nothing = 'There are no days to replay: name files, or say in ANTEROOM_BENCH_DATA where they are.'
    if (!options.check) throw new Error(nothing)
    console.error(`NOT CHECKED. ${nothing}`)
    return { json: {}, rows: [] }
  }
  const figures = { sets, lastThird, cold, msPerEstimate: rounded(spentMs / runs, 2) }
  if (options.write) await writeTable(figures)
  if (options.check) check(figures)
  return { json: jsonOf(figures), rows: waitRows(figures) as readonly Row[] }
}

function check(figures: WaitFigures): void {
  const missed = missedMusts(figures)
  for (const what of missed) console.error(`Does not hold: ${what}.`)
  if (missed.length > 0) process.exitCode = 1
}

function filesOf(options: WaitOptions): Readonly<Record<string, readonly (() => Replay)[]>> {
  const named = Object.entries(waitOptions).some(([name, { type }]) => {
    return type === 'string' && name !== 'until' && options[name as keyof WaitOptions] !== undefined
  })
  const folder = process.env.ANTEROOM_BENCH_DATA
  const files = (name: keyof WaitOptions, usual: readonly string[]): readonly string[] => {
    const given = options[name]
    if (typeof given === 'string') return given.split(',')
    if (named || folder === undefined) return []
    return usual.map((file) => path.join(folder, file)).filter((file) => existsSync(file))
  }
  const seeds = ['11', '12', '13']
  return Object.fromEntries(
    Object.entries({
      simLight: files(
        'sim-light',
        seeds.map((each) => `sim-light-${each}.csv`),
      ).map((file) => () => simReplay(file, simScoredFrom)),
      simBusy: files(
        'sim-busy',
        seeds.map((each) => `sim-busy-${each}.csv`),
      ).map((file) => () => simReplay(file, simScoredFrom)),
      technion: files('technion', ['technion-1999-08.csv']).map((file) => () => technionReplay(file)),
      hangu: files('hangu', ['hangu-sessions.csv']).map((file) => () => hanguReplay(file)),
      own: files('events', []).map((file) => () => eventsReplay(file)),
    }).filter(([, replays]) => replays.length > 0),
  )
}

function figuresOf(samples: readonly Sample[]): SetFigures {
  const first = samples.filter(({ isFirst }) => isFirst)
  return {
    ...scoreOf(samples),
    first: scoreOf(first),
    horizons: byHorizon(samples),
    firstWindows: byHorizon(first),
    windows: windowScoreOf(samples),
  }
}

/** As docs/waits.md names them. */
function jsonOf({ sets, lastThird, cold, msPerEstimate }: WaitFigures) {
  return { ...named(sets), lastThird: named(lastThird), cold, msPerEstimate }
}

function named({ technion, hangu, simLight, simBusy, own }: WaitFigures['sets']) {
  return {
    ...(own === undefined ? {} : { own }),
    ...(hangu === undefined ? {} : { hangu: { ...hangu, firstMae: hangu.first.mae, firstP80: hangu.first.p80 } }),
    ...(technion === undefined ? {} : { technion }),
    ...(simLight === undefined && simBusy === undefined
      ? {}
      : {
          sim: {
            ...(simLight === undefined ? {} : { light: simOf(simLight) }),
            ...(simBusy === undefined ? {} : { busy: simOf(simBusy) }),
          },
        }),
  }
}

/** A simulated clinic is judged by its first announcements. */
const simOf = ({ first, windows, horizons, firstWindows, ...all }: SetFigures) => ({
  ...first,
  firstMae: first.mae,
  ...windows,
  horizons,
  firstHorizons: firstWindows,
  all: { mae: all.mae, p80: all.p80, p90: all.p90 },
})
