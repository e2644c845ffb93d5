/** Makes a process take only what nobody else wants of the processor. */
import { existsSync, writeFileSync } from 'node:fs'
import { setPriority } from 'node:os'

/**
 * A priority counts only among the processes of one session where Linux groups sessions (autogroup): a worker that leads a
 * session of its own would get as much of the processor as the TV, whatever its priority. So the whole group steps back.
 *
 * @param niceness 0 to 19
 * @param pid of whoever steps back; left out: this process
 * @param leads whether that one leads a session: else those who share it must not step back, too
 */
export function stepBack(niceness: number, pid?: number, leads = true): void {
  try {
    setPriority(pid ?? 0, niceness)
    if (leads && process.platform === 'linux') writeFileSync(`/proc/${pid ?? 'self'}/autogroup`, String(niceness))
  } catch {
    // Then it runs as everything else does.
  }
}

/**
 * Stands before a command: what follows runs only while nobody else wants the processor. A priority alone is not enough:
 * Chromium, run by root, gives itself a higher one, and the picture on the wall stutters.
 */
export const idleClass = (): readonly string[] => inLinux('/usr/bin/chrt', '--idle', '0')

/** Stands before a command in a session of its own: it ends with whoever started it. */
export const endsWithParent = (): readonly string[] => inLinux('/usr/bin/setpriv', '--pdeathsig', 'KILL')

const inLinux = (program: string, ...args: readonly string[]): readonly string[] =>
  process.platform === 'linux' && existsSync(program) ? [program, ...args] : []
