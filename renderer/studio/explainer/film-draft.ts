/** A film as the form holds it: the settings as text, and a card for each scene; what nobody has touched stays as it was written. */
import { type BodyScene, draftOf, markdownOf, withSettings } from '../../../core/explainer-draft.ts'
import { lineEndOf, linesIn, withEndsOf, withLineEnd } from '../../../core/line-end.ts'
import { randomId } from '../../shared/press.ts'
import { dividedScene } from './divided-scene.ts'
import { writtenScene } from './written-scene.ts'

/** What a card can hold: the title and the last words stand in the settings. */
export type CardScene = BodyScene
export type CardKind = CardScene['kind']

export interface Card {
  readonly id: string
  /** Exactly as it stands in the file, with the blank lines behind it. */
  readonly source: string
  /** Fields may be empty while somebody is writing; absent when only the text itself can be edited. */
  readonly scene?: CardScene
  /** How long its author wants it to stand; absent: as long as it takes to read. */
  readonly seconds?: number
  /** It stands under the heading of the card before it, without one of its own. */
  readonly isUnder?: true
}

export interface FilmDraft {
  /** Everything before the first scene. */
  readonly head: string
  /** What it says, by name; a field may be empty while somebody is writing. */
  readonly settings: Readonly<Record<string, unknown>>
  readonly cards: readonly Card[]
  /** Of the file: what is written here ends its lines as that does. */
  readonly lineEnd: string
}

export const textOf = ({ head, cards }: FilmDraft): string => head + cards.map(({ source }) => source).join('')

/** @param before cards of the same text keep their names, so that nothing on the page jumps */
export function draftFrom(text: string, before: readonly Card[] = [], lineEnd = lineEndOf(text)): FilmDraft {
  const { scenes, settings } = draftOf(text)
  const known = new Map(before.map((card) => [card.source, card]))
  const cards = scenes.map(({ source, scene, seconds, isUnder }): Card => {
    const same = known.get(source)
    known.delete(source)
    if (same?.scene !== undefined) return same
    return {
      ...{ id: same?.id ?? randomId(), source },
      ...(scene === undefined ? {} : { scene }),
      ...(seconds === undefined ? {} : { seconds }),
      ...(isUnder === true ? { isUnder } : {}),
    }
  })
  const length = cards.reduce((sum, { source }) => sum + source.length, 0)
  return { head: text.slice(0, text.length - length), settings, cards, lineEnd }
}

/** The whole text, written by hand. */
export const withText = (film: FilmDraft, text: string): FilmDraft =>
  draftFrom(withEndsOf(textOf(film), text, film.lineEnd), film.cards, film.lineEnd)

/** All before the first scene, written by hand. */
export function withHead(film: FilmDraft, head: string): FilmDraft {
  const text = textOf(film)
  return draftFrom(withEndsOf(film.head, head, film.lineEnd) + text.slice(film.head.length), film.cards, film.lineEnd)
}

/** With fields for what was written by hand, as far as it is a scene. */
export function settled(film: FilmDraft): FilmDraft {
  const read = draftFrom(textOf(film), film.cards, film.lineEnd)
  const isSame =
    read.cards.length === film.cards.length && read.cards.every((card, at) => sameCard(card, film.cards[at]))
  return isSame ? film : read
}

const sameCard = (one: Card, other: Card | undefined): boolean =>
  one.id === other?.id && (one.scene === undefined) === (other.scene === undefined)

/** @param value undefined leaves the setting out */
export function withSetting(film: FilmDraft, name: string, value: string | number | undefined): FilmDraft {
  const head = withSettings(film.head, { [name]: value }, film.lineEnd)
  if (head === film.head) return film
  const { [name]: _, ...rest } = film.settings
  return { ...film, head, settings: value === undefined ? rest : { ...film.settings, [name]: value } }
}

/**
 * What is written for a scene, with the notes to oneself and the blank lines of the card whose place it takes.
 *
 * @param lineEnd of the film it comes into
 */
export function cardOf(scene: CardScene, id = randomId(), before?: Omit<Card, 'id'>, lineEnd = '\n'): Card {
  const { source = '\n', seconds } = before ?? {}
  const written = [markdownOf(writtenScene(scene), seconds).trimEnd(), ...(source.match(/<!--.*?-->/gs) ?? [])].join(
    '\n\n',
  )
  const ended = withLineEnd(written + linesBehind(source), lineEnd)
  return { id, scene, source: ended, ...(seconds === undefined ? {} : { seconds }) }
}

export const withScene = (film: FilmDraft, id: string, scene: CardScene): FilmDraft =>
  withCards(
    film,
    film.cards.map((card) => (card.id === id ? cardOf(scene, id, card, film.lineEnd) : card)),
  )

/** @param seconds undefined: as long as it takes to read */
export function withSeconds(film: FilmDraft, id: string, seconds: number | undefined): FilmDraft {
  const timed = (card: Card): Card => {
    const { scene, seconds: _, ...rest } = card
    if (card.id !== id || scene === undefined) return card
    return cardOf(scene, id, { ...rest, ...(seconds === undefined ? {} : { seconds }) }, film.lineEnd)
  }
  return withCards(film, film.cards.map(timed))
}

const behind = (source: string): string => source.slice(source.trimEnd().length)
/** The blank lines behind a scene stay as they are. */
const linesBehind = (source: string): string => (/[\r\n]/.test(behind(source)) ? behind(source) : '\n')
/** There is a blank line between it and the next one. */
const isSpaced = (source: string): boolean => /[\r\n]$/.test(source) && linesIn(behind(source)).length > 2

/** The text of a card, written by hand. It may have become two scenes, or none. */
export function withSource(film: FilmDraft, id: string, source: string): FilmDraft {
  return withCards(
    film,
    film.cards.map((card) => (card.id === id ? { id, source: withEndsOf(card.source, source, film.lineEnd) } : card)),
  )
}

export function withMoved(film: FilmDraft, id: string, by: number): FilmDraft {
  const from = film.cards.findIndex((card) => card.id === id)
  const to = Math.min(Math.max(from + by, 0), film.cards.length - 1)
  const card = film.cards[from]
  if (card === undefined || from === to) return film
  const rest = film.cards.filter((each) => each !== card)
  return withCards(film, [...rest.slice(0, to), card, ...rest.slice(to)])
}

export const without = (film: FilmDraft, id: string): FilmDraft =>
  withCards(
    film,
    film.cards.filter((card) => card.id !== id),
  )

/** @param behind the card it stands behind; at the beginning when there is none */
export function withAdded(film: FilmDraft, card: Card, behind: string | undefined): FilmDraft {
  const at = film.cards.findIndex(({ id }) => id === behind) + 1
  const added = { ...card, source: withLineEnd(card.source, film.lineEnd) }
  return withCards(film, [...film.cards.slice(0, at), added, ...film.cards.slice(at)])
}

/** @param nextId of the second one */
export function withDivided(film: FilmDraft, id: string, nextId: string): FilmDraft {
  const scene = film.cards.find((card) => card.id === id)?.scene
  const halves = scene === undefined ? undefined : dividedScene(scene)
  if (halves === undefined) return film
  return withAdded(withScene(film, id, halves[0]), cardOf(halves[1], nextId, undefined, film.lineEnd), id)
}

export function withCopy(film: FilmDraft, id: string, copyId: string): FilmDraft {
  const card = film.cards.find((each) => each.id === id)
  return card === undefined ? film : withAdded(film, { ...card, id: copyId }, id)
}

/**
 * Puts cards in order: what begins beside another one than before gets a blank line, and a card without a heading of its own stays
 * under the one it stood under, or gets one.
 */
function withCards(film: FilmDraft, cards: readonly Card[]): FilmDraft {
  const { head, cards: before, lineEnd } = film
  const beside = (all: readonly Card[], id: string, by: -1 | 1) => all[all.findIndex((card) => card.id === id) + by]
  const headed = cards.map((card) => {
    if (card.isUnder === undefined || card.scene === undefined) return card
    const [old, now] = [beside(before, card.id, -1), beside(cards, card.id, -1)]
    const isSame = old?.id === now?.id && old?.scene?.heading === now?.scene?.heading
    return isSame ? card : cardOf(card.scene, card.id, card, lineEnd)
  })
  const spaced = headed.map((card) => {
    const next = beside(headed, card.id, 1)
    const isSame = next === undefined || next.id === beside(before, card.id, 1)?.id
    return isSame || isSpaced(card.source) ? card : { ...card, source: card.source.trimEnd() + lineEnd.repeat(2) }
  })
  const isHeadOpen = spaced.length > 0 && !/[\r\n]$/.test(head)
  return { ...film, head: isHeadOpen ? head + lineEnd.repeat(2) : head, cards: spaced }
}
