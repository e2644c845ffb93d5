/** The real hub as a process of its own, on Node 24, the way everything starts it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { Asset } from '../../core/asset.ts'
import type { AssetList, Health, ProgrammeAnswer } from '../../core/contract.ts'
import { hubFlags } from '../../main/hub-process.ts'
import { eventually } from './eventually.ts'
import { projectRoot } from './place.ts'
import { keepVoice, layOutVoice } from './voice-shelf.ts'

export interface RunningHub {
  readonly url: string
  readonly child: ChildProcess
  readonly pid: number
  /** What it said on standard error so far. */
  readonly said: () => string
  readonly get: <Answer>(route: string) => Promise<Answer>
  readonly assets: () => Promise<AssetList['assets']>
  /** The file at this path once it is ready or refused. */
  readonly judged: (path: string) => Promise<Asset>
  readonly health: () => Promise<Health>
  readonly programme: () => Promise<ProgrammeAnswer['programme']>
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>
}

const hubProgram = path.join(projectRoot, 'build/hub.mjs')

/** Starts a hub that is not expected to get ready. @returns exit code and what it said */
export async function failToStartHub(
  args: readonly string[],
): Promise<{ readonly code: number | null; readonly said: string }> {
  const { child, said } = spawnHub(args)
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, said: said() }
}

/** @param environment replaces variables of this process */
export async function startHub(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<RunningHub> {
  layOutVoice(args)
  const { child, said } = spawnHub(args, environment)
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (text: string) => {
      const ready = /^ready (\S+)$/m.exec(text)?.[1]
      if (ready !== undefined) resolve(ready)
    })
    child.once('exit', (code) => reject(new Error(`The hub ended with ${code}: ${said()}`)))
  })
  const get = async <Answer>(route: string) => {
    // A connection kept from before may have been closed at this very moment; asking again is harmless.
    const response = await fetch(`${url}${route}`).catch(() => fetch(`${url}${route}`))
    if (!response.ok) throw new Error(`${route}: ${response.status}`)
    return (await response.json()) as Answer
  }
  const assets = async () => (await get<AssetList>('/api/assets')).assets
  return {
    url,
    child,
    pid: child.pid ?? 0,
    said,
    get,
    assets,
    judged: async (file) => {
      const find = async () => (await assets()).find((asset) => asset.path === file)
      return (await eventually(find, (asset) => asset !== undefined && asset.state !== 'working')) as Asset
    },
    health: () => get<Health>('/api/health'),
    programme: async () => (await get<ProgrammeAnswer>('/api/screens/screen-1/programme')).programme,
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill(signal)
      await ended
      keepVoice(args)
    },
  }
}

function spawnHub(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): { readonly child: ChildProcess; readonly said: () => string } {
  const child = spawn(process.execPath, [...hubFlags, hubProgram, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...environment },
  })
  let text = ''
  child.stdout?.setEncoding('utf8')
  child.stderr?.setEncoding('utf8').on('data', (more: string) => {
    text += more
  })
  return { child, said: () => text }
}
