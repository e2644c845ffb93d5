/** `npm run faults -- NAME|all [--times N] [--seed N] [--resume]`: does harm to the real product, and counts what came of it. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { projectRoot } from '../../test/support/place.ts'
import type { Fault, Round } from './fault.ts'
import { hubKill } from './hub-kill.ts'

const faults: Readonly<Record<string, Fault>> = { 'hub-kill': hubKill }
const firstSeed = 8_710

/** What was counted for a commit, so that a long run can be gone on with. */
interface Tally {
  readonly done: number
  readonly nextSeed: number
  readonly counts: Readonly<Record<string, number>>
  readonly samples: readonly number[]
  readonly failedSeeds: readonly number[]
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    times: { type: 'string' },
    seed: { type: 'string' },
    resume: { type: 'boolean', default: false },
  },
})
async function runAll(name: string): Promise<boolean> {
  const fault = faults[name] as Fault
  const times = Number(values.times ?? fault.times)
  const file = path.join(projectRoot, '.cache/faults', `${name}-${commit()}.json`)
  const fresh: Tally = {
    done: 0,
    nextSeed: Number(values.seed ?? firstSeed),
    counts: {},
    samples: [],
    failedSeeds: [],
  }
  let tally = values.resume ? (kept(file) ?? fresh) : fresh
  while (tally.done < times) {
    tally = added(tally, await fault.run(tally.nextSeed), fault.aRound)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(tally))
    say(`${fault.what}: ${tally.done} of ${times}, seeds up to ${tally.nextSeed - 1}: ${wordsOf(tally)}`)
  }
  const { text, isMet } = fault.judge(tally.samples)
  say(`${fault.what}: N = ${tally.done}, ${wordsOf(tally)}; ${text}`)
  if (tally.failedSeeds.length > 0) say(`Repeat with --seed ${tally.failedSeeds[0]} --times ${fault.aRound}`)
  else say(`None in ${tally.done}: fewer than ${((3 / tally.done) * 100).toFixed(2)} % with 95 % certainty`)
  return isMet && tally.failedSeeds.length === 0
}

const added = (before: Tally, round: Round, done: number): Tally => ({
  done: before.done + done,
  nextSeed: before.nextSeed + 1,
  counts: Object.fromEntries(
    Object.entries(round.counts).map(([name, count]) => [name, (before.counts[name] ?? 0) + count]),
  ),
  samples: [...before.samples, ...round.samples],
  failedSeeds: round.failed ? [...before.failedSeeds, before.nextSeed] : before.failedSeeds,
})

const wordsOf = ({ counts }: Tally): string =>
  Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')

function kept(file: string): Tally | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Tally
  } catch {
    return undefined
  }
}

const commit = (): string =>
  execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: projectRoot, encoding: 'utf8' }).trim()

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

const wanted = positionals[0] === 'all' ? Object.keys(faults) : positionals
if (wanted.length === 0 || wanted.some((name) => faults[name] === undefined)) {
  say(`npm run faults -- NAME|all [--times N] [--seed N] [--resume]; NAME is one of: ${Object.keys(faults).join(', ')}`)
  process.exitCode = 2
} else {
  for (const name of wanted) if (!(await runAll(name))) process.exitCode = 1
}
