/** The sheet of an explainer: the clinic above, the text scene by scene, who has checked it below. */
import { type CSSProperties, type ReactElement, useEffect, useState } from 'react'
import type { ExplainerText, ExplainerTexts } from '../../core/approval-contract.ts'
import { dateWords } from '../../core/calendar-date.ts'
import type { Scene } from '../../core/scene.ts'
import { type Brand, themeVariables } from '../../core/theme.ts'
import { Action } from '../shared/action.tsx'
import { SceneText, type ToldScene } from './scene-text.tsx'

type State =
  | { readonly kind: 'asking' | 'absent' | 'unknown' }
  | { readonly kind: 'there'; readonly text: ExplainerText; readonly brand: Brand }

const retryMs = 2_000

function useExplainer(path: string): State {
  const [state, setState] = useState<State>({ kind: 'asking' })
  useEffect(() => {
    let timer = 0
    const ask = async () => {
      try {
        const [answer, brand] = await Promise.all([
          fetch(`/api/explainers?path=${encodeURIComponent(path)}`),
          fetch('/api/brand').then(async (response) => ((await response.json()) as { readonly brand: Brand }).brand),
        ])
        if (answer.status === 404) return setState({ kind: 'unknown' })
        const [text] = ((await answer.json()) as ExplainerTexts).explainers
        if (text !== undefined) return setState({ kind: 'there', text, brand })
      } catch {
        // The hub is away: asked again.
      }
      setState({ kind: 'absent' })
      timer = window.setTimeout(() => void ask(), retryMs)
    }
    void ask()
    return () => clearTimeout(timer)
  }, [path])
  return state
}

const said = {
  asking: 'Looking for the text …',
  absent: 'Anteroom does not answer. It is asked again.',
  unknown: 'There is no such explainer, or it has not been understood yet. The studio says what is wrong with it.',
} as const

export function ExplainerPage(): ReactElement {
  const state = useExplainer(new URLSearchParams(location.search).get('path') ?? '')
  useEffect(() => {
    if (state.kind === 'there') document.title = state.text.title
  }, [state])
  if (state.kind !== 'there') {
    return (
      <main className="opening">
        <h1>Explainer</h1>
        <p role="status">{said[state.kind]}</p>
      </main>
    )
  }
  const { text, brand } = state
  return (
    <div style={themeVariables(brand) as CSSProperties}>
      <nav className="sheet-tools" aria-label="Sheet">
        <a className="action action-plain" href="/studio">
          Studio
        </a>
        <Action look="first" onPress={() => print()}>
          Print
        </Action>
      </nav>
      <Sheet text={text} brand={brand} />
    </div>
  )
}

export function Sheet({ text, brand }: { readonly text: ExplainerText; readonly brand: Brand }): ReactElement {
  const { title, locale, scenes, approval, needsCheck } = text
  const opening = scenes.find((scene) => scene.kind === 'title')
  const closing = scenes.find((scene) => scene.kind === 'closing')
  return (
    <main className="a4" lang={locale}>
      <header>
        <p className="clinic">{brand.name}</p>
        <h1 dir="auto">{title}</h1>
        {opening?.subtitle !== undefined && (
          <p className="subtitle" dir="auto">
            {opening.subtitle}
          </p>
        )}
        {opening?.minutes !== undefined && <p className="minutes">{minutesIn(opening.minutes, locale)}</p>}
      </header>
      {joined(scenes).map(({ heading, parts }) => (
        <section key={heading} dir="auto">
          <h2>{heading}</h2>
          {parts.map((part) => (
            <SceneText key={JSON.stringify(part)} scene={part} locale={locale} />
          ))}
        </section>
      ))}
      <footer>
        <p className="closing" dir="auto">
          {closing?.closing ?? brand.tagline}
        </p>
        <p className="checked" lang="en">
          {brand.name}
          {approval !== undefined && ` · Checked by ${approval.by} on ${dateWords(approval.on)}`}
          {approval === undefined && needsCheck && <strong> · Not checked by a clinician yet: do not hand out</strong>}
        </p>
      </footer>
    </main>
  )
}

/** A heading is read once, also where its note is a scene of its own on the TV, or its list is too long for one. */
function joined(
  scenes: readonly Scene[],
): readonly { readonly heading: string; readonly parts: readonly ToldScene[] }[] {
  const sections: { readonly heading: string; readonly parts: ToldScene[] }[] = []
  for (const scene of scenes) {
    if (scene.kind === 'title' || scene.kind === 'closing') continue
    const last = sections.at(-1)
    if (last?.heading !== scene.heading) sections.push({ heading: scene.heading, parts: [scene] })
    else last.parts.push(...continued(last.parts.pop(), scene))
  }
  return sections
}

/** A list that goes on is one list on paper: its steps count on. */
function continued(before: ToldScene | undefined, scene: ToldScene): readonly ToldScene[] {
  if (before?.kind === 'points' && scene.kind === 'points')
    return [{ ...before, points: [...before.points, ...scene.points] }]
  if (before?.kind === 'steps' && scene.kind === 'steps')
    return [{ ...before, steps: [...before.steps, ...scene.steps] }]
  if (before?.kind === 'checklist' && scene.kind === 'checklist')
    return [{ ...before, items: [...before.items, ...scene.items] }]
  return before === undefined ? [scene] : [before, scene]
}

/** `20 minutes`, in the language of the text. */
const minutesIn = (minutes: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(minutes)
