/** Whether Electron's pages can be locked into Chromium's sandbox on this machine, and what to do when not. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { SetUpError } from './failure.mjs'
import { findProgram } from './packages.mjs'
import { runTied } from './tied-child.mjs'

const setUidRoot = 0o4000

/**
 * @param {string} distPath the Electron distribution's folder
 * @returns {Promise<string[]>} flags for Electron: none with the sandbox on
 * @throws {SetUpError} when an ordinary user would run into Chromium's own, much less helpful, refusal
 */
export async function sandboxFlags(distPath, { uid = process.getuid?.(), mayNest = canNestUsers } = {}) {
  if (process.platform !== 'linux') return []
  if (uid === 0) return ['--no-sandbox']
  const helper = join(distPath, 'chrome-sandbox')
  if (isRootHelper(helper) || (await mayNest())) return []
  throw new SetUpError({
    what: 'Electron cannot lock its pages into a sandbox here.',
    why: "This system's kernel does not let ordinary users make user namespaces, and Electron's helper does not belong to root.",
    remedy: `These two commands, once:\n    sudo chown root:root '${helper}'\n    sudo chmod 4755 '${helper}'\n  Then run it again.`,
  })
}

function isRootHelper(helper) {
  const found = statSync(helper, { throwIfNoEntry: false })
  return found?.uid === 0 && (found.mode & setUidRoot) !== 0
}

// Sysctls, AppArmor and containers all forbid it in their own way: trying it (5 ms) is the only test that covers them.
async function canNestUsers() {
  if (!findProgram('unshare')) return true
  const { code } = await runTied('unshare', ['--user', '--map-root-user', 'true'])
  return code === 0
}
