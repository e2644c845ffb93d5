/** The addresses of the render queue, and of what a film says. */
import type { Hono } from 'hono'
import type { Explainer } from '../core/explainer.ts'
import { captionsOf } from '../core/film-captions.ts'
import { type FilmList, filmBody } from '../core/film-contract.ts'
import type { Brand } from '../core/theme.ts'
import type { Answer, AnswerBook } from './answer-book.ts'
import { changing, limitJson, refusal, said } from './changing.ts'
import type { Clock } from './clock.ts'
import type { Films } from './films.ts'
import type { Live } from './live.ts'
import { sentBelow } from './sent-path.ts'

interface Parts {
  readonly films: Films
  readonly explainerAt: (path: string) => Explainer | undefined
  readonly brand: () => Brand
  readonly answers: AnswerBook
  readonly clock: Clock
  /** Has the worker ready for whoever begins to edit a text. */
  readonly warm: () => void
}

const base = '/api/films/'
const texts = '/api/explainers/'
/** So often at most: progress comes with every picture. */
const restMs = 500

export const filmTopic = (films: Films): Parameters<Live['provide']>[0] => ({
  name: 'films',
  restMs,
  snapshot: (): FilmList => ({ films: [...films.list()] }),
})

export function mountFilms(app: Hono, { films, explainerAt, brand, answers, clock, warm }: Parts): void {
  const entryAt = (path: string) => films.list().find((film) => film.path === path)
  const wishes = {
    cancel: { act: (path: string) => films.cancel(path), refused: notInWork },
    retry: { act: (path: string) => films.retry(path), refused: notStopped },
    first: { act: (path: string) => films.first(path), refused: notInWork },
  } as const

  app.get('/api/films', (context) =>
    said(context, { status: 200, body: { films: [...films.list()] } satisfies FilmList }),
  )
  app.post(`${base}*`, limitJson, (context, next) => {
    const sent = sentBelow(base, context)
    const [, path, name] = /^(.+)\/(cancel|retry|first)$/.exec(sent ?? '') ?? []
    if (path === undefined || name === undefined) return next()
    const { act, refused } = wishes[name as keyof typeof wishes]
    return changing(context, filmBody, (_, request) =>
      answers.once(request, clock.now(), (): Answer => {
        if (entryAt(path) === undefined) return unknownFilm
        if (!act(path)) return refused
        const film = entryAt(path)
        return film === undefined ? unknownFilm : { status: 200, body: { film } }
      }),
    )
  })

  app.get(`${texts}*`, (context, next) => {
    const [, path] = /^(.+)\/captions\.vtt$/.exec(sentBelow(texts, context) ?? '') ?? []
    if (path === undefined) return next()
    const explainer = explainerAt(path)
    if (explainer === undefined) return said(context, unknownExplainer)
    const { locale, scenes } = explainer
    const headers = { 'content-type': 'text/vtt; charset=utf-8', 'cache-control': 'no-store' }
    return context.body(captionsOf(scenes, { locale, brand: brand() }), 200, headers)
  })
  // Whoever reads a text in order to change it will want to see what comes of it.
  app.get(`${texts}*`, (context, next) => {
    if (/\.md$/i.test(sentBelow(texts, context) ?? '')) warm()
    return next()
  })
}

const unknownFilm = refusal(404, 'unknown-film', 'There is no film of this name.')
const unknownExplainer = refusal(
  404,
  'unknown-explainer',
  'There is no such explainer, or it has not been understood yet.',
)
const notInWork = refusal(409, 'not-in-work', 'This film is not being made, so there is nothing to do.')
const notStopped = refusal(409, 'not-stopped', 'This film is there or being made, so there is nothing to try again.')
