/** Starts children that end with their parent, even when the parent is killed outright. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'

const setpriv =
  process.platform === 'linux' ? ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path)) : undefined

/**
 * `spawn`, with the kernel told to send SIGTERM when this process dies (Linux: setpriv(1) replaces itself by the command, so
 * the pid is the command's own). Elsewhere a child must watch its ipc channel.
 */
export function spawnTied(file, args, options) {
  if (!setpriv) return spawn(file, args, options)
  return spawn(setpriv, ['--pdeathsig', 'SIGTERM', '--', file, ...args], options)
}

/**
 * Runs a command to its end and keeps what it said.
 *
 * @returns {Promise<{ code: number, stdout: string, stderr: string }>} code 127 when the command does not exist
 */
export function runTied(file, args, { onText = () => {}, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawnTied(file, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    const said = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr']) {
      child[name]?.setEncoding('utf8').on('data', (text) => {
        said[name] += text
        onText(text, name)
      })
    }
    child.stdio[3]?.setEncoding?.('utf8').on('data', (text) => onText(text, 'status'))
    child.on('error', (error) => resolve({ code: 127, ...said, stderr: said.stderr + error.message }))
    child.on('close', (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), ...said }))
  })
}
