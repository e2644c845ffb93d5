/** What the replays came to, as lines on a terminal and as the table of docs/waits.md. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Row } from './figures.ts'
import type { SetFigures, WaitFigures } from './waits-score.ts'

const page = path.join(import.meta.dirname, '../docs/waits.md')
const [begin, end] = ['<!-- measured: begin -->', '<!-- measured: end -->']

const names: Readonly<Record<string, string>> = {
  simLight: 'simulated, light',
  simBusy: 'simulated, busy',
  technion: 'Technion',
  hangu: 'Hangu',
  own: 'own days',
}

interface Line {
  readonly what: string
  readonly of: SetFigures[keyof Pick<SetFigures, 'first'>] | SetFigures
  readonly bound: string
}

function linesOf({ simLight, simBusy, technion, hangu, own }: WaitFigures['sets']): readonly Line[] {
  const line = (what: string, of: Line['of'] | undefined, bound: string): readonly Line[] =>
    of === undefined ? [] : [{ what, of, bound }]
  return [
    ...line('Hangu, 5 ahead, all moments', hangu, '≤ 10.3, P80 78–82 %'),
    ...line('Hangu, first announcement', hangu?.first, 'reported'),
    ...line('Technion, queued and served', technion, '≤ 1.04, P80 78–82 %'),
    ...line('simulated, light, first announcement', simLight?.first, '≤ 14, P80 78–84 %'),
    ...line('simulated, light, all moments', simLight, 'reported'),
    ...line('simulated, busy, first announcement', simBusy?.first, 'reported'),
    ...line('simulated, busy, all moments', simBusy, 'reported'),
    ...line('own days, first announcement', own?.first, 'reported'),
    ...line('own days, all moments', own, 'reported'),
  ]
}

const coldLines = (cold: WaitFigures['cold']): readonly Line[] =>
  Object.entries(cold).map(([name, of]) => ({
    what: `${names[name] ?? name}, first announcement, days 1–3`,
    of,
    bound: 'reported',
  }))

export function waitRows({ sets, lastThird, cold, msPerEstimate }: WaitFigures): readonly Row[] {
  const told = (name: string, lines: readonly Line[]) =>
    lines.flatMap(({ what, of, bound }): readonly Row[] => {
      const { ql, qlMarkov, les, hol, ma10, detPlanned, detLearned } = of.baselines
      return [
        { what: `${what}${name} (${of.count}): MAE`, figure: `${of.mae} min`, bound },
        {
          what: '   P80 covers, P90, width, bias, RRMSE',
          figure: `${of.p80} %`,
          bound: `${of.p90} %, ${of.width} min, ${of.bias} min, ${of.rrmse}`,
        },
        {
          what: '   QL, Markov, LES, HOL, MA10, planned, learned',
          figure: `${ql}`,
          bound: [qlMarkov, les, hol, ma10, detPlanned, detLearned].join(', '),
        },
      ]
    })
  const windows = Object.entries(sets).map(([name, { windows: of, horizons, firstWindows }]) => ({
    what: `${name}: revisions per 10 min, bad news, first promise missed`,
    figure: `${of.revisionsPer10Min}`,
    bound: `${of.badNewsPerTicket}, ${of.firstPromiseMissed} %; P80 by horizon ${horizons.join(' ')} (first ${firstWindows.join(' ')})`,
  }))
  return [
    ...told('', linesOf(sets)),
    ...windows,
    ...told(', last third', linesOf(lastThird)),
    ...told('', coldLines(cold)),
    { what: 'one estimate of everybody', figure: `${msPerEstimate} ms`, bound: '≤ 10' },
  ]
}

/** Puts the table into docs/waits.md, with the day and the commit it was made at. */
export async function writeTable(figures: WaitFigures): Promise<void> {
  const git = (...args: readonly string[]) =>
    execFileSync('git', args, { cwd: path.dirname(page), encoding: 'utf8' }).trim()
  const [commit, day] = [git('rev-parse', '--short', 'HEAD'), new Date().toISOString().slice(0, 10)]
  const head = [
    '| replay (estimates) | MAE, min | P80 covers | P90 covers | width, min | QL | Markov QL | LES | HOL | MA10 | planned | learned |',
    '|---|---|---|---|---|---|---|---|---|---|---|---|',
  ]
  const row = ({ what, of }: Line) => {
    const { ql, qlMarkov, les, hol, ma10, detPlanned, detLearned } = of.baselines
    const cells = [of.mae, `${of.p80} %`, `${of.p90} %`, of.width, ql, qlMarkov, les, hol, ma10, detPlanned, detLearned]
    return `| ${what} (${of.count}) | ${cells.join(' | ')} |`
  }
  const windows = Object.entries(figures.sets).map(([name, { windows: of, horizons }]) => {
    const cells = [of.revisionsPer10Min, of.badNewsPerTicket, `${of.firstPromiseMissed} %`, `${horizons.join(' / ')} %`]
    return `| ${names[name] ?? name} | ${cells.join(' | ')} |`
  })
  const table = [
    `Measured on ${day} at ${commit}; one estimate of everybody who waits took ${figures.msPerEstimate} ms.`,
    '',
    ...head,
    ...linesOf(figures.sets).map(row),
    '',
    'The last third of the days on its own:',
    '',
    ...head,
    ...linesOf(figures.lastThird).map(row),
    '',
    'The first three days of a clinic, when only planned minutes are known:',
    '',
    ...head,
    ...coldLines(figures.cold).map(row),
    '',
    '| windows | revisions per 10 min | bad news per ticket | first promise missed | P80 covers, by horizon to 5, 15, 30, 60 min and beyond |',
    '|---|---|---|---|---|',
    ...windows,
  ]
  const text = readFileSync(page, 'utf8')
  const [before = '', rest = ''] = text.split(begin)
  writeFileSync(page, `${before}${begin}\n${table.join('\n')}\n${end}${rest.split(end)[1] ?? ''}`)
}
