/** Runs the program that a command is about: hands signals on once, passes its exit code back, leaves nothing behind. */
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { createInterface } from 'node:readline'
import { spawnTied } from './setup/tied-child.mjs'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
// Electron ends hard on a second signal, and npm repeats the terminal's: a repeat this soon is the same wish.
const sameWishMs = 1_500
const closeLimitMs = 15_000
// npm and its shell die of some signals without handing them on; that one of them is gone is then the only sign.
const bornTo = elders()
const elderPollMs = 500
// A start by hand may go on when its shell is gone (nohup); one by npm may not, not even while it is still setting up.
if (process.env.npm_lifecycle_event) {
  setInterval(() => elders() !== bornTo && process.kill(process.pid, 'SIGTERM'), elderPollMs).unref()
}

/**
 * @param {{
 *   env?: NodeJS.ProcessEnv, cwd?: string, onLine?: (line: string) => void, isInteractive?: boolean
 * }} [how] `onLine` sees each line of standard output, which is passed on as well. An interactive child stays in the terminal's
 *   group and may read from it; any other gets its own group, all of which is ended with it.
 * @returns {Promise<number>} its exit code; 128 and the signal's number when a signal ended it
 */
export function runChild(file, args, { env, cwd, onLine, isInteractive = false } = {}) {
  const stdio = [isInteractive ? 'inherit' : 'ignore', onLine ? 'pipe' : 'inherit', 'inherit', 'ipc']
  const child = spawnTied(file, args, { cwd, env: { ...process.env, ...env }, stdio, detached: !isInteractive })
  if (onLine) passOn(child.stdout, onLine)
  const letGo = handSignalsOn(child, isInteractive)
  return new Promise((resolve, reject) => {
    child.on('error', (error) => {
      letGo()
      reject(error)
    })
    child.on('exit', (code, signal) => {
      letGo()
      if (!isInteractive) killGroup(child.pid)
      if (child.connected) child.disconnect()
      resolve(code ?? 128 + constants.signals[signal])
    })
  })
}

function handSignalsOn(child, isInteractive) {
  let askedMs
  let limit
  const hand = (signal) => {
    // The terminal has sent Ctrl-C to an interactive child already.
    if (isInteractive && signal === 'SIGINT' && process.stdin.isTTY) return
    if (askedMs !== undefined && performance.now() - askedMs < sameWishMs) return
    const end = () => (isInteractive ? child.kill('SIGKILL') : killGroup(child.pid))
    if (askedMs !== undefined) end()
    else child.kill(signal)
    askedMs ??= performance.now()
    limit ??= setTimeout(end, closeLimitMs)
  }
  for (const signal of signals) process.on(signal, hand)
  return () => {
    clearTimeout(limit)
    for (const signal of signals) process.off(signal, hand)
  }
}

/** The parent; and when that is a shell that npm started, npm as well. */
function elders() {
  try {
    const text = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
    const [, name, parent] = /\((.*)\) \S+ (\d+)/.exec(text)
    return name.endsWith('sh') ? `${process.ppid} ${parent}` : `${process.ppid}`
  } catch {
    return `${process.ppid}`
  }
}

function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Nobody is left in it.
  }
}

function passOn(stdout, onLine) {
  createInterface({ input: stdout }).on('line', (line) => {
    process.stdout.write(`${line}\n`)
    onLine(line)
  })
}
