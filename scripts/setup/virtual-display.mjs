/** A private X server without a screen, for machines that have no display and for tests. */
import { randomBytes } from 'node:crypto'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SetUpError } from './failure.mjs'
import { spawnTied } from './tied-child.mjs'

const startLimitMs = 15_000
const folderName = 'anteroom-display-'

/** Whether a program started with this environment would find a display. */
export async function hasDisplay(env = process.env) {
  if (process.platform !== 'linux') return true
  if (env.WAYLAND_DISPLAY) return true
  if (!env.DISPLAY) return false
  const local = /^(?:unix)?:(\d+)/.exec(env.DISPLAY)
  // A DISPLAY left over from a session that has ended is no display; a remote one is taken at its word.
  return local ? answers(`/tmp/.X11-unix/X${local[1]}`) : true
}

function answers(path) {
  return new Promise((resolve) => {
    const socket = connect(path)
    const end = (answer) => {
      socket.destroy()
      resolve(answer)
    }
    socket.on('connect', () => end(true)).on('error', () => end(false))
  })
}

/**
 * Starts Xvfb on a free display number. Only who has its cookie may connect; it ends with this process.
 *
 * @returns {Promise<{ name: string, size: string, env: NodeJS.ProcessEnv, pid: number, stop: () => void }>} `env` is for the
 *   programs that use it
 * @throws {SetUpError}
 */
export async function startVirtualDisplay({ width = 1920, height = 1080 } = {}) {
  removeLeftovers()
  const folder = await mkdtemp(join(tmpdir(), `${folderName}${process.pid}-`))
  const cookie = join(folder, 'Xauthority')
  writeFileSync(cookie, authority(randomBytes(16)), { mode: 0o600 })
  const size = `${width}x${height}`
  const args = ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp', '-noreset', '-auth', cookie]
  // Its own group: Ctrl-C in the terminal must not take the display away under a program that is still closing.
  const server = spawnTied('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], detached: true })
  const stop = () => {
    process.off('exit', stop)
    server.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
  process.on('exit', stop)
  try {
    const name = `:${await displayNumber(server)}`
    for (const part of [server, server.stderr, server.stdio[3]]) part.unref()
    return {
      name,
      size,
      pid: server.pid,
      stop,
      env: { DISPLAY: name, XAUTHORITY: cookie, WAYLAND_DISPLAY: undefined, XDG_SESSION_TYPE: 'x11' },
    }
  } catch (error) {
    stop()
    throw error
  }
}

// A start that was killed could not take its cookie away.
function removeLeftovers() {
  for (const name of readdirSync(tmpdir()).filter((found) => found.startsWith(folderName))) {
    const pid = Number(name.slice(folderName.length).split('-')[0])
    if (!isRunning(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function displayNumber(server) {
  return new Promise((resolve, reject) => {
    let said = ''
    const fail = (why) =>
      reject(
        new SetUpError({
          what: 'The virtual display did not start.',
          why,
          remedy: 'Run it again; if it stays, try: Xvfb :99',
        }),
      )
    const timer = setTimeout(() => fail(`Xvfb said nothing for ${startLimitMs / 1000} seconds.`), startLimitMs)
    server.stderr.setEncoding('utf8').on('data', (text) => (said = (said + text).slice(-2_000)))
    server.stdio[3].setEncoding('utf8').on('data', (text) => {
      clearTimeout(timer)
      resolve(Number(text.trim()))
    })
    server.on('error', (error) => fail(error.message))
    server.on('exit', () => {
      clearTimeout(timer)
      fail(said.trim() || 'Xvfb ended at once.')
    })
  })
}

// One Xauthority record (big-endian, lengths before contents): any host, any display number, this cookie.
function authority(cookie) {
  const field = (bytes) => Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes])
  const anyHost = Buffer.from([0xff, 0xff])
  const none = field(Buffer.alloc(0))
  return Buffer.concat([anyHost, none, none, field(Buffer.from('MIT-MAGIC-COOKIE-1')), field(cookie)])
}
