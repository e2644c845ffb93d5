/** What a person calls one film or one document, though a screen plays it as several pictures. */
import { expect, test } from 'vitest'
import { showLength } from '../../core/loop.ts'
import { resolvePlaylist } from '../../core/playlist.ts'
import type { ProgrammeItem } from '../../core/programme.ts'
import { cutTimeline } from '../../core/timeline.ts'
import { always, continued, item, libraryItem, monday } from '../support/items.ts'

const scenes = (name: string, count: number): readonly ProgrammeItem[] =>
  Array.from({ length: count }, (_, at) => ({ ...item(`${name}${at}`, 8), assetId: name, kind: 'image', title: name }))
const shown = (items: readonly ProgrammeItem[]) => items.map((one) => ({ item: one }))

test('the scenes of a film are one thing, and when they begin again that is another one', () => {
  const lips = scenes('lips', 3)
  expect(showLength(shown([...lips, ...scenes('laser', 2)]))).toBe(3)
  expect(showLength(shown([...lips.slice(1), item('walk', 60), ...lips]))).toBe(2)
  expect(showLength(shown([...lips, ...lips]))).toBe(3)
  expect(showLength([])).toBe(0)
})

test('a film is one thing though two of its scenes look the same', () => {
  const { asset } = libraryItem('lips.md')
  const stills = ['title', 'text', 'text', 'title', 'text'].flatMap((name) => {
    const still = libraryItem(name)
    return 'media' in still ? [{ media: still.media, durationMs: 8_000 }] : []
  })
  const lists = new Map([['default', { items: ['lips.md', 'lips.md'] }]])
  const { loop } = resolvePlaylist('default', { playlists: lists, library: [{ asset, stills }] })
  expect(loop).toHaveLength(10)
  for (const begin of [0, 1, 2, 3, 4]) expect(showLength(shown([...loop, ...loop].slice(begin)))).toBe(5 - begin)
})

test('one skip leaves a film that plays as pictures, at whichever of them it is pressed', () => {
  const loop = [...scenes('lips', 6), item('walk', 60)]
  const begun = continued([], loop, monday)
  for (const seconds of [1, 20, 47]) {
    const now = monday + seconds * 1_000
    const { timeline } = cutTimeline(begun, always(loop), now, () => true)
    expect(timeline[0]?.item.title).toBe('walk')
    expect(timeline.slice(1, 7).map((entry) => entry.item.title)).toEqual(Array(6).fill('lips'))
  }
})
