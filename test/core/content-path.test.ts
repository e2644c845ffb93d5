/** Names that may be written: whatever somebody sends, it stays inside the folder. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freeName, insidePath, newPath, tidyName } from '../../core/content-path.ts'

const hostile = fc.array(
  fc.oneof(
    fc.constantFrom(
      '..',
      '.',
      '/',
      '\\',
      '\0',
      ' ',
      'CON',
      'a',
      '.mp4',
      '\u202e',
      '\ud800',
      ':',
      'é',
      'e\u0301',
      '~',
      '%',
    ),
    fc.string({ unit: 'binary', maxLength: 5 }),
  ),
  { maxLength: 12 },
)
const outside = (path: string) => path.startsWith('/') || path.split('/').some((part) => /^\.|^$/.test(part))

describe('a name that is accepted', () => {
  test('never leads out of the folder and holds no sign that a file name cannot have', () => {
    fc.assert(
      fc.property(hostile, (parts) => {
        for (const verdict of [insidePath(parts.join('')), newPath(parts.join(''))]) {
          if (!verdict.ok) continue
          expect(outside(verdict.path)).toBe(false)
          expect(verdict.path).not.toMatch(/[\\\0]/)
          expect(verdict.path.isWellFormed()).toBe(true)
        }
        const verdict = newPath(parts.join(''))
        if (verdict.ok) expect(verdict.path).not.toMatch(/[\p{Cc}\u202a-\u202e]/u)
      }),
    )
  })

  test('is the same in every way of writing it', () => {
    expect(newPath('Cafe\u0301/x.mp4')).toEqual({ ok: true, path: 'Caf\u00e9/x.mp4' })
  })

  test.each([
    'offers/Summer (3).mp4',
    'Ärztin & Praxis.jpg',
    '診療所.png',
    'note.mp4.yaml',
    'film.vtt',
    '_drafts/a.mp4',
  ])('may be %s', (path) => {
    expect(newPath(path)).toEqual({ ok: true, path })
  })
})

test('what is there already can be named, however odd its name is', () => {
  const odd = [
    'a\nb.mp4',
    'film\u202e4pm.exe',
    `${'x'.repeat(255)}.mp4`,
    `${'x/'.repeat(20)}a.mp4`,
    'a/.film.mp4.icloud',
  ]
  for (const path of odd) {
    expect(insidePath(path)).toEqual({ ok: true, path })
    expect(newPath(path).ok).toBe(false)
  }
})

test('whatever a phone calls a file becomes a name that can be written', () => {
  fc.assert(
    fc.property(hostile, (parts) => {
      expect(newPath(tidyName(parts.join(''))).ok).toBe(true)
    }),
  )
  expect(tidyName('IMG_0001.HEIC')).toBe('IMG_0001.HEIC')
  expect(tidyName('C:\\fakepath\\a b.jpg')).toBe('a b.jpg')
  expect(tidyName('../../.bashrc')).toBe('bashrc')
})

test('a name that is taken gets a number', () => {
  const taken = new Set(['a/offer.mp4', 'a/offer 2.mp4', 'README'])
  const free = (path: string) => freeName(path, (name) => taken.has(name))
  expect(free('a/offer.mp4')).toBe('a/offer 3.mp4')
  expect(free('offer.mp4')).toBe('offer.mp4')
  expect(free('README')).toBe('README 2')
})
