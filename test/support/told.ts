/** Keeps what a set-up step tells, as a log would show it. */
import { Writable } from 'node:stream'
import { createProgress } from '../../scripts/setup/progress.mjs'

export function listen() {
  let text = ''
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      text += String(chunk)
      done()
    },
  })
  return { progress: createProgress(stream), lines: () => text.split('\n').filter(Boolean) }
}
