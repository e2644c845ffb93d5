/**
 * The film worker: a program of its own, at the lowest priority, that renders the scenes it is asked for and nothing else.
 * `film-worker.mjs BUNDLE BROWSER`, with an ipc channel. It ends, and takes browser and encoder with it, when the channel closes.
 */
import childProcess from 'node:child_process'
import { syncBuiltinESMExports } from 'node:module'
import { Server } from 'node:net'
import { constants } from 'node:os'
import { codeOf, reasonOf } from '../fault.ts'
import { ProgramMissing } from '../intake-worker/program.ts'
import { stepBack } from '../step-back.ts'
import type { FilmAnswer, FilmFailure, FilmRequest } from './messages.ts'
import { BrowserFault, SceneRenderer } from './renderer.ts'

stepBack(constants.priority.PRIORITY_LOW)
stayOnThisComputer()
stayInThisSession()

const [bundle = '', browser = ''] = process.argv.slice(2)
const renderer = new SceneRenderer(bundle, browser)
const running = new Map<number, AbortController>()
// Half a second, while whoever wants a scene is still making up its mind.
void renderer.warm().catch(() => {})
const answer = (message: FilmAnswer) => process.connected && process.send?.(message)

process.on('message', (request: FilmRequest) => {
  if (request.kind === 'cancel') running.get(request.id)?.abort()
  else void shoot(request)
})
process.once('disconnect', () => {
  void renderer.close()
  // Nobody else ends what this process started; it is the leader of its group.
  process.kill(process.platform === 'win32' ? process.pid : -process.pid, 'SIGKILL')
})
if (process.send === undefined) {
  process.stderr.write('The film worker is started by the hub or by "npm run anteroom -- render".\n')
  process.exit(2)
}

async function shoot({ id, shot, output }: Extract<FilmRequest, { kind: 'shoot' }>): Promise<void> {
  const controller = new AbortController()
  const { signal } = controller
  running.set(id, controller)
  try {
    if (shot.kind === 'still') await renderer.still(shot.props, output, signal)
    else await renderer.clip(shot.props, output, signal, (share) => answer({ kind: 'progress', id, share }))
    answer({ kind: 'done', id })
  } catch (cause) {
    answer({ kind: 'failed', id, why: signal.aborted ? 'cancelled' : failureOf(cause), message: reasonOf(cause) })
  } finally {
    running.delete(id)
  }
}

function failureOf(cause: unknown): FilmFailure {
  if (cause instanceof BrowserFault) return cause.isLate ? 'busy' : 'browser'
  if (cause instanceof ProgramMissing) return 'encoder'
  const reason = reasonOf(cause)
  if (codeOf(cause) === 'ENOSPC' || reason.includes('ENOSPC')) return 'no-space'
  return reason.includes('does-not-fit') ? 'does-not-fit' : 'fault'
}

/** Remotion serves the bundle on every address of the computer; a clinic's network has no business there. */
function stayOnThisComputer(): void {
  const listen = Server.prototype.listen as (this: Server, ...args: unknown[]) => Server
  Server.prototype.listen = function (this: Server, ...args: unknown[]): Server {
    const [first, ...rest] = args
    const isOpen =
      typeof first === 'object' &&
      first !== null &&
      'host' in first &&
      (first.host === '::' || first.host === '0.0.0.0')
    return listen.call(this, isOpen ? { ...first, host: '127.0.0.1' } : first, ...rest)
  }
}

/** Remotion gives the browser a session of its own, which would have as much of the processor as the TV; see step-back.ts. */
function stayInThisSession(): void {
  const { spawn } = childProcess
  const staying = (file: string, args: readonly string[], options: childProcess.SpawnOptions) =>
    spawn(file, args, { ...options, detached: false })
  childProcess.spawn = staying as typeof spawn
  // Also for whoever has imported it by name.
  syncBuiltinESMExports()
}
