/** The words of the calls, as some hub before has spoken them: a hub that finds them in its folder need not speak them again. */
import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

// Made once per machine. A clip's name tells all that it was spoken with: one that would be spoken otherwise now is not found.
const shelf = path.join(tmpdir(), 'anteroom-voice-2')
const clip = /^[a-z]{2}-[0-9a-f]{20}\.wav$/

/** Lays the words out for a hub that starts for the first time; one whose folder is there, even if empty, speaks for itself. */
export function layOutVoice(args: readonly string[]): void {
  const voice = voiceOf(args)
  if (voice === undefined || existsSync(voice) || !existsSync(shelf)) return
  mkdirSync(voice, { recursive: true })
  copyClips(shelf, voice)
}

/** Keeps what a hub has spoken that has ended. */
export function keepVoice(args: readonly string[]): void {
  const voice = voiceOf(args)
  if (voice === undefined || !existsSync(voice)) return
  mkdirSync(shelf, { recursive: true })
  copyClips(voice, shelf)
}

function voiceOf(args: readonly string[]): string | undefined {
  const at = args.indexOf('--data')
  return at < 0 ? undefined : path.join(args[at + 1] ?? '', 'voice')
}

function copyClips(from: string, to: string): void {
  const there = new Set(readdirSync(to))
  for (const name of readdirSync(from).filter((one) => clip.test(one) && !there.has(one))) {
    put(path.join(from, name), path.join(to, name))
  }
}

/** The same file under a second name costs nothing; another disk gets a copy. Nobody writes into a clip. */
function put(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'EXDEV' || code === 'EPERM') copyFileSync(from, to)
    else if (code !== 'EEXIST' && code !== 'ENOENT') throw cause
  }
}
