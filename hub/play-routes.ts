/** The addresses of proof of play: screens hand in, people read it play by play or added up. */
import type { Context, Hono } from 'hono'
import { daysOfMonth, monthOf } from '../core/month.ts'
import type { Play } from '../core/play.ts'
import { playsBody, playsQuery, reportQuery } from '../core/play-contract.ts'
import { playHeader, playLine } from '../core/play-csv.ts'
import type { Answer } from './answer-book.ts'
import { changing, limitJson, said } from './changing.ts'
import { type Clock, msOf } from './clock.ts'
import { badInput } from './input.ts'
import type { PlayLog } from './play-log.ts'

const dayMs = 24 * 3_600_000
/** The offset of an instant as somebody typed it: in an address, + is a space. */
const lostPlus = / (?=\d\d:?\d\d$)/

interface Parts {
  readonly log: PlayLog
  readonly clock: Clock
  /** The clinic's date of an instant. */
  readonly dayOf: (ms: number) => string
  readonly isDemo: boolean
}

export function mountPlays(app: Hono, { log, clock, dayOf, isDemo }: Parts): void {
  app.post('/api/plays', limitJson, (context) =>
    changing(context, playsBody, ({ plays }, request) => log.take(plays, request, clock.now())),
  )

  app.get('/api/plays', (context) => {
    const sent = Object.entries(context.req.query()).map(([name, value]) => [name, value.replace(lostPlus, '+')])
    const query = playsQuery.safeParse(Object.fromEntries(sent))
    if (!query.success) return said(context, unfit(query.error.issues))
    const { from, to, format } = query.data
    const now = clock.now()
    const [fromMs, toMs] = [from === undefined ? now - dayMs : msOf(from), to === undefined ? now : msOf(to)]
    if (toMs < fromMs) return said(context, backwards)
    const pieces = log.pieces(fromMs, toMs)
    if (format !== 'csv') {
      return streamed(context, jsonOf(pieces), { 'content-type': 'application/json' })
    }
    const name = `anteroom-${isDemo ? 'demo-' : ''}plays-${dayOf(fromMs)}.csv`
    return streamed(context, csvOf(pieces), {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${name}"`,
    })
  })

  app.get('/api/plays/report', (context) => {
    const query = reportQuery.safeParse(context.req.query())
    if (!query.success) return said(context, unfit(query.error.issues))
    const today = dayOf(clock.now())
    const month = daysOfMonth(query.data.month ?? monthOf(query.data.from ?? today))
    const { from = month.from, to = query.data.from === undefined ? month.to : dayOf(clock.now() + dayMs) } = query.data
    if (to < from) return said(context, backwards)
    return said(context, { status: 200, body: log.report(from, to) })
  })
}

const backwards = badInput('to', 'It lies before "from".')

export function unfit(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): Answer {
  const [issue] = issues
  return badInput(issue?.path.join('.') || 'query', issue?.message ?? 'This does not fit.')
}

function* jsonOf(pieces: Iterable<readonly Play[]>): Generator<string, undefined> {
  let isFirst = true
  yield '{"plays":['
  for (const plays of pieces) {
    yield `${isFirst ? '' : ','}${plays.map((play) => JSON.stringify(play)).join(',')}`
    isFirst = false
  }
  yield ']}'
  return undefined
}

function* csvOf(pieces: Iterable<readonly Play[]>): Generator<string, undefined> {
  yield playHeader
  for (const plays of pieces) yield plays.map(playLine).join('')
  return undefined
}

/** A year of plays is a hundred megabytes: read as fast as it is taken, and whoever waits at the desk goes between. */
function streamed(context: Context, texts: Iterator<string>, headers: Readonly<Record<string, string>>): Response {
  const encoder = new TextEncoder()
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const { done, value } = texts.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
  })
  return context.body(stream, 200, { ...headers, 'cache-control': 'no-store' })
}
