/** Electron's fuses: switches written into the executable itself, a row of '0' and '1' behind a marker. */

const marker = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')

/**
 * Electron's own defaults, in their order: run as Node, cookie encryption, NODE_OPTIONS, inspect arguments, asar integrity,
 * only from asar, own browser V8 snapshot, file-protocol privileges.
 * Source: electronjs.org, "Electron Fuses"
 */
export const defaultFuses = '10110001'

/**
 * Sets the fuses in the executable's bytes, in place.
 *
 * @param {Buffer} executable
 * @throws {Error} when it has no fuses, or another kind of them
 */
export function setFuses(executable, fuses) {
  const at = executable.indexOf(marker)
  const [version, length] = at < 0 ? [] : executable.subarray(at + marker.length)
  if (version !== 1 || length !== fuses.length)
    throw new Error('The executable has no Electron fuses of the known kind')
  executable.write(fuses, at + marker.length + 2, 'latin1')
}
