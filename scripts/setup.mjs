/** Everything a fresh clone lacks, brought up in order; a second call finds it all there and says nothing. */
import { findBrowser } from './setup/browser.mjs'
import { ensureElectron, findElectron } from './setup/electron-runtime.mjs'
import { ensureModules } from './setup/modules.mjs'
import { findNode, requireNodeForSetUp } from './setup/node24.mjs'
import { ensurePackages, findProgram } from './setup/packages.mjs'
import { root } from './setup/place.mjs'
import { createProgress } from './setup/progress.mjs'
import { sandboxFlags } from './setup/sandbox.mjs'

/**
 * @typedef {'electron' | 'virtual-display' | 'ffmpeg' | 'dropped-files' | 'browser' | 'voice'} Need npm packages and Node 24 are always set up
 * @typedef {{
 *   node: string, electron?: import('./setup/electron-runtime.mjs').ElectronRuntime, electronFlags: string[],
 *   browser?: string, ffmpeg?: string, env: NodeJS.ProcessEnv
 * }} SetUp `env` holds only what children need on top of their parent's
 */

/**
 * @param {{ needs?: Need[], wants?: Need[], project?: string, env?: NodeJS.ProcessEnv,
 *   progress?: ReturnType<typeof createProgress> }} [asked] without a need the command stops, without a want it goes on
 * @returns {Promise<SetUp>}
 * @throws {import('./setup/failure.mjs').SetUpError}
 */
export async function setUp({
  needs = [],
  wants = [],
  project = root,
  env = process.env,
  progress = createProgress(),
} = {}) {
  requireNodeForSetUp()
  await ensurePackages({ needs, wants }, progress, { env })
  await ensureModules(project, progress, env)
  const node = findNode(project)
  const isNeeded = needs.includes('electron')
  const electron = isNeeded ? await ensureElectron(project, progress, node, { env }) : await findElectron(project, env)
  const electronFlags = isNeeded ? await sandboxFlags(electron.distPath) : []
  const browser = findBrowser(env)
  return {
    node,
    electron,
    electronFlags,
    browser,
    ffmpeg: findProgram('ffmpeg', env),
    env: {
      ANTEROOM_NODE: node,
      ...(browser && { ANTEROOM_BROWSER: browser }),
      ...(electron && { ELECTRON_OVERRIDE_DIST_PATH: electron.distPath }),
    },
  }
}
