/** `npm run anteroom -- COMMAND`: the command line; its own program knows the commands. */
import { join } from 'node:path'
import { runChild } from './child.mjs'
import { ensureBuilt } from './setup/built.mjs'
import { exitWithFailure } from './setup/failure.mjs'
import { root, typedIn } from './setup/place.mjs'
import { createProgress } from './setup/progress.mjs'
import { setUp } from './setup.mjs'

process.exitCode = await run().catch(exitWithFailure)

async function run() {
  const progress = createProgress(process.stderr)
  const media = ['ffmpeg', process.argv[2] === 'render' ? 'browser' : 'dropped-files']
  const wants = process.argv[2] === 'schedule' ? [] : media
  const { node, env } = await setUp({ wants, progress })
  await ensureBuilt(node, progress)
  const args = [join(root, 'build', 'anteroom.mjs'), ...process.argv.slice(2)]
  return runChild(node, args, { env, cwd: typedIn('anteroom'), isInteractive: true })
}
