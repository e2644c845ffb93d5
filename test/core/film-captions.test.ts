/** The captions of a film say all its words, each while its scene stands. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseCaptions } from '../../core/captions.ts'
import { parseExplainer } from '../../core/explainer.ts'
import { captionsOf } from '../../core/film-captions.ts'
import { type PlannedScene, type Scene, textsOf } from '../../core/scene.ts'
import { planScenes } from '../../core/scene-plan.ts'
import { projectRoot } from '../support/place.ts'

const plan = (...scenes: readonly Scene[]) =>
  planScenes(
    scenes.map((scene) => ({ scene })),
    'procedure',
  )

interface Shown {
  readonly fromMs: number
  readonly toMs: number
  readonly lines: readonly string[]
}

/** As they are written: our own reader puts lines together anew. */
const shownIn = (vtt: string): readonly Shown[] =>
  vtt
    .trimEnd()
    .split('\n\n')
    .slice(1)
    .map((block) => {
      const [times = '', ...lines] = block.split('\n')
      const [fromMs = 0, toMs = 0] = times.split(' --> ').map((time) => {
        const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number)
        return Math.round(((hours * 60 + minutes) * 60 + seconds) * 1_000)
      })
      return { fromMs, toMs, lines }
    })

function expectWhole(planned: readonly PlannedScene[], vtt: string): void {
  const shown = shownIn(vtt)
  const letters = (text: string) => text.replace(/\s/g, '')
  let startMs = 0
  let end = 0
  for (const { scene, durationMs } of planned) {
    const [fromMs, toMs] = [startMs, startMs + durationMs]
    startMs = toMs
    // A millisecond is lost where frames are rounded to it.
    const own = shown.filter((cue) => cue.fromMs >= fromMs - 2 && cue.toMs <= toMs + 2)
    const said = letters(own.flatMap(({ lines }) => lines).join(''))
    if (scene.kind === 'title') continue
    for (const text of textsOf(scene)) expect(said).toContain(letters(text))
    end = Math.max(end, ...own.map((cue) => cue.toMs))
  }
  for (const [index, { fromMs, toMs, lines }] of shown.entries()) {
    expect(toMs).toBeGreaterThan(fromMs)
    expect(fromMs).toBeGreaterThanOrEqual(shown[index - 1]?.toMs ?? 0)
    expect(lines.length).toBeLessThanOrEqual(2)
    for (const line of lines) expect([...line].length).toBeLessThanOrEqual(42)
  }
  expect(end).toBeLessThanOrEqual(startMs + 2)
  expect(parseCaptions(vtt)).toMatchObject({ ok: true })
}

describe('captions', () => {
  test('stand while their scene stands, one after another', () => {
    const title: Scene = { kind: 'title', title: 'Light therapy', subtitle: 'What happens', minutes: 20 }
    const steps = ['You put on goggles, and so do we, and then we wait', 'Rest']
    const planned = planScenes(
      [
        { scene: title, seconds: 5 },
        { scene: { kind: 'steps', heading: 'Step by step', first: 4, steps }, seconds: 9.5 },
      ],
      'procedure',
    )
    expect(captionsOf(planned)).toBe(`WEBVTT

00:00:00.000 --> 00:00:03.306
Light therapy
What happens

00:00:03.306 --> 00:00:05.000
20 min

00:00:05.000 --> 00:00:07.192
Step by step

00:00:07.192 --> 00:00:12.714
4. You put on goggles, and so do we, and
then we wait

00:00:12.714 --> 00:00:14.500
5. Rest
`)
  })

  test('write signs that mean something to a player as words', () => {
    const vtt = captionsOf(plan({ kind: 'text', heading: 'A & B', paragraphs: ['<b> --> c'] }))
    expect(vtt).toContain('A &amp; B\n&lt;b&gt; --&gt; c')
  })

  test('say the words films add by themselves, in their language', () => {
    const planned = plan(
      { kind: 'chart', heading: 'A', chart: 'face', regions: [{ region: 'lips', text: 'b' }] },
      { kind: 'terms', heading: 'C', until: '2026-12-31', terms: [] },
      { kind: 'closing' },
    )
    const vtt = captionsOf(planned, { locale: 'de', brand: { name: 'Haus', tagline: 'Guten Tag' } })
    expect(vtt).toContain('A\nLippen: b')
    expect(vtt).toContain('C\nGültig bis 2026-12-31')
    expect(vtt).toContain('Haus\nGuten Tag')
  })

  const folder = path.join(projectRoot, 'content/explainers')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
  test.each(files)('say all of %s', (name) => {
    const parsed = parseExplainer(readFileSync(path.join(folder, name), 'utf8'), name)
    if (!parsed.ok) throw new Error(name)
    const { scenes, locale } = parsed.explainer
    expectWhole(scenes, captionsOf(scenes, { locale }))
  })
})
