/** Makes a worker take only what nobody else wants of the processor. */
import { writeFileSync } from 'node:fs'
import { setPriority } from 'node:os'

/**
 * A priority counts only among the processes of one session where Linux groups sessions (autogroup): a worker that leads a
 * session of its own would get as much of the processor as the TV, whatever its priority. So the whole group steps back.
 *
 * @param niceness 0 to 19
 */
export function stepBack(niceness: number): void {
  try {
    setPriority(niceness)
    if (process.platform === 'linux') writeFileSync('/proc/self/autogroup', String(niceness))
  } catch {
    // Then it runs as everything else does.
  }
}
