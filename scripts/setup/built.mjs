/** Has the product built when its sources are newer than what was built. */
import { SetUpError } from './failure.mjs'

/**
 * @param {string} node Node 24: the bundlers want a newer one than the system may have
 * @param {ReturnType<import('./progress.mjs').createProgress>} progress
 * @throws {SetUpError}
 */
export async function ensureBuilt(node, progress) {
  // Imported here: the scripts that set up must start in a clone where nothing is installed yet.
  const { buildIfStale } = await import('../build.mjs')
  try {
    const spentMs = await buildIfStale(node)
    if (spentMs > 0) progress.note(`Built from its sources, ${(spentMs / 1000).toFixed(1)} s`)
  } catch (cause) {
    const told = {
      what: 'The sources could not be built.',
      why: cause.message,
      remedy: 'Mend what is named there, then run it again.',
    }
    throw new SetUpError(told, { cause })
  }
}
