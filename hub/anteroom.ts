/** `npm run anteroom -- COMMAND`: what can be asked without a running hub. */
import { parseArgs } from 'node:util'
import { checkFiles } from './check-command.ts'
import { runDoctor } from './doctor.ts'
import { reasonOf } from './fault.ts'

/** 0 all well, 1 refused, 2 used wrongly, 3 the surroundings are at fault. */
export type ExitCode = 0 | 1 | 2 | 3

const usage = `Commands:
  check FILE…   says whether the TV will play these files, or why not
  doctor        looks at this computer and says what is missing

--json prints the answer for programs.
Exit code: 0 ok, 1 refused, 2 used wrongly, 3 something is missing on this computer.
`

async function run(): Promise<ExitCode> {
  const [command, ...rest] = process.argv.slice(2)
  if (command === undefined || command === 'help' || command === '--help')
    return said(usage, command === undefined ? 2 : 0)
  const { values, positionals } = parseArgs({
    args: rest,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, data: { type: 'string' }, port: { type: 'string' } },
  })
  switch (command) {
    case 'check':
      if (positionals.length === 0) return said('check wants at least one file: npm run anteroom -- check FILE…\n', 2)
      return checkFiles(positionals, values.json)
    case 'doctor':
      return runDoctor(values.json, process.env)
    default:
      return said(`There is no command "${command}".\n\n${usage}`, 2)
  }
}

function said(text: string, code: ExitCode): ExitCode {
  const stream = code === 0 ? process.stdout : process.stderr
  stream.write(text)
  return code
}

process.exitCode = await run().catch((cause: unknown) => said(`${reasonOf(cause)}\n`, 2))
