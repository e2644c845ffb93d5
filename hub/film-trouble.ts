/** What is told about a film that could not be made, to whoever wrote it and to the log. */
import { type Remark, refusal } from '../core/remarks.ts'
import { codeOf, reasonOf } from './fault.ts'
import { FilmFault, type FilmRefusal } from './film-fault.ts'

const longestReason = 200

interface Trouble {
  readonly code: Exclude<FilmRefusal, 'cancelled'>
  readonly reason: Remark
  readonly log: string
}

/** @param browser the one that renders films; absent when there is none */
export function refusalOf(cause: unknown, browser: string | undefined): Trouble {
  const log = reasonOf(cause)
  const code = codeOfTrouble(cause)
  const why = (log.split('\n')[0] ?? '').slice(0, longestReason)
  return { code, log, reason: { ...refusal(code), ...messageFor(code, why, browser) } }
}

function codeOfTrouble(cause: unknown): Trouble['code'] {
  if (cause instanceof FilmFault && cause.code !== 'cancelled') return cause.code
  return codeOf(cause) === 'ENOSPC' ? 'no-space' : 'film-failed'
}

function messageFor(code: Trouble['code'], why: string, browser: string | undefined): Partial<Remark> {
  switch (code) {
    case 'film-failed':
      return { message: `The film could not be made: ${why}.` }
    case 'scene-too-long':
      return { message: `${why} from the last seat.` }
    case 'no-browser':
      return browser === undefined ? {} : { message: `The browser for films, ${browser}, cannot be started.` }
    case 'missing-program':
      return { message: 'Films cannot be made on this computer: the program ffmpeg is missing.' }
    case 'too-busy':
    case 'no-space':
      return {}
  }
}
