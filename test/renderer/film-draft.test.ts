/** The form over the text: what nobody has touched stays byte for byte, whatever happens around it. */
import { expect, test } from 'vitest'
import {
  cardOf,
  draftFrom,
  type FilmDraft,
  textOf,
  withAdded,
  withCopy,
  withMoved,
  without,
  withScene,
  withSetting,
} from '../../renderer/studio/explainer/film-draft.ts'

const text = `---
# What stands here is nobody's business.
title: "Your first visit"
template: procedure
---
<!-- Written by Ana. -->

## Talk

We talk first.   

## What happens
1. We look
2. You decide

## Afterwards

* Rest
* Drink`

const film = draftFrom(text)
const idAt = (of: FilmDraft, place: number) => of.cards[place]?.id ?? ''
const headings = (of: FilmDraft) => of.cards.map(({ scene }) => scene?.heading)

test('a text that is opened and not touched is the same text', () => {
  expect(textOf(film)).toBe(text)
  expect(headings(film)).toEqual(['Talk', 'What happens', 'Afterwards'])
})

test('a scene that is rewritten changes its own lines only', () => {
  const written = withScene(film, idAt(film, 1), {
    kind: 'steps',
    heading: 'What happens',
    steps: ['We look', 'You say'],
  })
  const [before, after] = textOf(written).split(/## What happens[\s\S]*?(?=## Afterwards)/)
  expect(before).toBe(text.slice(0, text.indexOf('## What happens')))
  expect(after).toBe(text.slice(text.indexOf('## Afterwards')))
  expect(textOf(written)).toContain('2. You say\n')
})

test('scenes change places, are copied, added and removed without a word of the others', () => {
  const moved = withMoved(film, idAt(film, 2), -1)
  expect(headings(moved)).toEqual(['Talk', 'Afterwards', 'What happens'])
  expect(textOf(moved)).toContain('* Rest\n* Drink\n\n## What happens\n1. We look\n2. You decide\n')
  expect(textOf(withMoved(moved, idAt(film, 2), 1))).toContain(
    '## What happens\n1. We look\n2. You decide\n\n## Afterwards',
  )
  const copied = withCopy(film, idAt(film, 0), 'copy')
  expect(headings(copied)).toEqual(['Talk', 'Talk', 'What happens', 'Afterwards'])
  expect(textOf(without(copied, 'copy'))).toBe(text)
  const added = withAdded(film, cardOf({ kind: 'note', heading: 'Pause', note: 'Breathe.' }, 'new'), idAt(film, 2))
  expect(textOf(added)).toMatch(/\* Drink\n\n## Pause\n\n> Breathe\.\n/)
  expect(draftFrom(textOf(added)).cards.at(-1)?.scene).toEqual({ kind: 'note', heading: 'Pause', note: 'Breathe.' })
})

test('a setting is changed without its comments being lost, and may be empty while somebody writes', () => {
  const titled = withSetting(film, 'title', 'Your next visit')
  expect(textOf(titled)).toContain("# What stands here is nobody's business.")
  expect(draftFrom(textOf(titled)).settings.title).toBe('Your next visit')
  expect(textOf(titled).endsWith(text.slice(text.indexOf('## Talk')))).toBe(true)
  expect(withSetting(film, 'title', '').settings.title).toBe('')
})

test('an unfinished scene stays in the form as it is', () => {
  const emptied = withScene(film, idAt(film, 2), { kind: 'points', heading: '', points: ['Rest', ''] })
  expect(emptied.cards[2]?.scene).toEqual({ kind: 'points', heading: '', points: ['Rest', ''] })
  expect(textOf(emptied).startsWith(text.slice(0, text.indexOf('## Afterwards')))).toBe(true)
})
