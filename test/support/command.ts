/** `anteroom COMMAND` as people run it: the built program on Node 24. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { projectRoot } from './place.ts'

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export async function anteroom(
  args: readonly string[],
  { cwd, environment }: { readonly cwd?: string; readonly environment?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [path.join(projectRoot, 'build/anteroom.mjs'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
    ...(cwd === undefined ? {} : { cwd }),
  })
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out, err }
}
