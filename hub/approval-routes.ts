/** The addresses under which a check is noted and taken back, and where a text can be read. */
import type { Hono } from 'hono'
import { type Approval, needsCheck } from '../core/approval.ts'
import { approvalBody, type ExplainerText, type ExplainerTexts, withdrawalBody } from '../core/approval-contract.ts'
import type { Asset } from '../core/asset.ts'
import type { Explainer } from '../core/explainer.ts'
import type { Answer, AnswerBook, Request } from './answer-book.ts'
import { type Approvals, wordsOf } from './approvals.ts'
import { changing, limitJson, refusal, said } from './changing.ts'
import type { Clock } from './clock.ts'
import { badInput } from './input.ts'

interface Parts {
  readonly approvals: Approvals
  readonly explainerAt: (path: string) => Explainer | undefined
  readonly assets: () => readonly Asset[]
  readonly answers: AnswerBook
  readonly clock: Clock
  /** The clinic's date of an instant. */
  readonly dayOf: (ms: number) => string
  /** Told when a film may play, or may not any more. */
  readonly onChange: () => void
  /** Told before that when one may not any more: it leaves the screens before anything else is seen to. */
  readonly onWithdrawn?: () => void
}

export function mountApprovals(app: Hono, parts: Parts): void {
  const { approvals, explainerAt, assets, answers, clock, dayOf, onChange, onWithdrawn } = parts
  const noted = (path: string, explainer: Explainer): Approval | undefined => {
    const stand = approvals.of(path, explainer)
    return typeof stand === 'object' ? stand : undefined
  }
  const once = (request: Request, act: () => Answer, onDone?: () => void): Answer => {
    let isNew = false
    try {
      const answer = answers.once(request, clock.now(), () => {
        isNew = true
        return act()
      })
      if (isNew && answer.status === 200) {
        onDone?.()
        onChange()
      }
      return answer
    } catch (cause) {
      // What did not come to the disk has not happened.
      approvals.readAgain()
      throw cause
    }
  }

  const textOf = (path: string, explainer: Explainer): ExplainerText => {
    const approval = noted(path, explainer)
    const { title, locale, kind, scenes } = explainer
    return {
      ...{ path, title, locale },
      ...(kind === undefined ? {} : { kind }),
      needsCheck: needsCheck(explainer),
      ...(approval === undefined ? {} : { approval }),
      words: wordsOf(explainer),
      scenes: scenes.map(({ scene }) => scene),
    }
  }

  app.get('/api/explainers', (context) => {
    const path = context.req.query('path')
    const paths = path === undefined ? assets().map((asset) => asset.path) : [path]
    const explainers = paths.flatMap((one) => {
      const explainer = explainerAt(one)
      return explainer === undefined ? [] : [textOf(one, explainer)]
    })
    if (path !== undefined && explainers.length === 0) return said(context, unknownExplainer)
    return said(context, { status: 200, body: { explainers } satisfies ExplainerTexts })
  })

  app.put('/api/approvals', limitJson, (context) =>
    changing(context, approvalBody, ({ path, by, on, film, words }, request) => {
      if (on > dayOf(clock.now())) return badInput('on', 'This day has not come yet.')
      return once(request, () => {
        const explainer = explainerAt(path)
        if (explainer === undefined) return unknownExplainer
        const asset = assets().find((one) => one.path === path)
        if (film !== undefined && asset?.hash !== film) return otherFilm
        if (words !== undefined && wordsOf(explainer) !== words) return otherFilm
        const before = noted(path, explainer) ?? null
        approvals.note(path, explainer, { by, on }, clock.now())
        return { status: 200, body: { approval: { by, on }, before, words: wordsOf(explainer) } }
      })
    }),
  )

  app.delete('/api/approvals', limitJson, (context) =>
    changing(context, withdrawalBody, ({ path }, request) => {
      const withdraw = (): Answer => {
        const explainer = explainerAt(path)
        const before = explainer && noted(path, explainer)
        if (explainer === undefined || before === undefined) return notChecked
        approvals.withdraw(explainer)
        return { status: 200, body: { approval: null, before, words: wordsOf(explainer) } }
      }
      return once(request, withdraw, onWithdrawn)
    }),
  )
}

const unknownExplainer = refusal(
  404,
  'unknown-explainer',
  'There is no such explainer, or it has not been understood yet.',
)
const notChecked = refusal(404, 'not-checked', 'Nobody has checked this text, or that was taken back already.')
const otherFilm = refusal(
  409,
  'other-film',
  'The film is another one than the one you have looked at. Look at it again before you say that it is right.',
)
