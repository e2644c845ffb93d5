/** The board on a wall: large enough, inside the edges, nothing cut off, and what it says to whom. */
import { describe, expect, test } from 'vitest'
import { wordsIn } from '../../core/board-words.ts'
import type { BoardSnapshot, Call } from '../../core/queue-contract.ts'
import { announcedLanguages } from '../../renderer/tv/announcements.ts'
import { boardAt } from '../../renderer/tv/board.ts'
import { calledEntries, quietWords } from '../../renderer/tv/called-row.tsx'
import { type Box, callSize, capitalShare, geometryOf } from '../../renderer/tv/geometry.ts'
import { openingWords } from '../../renderer/tv/opening.ts'
import { linesThatFit, pagesOf, partsThatFit } from '../../renderer/tv/pages.ts'
import { sentencesFor } from '../../renderer/tv/sentence-row.tsx'
import { sideOn } from '../../renderer/tv/wander.ts'

const at = '2026-11-21T09:00:00Z'
const now = Date.parse(at)
const empty: BoardSnapshot = {
  ...{ revision: 1, at, demo: false, stateHash: '0'.repeat(32), day: 'open' },
  ...{ rooms: { '1': 'Room 1', laser: 'Laser suite' }, waiting: [], serving: [], missing: [], called: [] },
}
const called = (code: string, more: Partial<Call> = {}): Call => ({
  ...{ code, room: 'desk', at, announceFrom: at, announceUntil: '2026-11-21T09:00:08Z' },
  ...more,
})

describe('on a 43-inch screen with the last seat at 6 m', () => {
  const room = { screenInches: 43, farthestSeatMetres: 6 }
  const wide = { width: 1920, height: 1080 }
  const tall = { width: 1080, height: 1920 }

  test('everything has capitals of 57 pixels, codes and rooms of 85, a called code of 296', () => {
    for (const [screen, side] of [
      [wide, 'right'],
      [tall, 'left'],
    ] as const) {
      const { text, code } = geometryOf(screen, room, side)
      expect(text * capitalShare).toBeGreaterThanOrEqual(57)
      expect(code * capitalShare).toBeGreaterThanOrEqual(85)
      expect(callSize(screen) * capitalShare).toBeGreaterThanOrEqual(296)
    }
  })

  test.each([
    ['lying, the queue on the right', wide, 'right'],
    ['lying, the queue on the left', wide, 'left'],
    ['standing', tall, 'right'],
  ] as const)('%s: what is written keeps off the edges and out of the film, which is 16:9', (_, screen, side) => {
    const { film, waiting, called: row, sentence, rows, isStanding } = geometryOf(screen, room, side)
    expect(film.width / film.height).toBeCloseTo(16 / 9, 6)
    expect(film.width).toBeGreaterThanOrEqual(screen.width * 0.75)
    for (const box of [waiting, row, sentence]) {
      expect(box.x).toBeGreaterThanOrEqual(0)
      expect(box.y + box.height).toBeLessThanOrEqual(screen.height * 0.95 + 0.01)
      expect(overlaps(box, film)).toBe(false)
    }
    for (const [one, other] of [
      [waiting, row],
      [waiting, sentence],
      [row, sentence],
    ] as const)
      expect(overlaps(one, other)).toBe(false)
    // Nobody turns pages for ever.
    expect(waiting.height - rows.title).toBeGreaterThan((isStanding ? 4 : 6) * rows.code)
  })
})

test.each([
  ['right', 4],
  ['right', 3],
  ['left', 4],
  ['left', 3],
] as const)(
  'with the list on the %s and the last seat at %d m, half a letter of ground lies between list and film',
  (side, metres) => {
    const screen = { width: 1920, height: 1080 }
    const { film, waiting, text } = geometryOf(screen, { screenInches: 43, farthestSeatMetres: metres }, side)
    const between = side === 'right' ? waiting.x - film.width : film.x - waiting.x - waiting.width
    expect(between).toBeGreaterThanOrEqual(text * 0.5)
  },
)

test.each([
  ['at 6 m from a 43-inch screen, which is too far', 43, 6, 0.45],
  ['at 4 m from a 55-inch screen', 55, 4, 0.6],
])(
  'upright, %s: films made for it have most of the height, and the queue all that it needs',
  (_, inches, metres, share) => {
    const tall = { width: 1080, height: 1920 }
    const room = { screenInches: inches, farthestSeatMetres: metres, hangs: 'upright' } as const
    const { film, waiting, called: row, sentence, rows } = geometryOf(tall, room, 'right')
    expect(film.height / tall.height).toBeGreaterThanOrEqual(share)
    expect(film.height / tall.height).toBeLessThanOrEqual(0.6)
    for (const box of [waiting, row, sentence]) expect(overlaps(box, film)).toBe(false)
    expect(sentence.y + sentence.height).toBeLessThanOrEqual(tall.height * 0.95 + 0.01)
    expect(overlaps(waiting, row) || overlaps(waiting, sentence)).toBe(false)
    expect(waiting.height - rows.title).toBeGreaterThanOrEqual(2 * rows.code - 0.01)
    // As long as films lie across, they stand at its head.
    expect(geometryOf(tall, { ...room, hangs: 'wide' }, 'right').film.height).toBe((1080 * 9) / 16)
  },
)

const overlaps = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width - 0.01 &&
  other.x < one.x + one.width - 0.01 &&
  one.y < other.y + other.height - 0.01 &&
  other.y < one.y + one.height - 0.01

test('a list that is too long has pages; everybody is on one of them, in order', () => {
  const list = Array.from({ length: 14 }, (_, index) => index)
  const pages = pagesOf(list, () => 1.5, 6)
  expect(pages.map(({ length }) => length)).toEqual([4, 4, 4, 2])
  expect(pages.flat()).toEqual(list)
  expect(pagesOf([1], () => 9, 6)).toEqual([[1]])
})

test('a sentence is broken into as few lines as fit, of about the same length', () => {
  const sentence = 'Called by appointment and clinician, not by order of arrival.'
  expect(linesThatFit(sentence, () => true)).toEqual([sentence])
  expect(linesThatFit(sentence, ({ length }) => length <= 41)).toEqual([
    'Called by appointment and',
    'clinician, not by order of arrival.',
  ])
})

test('whoever looks up sees a part of the text that says something: a sentence, or a phrase up to its comma', () => {
  const parts = (text: string, most: number) => partsThatFit(text, ({ length }) => length <= most)
  const order = 'Called by appointment and clinician, not by order of arrival.'
  expect(parts(order, 70)).toEqual([order])
  expect(parts(order, 40)).toEqual(['Called by appointment and clinician,', 'not by order of arrival.'])
  // Only where a phrase is too long by itself, and then it is seen that it goes on.
  expect(parts(order, 30)).toEqual(['Called by appointment…', '…and clinician,', 'not by order of arrival.'])
  expect(parts('Some wait, longer, sorry: others had to go first.', 30)).toEqual([
    'Some wait, longer, sorry:',
    'others had to go first.',
  ])
  expect(parts('Sorry. Dr. Lind is late. Ask us.', 22)).toEqual(['Sorry.', 'Dr. Lind is late.', 'Ask us.'])
  expect(parts('窗边备有热水和茶，请自行取用。诊所周五中午关门。', 15)).toEqual([
    '窗边备有热水和茶，请自行取用。',
    '诊所周五中午关门。',
  ])
})

test('codes are never parted from what is asked of them, and the order is said more briefly where it would be broken', () => {
  const missing = ['K47', 'M36', 'P74']
  const said = (most: number) =>
    sentencesFor({ ...empty, missing }, ['en'], ({ length }) => length <= most).map(({ text }) => text)
  expect(said(50)).toContain('K47, M36, P74: please come to the desk')
  expect(said(30)[0]).toBe('By appointment and clinician, not by order of arrival.')
  expect(said(30)).toEqual(expect.arrayContaining(missing.map((code) => `${code}: please come to the desk`)))
})

test('what is late is said as it was promised where each of its phrases fits, else more briefly', () => {
  const said = (board: Partial<BoardSnapshot>, language: string, most: number) =>
    sentencesFor({ ...empty, ...board }, [language], ({ length }) => length <= most).at(-1)?.text
  const long =
    'Some appointments are running about 40 minutes late. We are sorry. Ask us if you would like another time.'
  expect(said({ delay: 40 }, 'en', 52)).toBe(long)
  expect(said({ delay: 40 }, 'en', 50)).toBe('Some are about 40 min late. Sorry. Ask for another time.')
  expect(said({ later: ['provider-away'] }, 'fr', 40)).toContain('absent ou en retard')
  expect(said({ later: ['provider-away'] }, 'fr', 30)).toContain('n’est pas là')
  expect(said({ later: ['provider-away'] }, 'ru', 40)).toContain('опоздал или отошёл')
})

test('late in the day codes have three digits, and as many of them stand together as fit then', () => {
  const missing = ['W966', 'W964', 'V972']
  const said = sentencesFor({ ...empty, missing }, ['en'], ({ length }) => length <= 40).map(({ text }) => text)
  expect(said).toEqual(expect.arrayContaining(['W966, W964: please come to the desk', 'V972: please come to the desk']))
})

test('a word that is wider than the screen is broken, and so is a script without spaces', () => {
  const fits = ({ length }: string) => length <= 20
  expect(linesThatFit('Neue Behandlungszimmertürschlossreparatur heute', fits)).toEqual([
    'Neue',
    'Behandlungszimmertü-',
    'rschlossreparatur',
    'heute',
  ])
  const tea = '窗边备有热水和茶，请自行取用。诊所周五中午关门，感谢您的理解。'
  const lines = linesThatFit(tea, fits)
  expect(lines.join('')).toBe(tea)
  expect(lines).toHaveLength(2)
  for (const line of lines) expect(line).toMatch(/^[^，。]/)
})

test('who is called stands with a door; who is wanted at the desk or is missing stands there, too, once', () => {
  const board: BoardSnapshot = {
    ...empty,
    serving: [
      { code: 'A24', room: '1' },
      { code: 'C37', room: 'laser' },
    ],
    missing: ['K47'],
    called: [
      called('K47', { to: 'desk' }),
      called('F29', { to: 'desk' }),
      called('H32', { to: 'seat' }),
      called('A24'),
    ],
  }
  expect(calledEntries(board, now)).toEqual([
    { code: 'A24', to: 'room', sign: { kind: 'number', text: '1' } },
    { code: 'C37', to: 'room', sign: { kind: 'name', text: 'Laser suite' } },
    { code: 'F29', to: 'desk' },
    { code: 'H32', to: 'seat' },
    { code: 'K47', to: 'desk' },
  ])
  const later = calledEntries(board, now + 4 * 60_000)
  expect(later.map(({ code }) => code)).toEqual(['A24', 'C37', 'K47'])
})

test('while nobody is called, a call is promised only when somebody is there to call', () => {
  const waits: BoardSnapshot = { ...empty, waiting: [{ code: 'K47', shown: { kind: 'none', text: '' } }] }
  const said = (board: BoardSnapshot, language = 'en') => quietWords(board, wordsIn(language), 'Europe/Berlin')
  expect(said(waits)).toBe('The next call comes soon.')
  expect(said({ ...waits, pause: { until: '2026-11-21T11:30:00Z' } })).toBe('Break until 12:30')
  expect(said({ ...waits, pause: { until: '2026-11-21T11:30:00Z' } }, 'de')).toBe('Pause bis 12:30')
  expect(said({ ...waits, pause: {} })).toBe('')
  expect(said(empty)).toBe('')
})

test('the line along the bottom always says the order, and whatever else there is, in both languages', () => {
  const said = (board: BoardSnapshot) => sentencesFor(board, ['en', 'ar'], () => true).map(({ text }) => text)
  expect(said(empty)).toEqual([
    'Called by appointment and clinician, not by order of arrival.',
    'النداء بحسب الموعد والمعالج، لا بترتيب الوصول.',
  ])
  expect(said({ ...empty, missing: ['K47', 'M36'], delay: 40 })).toEqual(
    expect.arrayContaining([
      'K47, M36: please come to the desk',
      'Some appointments are running about 40 minutes late. We are sorry. Ask us if you would like another time.',
    ]),
  )
})

test('the line says why times are later, once for each reason, and who is late only once', () => {
  const said = (board: BoardSnapshot) => sentencesFor(board, ['en'], () => true).map(({ text }) => text)
  expect(said({ ...empty, later: ['provider-away', 'long-visit'] }).slice(1)).toEqual([
    'Some wait longer, sorry: one of us is late or away.',
    'Some wait longer, sorry: a visit is taking longer.',
  ])
  expect(said({ ...empty, later: ['provider-away'], delay: 40 })).toHaveLength(2)
})

test('a queue that is old is said to be stale, then gone; a clinic that is closed says when it opens', () => {
  const busy = { ...empty, missing: ['K47'] }
  expect(boardAt(busy, 0).kind).toBe('live')
  expect(boardAt(busy, 16_000).kind).toBe('stale')
  expect(boardAt(busy, 121_000).kind).toBe('none')
  expect(boardAt(empty, 0).kind).toBe('none')
  expect(boardAt({ ...empty, opensAt: '2026-11-23T08:00:00Z' }, 0)).toEqual({
    kind: 'closed',
    opensAt: '2026-11-23T08:00:00Z',
  })
  expect(openingWords('2026-11-23T08:00:00Z', ['en'], now, 'Europe/Berlin').text).toBe('Closed · opens Monday 9:00')
  expect(openingWords('2026-11-21T12:30:00Z', ['de'], now, 'Europe/Berlin').text).toBe('Geschlossen · öffnet 13:30')
})

test('a call is made in the language of the ticket first, if the board speaks it, and in two at most', () => {
  expect(announcedLanguages(called('K47', { language: 'ar' }), ['en', 'es'])).toEqual(['ar', 'en'])
  expect(announcedLanguages(called('K47', { language: 'en-GB' }), ['en'])).toEqual(['en'])
  expect(announcedLanguages(called('K47', { language: 'th' }), ['de', 'tr'])).toEqual(['de', 'tr'])
})

test('the queue changes sides from day to day, by the clinic’s calendar', () => {
  const evening = Date.parse('2026-11-21T22:30:00Z')
  expect(sideOn(now, 'Europe/Berlin')).toBe(sideOn(evening, 'Europe/Berlin'))
  expect(sideOn(evening, 'Europe/Berlin')).not.toBe(sideOn(evening + 3_600_000, 'Europe/Berlin'))
})
