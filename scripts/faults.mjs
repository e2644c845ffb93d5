/** `npm run faults -- NAME|all`: does harm to the real product, on a virtual display of its own. */
import { join } from 'node:path'
import { runChild } from './child.mjs'
import { ensureBuilt } from './setup/built.mjs'
import { exitWithFailure } from './setup/failure.mjs'
import { root } from './setup/place.mjs'
import { createProgress } from './setup/progress.mjs'
import { startVirtualDisplay } from './setup/virtual-display.mjs'
import { setUp } from './setup.mjs'

process.exitCode = await run().catch(exitWithFailure)

async function run() {
  const progress = createProgress(process.stderr)
  const { node, env } = await setUp({ needs: ['electron', 'virtual-display', 'ffmpeg', 'browser'], progress })
  await ensureBuilt(node, progress)
  const display = await startVirtualDisplay()
  const args = [join(root, 'bench', 'faults', 'index.ts'), ...process.argv.slice(2)]
  return runChild(node, args, { cwd: root, env: { ...env, ...display.env } }).finally(display.stop)
}
