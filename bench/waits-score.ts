/** The figures that estimates are judged by; each is defined in docs/waits.md. */
import { levels, type WaitRange } from '../core/wait-calibration.ts'
import { type Promised, promisedWindow } from '../core/wait-window.ts'
import { rounded } from './figures.ts'
import { type BaselineName, baselineNames } from './waits-baselines.ts'
import type { Sample } from './waits-replay.ts'

export interface Score {
  readonly count: number
  readonly mae: number
  readonly medianError: number
  readonly bias: number
  readonly rrmse: number
  readonly p80: number
  readonly p90: number
  /** Both ends of the rounded window. */
  readonly inWindow: number
  readonly width: number
  readonly pinball: number
  readonly baselines: Readonly<Record<BaselineName, number>>
}

const asList = ({ p20, p50, p80, p90 }: WaitRange) => [p20, p50, p80, p90]

export function scoreOf(samples: readonly Sample[]): Score {
  const mean = (of: (sample: Sample) => number) =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / Math.max(1, samples.length)
  const share = (is: (sample: Sample) => boolean) => mean((sample) => (is(sample) ? 1 : 0))
  const errors = samples.map(({ truth, range }) => truth - range.p50)
  const sorted = Float64Array.from(errors).sort()
  return {
    count: samples.length,
    mae: rounded(mean(({ truth, range }) => Math.abs(truth - range.p50))),
    medianError: rounded(sorted[Math.floor(sorted.length / 2)] ?? 0),
    bias: rounded(mean(({ truth, range }) => truth - range.p50)),
    rrmse: rounded(Math.sqrt(mean(({ truth, range }) => (truth - range.p50) ** 2)) / mean(({ truth }) => truth), 3),
    p80: rounded(100 * share(({ truth, range }) => truth <= range.p80), 1),
    p90: rounded(100 * share(({ truth, range }) => truth <= range.p90), 1),
    inWindow: rounded(
      100 *
        share(({ truth, range: { p20, p80 } }) => truth >= Math.floor(p20 / 5) * 5 && truth <= Math.ceil(p80 / 5) * 5),
      1,
    ),
    width: rounded(mean(({ range }) => range.p80 - range.p20)),
    pinball: rounded(
      mean(
        ({ truth, range }) =>
          asList(range).reduce((sum, value, index) => sum + pinball(truth - value, levels[index] ?? 0), 0) / 4,
      ),
    ),
    baselines: Object.fromEntries(
      baselineNames.map((name) => [name, rounded(mean(({ truth, baselines }) => Math.abs(truth - baselines[name])))]),
    ) as Record<BaselineName, number>,
  }
}

const pinball = (off: number, level: number): number => (off >= 0 ? level * off : (level - 1) * off)

const horizons = [5, 15, 30, 60, Number.POSITIVE_INFINITY]

/** P80 coverage by horizon of the estimate, per cent. */
export function byHorizon(samples: readonly Sample[]): readonly number[] {
  return horizons.map((end, index) => {
    const from = horizons[index - 1] ?? 0
    const own = samples.filter(({ range: { p50 } }) => p50 >= from && p50 < end)
    return rounded((100 * own.filter(({ truth, range }) => truth <= range.p80).length) / Math.max(1, own.length), 1)
  })
}

export interface WindowScore {
  readonly revisionsPer10Min: number
  readonly badNewsPerTicket: number
  /** Per cent of tickets. */
  readonly firstPromiseMissed: number
}

const minuteMs = 60_000
const revisedBy = 4 * minuteMs
const badNewsFrom = 5 * minuteMs

/** What the people who waited saw: the window as it was kept and changed. */
export function windowScoreOf(samples: readonly Sample[]): WindowScore {
  const tickets = new Map<string, Sample[]>()
  for (const sample of samples) {
    const own = tickets.get(sample.ticket)
    if (own === undefined) tickets.set(sample.ticket, [sample])
    else own.push(sample)
  }
  let [revisions, badNews, missed, minutes] = [0, 0, 0, 0]
  for (const own of tickets.values()) {
    let window: Promised | undefined
    for (const { at, range } of own) {
      const next = promisedWindow(window, range, at * minuteMs)
      if (window !== undefined) {
        const later = next.until - window.until
        if (Math.max(Math.abs(later), Math.abs(next.from - window.from)) >= revisedBy) revisions += 1
        if (later >= badNewsFrom) badNews += 1
      } else if (own[0] !== undefined && (at + own[0].truth) * minuteMs > next.until) missed += 1
      window = next
    }
    minutes += own[0]?.truth ?? 0
  }
  const count = Math.max(1, tickets.size)
  return {
    revisionsPer10Min: rounded((10 * revisions) / Math.max(1, minutes)),
    badNewsPerTicket: rounded(badNews / count),
    firstPromiseMissed: rounded((100 * missed) / count, 1),
  }
}

export interface SetFigures extends Score {
  readonly first: Score
  readonly horizons: readonly number[]
  readonly windows: WindowScore
  readonly firstWindows: readonly number[]
}

export interface WaitFigures {
  readonly sets: Readonly<Record<string, SetFigures>>
  readonly lastThird: Readonly<Record<string, SetFigures>>
  /** First announcements of the first three days of a clinic, when only planned minutes are known. */
  readonly cold: Readonly<Record<string, Score>>
  readonly msPerEstimate: number
}
