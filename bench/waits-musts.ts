/** What a change to the waiting times may not make worse; judged on the files that are there. */
import type { SetFigures, WaitFigures } from './waits-score.ts'

interface Must {
  readonly what: string
  readonly holds: boolean
}

const between = (value: number, least: number, most: number) => value >= least && value <= most

/** @returns the sentences that do not hold */
export function missedMusts({ sets: { hangu, technion, simLight }, msPerEstimate }: WaitFigures): readonly string[] {
  return [
    ...(hangu === undefined ? [] : hanguMusts(hangu)),
    ...(technion === undefined ? [] : technionMusts(technion)),
    ...(simLight === undefined ? [] : simMusts(simLight)),
    { what: 'an estimate takes at most 10 ms', holds: msPerEstimate <= 10 },
  ]
    .filter(({ holds }) => !holds)
    .map(({ what }) => what)
}

const hanguMusts = ({ mae, p80, width, baselines }: SetFigures): readonly Must[] => [
  { what: 'Hangu: MAE at most 10.3', holds: mae <= 10.3 },
  { what: 'Hangu: MAE at most 0.95 of the learned roll-forward', holds: mae <= 0.95 * baselines.detLearned },
  { what: 'Hangu: P80 covers 78–82 %', holds: between(p80, 78, 82) },
  { what: 'Hangu: width at most 20', holds: width <= 20 },
]

const technionMusts = ({ mae, p80, rrmse, baselines }: SetFigures): readonly Must[] => [
  { what: 'Technion: MAE at most 1.04', holds: mae <= 1.04 },
  { what: 'Technion: MAE at most 0.95 of Markovian QL', holds: mae <= 0.95 * baselines.qlMarkov },
  { what: 'Technion: RRMSE at most 0.81', holds: rrmse <= 0.81 },
  { what: 'Technion: P80 covers 78–82 %', holds: between(p80, 78, 82) },
]

const simMusts = ({ first, windows }: SetFigures): readonly Must[] => [
  { what: 'simulated, light: MAE at most 14', holds: first.mae <= 14 },
  { what: 'simulated, light: 40 % under QL', holds: first.mae <= 0.6 * first.baselines.ql },
  {
    what: 'simulated, light: 25 % under the learned roll-forward',
    holds: first.mae <= 0.75 * first.baselines.detLearned,
  },
  { what: 'simulated, light: P80 covers 78–84 %', holds: between(first.p80, 78, 84) },
  { what: 'simulated, light: P90 covers 88–93 %', holds: between(first.p90, 88, 93) },
  { what: 'simulated, light: at most 0.3 revisions per 10 min', holds: windows.revisionsPer10Min <= 0.3 },
  { what: 'simulated, light: at most 0.55 pieces of bad news a ticket', holds: windows.badNewsPerTicket <= 0.55 },
  { what: 'simulated, light: at most 17 % of first promises missed', holds: windows.firstPromiseMissed <= 17 },
]
