/** What a film looks like as it stands in the form: its scenes with their time and ground, and what is wrong where. */
import { useMemo, useRef } from 'react'
import { type Explainer, inOrder, parseExplainer } from '../../../core/explainer.ts'
import type { PlacedProblem } from '../../../core/explainer-contract.ts'
import { unreadableIn } from '../../../core/explainer-draft.ts'
import { fitted } from '../../../core/explainer-fit.ts'
import { variantOf } from '../../../core/explainer-locale.ts'
import { keptTogether } from '../../../core/kept-together.ts'
import { linesIn } from '../../../core/line-end.ts'
import { missingPicture } from '../../../core/remarks.ts'
import { type Scene, type Template, templates } from '../../../core/scene.ts'
import { planScenes, type TimedScene } from '../../../core/scene-plan.ts'
import { mapTexts } from '../../../core/scene-texts.ts'
import { type CardCheck, checkCard } from './card-check.ts'
import type { PictureWorld } from './card-context.ts'
import type { FilmDraft } from './film-draft.ts'
import type { ShownScene } from './film-preview.tsx'

export interface ShownFilm {
  readonly template: Template
  readonly locale: string
  /** By card; `title` and `closing` for those. */
  readonly checks: ReadonlyMap<string, CardCheck>
  /** Every scene that can be shown; of a card that has become wrong, what it showed before; the title and the end always. */
  readonly scenes: readonly ShownScene[]
  /** Of the whole text, lines from the top of the file. */
  readonly problems: readonly PlacedProblem[]
  /** Why the settings have no fields now. */
  readonly unreadable: PlacedProblem | undefined
  /** By the name of the setting; `film` for what concerns all of it. */
  readonly settingProblems: ReadonlyMap<string, string>
}

/** @param isMissing of a picture as the text names it: a file that is not there is wrong in it, too */
export function useShownFilm(
  path: string,
  film: FilmDraft,
  text: string,
  isMissing: PictureWorld['isMissing'],
): ShownFilm {
  const { pictures, ...shown } = useWrittenFilm(path, film, text)
  const missing = pictures
    .filter(({ file }) => isMissing(file))
    .map(({ file, line, column }) => ({ line, column, message: missingPicture(file) }))
  return { ...shown, problems: inOrder([...shown.problems, ...missing]) }
}

function useWrittenFilm(path: string, film: FilmDraft, text: string): ShownFilm & Pick<Explainer, 'pictures'> {
  const lastGood = useRef(new Map<string, readonly TimedScene[]>())
  return useMemo(() => {
    const { settings, cards, head } = film
    const template = templates.find((name) => name === settings.template) ?? 'procedure'
    const locale = typeof settings.locale === 'string' ? settings.locale : (variantOf(path).locale ?? 'en')
    const checks = new Map([
      ['title', fitting(titleOf(settings), locale)] as const,
      ...cards.map((card) => [card.id, checkCard(card, template, locale)] as const),
      ['closing', fitting(closingOf(settings), locale)] as const,
    ])
    for (const [id, { scenes }] of checks) if (scenes.length > 0) lastGood.current.set(id, scenes)
    const parts: readonly { readonly card: string; readonly timed: readonly TimedScene[] }[] = [
      { card: 'title', timed: lastGood.current.get('title') ?? [{ scene: titleOf({}) }] },
      ...cards.map(({ id }) => ({ card: id, timed: lastGood.current.get(id) ?? [] })),
      { card: 'closing', timed: lastGood.current.get('closing') ?? [{ scene: closingOf({}) }] },
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
      pictures: parsed.ok ? parsed.explainer.pictures : parsed.pictures,
      scenes: planned.map((each, index) => ({ card: owners[index] ?? '', planned: each })),
      unreadable: unreadableIn(head),
      settingProblems: problemsIn(head, problems, cards.length === 0),
    }
  }, [path, film, text])
}

type Settings = FilmDraft['settings']

/** What is wrong with it is told at the settings it is made of. */
function fitting(written: Scene, locale: string): CardCheck {
  const fit = fitted(
    mapTexts(written, (text) => keptTogether(text, locale)),
    locale,
  )
  return { scenes: fit.ok ? fit.scenes.map((scene) => ({ scene })) : [], problems: [], pictures: [] }
}

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

/** What is wrong before the first scene, by the setting whose line it stands in. @param isAll there is no scene */
function problemsIn(head: string, problems: readonly PlacedProblem[], isAll: boolean): ReadonlyMap<string, string> {
  const lines = linesIn(head)
  return new Map(
    problems
      .filter(({ line }) => line < lines.length || isAll)
      .map(({ line, message }) => {
        const above = lines.slice(0, line).reverse()
        const name = above.map((each) => /^([\p{L}_-]+)\s*:/u.exec(each)?.[1]).find((each) => each !== undefined)
        const [, missing] = /^"([^"]+)" is missing/.exec(message) ?? []
        return [missing ?? name ?? 'film', message] as const
      }),
  )
}
