/** Runs a program on a dropped file, within limits: it is ended when it stands still, wants too much memory or is not wanted any more. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { endsWithParent, idleClass, stepBack } from '../step-back.ts'

/** This computer lacks it. */
export class ProgramMissing extends Error {
  override readonly name = 'ProgramMissing'
}

/** It went on without getting anywhere: no whole file needs that long. */
export class ProgramStuck extends Error {
  override readonly name = 'ProgramStuck'
}

/** The disk is full, which says nothing about the file. */
export class NoSpace extends Error {
  override readonly name = 'NoSpace'
  readonly code = 'ENOSPC'
}

/** Takes what comes out of a descriptor; `renew` says that it got somewhere. */
type Reader = (chunk: Buffer, renew: () => void) => void

export interface Run {
  /** Where it works and leaves what it makes: names without a folder are safe there, whatever the folder is called. */
  readonly folder: string
  readonly signal: AbortSignal
  /** How long it may go on without renewal, milliseconds. */
  readonly patienceMs: number
  /** Address space, bytes. */
  readonly memory?: number
  /** By descriptor: 1, 2, 3 and so on. */
  readonly readers?: Readonly<Record<number, Reader>>
  /** Takes only what nobody else wants of the processor: for whoever has not stepped back as a whole, as workers have. */
  readonly stepsBack?: boolean
  /** What it reads from its standard input. */
  readonly input?: AsyncIterable<Uint8Array>
}

export interface Outcome {
  /** Exit code 0 and not a word on standard error: of a truncated file it often only mutters. */
  readonly isClean: boolean
  readonly isOk: boolean
  /** The end of what it said on standard error. */
  readonly said: string
}

export const gibibyte = 1024 ** 3
const rememberedErrors = 8_000
const running = new Set<ChildProcess>()

/** Ends whatever is running, at once. */
export function endPrograms(): void {
  for (const child of running) child.kill('SIGKILL')
}

/** @throws ProgramMissing, ProgramStuck, NoSpace, or the reason of the signal */
export async function runProgram(name: string, args: readonly string[], run: Run): Promise<Outcome> {
  run.signal.throwIfAborted()
  const file = findProgram(name)
  if (file === undefined) throw new ProgramMissing(name)
  const ending = run.stepsBack ? endsWithParent() : []
  const isLeader = ending.length > 0
  const limiter = run.memory === undefined ? undefined : findProgram('prlimit')
  const [command = file, ...rest] = [
    ...ending,
    ...(run.stepsBack ? idleClass() : []),
    ...(limiter === undefined ? [] : [limiter, `--as=${run.memory}`]),
    ...[file, ...args],
  ]
  const descriptors = [1, 2, 3, 4].filter((at) => at === 2 || run.readers?.[at] !== undefined)
  // A session of its own only for what ends with this process: all else is ended with the group of this one.
  const child = spawn(command, rest, {
    cwd: run.folder,
    detached: isLeader,
    stdio: [
      run.input === undefined ? 'ignore' : 'pipe',
      ...[1, 2, 3, 4].map((at) => (descriptors.includes(at) ? ('pipe' as const) : ('ignore' as const))),
    ],
    env: { ...process.env, LC_ALL: 'C', AV_LOG_FORCE_NOCOLOR: '1' },
  })
  running.add(child)
  if (run.stepsBack && child.pid !== undefined) stepBack(constants.priority.PRIORITY_LOW, child.pid, isLeader)
  let isStuck = false
  let said = ''
  const end = () => child.kill('SIGKILL')
  const watch = setTimeout(() => {
    isStuck = true
    end()
  }, run.patienceMs)
  const renew = () => void watch.refresh()
  run.signal.addEventListener('abort', end, { once: true })
  for (const at of descriptors) {
    const stream = child.stdio[at]
    if (!(stream instanceof Readable)) continue
    stream.on('error', () => {})
    stream.on('data', (chunk: Buffer) => {
      if (at === 2) said = `${said}${chunk.toString('utf8')}`.slice(-rememberedErrors)
      run.readers?.[at]?.(chunk, renew)
    })
  }
  // A program that ends early stops reading.
  const fed = run.input === undefined || child.stdin === null ? undefined : pipeline(run.input, child.stdin)
  const feeding = fed?.catch((cause: unknown) => cause)
  try {
    const [code, killedBy] = await new Promise<[number | null, string | null]>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (...ended) => resolve(ended))
    })
    run.signal.throwIfAborted()
    if (isStuck) throw new ProgramStuck(name)
    if (/No space left on device/.test(said)) throw new NoSpace(`${name}: the disk is full`)
    if (killedBy !== null && killedBy !== 'SIGSEGV' && killedBy !== 'SIGABRT') {
      throw new Error(`${name} was ended from outside (${killedBy})`)
    }
    const trouble = await feeding
    if (trouble instanceof Error && !('code' in trouble && trouble.code === 'EPIPE')) throw trouble
    return { isClean: code === 0 && said.trim() === '', isOk: code === 0, said }
  } finally {
    clearTimeout(watch)
    running.delete(child)
    run.signal.removeEventListener('abort', end)
    if (child.exitCode === null) end()
  }
}

const isWindows = process.platform === 'win32'

/** Where a program of this name is installed. */
export function findProgram(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '')
  return folders.map((folder) => path.join(folder, isWindows ? `${name}.exe` : name)).find((file) => existsSync(file))
}
