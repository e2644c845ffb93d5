/** Node 24 by path: the hub, the workers and the tests run on it, whatever the machine's own Node is. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { SetUpError } from './failure.mjs'

/** The npm package that carries Node 24 for this kind of machine (it may not exist: there is none for macOS). */
export const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`

// better-sqlite3 13 ends in a segmentation fault on anything older (Node-API 10 came with 22.14).
const oldest = [22, 14]
const oldestForSetUp = [20, 9]

/** Refuses a Node on which not even the set-up runs. */
export function requireNodeForSetUp(version = process.versions.node) {
  if (isAtLeast(version, oldestForSetUp)) return
  throw new SetUpError({
    what: `This Node is too old (${version}).`,
    why: `Set-up needs Node ${oldestForSetUp.join('.')} or newer; it then fetches the newer one that the product runs on.`,
    remedy: "Install a current Node (nodejs.org, or your system's packages), then run it again.",
  })
}

/**
 * @returns {string} the Node that runs hub and tests: the one from the npm registry, else the system's when new enough
 * @throws {SetUpError}
 */
export function findNode(project, { execPath = process.execPath, version = process.versions.node } = {}) {
  const folder = join(project, 'node_modules', nodePackage, 'bin')
  const path = join(folder, process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(path)) return path
  if (isAtLeast(version, oldest)) return execPath
  throw new SetUpError({
    what: 'There is no Node 24 for the hub.',
    why: `The npm registry has none for ${process.platform} ${process.arch}, and the system's Node (${version}) is older than ${oldest.join('.')}.`,
    remedy: "Install Node 24 (nodejs.org, or your system's packages), then run it again.",
  })
}

function isAtLeast(version, [major, minor]) {
  const [ownMajor, ownMinor] = version.split('.').map(Number)
  return ownMajor > major || (ownMajor === major && ownMinor >= minor)
}
