/** What a program costs with everything it starts: time on the clock, time of the processor, memory. */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

export interface Cost {
  readonly wallS: number
  readonly cpuS: number
  /** The most memory at once, counting what is shared once. */
  readonly peakMb: number
}

const sampleEveryMs = 100
const memoryEvery = 10
/** Of the kernel's clock: the same on every Linux one meets. */
const ticksPerSecond = 100
const mark = 'ANTEROOM_BENCH_RUN'

/** @throws when it does not end well, with what it said */
export async function costOf(
  command: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<Cost> {
  const name = randomUUID()
  const seen = new Map<number, number>()
  const strangers = new Set<number>()
  let peakKb = 0
  let samples = 0
  const sample = () => {
    const mine = pids().filter((pid) => {
      if (seen.has(pid)) return true
      if (strangers.has(pid)) return false
      const isMine = read(`/proc/${pid}/environ`).includes(`${mark}=${name}`)
      if (!isMine) strangers.add(pid)
      return isMine
    })
    for (const pid of mine) seen.set(pid, Math.max(seen.get(pid) ?? 0, ticksOf(pid).own))
    if (samples++ % memoryEvery !== 0) return
    peakKb = Math.max(
      peakKb,
      mine.reduce((sum, pid) => sum + Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0), 0),
    )
  }
  const reapedBefore = ticksOf(process.pid).children
  const beganAt = performance.now()
  const child = spawn(command, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...environment, [mark]: name },
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(-2_000)
  })
  const timer = setInterval(sample, sampleEveryMs)
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  const wallS = (performance.now() - beganAt) / 1_000
  clearInterval(timer)
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${String(code)}: ${said}`)
  // The one misses whoever was ended with its parent, the other whoever lived shorter than a sample: the larger is nearer.
  const reaped = ticksOf(process.pid).children - reapedBefore
  const sampled = [...seen.values()].reduce((sum, ticks) => sum + ticks, 0)
  return { wallS, cpuS: Math.max(reaped, sampled) / ticksPerSecond, peakMb: peakKb / 1_024 }
}

const pids = (): readonly number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid)

/** Of a process, and of the children it has taken leave of. */
function ticksOf(pid: number): { readonly own: number; readonly children: number } {
  const text = read(`/proc/${pid}/stat`)
  // The name, in brackets, may have spaces.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const [own, ownSystem, children, childrenSystem] = fields.slice(11, 15).map((field) => Number(field) || 0)
  return { own: (own ?? 0) + (ownSystem ?? 0), children: (children ?? 0) + (childrenSystem ?? 0) }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '' // It has ended meanwhile.
  }
}
