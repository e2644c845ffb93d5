/** What a form writes is what its author sees: every scene, written down and read again, is the same scene. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { regionsOf } from '../../core/anatomy.ts'
import { readScenes } from '../../core/explainer-body.ts'
import { type BodyScene, markdownOf } from '../../core/explainer-markdown.ts'
import { charts, scene as sceneOf, urgencies } from '../../core/scene.ts'

const signs = [
  ...'ab Zé10.,:;!?"\'`*_[](){}<>\\|#+-=~&%/^$@·–…\u00a0',
  'Care: ',
  '&amp;',
  '](',
  '1. ',
  '- ',
  ': ',
  ', ',
  '{a=1}',
]
const words = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom('word', 'Day', 'lips', 'x') }, fc.constantFrom(...signs)), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => parts.join('').replace(/ +/g, ' ').trim())
  .filter((text) => /[a-z]/i.test(text))
const list = (least: number, most: number) => fc.array(words, { minLength: least, maxLength: most })
const picture = fc.record({
  src: fc.constant(''),
  file: fc.constantFrom('_pictures/room.jpg', 'my room (1).png', '../100%25 <a>.webp', 'a&b;\\c.jpeg'),
  alt: words,
})
const heading = { heading: words }
const leading = (kind: string, more: object, required: readonly string[]) =>
  fc.record({ kind: fc.constant(kind), ...heading, lead: words, ...more } as Record<string, fc.Arbitrary<unknown>>, {
    requiredKeys: ['kind', 'heading', ...required],
  })
const person = fc.record({ name: words, role: words, says: words, picture }, { requiredKeys: ['role'] })
const chart = fc.constantFrom(...charts).chain((name) =>
  leading(
    'chart',
    {
      chart: fc.constant(name),
      regions: fc
        .uniqueArray(fc.constantFrom(...regionsOf(name)), { minLength: 1, maxLength: 5 })
        .chain((regions) =>
          fc.tuple(...regions.map((region) => fc.record({ region: fc.constant(region), text: words }))),
        ),
    },
    ['chart', 'regions'],
  ),
)
const side = fc.record({ label: words, points: list(1, 4) }, { requiredKeys: ['points'] })
const scenes = fc.oneof(
  leading('text', { paragraphs: list(1, 3), picture }, ['paragraphs']).map(({ lead: _, ...rest }) => rest),
  leading('points', { points: list(1, 5) }, ['points']),
  leading('steps', { first: fc.integer({ min: 2, max: 40 }), steps: list(1, 5) }, ['steps']),
  fc.record({ kind: fc.constant('note'), ...heading, note: words }),
  fc.record({ kind: fc.constant('callout'), ...heading, urgency: fc.constantFrom(...urgencies), text: words }),
  leading('checklist', { items: list(1, 5) }, ['items']),
  fc.record(
    { kind: fc.constant('picture'), ...heading, caption: words, picture },
    { requiredKeys: ['kind', 'heading', 'picture'] },
  ),
  leading(
    'timeline',
    {
      stages: fc.array(fc.record({ when: words, text: words, care: words }, { requiredKeys: ['when', 'text'] }), {
        minLength: 2,
        maxLength: 5,
      }),
    },
    ['stages'],
  ),
  chart,
  leading('sides', { sides: fc.tuple(side, side) }, ['sides']),
  leading('numbers', { numbers: fc.array(fc.record({ value: words, label: words }), { minLength: 1, maxLength: 3 }) }, [
    'numbers',
  ]),
  leading('people', { people: fc.array(person, { minLength: 1, maxLength: 4 }) }, ['people']),
  leading('terms', { until: fc.constant('2026-12-31'), terms: list(1, 4) }, ['terms']),
  leading('terms', { until: fc.constant('2026-12-31'), terms: fc.constant([]) }, ['terms', 'until']),
  fc.record(
    {
      kind: fc.constant('code'),
      ...heading,
      text: words,
      url: fc.constantFrom('https://a.example/b?c=1&copy;=2', 'https://a.example/(b)_[c]'),
    },
    { requiredKeys: ['kind', 'heading', 'url'] },
  ),
) as fc.Arbitrary<BodyScene>

describe('a scene that is written down', () => {
  test('is read again as the same scene, in as many seconds', () => {
    fc.assert(
      fc.property(scenes, fc.option(fc.integer({ min: 3, max: 60 })), (scene, seconds) => {
        sceneOf.parse(scene)
        const text = markdownOf(scene, seconds ?? undefined)
        const { sections, problems } = readScenes(text)
        expect({ problems, text }).toEqual({ problems: [], text })
        expect(sections.flatMap((section) => section.scenes)).toEqual([
          { scene, line: 1, from: 0, isUnder: false, ...(seconds === null ? {} : { seconds }) },
        ])
      }),
      { numRuns: 400 },
    )
  })

  test('looks as somebody would have written it', () => {
    expect(
      markdownOf(
        {
          kind: 'timeline',
          heading: 'After 20_30 minutes (about)',
          lead: 'What is usual: a little.',
          stages: [
            { when: 'Days 1–3', text: 'swelling, e.g. here', care: 'cool it' },
            { when: 'Week 2', text: 'settled' },
          ],
        },
        8,
      ),
    ).toBe(
      '## After 20_30 minutes (about) {seconds=8}\n\nWhat is usual: a little.\n\n:::timeline\n- Days 1–3: swelling, e.g. here (Care: cool it)\n- Week 2: settled\n:::\n',
    )
  })
})
