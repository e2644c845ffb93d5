/** Starts children that end with their parent, even when the parent is killed outright. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'

const setpriv =
  process.platform === 'linux' ? ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path)) : undefined

/**
 * `spawn`, with the kernel told to send a signal when this process dies (Linux: setpriv(1) replaces itself by the command, so
 * the pid is the command's own). Elsewhere a child must watch its ipc channel.
 */
export function spawnTied(file, args, options, signal = 'SIGTERM') {
  if (!setpriv) return spawn(file, args, options)
  return spawn(setpriv, ['--pdeathsig', signal, '--', file, ...args], options)
}

/**
 * Runs a command to its end and keeps what it said. It is killed when this process dies: npm, asked politely, would still take
 * things back while the next set-up is at work in the same folder.
 *
 * @returns {Promise<{ code: number, stdout: string, stderr: string }>} code 127 when the command does not exist
 */
export const runTied = (file, args, options) =>
  ending(spawnTied(file, args, { stdio: piped, ...options }, 'SIGKILL'), options?.onText)

/** The same for a command that must reach its end even when this process does not, such as a package manager. */
export const runToEnd = (file, args, options) =>
  ending(spawn(file, args, { stdio: piped, detached: true, ...options }), options?.onText)

const piped = ['ignore', 'pipe', 'pipe']

function ending(child, onText = () => {}) {
  return new Promise((resolve) => {
    const said = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr']) {
      child[name]?.setEncoding('utf8').on('data', (text) => {
        said[name] += text
        onText(text, name)
      })
    }
    child.stdio[3]?.setEncoding?.('utf8').on('data', (text) => onText(text, 'status'))
    child.on('error', (error) => resolve({ code: 127, ...said, stderr: said.stderr + error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, ...said }))
  })
}
