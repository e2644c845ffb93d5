/** Around the form: names of files and languages, what is told after saving, and where a problem belongs. */
import { describe, expect, test } from 'vitest'
import { checkCard, fieldProblems } from '../../renderer/studio/explainer/card-check.ts'
import { editorWords } from '../../renderer/studio/explainer/editor-words.ts'
import { editAddress, pathFor, pathIn, variantsOf, wishAt } from '../../renderer/studio/explainer/film-address.ts'
import { type Card, cardOf, draftFrom, textOf } from '../../renderer/studio/explainer/film-draft.ts'
import { kinds } from '../../renderer/studio/explainer/kinds.tsx'
import { roomIn } from '../../renderer/studio/explainer/room-left.ts'

describe('names', () => {
  test('a title becomes a name that is free and that every computer can open', () => {
    expect(pathFor('  Después del relleno: ¿qué? ', new Set())).toBe('explainers/despues-del-relleno-que.md')
    expect(pathFor('بعد العلاج', new Set())).toBe('explainers/film.md')
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
  const saved = (more: object) =>
    editorWords.saved({
      isNew: false,
      problems: 0,
      settings: { kind: 'welcome' },
      asset: undefined,
      path: 'a.md',
      ...more,
    })
  const checked = { approval: { by: 'Dr L', on: '2026-03-03' } } as never

  test('the old film is hidden, and the new one is promised', () => {
    expect(saved({})).toBe('Old version hidden. The new one is ready in about 20 s.')
  })

  test('what a clinician has checked has to be checked again; what nobody has, for the first time', () => {
    expect(saved({ settings: { kind: 'treatment' }, asset: checked })).toContain('checked again')
    expect(saved({ settings: {} })).toContain('It plays once a clinician has checked it.')
    expect(saved({ asset: checked })).not.toContain('checked')
  })

  test('with something wrong in it, what played before is said to go on', () => {
    expect(saved({ problems: 2 })).toContain('What played before goes on')
    expect(saved({ problems: 1, isNew: true })).toContain('It plays once that is mended.')
  })
})

describe('a card', () => {
  const problemsOf = (card: Card) => fieldProblems(card, checkCard(card, 'procedure', 'en').problems)

  test('says nothing against what has just been added', () => {
    for (const { empty } of Object.values(kinds))
      expect(problemsOf(cardOf(empty))).toEqual({ fields: new Map(), rest: [] })
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
