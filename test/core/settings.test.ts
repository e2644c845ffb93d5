/** Settings of the first day, quiet hours, waits on the TV, and how large letters have to be. */
import { expect, test } from 'vitest'
import { withBrand } from '../../core/brand-text.ts'
import { languageTags } from '../../core/languages.ts'
import { legibilityOf } from '../../core/legibility.ts'
import { firstSettings, isQuietAt, settings } from '../../core/settings.ts'
import { defaultBrand } from '../../core/theme.ts'
import { waitOnTv } from '../../core/wait.ts'

test('on the first day times are for the desk only, and events stay 30 days', () => {
  expect(firstSettings).toMatchObject({
    setup: 'clinic',
    times: { shownOn: 'desk', services: {} },
    retentionDays: 30,
    languages: { tv: ['en'], patients: [...languageTags] },
  })
  expect(settings.parse({})).toEqual(firstSettings)
})

test('the TV shows at most two languages, each once', () => {
  const isGood = (tv: readonly string[]) => settings.safeParse({ languages: { tv, patients: ['en'] } }).success
  expect([isGood(['de', 'en']), isGood(['de', 'de']), isGood(['de', 'en', 'fr']), isGood([])]).toEqual([
    true,
    false,
    false,
    false,
  ])
})

test('quiet hours may cross midnight', () => {
  const quiet = (from: string, to: string) => settings.parse({ sound: { quiet: { from, to } } })
  const times = ['19:59', '20:00', '00:00', '06:59', '07:00']
  expect(times.map((time) => isQuietAt(quiet('20:00', '07:00'), time))).toEqual([false, true, true, true, false])
  expect(times.map((time) => isQuietAt(quiet('00:00', '07:00'), time))).toEqual([false, false, true, true, false])
  expect(isQuietAt(firstSettings, '03:00')).toBe(false)
})

test('letters are as large as the measures of legibility ask', () => {
  const at6 = (screenInches: number) => legibilityOf({ screenInches, farthestSeatMetres: 6 })
  expect([at6(43).text, at6(43).codes]).toEqual([
    { millimetres: 28, pixels: 57 },
    { millimetres: 42, pixels: 85 },
  ])
  expect([at6(55).text, at6(55).codes]).toEqual([
    { millimetres: 28, pixels: 44 },
    { millimetres: 42, pixels: 67 },
  ])
})

test('a room is judged in one sentence', () => {
  expect(legibilityOf({ screenInches: 55, farthestSeatMetres: 5 })).toMatchObject({
    isReadable: true,
    sentence:
      'On a 55-inch TV, films can be read from up to 5 m. Your farthest seat is 5 m away: everybody can read them.',
  })
  expect(legibilityOf({ screenInches: 43, farthestSeatMetres: 6 })).toMatchObject({
    isReadable: false,
    sentence:
      'On a 43-inch TV, films can be read from up to 3.9 m, and your farthest seat is 6 m away. Take a TV of 65 inches or more, or move the seats to within 3.9 m.',
  })
  // Upright there is less room beside the queue.
  expect(legibilityOf({ screenInches: 55, farthestSeatMetres: 5, hangs: 'upright' })).toMatchObject({
    isReadable: false,
    sentence:
      'On a 55-inch TV, films can be read from up to 4 m, and your farthest seat is 5 m away. Take a TV of 75 inches or more, or move the seats to within 4 m.',
  })
})

test('whose turn comes is always said; minutes, words or nothing as the clinic wants', () => {
  const told = (kind: 'range' | 'next', p50: number) => ({
    wait: { p50, shown: { kind, text: '' } },
    onTv: { kind, text: 'about 10–20 min' },
  })
  expect(waitOnTv(told('next', 0), 'nothing')).toEqual({ kind: 'next', text: 'about 10–20 min' })
  expect(waitOnTv(told('range', 15), 'minutes').text).toBe('about 10–20 min')
  expect([waitOnTv(told('range', 15), 'busy-quiet').text, waitOnTv(told('range', 25), 'busy-quiet').text]).toEqual([
    'a short wait',
    'a longer wait',
  ])
  expect(waitOnTv(told('range', 15), 'nothing')).toEqual({ kind: 'none', text: '' })
})

test('a brand is written into its file, and what somebody noted there stays', () => {
  const before =
    '# ours\nname: Old # since 1990\ntagline: Gone\ncolors:\n  # dark\n  ground: "#10272e"\n  surface: "#1b3a42"\n  text: "#f5efe4"\n  muted: "#a9c1c1"\n  accent: "#f2b98c"\n'
  const { name: _, tagline: __, ...rest } = defaultBrand
  const after = withBrand(before, { ...rest, name: 'Praxis: "Am See"' })
  expect(after).toBe(before.replace('name: Old', 'name: \'Praxis: "Am See"\'').replace('tagline: Gone\n', ''))
  expect(withBrand('name: [', { ...rest, name: 'New' })).toMatch(
    /^# What this clinic[\s\S]*\nname: New\ncolors:\n {2}ground: "#10272e"/,
  )
})
