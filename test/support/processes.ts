/** Looks at the processes of this computer, so that tests can end one and see whether it left anything behind. */
import { readdirSync, readFileSync } from 'node:fs'

export interface Running {
  readonly pid: number
  readonly parent: number
  readonly command: string
}

/** Every process whose command line contains a text. */
export function processesWith(text: string): readonly Running[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name): Running[] => {
      try {
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')
        if (!command.includes(text)) return []
        const parent = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1])
        return [{ pid: Number(name), parent, command }]
      } catch {
        return [] // It has ended meanwhile.
      }
    })
}

/** The film worker of a hub, if one is at work. */
export const filmWorkerOf = (hubPid: number): number | undefined =>
  processesWith('film-worker.mjs').find(({ parent }) => parent === hubPid)?.pid
