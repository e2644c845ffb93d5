/** `npm run anteroom -- COMMAND`: what can be asked without a running hub. */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { parseOptions } from '../core/options.ts'
import { checkFiles } from './check-command.ts'
import { runDoctor } from './doctor.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { reasonOf } from './fault.ts'
import { placesOf } from './places.ts'
import { renderCommand } from './render-command.ts'
import { scheduleCommand } from './schedule-command.ts'

const usage = `Commands:
  check FILE…                says whether the TV will play these files, or why not
  render FILE -o OUT.mp4     makes the film of an explainer, with the brand of the content folder;
                             takes --content and --data as npm start does
  schedule --zone ZONE --at WHEN [--for 24h]
                             says which playlist plays where and when, by schedule.yaml alone;
                             takes --playlists as npm start does, and --screens N
  schedule import FILE       takes schedules in, adding and replacing by name; takes --data
  doctor                     looks at this computer and says what is missing;
                             takes --content, --playlists, --data and --zone as npm start does

--json prints the answer for programs.
Exit code: 0 ok, 1 refused, 2 used wrongly, 3 something is missing on this computer.
`

async function run(): Promise<ExitCode> {
  const [command, ...rest] = process.argv.slice(2)
  if (command === undefined || command === 'help' || command === '--help')
    return said(usage, command === undefined ? exitCodes.usage : exitCodes.ok)
  switch (command) {
    case 'check':
      return check(rest)
    case 'render':
      return renderCommand(rest, process.env)
    case 'schedule':
      return scheduleCommand(rest, process.env)
    case 'doctor':
      return runDoctor(
        rest.includes('--json'),
        rest.filter((word) => word !== '--json'),
        process.env,
      )
    default:
      return said(`There is no command "${command}".\n\n${usage}`, exitCodes.usage)
  }
}

async function check(args: readonly string[]): Promise<ExitCode> {
  const options = { json: { type: 'boolean', default: false } } as const
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
  if (positionals.length === 0)
    return said('check wants at least one file: npm run anteroom -- check FILE…\n', exitCodes.usage)
  const parsed = parseOptions([], process.env)
  if (!parsed.ok) return said(`${parsed.message}\n`, exitCodes.usage)
  const { content } = placesOf(parsed.options, path.resolve(import.meta.dirname, '..'), process.env)
  return checkFiles(positionals, values.json, content)
}

function said(text: string, code: ExitCode): ExitCode {
  const stream = code === exitCodes.ok ? process.stdout : process.stderr
  stream.write(text)
  return code
}

process.exitCode = await run().catch((cause: unknown) => said(`${reasonOf(cause)}\n`, exitCodes.usage))
