/** What must not be torn apart on the wall: numbers that are dialled, and a dash from what it follows. */
import { describe, expect, test } from 'vitest'
import { parseExplainer } from '../../core/explainer.ts'
import { keptTogether } from '../../core/kept-together.ts'
import { piecesOf, widthOf } from '../../core/typeset.ts'

const isolated = (text: string) =>
  text
    .match(/\u2066(.*?)\u2069/u)?.[1]
    ?.replaceAll('\u2060', '')
    .replaceAll('\u00a0', ' ')

test.each([
  '0800-123-4567',
  '0800\u2011123\u20114567',
  '116 117',
  '+49 30 1234567',
  '(030) 123 45-67',
  '030/1234567',
  '+493012345678',
  '٠٨٠٠-١٢٣-٤٥٦',
])('%s keeps its order among Arabic letters, and stands on one line', (number) => {
  const text = keptTogether(`اتصلوا بنا على ${number} في أي وقت`)
  expect(isolated(text)).toBe(number)
  expect(piecesOf(text).some((piece) => piece.includes(text.match(/\u2066.*\u2069/u)?.[0] ?? '–'))).toBe(true)
})

test.each(['1–3', '10-14', '2025-2026', '09:30', '09:00-17:00', '1.5', '5 10', '12,500.00', '24/7'])(
  '%s is left as it was written',
  (figure) => {
    const text = `خلال ${figure} أيام`
    expect(keptTogether(text)).toBe(text)
  },
)

test('a number in Hebrew and in Persian sentences is kept too, and one that ends a sentence without its full stop', () => {
  expect(isolated(keptTogether('התקשרו אלינו: 03-123-4567.'))).toBe('03-123-4567')
  expect(isolated(keptTogether('با شماره 0800-123-4567 تماس بگیرید.'))).toBe('0800-123-4567')
})

test('among other letters a number only stays on its line', () => {
  expect(keptTogether('Call 0800-123-4567 or 116 117.')).toBe('Call 0800-\u2060123-\u20604567 or 116\u00a0117.')
})

test('what is not seen takes no room, also between the letters of a title', () => {
  for (const face of ['text', 'display'] as const) {
    expect(widthOf(keptTogether('0800-123-4567'), face, 100)).toBe(widthOf('0800-123-4567', face, 100))
  }
})

test('a dash between two thoughts ends a line and begins none', () => {
  expect(piecesOf(keptTogether('Two areas – one visit — today'))).toEqual([
    'Two ',
    'areas\u00a0– ',
    'one ',
    'visit\u00a0— ',
    'today',
  ])
  expect(keptTogether('– so it begins')).toBe('– so it begins')
})

test('a currency, a per cent sign and the second letter of an abbreviation stay with what is before them', () => {
  expect(keptTogether('Für 1.250,50 € z. B. 20 % oder $ 5.')).toBe(
    'Für 1.250,50\u00a0€ z.\u00a0B. 20\u00a0% oder $\u00a05.',
  )
})

test('where a column has no room for a whole number, the film is made all the same', () => {
  const steps = '1. Rufen Sie an: +49 (0)30 1234 5678 90123 45678\n2. Kommen Sie.'
  const film = `---\ntitle: Anruf\ntemplate: procedure\n---\n\n## Rufen Sie an\n\n${steps}\n`
  const parsed = parseExplainer(film)
  expect(parsed.ok && JSON.stringify(parsed.explainer.scenes)).toContain('+49 (0)30 1234 5678 90123 45678')
})

test('words without such a number are the very same', () => {
  const text = 'Wir rufen Sie um 9:30 Uhr an, Raum 2, Tag 1–3.'
  expect(keptTogether(text)).toBe(text)
})

test('the plus of a sun cream stays behind its number among letters that are read from right to left', () => {
  expect(keptTogether('كريم SPF 50+')).toBe('كريم SPF 50+\u200e')
  expect(keptTogether('Sun cream, SPF 50+')).toBe('Sun cream, SPF 50+')
})

describe('a number and its unit', () => {
  test.each([['2 mm'], ['0,5–1 ml'], ['120/80 mmHg'], ['5 mg/ml'], ['37 °C'], ['20 min'], ['10 %']])(
    '%s stay together, and in their order among Arabic and Persian letters',
    (measure) => {
      const whole = measure.replaceAll(' ', '\u00a0')
      expect(keptTogether(`About ${measure} deep`)).toBe(`About ${whole} deep`)
      expect(keptTogether(`حوالي ${measure} تحت الجلد`)).toBe(`حوالي \u2066${whole}\u2069 تحت الجلد`)
    },
  )

  test('are so in a film, whose language tells the direction', () => {
    const numbers = ':::numbers\n- 2 mm: عمق\n- SPF 50+: هر روز\n:::\n'
    const film = parseExplainer(
      `---\ntitle: خلاصه\ntemplate: procedure\n---\n\n## خلاصه\n\n${numbers}`,
      'needles.fa.md',
    )
    expect(film.ok && film.explainer.scenes[1]?.scene).toMatchObject({
      numbers: [{ value: '\u20662\u00a0mm\u2069' }, { value: 'SPF 50+\u200e' }],
    })
  })

  test('keep their order where they stand for themselves in a film that is read from the right', () => {
    expect(keptTogether('20 min', 'fa')).toBe('\u206620\u00a0min\u2069')
    expect(keptTogether('SPF 50+', 'ar')).toBe('SPF 50+\u200e')
    expect(keptTogether('20 min', 'de')).toBe('20\u00a0min')
    expect(keptTogether('SPF 50+', 'de')).toBe('SPF 50+')
  })

  test.each([['3 males'], ['Vitamin B12 g'], ['week 2 starts'], ["i 3 l'anno"]])(
    'a number and another word are left alone: %s',
    (text) => {
      expect(keptTogether(text)).toBe(text)
    },
  )
})
