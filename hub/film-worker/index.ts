/**
 * The film worker: a program of its own, at the lowest priority, that renders the scenes it is asked for and nothing else.
 * `film-worker.mjs BUNDLE BROWSER`, with an ipc channel. It ends, and takes browser and encoder with it, when the channel closes.
 */
import { Server } from 'node:net'
import { constants } from 'node:os'
import { makeCancelSignal } from '@remotion/renderer'
import { stepBack } from '../step-back.ts'
import type { FilmAnswer, FilmFailure, FilmRequest } from './messages.ts'
import { BrowserFault, SceneRenderer } from './renderer.ts'

stepBack(constants.priority.PRIORITY_LOW)
stayOnThisComputer()

const [bundle = '', browser = ''] = process.argv.slice(2)
const renderer = new SceneRenderer(bundle, browser)
const running = new Map<number, () => void>()
const answer = (message: FilmAnswer) => process.connected && process.send?.(message)

process.on('message', (request: FilmRequest) => {
  if (request.kind === 'cancel') running.get(request.id)?.()
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

async function shoot(request: Extract<FilmRequest, { kind: 'shoot' }>): Promise<void> {
  const { id, shot, output } = request
  const { cancel, cancelSignal } = makeCancelSignal()
  let isCancelled = false
  running.set(id, () => {
    isCancelled = true
    cancel()
  })
  try {
    const report = (share: number) => answer({ kind: 'progress', id, share })
    if (shot.kind === 'still') await renderer.still(shot.props, output, cancelSignal)
    else await renderer.clip(shot.props, shot.stretch, output, cancelSignal, report)
    answer({ kind: 'done', id })
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    answer({ kind: 'failed', id, why: isCancelled ? 'cancelled' : failureOf(cause, message), message })
  } finally {
    running.delete(id)
  }
}

function failureOf(cause: unknown, message: string): FilmFailure {
  if (cause instanceof BrowserFault) return 'browser'
  return message.includes('does-not-fit') ? 'does-not-fit' : 'fault'
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
