/**
 * The intake worker: the process that judges dropped files, so that the hub never waits for one and survives what one does.
 * `intake-worker.mjs`, with an ipc channel. It ends, and takes what it started with it, when the channel closes.
 */
import { codeOf, reasonOf } from '../fault.ts'
import { stepBack } from '../step-back.ts'
import { judge, receive } from './judge.ts'
import type { Judgement, Order, Received, Report, Task } from './messages.ts'
import { isBusyInVain } from './picture.ts'
import { endPrograms } from './program.ts'

/** Behind the picture on the wall and what patients do; before films in the making. */
const niceness = 10
const heartbeatMs = 1_000

const answer = (report: Report) =>
  new Promise<void>((resolve) => {
    if (process.connected && process.send !== undefined) process.send(report, undefined, {}, () => resolve())
    else resolve()
  })

process.on('message', (order: Order) => void work(order))
process.once('disconnect', endNow)
if (process.send === undefined) {
  process.stderr.write('The intake worker is started by the hub.\n')
  process.exit(2)
}
stepBack(niceness)

/** An ordinary exit would wait for the threads of sharp. */
function endNow(): void {
  endPrograms()
  process.kill(process.pid, 'SIGKILL')
}

async function work({ id, task }: Order): Promise<void> {
  let latest: { readonly share: number; readonly remainingMs?: number } = { share: 0 }
  const tell = () => void answer({ id, kind: 'progress', ...latest })
  const beat = setInterval(tell, heartbeatMs)
  let toldMs = performance.now()
  const onProgress = (share: number, remainingMs?: number) => {
    latest = remainingMs === undefined ? { share } : { share, remainingMs }
    if (performance.now() - toldMs < heartbeatMs / 4) return
    toldMs = performance.now()
    tell()
  }
  try {
    await answer({ id, kind: 'done', result: await perform(task, onProgress) })
  } catch (cause) {
    const code = codeOf(cause)
    await answer({ id, kind: 'failed', message: reasonOf(cause), ...(code === undefined ? {} : { code }) })
  } finally {
    clearInterval(beat)
  }
  // A thread that is lost in a picture cannot be stopped otherwise; the next order finds a fresh process.
  if (isBusyInVain()) endNow()
}

function perform(task: Task, onProgress: (share: number, remainingMs?: number) => void): Promise<Judgement | Received> {
  const { signal } = new AbortController()
  return task.kind === 'receive' ? receive(task, onProgress, signal) : judge(task, onProgress, signal)
}
