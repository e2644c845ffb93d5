/** Each kind of scene an explainer may hold, and how long it stands. */
import { describe, expect, test } from 'vitest'
import { parseExplainer } from '../../core/explainer.ts'
import { partedAtColon, partedCare, partedName } from '../../core/explainer-entries.ts'
import { type Scene, sceneSchema } from '../../core/scene.ts'
import { defaultBrand } from '../../core/theme.ts'
import { parsed, scenesOf, settings, toldOf } from '../support/explainers.ts'

const room = { src: '', file: '_pictures/room.jpg', alt: 'A room' }

describe('each kind of scene', () => {
  test.each<[string, string, readonly Scene[]]>([
    [
      'a checklist',
      '## Tell us\n\nBefore we start:\n\n- [ ] Migraine\n- [x] Fish oil\n',
      [{ kind: 'checklist', heading: 'Tell us', lead: 'Before we start:', items: ['Migraine', 'Fish oil'] }],
    ],
    [
      'steps that go on',
      '## Then\n\n4. wash\n5. rest\n',
      [{ kind: 'steps', heading: 'Then', first: 4, steps: ['wash', 'rest'] }],
    ],
    [
      'a picture alone',
      '## The room\n\n![A room](_pictures/room.jpg)\n',
      [{ kind: 'picture', heading: 'The room', picture: room }],
    ],
    [
      'a picture with a line under it',
      '## The room\n\n![A room](_pictures/room.jpg)\nQuiet, and *warm*.\n',
      [{ kind: 'picture', heading: 'The room', caption: 'Quiet, and warm.', picture: room }],
    ],
    [
      'a picture beside sentences',
      '## The room\n\nHere we meet.\n\n![A room](_pictures/room.jpg)\n',
      [{ kind: 'text', heading: 'The room', paragraphs: ['Here we meet.'], picture: room }],
    ],
    [
      'a picture in the middle of a sentence',
      '## The room\n\nHere ![A room](_pictures/room.jpg) we meet.\n',
      [{ kind: 'text', heading: 'The room', paragraphs: ['Here we meet.'], picture: room }],
    ],
    [
      'a timeline',
      '## Two weeks\n\nWhat is usual:\n\n:::timeline\n- Days 1–3: swelling (Care: cool it)\n- At 10:30: look (together)\n:::\n',
      [
        {
          kind: 'timeline',
          heading: 'Two weeks',
          lead: 'What is usual:',
          stages: [
            { when: 'Days 1–3', text: 'swelling', care: 'cool it' },
            { when: 'At 10:30', text: 'look (together)' },
          ],
        },
      ],
    ],
    [
      'a timeline whose care is said in its own language',
      '## Dos semanas\n\n:::timeline\n- Día 1: rojo (Cuidado: crema)\n- Día 2: mejor (Cuidados: sol no).\n:::\n',
      [
        {
          kind: 'timeline',
          heading: 'Dos semanas',
          stages: [
            { when: 'Día 1', text: 'rojo', care: 'crema' },
            { when: 'Día 2', text: 'mejor', care: 'sol no' },
          ],
        },
      ],
    ],
    [
      'a chart, also with regions as another language calls them',
      '## Under the skin\n\n:::chart{of=face}\n- lips: vessels lie close\n- Stirn: fine lines\n:::\n',
      [
        {
          kind: 'chart',
          heading: 'Under the skin',
          chart: 'face',
          regions: [
            { region: 'lips', text: 'vessels lie close' },
            { region: 'forehead', text: 'fine lines' },
          ],
        },
      ],
    ],
    [
      'two sides',
      '## By video?\n\n:::for[By video]\n- No way to come\n:::\n\n:::against\n- No hands\n- Sometimes no picture\n:::\n',
      [
        {
          kind: 'sides',
          heading: 'By video?',
          sides: [{ label: 'By video', points: ['No way to come'] }, { points: ['No hands', 'Sometimes no picture'] }],
        },
      ],
    ],
    [
      'numbers',
      '## In short\n\n:::numbers\n- 20 min: the treatment\n- 10–20: in between\n:::\n',
      [
        {
          kind: 'numbers',
          heading: 'In short',
          numbers: [
            { value: '20\u00a0min', label: 'the treatment' },
            { value: '10–20', label: 'in between' },
          ],
        },
      ],
    ],
    [
      'people',
      '## Who is who\n\n:::people\n- Ana, coordinator: explains ![](_pictures/ana.jpg)\n- reception\n:::\n',
      [
        {
          kind: 'people',
          heading: 'Who is who',
          people: [
            {
              name: 'Ana',
              role: 'coordinator',
              says: 'explains',
              picture: { src: '', file: '_pictures/ana.jpg', alt: 'Ana' },
            },
            { role: 'reception' },
          ],
        },
      ],
    ],
    [
      'what to ask, to take care of, to call about',
      '## Sun\n\n:::care\nStay in the shade.\n\nFor a week.\n:::\n',
      [{ kind: 'callout', heading: 'Sun', urgency: 'care', text: 'Stay in the shade. For a week.' }],
    ],
    [
      'terms',
      '## Good to know\n\n:::terms{until=2026-12-31}\n- Once for each person\n:::\n\n## Until then\n\n:::terms{until=2026-12-31}\n:::\n',
      [
        { kind: 'terms', heading: 'Good to know', until: '2026-12-31', terms: ['Once for each person'] },
        { kind: 'terms', heading: 'Until then', until: '2026-12-31', terms: [] },
      ],
    ],
    [
      'a code',
      '## Come back\n\n::code[Book a follow-up]{url="https://clinic.example/book?a=1&b=2"}\n\n## Or\n\nScan it.\n\n::code{url="https://clinic.example"}\n',
      [
        { kind: 'code', heading: 'Come back', text: 'Book a follow-up', url: 'https://clinic.example/book?a=1&b=2' },
        { kind: 'code', heading: 'Or', text: 'Scan it.', url: 'https://clinic.example' },
      ],
    ],
    [
      'a list with a thought, a warning and a code behind it, in that order',
      '## A\n\n- a\n\n:::urgent\nCall us.\n:::\n\n> Breathe.\n\n::code[Book]{url="https://a.example"}\n',
      [
        { kind: 'points', heading: 'A', points: ['a'] },
        { kind: 'callout', heading: 'A', urgency: 'urgent', text: 'Call us.' },
        { kind: 'note', heading: 'A', note: 'Breathe.' },
        { kind: 'code', heading: 'A', text: 'Book', url: 'https://a.example' },
      ],
    ],
  ])('%s', (_, body, scenes) => {
    expect(scenesOf(body)).toEqual(scenes)
    const planned = parsed(body).scenes
    for (const one of planned) {
      sceneSchema.parse({ ...one, template: 'risk', brand: defaultBrand, locale: 'en', size: 'hd' })
    }
  })

  test('a note to oneself in a list parts nothing', () => {
    const timeline = ':::timeline\n- a: b\n<!-- ask Ana -->\n- c: d\n:::\n'
    expect(scenesOf(`## A\n\n1. a\n<!-- ask Ana -->\n2. b\n   <!-- or Ben -->\n\n## B\n\n${timeline}`)).toMatchObject([
      { steps: ['a', 'b'] },
      { stages: [{ when: 'a' }, { when: 'c' }] },
    ])
  })

  test('a colon among words is only a colon, and with a backslash it parts nothing', () => {
    expect(scenesOf('## At 10:30 :now\n\nNote:this, :that[x] and {y}.\n'.replace('[x]', ''))).toMatchObject([
      { heading: 'At 10:30 :now', paragraphs: ['Note:this, :that and {y}.'] },
    ])
    expect(scenesOf('## A\n\n:::numbers\n- 10\\: 30: hours\n:::\n')).toMatchObject([
      { numbers: [{ value: '10: 30', label: 'hours' }] },
    ])
  })

  test('Chinese colons, Arabic commas and wide brackets part, too', () => {
    expect(partedAtColon('第1天：红肿')).toEqual({ before: '第1天', behind: '红肿' })
    expect(partedAtColon('第1天:红肿')).toEqual({ before: '第1天', behind: '红肿' })
    expect(partedAtColon('10:30')).toBe(undefined)
    expect(partedCare('红肿（护理：冷敷）')).toEqual({ text: '红肿', care: '冷敷' })
    expect(partedName('آنا، منسقة')).toEqual({ name: 'آنا', role: 'منسقة' })
  })
})

describe('seconds', () => {
  const lengths = (text: string) => {
    const result = parseExplainer(text)
    return result.ok ? result.explainer.scenes.map(({ durationMs }) => durationMs) : result.problems
  }

  test('stand behind a heading, and among the settings for the title', () => {
    expect(
      lengths(
        '---\ntitle: x\ntemplate: plan\nseconds: 7.5\n---\n## A {seconds=8}\n\nB.\n\n## C{seconds="12.5"}\n\nD.\n',
      ),
    ).toEqual([7_500, 8_000, 12_500, 4_000])
  })

  test('belong to the first scene of their heading', () => {
    expect(lengths(`${settings}## A {seconds=8}\n\nB.\n\n> C.\n`)).toEqual([4_000, 8_000, 4_000, 4_000])
  })

  test.each([
    ['## A {second=8}\n\nB.\n', 'Line 5, column 7: "second" is not known here. Did you mean "seconds"?'],
    ['## A {seconds=1}\n\nB.\n', 'Line 5, column 7: A scene stands from 3 to 60 seconds. Write it like {seconds=8}.'],
    ['## A {seconds}\n\nB.\n', 'Line 5, column 7: A scene stands from 3 to 60 seconds. Write it like {seconds=8}.'],
  ])('of %j are told: %s', (body, problem) => expect(toldOf(body)).toEqual([problem]))
})
