/** How the studio orders files, and what it says of them. */
import { expect, test } from 'vitest'
import type { Asset } from '../../core/asset.ts'
import type { FilmEntry } from '../../core/film-contract.ts'
import { notice, refusal } from '../../core/remarks.ts'
import { makingWords, ordinalOf } from '../../renderer/studio/making-words.ts'
import { find, grouped, shelved } from '../../renderer/studio/shelves.ts'
import { bytesOf, lengthOf, sizeOf, stateOf } from '../../renderer/studio/words.ts'

const asset = (path: string, more: Partial<Asset> = {}): Asset => ({
  id: path,
  path,
  kind: 'video',
  state: 'ready',
  notices: [],
  ...more,
})

test('what needs somebody comes first, what lies outside its dates apart, drafts last', () => {
  const groups = grouped([
    asset('_drafts/a.mp4', { question: { code: 'plays-silently' } }),
    asset('b.mp4', { state: 'refused', reason: refusal('damaged') }),
    asset('c.mp4', { question: { code: 'plays-silently' } }),
    asset('d.mp4', { notices: [notice('over')] }),
    asset('e.mp4', { state: 'working' }),
    asset('new.md', { notices: [notice('unchecked')] }),
    asset('changed.md', { notices: [notice('check-again')] }),
    // No day will come on which they play by themselves.
    asset('offer.md', { notices: [notice('undated')] }),
    asset('video.md', { notices: [notice('example-address')] }),
    asset('10.mp4'),
    asset('2.mp4'),
    asset('z/1.mp4'),
  ])
  const named = [...groups].map(([group, assets]) => [group, assets.map(({ path }) => path)])
  expect(named).toEqual([
    ['needs-you', ['b.mp4', 'c.mp4', 'changed.md', 'offer.md', 'video.md']],
    ['to-check', ['new.md']],
    ['working', ['e.mp4']],
    ['on-tv', ['2.mp4', '10.mp4', 'z/1.mp4']],
    ['resting', ['d.mp4']],
    ['drafts', ['_drafts/a.mp4']],
  ])
  expect(shelved(groups.get('on-tv') ?? []).map(({ folder }) => folder)).toEqual(['', 'z'])
})

test('files are found by every word of their title and path, accents or not', () => {
  const assets = [asset('rooms/Café.jpg', { title: 'The Café' }), asset('rooms/lake.jpg')]
  expect(find(assets, 'cafe rooms').map(({ path }) => path)).toEqual(['rooms/Café.jpg'])
  expect(find(assets, '  ')).toHaveLength(2)
})

test('of films it is said which one is being made and who waits where, and no number that nobody has', () => {
  const film = (more: Partial<FilmEntry>): FilmEntry => ({
    ...{ path: 'a.md', title: 'A', state: 'waiting', progress: 0, position: 12, ...more },
  })
  expect(makingWords(film({ remainingS: 16_460 }))).toBe('Waits, 12th in line: ready in about 5 h')
  expect(makingWords(film({}))).toBe('Waits, 12th in line')
  expect(makingWords(film({ state: 'stills', position: 1, remainingS: 200 }))).toBe(
    'Its pictures are being made: ready in about 3 min',
  )
  expect(makingWords(film({ state: 'film', progress: 0.42, remainingS: 17 }))).toBe(
    'Its film is being made: 42 %, about 20 s left',
  )
  // It rests, or is there: nobody waits for it.
  const { position: _, ...resting } = film({})
  expect(makingWords(resting)).toBeUndefined()
  expect([1, 2, 3, 4, 11, 12, 13, 21, 102, 111].map(ordinalOf).join()).toBe(
    '1st,2nd,3rd,4th,11th,12th,13th,21st,102nd,111th',
  )
  const asset0 = asset('a.md', { kind: 'explainer', state: 'working', progress: 0 })
  expect(stateOf(asset0, 'UTC')).toBe('Its film waits to be made')
})

test('states, lengths and sizes are said in words', () => {
  expect(stateOf(asset('a.mp4', { nextPlay: '2026-03-03T13:12:00.000Z' }), 'Europe/Berlin')).toBe('Next on TV at 14:12')
  expect(stateOf(asset('a.mp4'), 'Europe/Berlin')).toBe('Plays in its turn')
  expect(stateOf(asset('_drafts/a.mp4'), 'Europe/Berlin')).toBe('A draft: never on the TV')
  expect(stateOf(asset('a.mp4', { notices: [notice('consent-over')] }), 'UTC')).toBe('Not on the TV now')
  expect(stateOf(asset('a.mp4', { state: 'working', progress: 0.4, remainingMs: 95_000 }), 'UTC')).toBe(
    'Being prepared: 40 %, about 2 min left',
  )
  expect([lengthOf(400), lengthOf(42_000), lengthOf(3_900_000)]).toEqual(['0:01', '0:42', '1:05:00'])
  expect([bytesOf(10), bytesOf(12_440_000), bytesOf(3_100_000_000)]).toEqual(['1 KB', '12.4 MB', '3.1 GB'])
  expect(sizeOf(asset('a.pdf', { kind: 'document', pages: 12 }))).toBe('Document · 12 pages')
})
