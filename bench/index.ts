/** `npm run bench -- NAME [--json]`: measures, beside a peer or the physical limit in the same run. */
import { parseArgs } from 'node:util'
import { calls } from './calls.ts'
import type { Measured } from './figures.ts'
import { films } from './films.ts'
import { firstFilm } from './first-film.ts'
import { intake } from './intake.ts'
import { queue } from './queue.ts'
import { scheduleBench } from './schedule.ts'
import { startup } from './startup.ts'
import { transitions } from './transitions.ts'
import { type WaitOptions, waitOptions, waits } from './waits.ts'

const benches: Readonly<Record<string, (options: WaitOptions) => Promise<Measured>>> = {
  calls,
  films,
  'first-film': firstFilm,
  intake,
  queue,
  schedule: scheduleBench,
  startup,
  transitions,
  waits,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, ...waitOptions },
})
const name = positionals[0] ?? ''
const bench = benches[name]
if (bench === undefined) {
  console.error(`npm run bench -- NAME [--json]; NAME is one of: ${Object.keys(benches).join(', ')}`)
  process.exitCode = 2
} else {
  const { json, rows } = await bench(values)
  if (values.json) console.log(JSON.stringify({ [name]: json }))
  else
    for (const { what, figure, bound } of rows) console.log(`${what.padEnd(58)} ${figure.padStart(12)}  ${bound ?? ''}`)
}
