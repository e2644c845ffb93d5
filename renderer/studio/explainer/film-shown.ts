/** What a film looks like as it stands in the form: its scenes with their time and ground, and what is wrong where. */
import { useMemo, useRef } from 'react'
import { parseExplainer } from '../../../core/explainer.ts'
import type { PlacedProblem } from '../../../core/explainer-contract.ts'
import { variantOf } from '../../../core/explainer-locale.ts'
import { type Scene, type Template, templates } from '../../../core/scene.ts'
import { planScenes, type TimedScene } from '../../../core/scene-plan.ts'
import { type CardCheck, checkCard } from './card-check.ts'
import type { FilmDraft } from './film-draft.ts'
import type { ShownScene } from './film-preview.tsx'

export interface ShownFilm {
  readonly template: Template
  readonly locale: string
  readonly checks: ReadonlyMap<string, CardCheck>
  /** Every scene that can be shown; of a card that has become wrong, what it showed before. */
  readonly scenes: readonly ShownScene[]
  /** Of the whole text, lines from the top of the file. */
  readonly problems: readonly PlacedProblem[]
  /** By the name of the setting; `film` for what concerns all of it. */
  readonly settingProblems: ReadonlyMap<string, string>
}

export function useShownFilm(path: string, film: FilmDraft, text: string): ShownFilm {
  const lastGood = useRef(new Map<string, readonly TimedScene[]>())
  return useMemo(() => {
    const { settings, cards, head } = film
    const template = templates.find((name) => name === settings.template) ?? 'procedure'
    const locale = typeof settings.locale === 'string' ? settings.locale : (variantOf(path).locale ?? 'en')
    const checks = new Map(cards.map((card) => [card.id, checkCard(card, template, locale)] as const))
    for (const [id, { scenes }] of checks) if (scenes.length > 0) lastGood.current.set(id, scenes)
    const parts: readonly { readonly card: string; readonly timed: readonly TimedScene[] }[] = [
      { card: 'title', timed: [{ scene: titleOf(settings) }] },
      ...cards.map(({ id }) => ({ card: id, timed: lastGood.current.get(id) ?? [] })),
      { card: 'closing', timed: [{ scene: closingOf(settings) }] },
    ]
    const planned = planScenes(
      parts.flatMap(({ timed }) => timed),
      template,
    )
    const owners = parts.flatMap(({ card, timed }) => timed.map(() => card))
    const parsed = parseExplainer(text, path)
    const problems = parsed.ok ? [] : parsed.problems
    return {
      ...{ template, locale, checks, problems },
      scenes: planned.map((each, index) => ({ card: owners[index] ?? '', planned: each })),
      settingProblems: problemsIn(head, problems),
    }
  }, [path, film, text])
}

type Settings = FilmDraft['settings']

function titleOf({ title, subtitle, minutes }: Settings): Scene {
  return {
    kind: 'title',
    title: typeof title === 'string' && title.trim() !== '' ? title.trim() : '…',
    ...(typeof subtitle === 'string' && subtitle.trim() !== '' ? { subtitle: subtitle.trim() } : {}),
    ...(typeof minutes === 'number' && Number.isInteger(minutes) && minutes > 0 ? { minutes } : {}),
  }
}

const closingOf = ({ closing }: Settings): Scene => ({
  kind: 'closing',
  ...(typeof closing === 'string' && closing.trim() !== '' ? { closing: closing.trim() } : {}),
})

/** What is wrong before the first scene, by the setting whose line it stands in. */
function problemsIn(head: string, problems: readonly PlacedProblem[]): ReadonlyMap<string, string> {
  const lines = head.split('\n')
  const end = lines.length - 1
  return new Map(
    problems
      .filter(({ line }) => line <= end)
      .map(({ line, message }) => {
        const above = lines.slice(0, line).reverse()
        const name = above.map((each) => /^([\p{L}_-]+)\s*:/u.exec(each)?.[1]).find((each) => each !== undefined)
        return [name ?? 'film', message] as const
      }),
  )
}
