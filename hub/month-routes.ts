/** The addresses of the monthly page and of the desk's tally. */
import type { Hono } from 'hono'
import type { Asset } from '../core/asset.ts'
import type { Clinic } from '../core/clinic.ts'
import { daysOfMonth, monthOf, monthsBack } from '../core/month.ts'
import { askedBody, askedId, type MonthReport, monthQuery } from '../core/month-contract.ts'
import { monthCsv } from '../core/month-csv.ts'
import { type Answer, type AnswerBook, type Request, requestOf } from './answer-book.ts'
import type { Asked } from './asked.ts'
import { changing, limitJson, readKey, refusal, said } from './changing.ts'
import { type Clock, isoOf } from './clock.ts'
import type { Feedback } from './feedback.ts'
import type { PlayLog } from './play-log.ts'
import { unfit } from './play-routes.ts'

interface Parts {
  readonly log: PlayLog
  readonly asked: Asked
  readonly answers: AnswerBook
  readonly feedback: Pick<Feedback, 'sums'>
  readonly clinic: () => Clinic
  readonly assets: () => readonly Asset[]
  readonly clock: Clock
  /** The clinic's date of an instant. */
  readonly dayOf: (ms: number) => string
  readonly isDemo: boolean
}

export function mountMonth(app: Hono, parts: Parts): void {
  const { log, asked, answers, feedback, clock, dayOf, isDemo } = parts
  const reportOf = (month: string): MonthReport => {
    const { from, to } = daysOfMonth(month)
    const thisMonth = monthOf(dayOf(clock.now()))
    const known = [log.firstDay(), asked.firstDay()].flatMap((day) => day ?? []).sort()
    return {
      month,
      at: isoOf(clock.now()),
      demo: isDemo,
      isOpen: month >= thisMonth,
      months: [...monthsBack(thisMonth, monthOf(known[0] ?? thisMonth))],
      plays: log.report(from, to),
      asked: [...asked.sums(from, to)],
      feedback: feedback.sums(from, to),
    }
  }

  app.get('/api/reports/month', (context) => {
    const query = monthQuery.safeParse(context.req.query())
    if (!query.success) return said(context, unfit(query.error.issues))
    const report = reportOf(query.data.month ?? monthOf(dayOf(clock.now())))
    if (query.data.format !== 'csv') return said(context, { status: 200, body: report })
    return context.body(monthCsv(report), 200, {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="anteroom-${isDemo ? 'demo-' : ''}${report.month}.csv"`,
      'cache-control': 'no-store',
    })
  })

  const once = (request: Request, act: () => Answer) => answers.once(request, clock.now(), act)
  app.post('/api/asked', limitJson, (context) =>
    changing(context, askedBody, (body, request) =>
      once(request, () => {
        const subject = 'service' in body ? serviceOf(parts.clinic(), body.service) : fileOf(parts.assets(), body.asset)
        if (subject === undefined) return unknownSubject
        const { about, id, name } = subject
        return { status: 201, body: { asked: asked.note(about, id, name, clock.now()), name } }
      }),
    ),
  )
  app.delete('/api/asked/:asked', (context) => {
    const key = readKey(context)
    if (typeof key !== 'string') return said(context, key.refused)
    const id = askedId.safeParse(context.req.param('asked'))
    if (!id.success) return said(context, unknownPress)
    const request = requestOf(key, `DELETE ${context.req.path}`, {})
    return said(
      context,
      once(request, () => (asked.takeBack(id.data) ? { status: 200, body: {} } : unknownPress)),
    )
  })
}

function serviceOf({ services }: Clinic, id: string) {
  const service = services.find((one) => one.id === id)
  return service && { about: 'service' as const, id, name: service.name }
}

function fileOf(assets: readonly Asset[], id: string) {
  const asset = assets.find((one) => one.id === id)
  return asset && { about: 'asset' as const, id, name: asset.title ?? asset.path }
}

const unknownSubject = refusal(404, 'unknown', 'There is no such service or film any more.')
const unknownPress = refusal(404, 'unknown-press', 'This was taken back already.')
