/** `npm start`: sets up what is missing, builds what is stale, and runs the TV. */
import { runChild } from './child.mjs'
import { checkCommandLine } from './options.mjs'
import { ensureBuilt } from './setup/built.mjs'
import { exitWithFailure } from './setup/failure.mjs'
import { root, typedIn } from './setup/place.mjs'
import { createProgress } from './setup/progress.mjs'
import { hasDisplay, startVirtualDisplay } from './setup/virtual-display.mjs'
import { setUp } from './setup.mjs'

const options = process.argv.slice(2)
checkCommandLine(options, 'start')
process.exitCode = await start().catch(exitWithFailure)

async function start() {
  const progress = createProgress()
  const isHeadless = !(await hasDisplay())
  const { node, electron, electronFlags, env } = await setUp({
    needs: isHeadless ? ['electron', 'virtual-display'] : ['electron'],
    wants: ['ffmpeg', 'dropped-files', 'browser', 'voice'],
    progress,
  })
  await ensureBuilt(node, progress)
  if (electronFlags.includes('--no-sandbox')) {
    progress.note("Notice: running as root, so without Chromium's sandbox; a kiosk runs as an ordinary user.")
  }
  const display = isHeadless ? await startVirtualDisplay() : undefined
  // Chromium's own chatter, a line for every film opened; what matters is said in sentences.
  const flags = [...electronFlags, ...platformFlags(electron), '--log-level=3']
  return runChild(electron.executable, [...flags, root, '--', ...options], {
    cwd: typedIn('start'),
    env: { ...env, ...display?.env },
    onLine: display && ((line) => tellWherePagesAre(line, display)),
  }).finally(() => display?.stop())
}

// Electron before 38 looks for X only, and a Wayland session may have none.
function platformFlags({ source }) {
  const isWaylandOnly = process.env.WAYLAND_DISPLAY && !process.env.DISPLAY
  return source === 'trial' && isWaylandOnly ? ['--ozone-platform=wayland'] : []
}

function tellWherePagesAre(line, { name, size }) {
  const [, url] = /^ready (\S+)/.exec(line) ?? []
  if (url) process.stdout.write(`No display: the TV runs on a virtual one (${name}, ${size}); pages at ${url}\n`)
}
