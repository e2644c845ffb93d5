/** The hub as a program: says `ready URL` when it answers, ends within a second of losing whoever started it. */
import { constants, setPriority } from 'node:os'
import path from 'node:path'
import { parseOptions } from '../core/options.ts'
import { exitCodes } from './exit-code.ts'
import { EnvironmentFault } from './fault.ts'
import { openHub } from './index.ts'
import { closeInheritedSockets } from './inherited-sockets.ts'
import { layOutSamples, placesOf } from './places.ts'

/** Whoever lost its parent must be gone within a second, whatever hangs. */
const farewellMs = 800

async function start(): Promise<void> {
  closeInheritedSockets(channel())
  goFirst()
  const parsed = parseOptions(process.argv.slice(2), process.env)
  if (!parsed.ok) return end(parsed.message, exitCodes.usage)
  // Built, this file is build/hub.mjs: in a clone its folder's parent is the project, in a package the resources.
  const root = path.resolve(import.meta.dirname, '..')
  const places = placesOf(parsed.options, root, process.env)
  layOutSamples(places, process.env.ANTEROOM_SAMPLES ?? root)
  const hub = await openHub(parsed.options, places)
  const stop = () => {
    setTimeout(() => process.exit(1), farewellMs).unref()
    void hub.close().then(() => process.exit(0))
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.once(signal, stop)
  if (process.send !== undefined && !process.connected) return stop()
  process.stdout.write(`ready ${hub.url}\n`)
}

/** Node's types do not know that the channel to a parent tells its number. */
function channel(): number | undefined {
  return (process.channel as { readonly fd?: number } | undefined)?.fd
}

/** A call waits for nobody: where the system allows it, the hub comes before the picture on the wall. */
function goFirst(): void {
  try {
    setPriority(constants.priority.PRIORITY_HIGH)
  } catch {
    // An ordinary user may not; everything works, a little later when the computer is busy.
  }
}

function end(message: string, code: number): void {
  console.error(message)
  process.exit(code)
}

start().catch((cause) => {
  if (cause instanceof EnvironmentFault) return end(cause.message, exitCodes.environment)
  console.error('The hub stopped:', cause)
  process.exit(1)
})
