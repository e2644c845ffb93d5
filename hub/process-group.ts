/** Ends a child that leads a group of its own, together with everything it started. */
import { type ChildProcess, spawn } from 'node:child_process'

export function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    if (process.platform === 'win32') spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' })
    else process.kill(-pid, 'SIGKILL')
  } catch {
    // Nobody is left in it.
  }
}
