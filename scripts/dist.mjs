/** `npm run dist`: an unpacked application in dist/ that brings its own Electron, Node and samples. */
import { join } from 'node:path'
import { ensureBuilt } from './setup/built.mjs'
import { exitWithFailure, SetUpError } from './setup/failure.mjs'
import { root } from './setup/place.mjs'
import { createProgress } from './setup/progress.mjs'
import { runTied } from './setup/tied-child.mjs'
import { setUp } from './setup.mjs'

const permission = '--with-trial-runtime'
const args = process.argv.slice(2)
const unknown = args.find((arg) => arg !== permission)
if (unknown) {
  process.stderr.write(`${unknown} is not an option. There is one: ${permission}\n`)
  process.exit(2)
}
process.exitCode = await pack().catch(exitWithFailure)

async function pack() {
  const progress = createProgress()
  const { node, electron } = await setUp({ needs: ['electron'], progress })
  if (electron.source === 'trial') requirePermission(electron, progress)
  await ensureBuilt(node, progress)
  const step = progress.step(`Package with Electron ${electron.version}`)
  const { code, stdout, stderr } = await runBuilder(node, electron)
  if (code !== 0) {
    step.failed()
    const why = `electron-builder said:\n${`${stdout}${stderr}`.trim().split('\n').slice(-12).join('\n')}`
    throw new SetUpError({
      what: 'The package could not be made.',
      why,
      remedy: 'Mend what is named there, then run it again.',
    })
  }
  const folder = join(root, 'dist', `${process.platform === 'win32' ? 'win' : process.platform}-unpacked`)
  step.done(`in ${folder}`)
  if (electron.source === 'trial') progress.note('For trying only: do not hand it to a clinic.')
  return 0
}

function requirePermission({ version }, progress) {
  if (!args.includes(permission)) {
    throw new SetUpError({
      what: 'Nothing was packaged.',
      why: `The only Electron here (${version}) is the npm registry's for trying: two years old, its publisher not verified.`,
      remedy: `Let Electron be downloaded (ANTEROOM_ELECTRON=official npm run dist), or package it for trying: npm run dist -- ${permission}`,
    })
  }
  progress.note(`Notice: packaged for trying, with the npm registry's Electron ${version}.`)
}

function runBuilder(node, { distPath, version }) {
  const cli = join(root, 'node_modules/electron-builder/cli.js')
  const options = ['--dir', '--publish', 'never', `-c.electronDist=${distPath}`, `-c.electronVersion=${version}`]
  return runTied(node, [cli, ...options], { cwd: root })
}
