/** What a note beside a file may say, what is said about one with a slip in it, and how a form writes one. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { besideOf, besides, editSidecar, parseSidecar, type Sidecar, stemOf, validityOf } from '../../core/sidecar.ts'
import { problemText } from '../../core/yaml-document.ts'

const problemsOf = (text: string) => {
  const parsed = parseSidecar(text)
  return parsed.ok ? [] : parsed.problems.map(problemText)
}
const noteOf = (text: string): Sidecar => {
  const parsed = parseSidecar(text)
  if (!parsed.ok) throw new Error(parsed.problems.map(problemText).join(' '))
  return parsed.value
}

const everything = `# What marketing wants
title: Summer offer
seconds: 20 # as long as the poster
validFrom: 2026-06-01
validUntil: 2026-08-31T18:00:00+02:00
consent:
  subject: the patient of 12 May   # form in the drawer
  expires: 2028-05-12
captions: media/summer.vtt
speech: captioned
flashing: accepted
tags: [summer, skin]
services: [consultation]
locale: es-MX
weight: 3
`

describe('a note', () => {
  test('says all this', () => {
    expect(noteOf(everything)).toEqual({
      title: 'Summer offer',
      seconds: 20,
      validFrom: '2026-06-01',
      validUntil: '2026-08-31T18:00:00+02:00',
      consent: { subject: 'the patient of 12 May', expires: '2028-05-12' },
      captions: 'media/summer.vtt',
      speech: 'captioned',
      flashing: 'accepted',
      tags: ['summer', 'skin'],
      services: ['consultation'],
      locale: 'es-MX',
      weight: 3,
    })
  })

  test('may come from a program that marks the beginning of a text, or ends its lines as Windows does', () => {
    expect(noteOf(`\uFEFF${everything.replaceAll('\n', '\r\n')}`)).toEqual(noteOf(everything))
  })

  test.each([
    ['validUntill: 2026-08-31', 'Line 1: "validUntill" is not known here. Did you mean "validUntil"?'],
    [
      'title: A\nconsent:\n  subject: B\n  expire: 2026-01-01',
      'Line 4: "expire" is not known here. Did you mean "expires"?',
    ],
    ['consent:\n  subject: B', 'Line 2: "expires" is not a date. Write it like 2026-11-21.'],
    ['consent:\n  subject: B\n  expires: 31.12.2026', 'Line 3: "expires" is not a date. Write it like 2026-11-21.'],
    ['consent:\n  subject: B\n  expires: 2026-02-29', 'Line 3: "expires" is not a date. Write it like 2026-11-21.'],
    ['consent:\n  subject: B\n  expires:', 'Line 3: "expires" is not a date. Write it like 2026-11-21.'],
    ['consent: yes', 'Line 1: "consent" must be a group of settings'],
    ['title: A\nvalidUntil: soon', 'Line 2: "validUntil" is not a date. Write it like 2026-11-21, or to the minute'],
    ['validFrom: 2026', 'Line 1: "validFrom" is not a date.'],
    ['validFrom: 2026-06-01T08:00', 'Line 1: "validFrom" is not a date.'],
    ['validFrom: 2026-06-02\nvalidUntil: 2026-06-01', 'Line 2: "validUntil" lies before "validFrom"'],
    ['seconds: 0', 'Line 1: "seconds" must be at least 1.'],
    ['seconds: 3601', 'Line 1: "seconds" must be at most 3600.'],
    ['flashing: yes', 'Line 1: "flashing" must be accepted.'],
    ['speech: some', 'Line 1: "speech" must be one of: none, captioned.'],
    ['captions: summer.sub', 'Line 1: Captions are a file that ends in .vtt'],
    [`tags: [${'a,'.repeat(21)}]`, 'Line 1: "tags" has 21 entries. At most 20 fit.'],
    [`title: ${'x'.repeat(81)}`, 'Line 1: "title" has 81 characters. At most 80 fit.'],
    ['weight: 11', 'Line 1: "weight" must be at most 10.'],
    ['', 'Line 1: This file is empty.'],
  ])('with a slip is refused, and the line is said: %j', (text, told) => {
    expect(problemsOf(text)[0]).toContain(told)
  })
})

test('a note belongs to the file whose name it carries, with or without the ending', () => {
  expect(besideOf('media/summer.mp4.yaml')).toBe('media/summer.mp4')
  expect(besideOf('media/summer.YML')).toBe('media/summer')
  expect(besideOf('media/summer.mp4.vtt')).toBe('media/summer.mp4')
  expect(stemOf('media/summer.mp4')).toBe('media/summer')
  expect(stemOf('a.b/summer')).toBe('a.b/summer')
})

describe('the words beside a file', () => {
  const there = ['garden.jpg', 'twice.mp4', 'twice.jpg', 'a/film.MP4', 'v1.2.mp4', 'brand.mp4', 'summer.mp4']

  test.each([
    ['summer.mp4.yaml', 'summer.mp4'],
    ['a/summer.MP4.yml', 'a/summer.MP4'],
    ['summer.mp4.vtt', 'summer.mp4'],
    ['summer.mp4.SRT', 'summer.mp4'],
    ['garden.yaml', 'garden.jpg'],
    ['a/film.vtt', 'a/film.MP4'],
    ['v1.2.yaml', 'v1.2.mp4'],
    ['twice.jpg.yaml', 'twice.jpg'],
    ['brand.mp4.yaml', 'brand.mp4'],
  ])('%j belongs to %j', (name, of) => {
    expect(besides(of, [...there, name])).toEqual([name])
    for (const other of there) if (other !== of) expect(besides(other, [...there, name])).toEqual([])
  })

  test.each(['twice.yaml', 'nowhere.yaml', 'film.vtt', 'brand.yaml', 'garden.jpg', '.yaml', 'read me.txt'])(
    '%j belongs to none that can be named',
    (name) => {
      for (const file of there) expect(besides(file, [...there, name])).toEqual([])
    },
  )

  test('a film called like the stem of another keeps what is called like itself', () => {
    expect(besides('film.mp4.mp4', ['film.mp4.mp4', 'film.mp4', 'film.mp4.vtt'])).toEqual([])
    expect(besides('film.mp4', ['film.mp4.mp4', 'film.mp4', 'film.mp4.vtt'])).toEqual(['film.mp4.vtt'])
  })
})

describe('a form writes a note', () => {
  test('that was not there', () => {
    const text = editSidecar(undefined, {
      title: 'Summer: the offer',
      consent: { subject: 'A', expires: '2026-11-21' },
    })
    expect(text).toBe('title: "Summer: the offer"\nconsent:\n  subject: A\n  expires: 2026-11-21\n')
  })

  test('and leaves comments, order and everything it did not change', () => {
    const changed = editSidecar(everything, {
      seconds: 30,
      consent: { subject: 'the patient of 12 May', expires: '2030-05-12' },
      validFrom: null,
    })
    expect(changed).toBe(
      everything
        .replace('seconds: 20', 'seconds: 30')
        .replace('2028-05-12', '2030-05-12')
        .replace('12 May   #', '12 May #')
        .replace('validFrom: 2026-06-01\n', ''),
    )
  })

  test('with nothing left, which is still a note', () => {
    expect(noteOf(editSidecar('title: A\n', { title: null }))).toEqual({})
  })

  const anyChanges = fc.record(
    {
      title: fc.option(fc.string({ minLength: 1, maxLength: 80 }).map((text) => `${text.trim()}x`.slice(-80))),
      seconds: fc.option(fc.integer({ min: 1, max: 3_600 })),
      validFrom: fc.option(fc.constantFrom('2026-01-01', '2026-01-01T00:00:00Z')),
      consent: fc.option(fc.record({ subject: fc.constantFrom('A', '#B', 'yes'), expires: fc.constant('2027-01-01') })),
      tags: fc.option(fc.array(fc.constantFrom('1', 'null', 'a: b'), { maxLength: 3 })),
    },
    { requiredKeys: [] },
  )

  test('that says what was put in, whatever it said before', () => {
    fc.assert(
      fc.property(anyChanges, anyChanges, (before, after) => {
        const text = editSidecar(editSidecar(undefined, before), after)
        const wanted = Object.entries({ ...before, ...after }).filter(([, value]) => value !== null)
        const { title, ...rest } = noteOf(text)
        const { title: wantedTitle, ...wantedRest } = Object.fromEntries(wanted) as Sidecar
        expect(rest).toEqual(wantedRest)
        expect(title).toBe(wantedTitle?.trim())
      }),
    )
  })
})

describe('when a file may play', () => {
  const day = 86_400_000
  const boundsOf = (text: string) => ({ startMs: Date.parse(text), endMs: Date.parse(text) + day })
  const validity = (note: Sidecar) => validityOf(note, boundsOf, Date.parse)

  test('both days belong to it, and an instant is exact', () => {
    expect(validity({ validFrom: '2026-06-01', validUntil: '2026-06-30' })).toEqual({
      fromMs: Date.parse('2026-06-01T00:00:00Z'),
      untilMs: Date.parse('2026-07-01T00:00:00Z'),
      endsByConsent: false,
    })
    expect(validity({ validUntil: '2026-06-30T12:00:00+02:00' }).untilMs).toBe(Date.parse('2026-06-30T10:00:00Z'))
  })

  test('whichever ends first, the dates or the consent', () => {
    const consent = { subject: 'A', expires: '2026-06-10' }
    expect(validity({ validUntil: '2026-06-30', consent })).toEqual({
      untilMs: Date.parse('2026-06-11T00:00:00Z'),
      endsByConsent: true,
    })
    expect(validity({ validUntil: '2026-06-01', consent }).endsByConsent).toBe(false)
  })

  test('without dates, always', () => {
    expect(validity({ title: 'A' })).toEqual({ endsByConsent: false })
  })
})
