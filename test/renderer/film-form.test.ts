/** Around the form: names of files and languages, what is told after saving, and where a problem belongs. */
import { describe, expect, test } from 'vitest'
import { notice, refusal } from '../../core/remarks.ts'
import { checkCard, fieldProblems } from '../../renderer/studio/explainer/card-check.ts'
import { dividedScene } from '../../renderer/studio/explainer/divided-scene.ts'
import { editorWords } from '../../renderer/studio/explainer/editor-words.ts'
import { editAddress, pathFor, pathIn, variantsOf, wishAt } from '../../renderer/studio/explainer/film-address.ts'
import {
  type Card,
  type CardScene,
  cardOf,
  draftFrom,
  textOf,
  withDivided,
} from '../../renderer/studio/explainer/film-draft.ts'
import { kinds } from '../../renderer/studio/explainer/kinds.tsx'
import { roomIn } from '../../renderer/studio/explainer/room-left.ts'
import type { ToldFilm } from '../../renderer/studio/explainer/saved-film.ts'

describe('names', () => {
  test('a title becomes a name that is free and that every computer can open', () => {
    expect(pathFor('  Después del relleno: ¿qué? ', new Set())).toBe('explainers/despues-del-relleno-que.md')
    expect(pathFor('بعد العلاج', new Set())).toBe('explainers/film.md')
    const long = `${'a'.repeat(55)} after`
    expect(pathFor(long, new Set())).toBe(`explainers/${'a'.repeat(55)}.md`)
    expect(pathFor('Lips', new Set(['explainers/lips.md', 'explainers/lips-2.md']))).toBe('explainers/lips-3.md')
  })

  test('a film in its languages stands together, whichever of them is open', () => {
    const paths = ['a/lips.es.md', 'a/lips.md', 'a/lips.jpg', 'b/lips.ar.md', 'a/lips.new.md', 'a/chin.es.md']
    expect(variantsOf('a/lips.es.md', paths)).toEqual([{ path: 'a/lips.md' }, { path: 'a/lips.es.md', tag: 'es' }])
    expect(pathIn('a/lips.es.md', 'zh')).toBe('a/lips.zh.md')
  })

  test('an address leads to what it was made of', () => {
    const wish = { path: 'a/Über uns & mehr.md', template: 'team', title: 'Über uns' }
    expect(wishAt(new URL(editAddress(wish), 'http://hub').search)).toEqual(wish)
  })
})

describe('after saving', () => {
  const entry = { path: 'a.md', title: 'A', state: 'waiting', progress: 0, position: 1 } as const
  const saved = (film: Partial<ToldFilm>, path = 'a.md') =>
    editorWords.saved({ state: 'working', notices: [], ...film }, path)

  test('an old film that is hidden is said to be, and the new one is promised for when the hub expects it', () => {
    const notices = [notice('old-hidden')]
    expect(saved({ notices, making: { ...entry, remainingS: 17, picturesS: 4 } })).toBe(
      'Old version hidden. The new one is ready in about 20 s.',
    )
    expect(saved({ notices, making: { ...entry, remainingS: 7_300, picturesS: 17, position: 12 } })).toBe(
      'Old version hidden. The new one is ready as pictures in about 20 s, as a film in about 2 h.',
    )
    expect(saved({ notices, making: { ...entry, remainingS: 7_300, position: 12 } })).toBe(
      'Old version hidden. The new one is 12th in line: ready in about 2 h.',
    )
  })

  test('where nothing was on the TV before nothing is said to be hidden, and without a number none is made up', () => {
    expect(saved({ making: { ...entry, remainingS: 17 } })).toBe('Saved. Its film is ready in about 20 s.')
    expect(saved({ making: entry })).toBe('Saved. Its film is being made.')
    expect(saved({ state: 'ready' })).toBe('Saved.')
  })

  test('who has to look at it is what the hub says: whoever undid a change needs no new check', () => {
    expect(saved({ notices: [notice('check-again')] })).toContain('has to be checked again')
    expect(saved({ notices: [notice('unchecked')] })).toBe('Saved. It plays once a clinician has checked it.')
    expect(saved({ state: 'ready', approval: { by: 'Dr Reyes', on: '2026-03-03' } })).toBe('Saved.')
    expect(saved({ notices: [notice('unchecked')] }, '_drafts/a.md')).toBe('Saved. It is a draft: it never plays.')
  })

  test('with something wrong in it, what played before is said to go on, if it did', () => {
    const broken = { state: 'refused', reason: refusal('broken-text') } as const
    expect(saved({ ...broken, notices: [notice('previous-plays')] })).toContain('What played before goes on')
    expect(saved(broken)).toContain('It plays once that is mended.')
    expect(saved({ ...broken, notices: [notice('previous-plays'), notice('unchecked')] })).toContain('It plays once')
    expect(saved({ state: 'refused', reason: refusal('no-browser') })).toContain('it has no browser')
  })
})

describe('a card', () => {
  const problemsOf = (card: Card) => fieldProblems(card, checkCard(card, 'procedure', 'en'))

  test('says nothing against what has just been added', () => {
    for (const { empty } of Object.values(kinds))
      expect(problemsOf(cardOf(empty))).toEqual({ fields: new Map(), rest: [] })
  })

  test('leaves out what is empty at the end of a list, and nothing else', () => {
    const written = (scene: CardScene) => cardOf(scene).source
    const points = cardOf({ kind: 'points', heading: 'Bring', points: ['Your card', '', 'Glasses', '', ' '] })
    expect(points.source).toBe('## Bring\n\n- Your card\n- \n- Glasses\n')
    // The form itself still has them.
    expect(points.scene).toHaveProperty('points.length', 5)
    expect(problemsOf(points).fields).toEqual(new Map([['points.1', 'Write something here, or take it out.']]))
    const sides = [{ points: ['a', ''] }, { points: ['b'] }] as const
    const [good, bad] = sides.map(({ points: of }) => ({ points: [...of] }))
    expect(written({ kind: 'sides', heading: 'Here', sides: [good, bad] as never })).toBe(
      '## Here\n\n:::for\n- a\n:::\n\n:::against\n- b\n:::\n',
    )
    const stages = [
      { when: 'Day 1', text: 'Rest' },
      { when: 'Day 2', text: 'Walk' },
      { when: '', text: '' },
    ]
    expect(written({ kind: 'timeline', heading: 'Days', stages })).toBe(
      '## Days\n\n:::timeline\n- Day 1: Rest\n- Day 2: Walk\n:::\n',
    )
    expect(problemsOf(cardOf({ kind: 'timeline', heading: 'Days', stages }))).toEqual({ fields: new Map(), rest: [] })
  })

  test('says at the field what is missing there', () => {
    const { fields } = problemsOf(
      cardOf({
        kind: 'timeline',
        heading: 'Days',
        stages: [
          { when: '', text: 'Rest' },
          { when: 'Day 2', text: '' },
        ],
      }),
    )
    expect([...fields.keys()]).toEqual(['stages.0.when', 'stages.1.text'])
  })

  test('says at the field what the films cannot write', () => {
    const { fields, rest } = problemsOf(
      cardOf({ kind: 'points', heading: 'Bring', points: ['Your card', 'Glasses \u{1F453}'] }),
    )
    expect([[...fields.keys()], rest]).toEqual([['points.1'], []])
  })

  test('that is too long says so at its longest field, in the words of a form, and can be made two', () => {
    const sentence = 'We explain each step before we begin. '
    const picture = { src: '', file: 'room.jpg', alt: 'Step' }
    const long = cardOf({ kind: 'text', heading: 'Step by step', paragraphs: [sentence.repeat(8)], picture })
    const { fields, rest } = problemsOf(long)
    expect([[...fields.keys()], rest]).toEqual([['paragraphs'], []])
    expect(fields.get('paragraphs')).toMatch(/too many to be read from the last seat\. Shorten it, or make two scenes/)
    const film = draftFrom(`---\ntitle: A\ntemplate: procedure\n---\n\n${long.source}\n## End\n\nBye.\n`)
    const divided = withDivided(film, film.cards[0]?.id ?? '', 'second')
    expect(divided.cards.map(({ scene }) => scene?.heading)).toEqual(['Step by step', 'Step by step', 'End'])
    expect(draftFrom(textOf(divided)).cards.map(({ scene }) => scene)).toEqual(divided.cards.map(({ scene }) => scene))
    expect(textOf(divided).split(sentence.trim())).toHaveLength(9)
    const entry = problemsOf(cardOf({ kind: 'points', heading: 'Know', points: ['Short', sentence.repeat(12)] }))
    expect([...entry.fields]).toEqual([['points.1', expect.stringMatching(/last seat\. Shorten it\.$/)]])
    const word = 'Hm'.repeat(20)
    expect([...problemsOf(cardOf({ kind: 'steps', heading: 'A', steps: ['b', word] })).fields.keys()]).toEqual([
      'steps.1',
    ])
  })

  test('is made two between its sentences, and nothing is put between them', () => {
    const notesOf = (note: string) =>
      dividedScene({ kind: 'note', heading: 'Ask', note })?.map((scene) => 'note' in scene && scene.note)
    expect(notesOf('This is what Dr. Lind, e.g. today, asks you. Then rest.')).toEqual([
      'This is what Dr. Lind, e.g. today, asks you.',
      'Then rest.',
    ])
    expect(notesOf('Ask Dr. Lind.')).toBeUndefined()
    expect(notesOf('请坐。请喝水。请告诉我们。再见。')).toEqual(['请坐。请喝水。', '请告诉我们。再见。'])
  })

  test('counts what still fits, and says when a list goes on in another picture', () => {
    const roomOf = (card: Card) => roomIn(card, checkCard(card, 'procedure', 'en'), 'en')
    expect(roomOf(cardOf({ kind: 'note', heading: 'Pause', note: 'Breathe.' }))).toMatch(
      /^\d+ characters left$|^Plenty/,
    )
    const points = Array.from({ length: 12 }, (_, index) => `Something that is worth knowing, number ${index}`)
    expect(roomOf(cardOf({ kind: 'points', heading: 'Know', points }))).toMatch(/it is told in \d, one after another/)
  })
})

test('a pause under the heading of another scene moves with a heading of its own', async () => {
  const { withMoved, withScene } = await import('../../renderer/studio/explainer/film-draft.ts')
  const text = '---\ntitle: A\ntemplate: procedure\n---\n\n## Steps\n\n1. One\n2. Two\n\n> Breathe.\n\n## End\n\nBye.\n'
  const film = draftFrom(text)
  expect(film.cards.map(({ scene }) => scene?.kind)).toEqual(['steps', 'note', 'text'])
  const [steps, pause] = film.cards
  const moved = withMoved(film, pause?.id ?? '', 1)
  expect(textOf(moved)).toMatch(/## End\n\nBye\.\n\n## Steps\n\n> Breathe\.\n/)
  expect(draftFrom(textOf(moved)).cards.map(({ scene }) => scene?.kind)).toEqual(['steps', 'text', 'note'])
  const written = withScene(film, steps?.id ?? '', { kind: 'steps', heading: 'Steps', steps: ['Uno'] })
  expect(textOf(written)).toContain('1. Uno\n\n> Breathe.\n\n## End')
})
