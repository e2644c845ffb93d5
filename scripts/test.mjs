/** `npm test`: everything set up, checked, built and tested, on a virtual display of its own. */
import { join } from 'node:path'
import { runChecks } from './check.mjs'
import { runChild } from './child.mjs'
import { ensureBuilt } from './setup/built.mjs'
import { exitWithFailure } from './setup/failure.mjs'
import { root } from './setup/place.mjs'
import { createProgress } from './setup/progress.mjs'
import { startVirtualDisplay } from './setup/virtual-display.mjs'
import { setUp } from './setup.mjs'

process.exitCode = await run().catch(exitWithFailure)

async function run() {
  const progress = createProgress()
  const { node, electron, env } = await setUp({
    needs: ['electron', 'virtual-display', 'ffmpeg', 'dropped-files', 'browser'],
    progress,
  })
  progress.note(`Tests run on Electron ${electron.version} (${electron.source}).`)
  const failed = await runChecks(node, progress)
  if (!(await build(node, progress))) failed.push('build')
  const display = await startVirtualDisplay()
  // Nothing is printed after this: the reporter's count is the last line.
  const code = await runChild(node, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...process.argv.slice(2)], {
    cwd: root,
    env: { ...env, ...display.env, ANTEROOM_FAILED_BEFORE_TESTS: failed.join(' ') },
  }).finally(display.stop)
  return code || Math.min(failed.length, 1)
}

// What needs no build is tested all the same.
async function build(node, progress) {
  try {
    await ensureBuilt(node, progress)
    return true
  } catch (error) {
    progress.note(error.message)
    return false
  }
}
