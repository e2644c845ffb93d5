/** `npm run hub`: the hub alone. Standard output is the hub's; what is set up and built is told on standard error. */
import { join } from 'node:path'
import { runChild } from './child.mjs'
import { checkCommandLine } from './options.mjs'
import { ensureBuilt } from './setup/built.mjs'
import { exitWithFailure } from './setup/failure.mjs'
import { root, typedIn } from './setup/place.mjs'
import { createProgress } from './setup/progress.mjs'
import { setUp } from './setup.mjs'

const options = process.argv.slice(2)
checkCommandLine(options, 'hub')
process.exitCode = await run().catch(exitWithFailure)

async function run() {
  const progress = createProgress(process.stderr)
  const { node, env } = await setUp({ wants: ['ffmpeg', 'dropped-files', 'browser', 'voice'], progress })
  await ensureBuilt(node, progress)
  // The bound on memory: see main/hub-process.ts.
  return runChild(node, ['--max-old-space-size=288', join(root, 'build', 'hub.mjs'), ...options], {
    env,
    cwd: typedIn('hub'),
  })
}
