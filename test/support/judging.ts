/** Has files judged as the hub has it done, and looks at what came out with eyes of its own. */
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { judge } from '../../hub/intake-worker/judge.ts'
import type { Judgement, Judging, MadeFile } from '../../hub/intake-worker/messages.ts'

export type Accepted = Extract<Judgement, { readonly ok: true }>

/** A place for judging; every file gets a folder of its own in it. */
export function makeBench() {
  const root = mkdtempSync(path.join(tmpdir(), 'anteroom-judging-'))
  let count = 0
  const taskFor = (content: string | Buffer, name: string): Judging => {
    count += 1
    const folder = path.join(root, String(count))
    mkdirSync(path.join(folder, 'made'), { recursive: true })
    const copy = path.join(folder, 'copy')
    writeFileSync(copy, typeof content === 'string' ? readFileSync(content) : content)
    return { kind: 'judge', copy, name, folder: path.join(folder, 'made'), profile: 'hd', acceptsFlashes: false }
  }
  /** @param content a path or bytes @param name as it was called */
  const judged = async (
    content: string | Buffer,
    name: string,
    options: Partial<Pick<Judging, 'profile' | 'acceptsFlashes'>> = {},
  ): Promise<Judgement> => judge({ ...taskFor(content, name), ...options }, () => {}, new AbortController().signal)
  const accepted = async (...args: Parameters<typeof judged>): Promise<Accepted> => {
    const judgement = await judged(...args)
    if (!judgement.ok) throw new Error(`${args[1]} was refused: ${judgement.code}`)
    return judgement
  }
  /** @returns the reason, or what it was taken for */
  const verdictOn = async (...args: Parameters<typeof judged>): Promise<string> => {
    const judgement = await judged(...args)
    return judgement.ok ? `a good ${judgement.kind} ${judgement.notices.join(' ')}`.trim() : judgement.code
  }
  return { taskFor, judged, accepted, verdictOn, remove: () => rmSync(root, { recursive: true, force: true }) }
}

export interface Seen {
  readonly format: Readonly<Record<string, unknown>>
  readonly streams: readonly Readonly<Record<string, unknown>>[]
}

export function seen(file: string): Seen {
  const asked = ['-v', 'error', '-of', 'json', '-show_streams', '-show_format', '-show_chapters', file]
  return JSON.parse(execFileSync('ffprobe', asked, { encoding: 'utf8' })) as Seen
}

/** Every picture and every sound, without one complaint. */
export function decodesStrictly(file: string): boolean {
  const reading = ['-v', 'error', '-nostdin', '-xerror', '-err_detect', 'explode', '-i', file]
  const { status, stderr } = spawnSync('ffmpeg', [...reading, '-map', '0', '-f', 'null', '-'], { encoding: 'utf8' })
  return status === 0 && stderr === ''
}

export const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')

export function only(judgement: Accepted): MadeFile {
  const [first, ...others] = judgement.made
  if (first === undefined || others.length > 0) throw new Error(`${judgement.made.length} files were made`)
  return first
}
