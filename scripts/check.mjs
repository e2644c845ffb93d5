/** `npm run check`: types and style, a line for each. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { exitWithFailure } from './setup/failure.mjs'
import { root } from './setup/place.mjs'
import { createProgress } from './setup/progress.mjs'
import { runTied } from './setup/tied-child.mjs'
import { setUp } from './setup.mjs'

const checks = [
  { name: 'types', does: 'tsc -b', args: ['node_modules/typescript/bin/tsc', '-b', '--pretty', 'false'] },
  { name: 'style', does: 'biome ci', args: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off'] },
]

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { node } = await setUp().catch(exitWithFailure)
  process.exitCode = (await runChecks(node)).length === 0 ? 0 : 1
}

/**
 * Runs every check, also after one has failed.
 *
 * @param {string} node Node 24
 * @returns {Promise<string[]>} the names of those that failed
 */
export async function runChecks(node, progress = createProgress()) {
  const results = await Promise.all(checks.map((check) => runCheck(check, node, progress)))
  return checks.filter((_, index) => !results[index]).map(({ name }) => name)
}

async function runCheck({ name, does, args: [program, ...args] }, node, progress) {
  const startedMs = performance.now()
  const { code, stdout, stderr } = await runTied(node, [join(root, program), ...args], { cwd: root })
  const spent = `${((performance.now() - startedMs) / 1000).toFixed(1)} s`
  progress.note(`Check: ${name} (${does}) ${code === 0 ? 'passed' : `failed with code ${code}`}, ${spent}`)
  if (code !== 0) progress.note(`${stdout}${stderr}`.trimEnd())
  return code === 0
}
