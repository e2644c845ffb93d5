/** What may be said about an entry of a playlist, and what becomes of it in the loop. */
import { describe, expect, test } from 'vitest'
import { resolvePlaylist } from '../../core/playlist.ts'
import type { PlaylistFile } from '../../core/playlist-file.ts'
import { libraryItem } from '../support/items.ts'
import { list, playlistsOver, problemsOf } from '../support/playlist-files.ts'

const library = [
  libraryItem('welcome.mp4', 20),
  libraryItem('offers/summer.png'),
  libraryItem('offers/late/autumn.png'),
  libraryItem('_drafts/not-yet.jpg'),
]
const { resolve, paths } = playlistsOver(library)

describe('how an entry plays', () => {
  const films = ['a.mp4', 'b.mp4', 'c.mp4', 'd.mp4'].map((name) => libraryItem(name, 10))
  const order = (items: PlaylistFile['items'], languages?: readonly string[]) =>
    resolvePlaylist('x', {
      playlists: new Map([['x', list(...items)]]),
      library: films,
      ...(languages && { languages }),
    }).loop.map(({ title }) => title[0])

  test('a weight of three is three times a round, spread evenly', () => {
    expect(order([{ asset: 'a.mp4', weight: 3 }, 'b.mp4', 'c.mp4', 'd.mp4']).join('')).toBe('abacad')
  })

  test('the weight of a folder or of a list in a list is that of everything in it', () => {
    const lists = new Map([
      ['x', list({ playlist: 'pair', weight: 2 }, 'c.mp4')],
      ['pair', list('a.mp4', 'b.mp4')],
    ])
    const { loop } = resolvePlaylist('x', { playlists: lists, library: films })
    expect(loop.map(({ title }) => title[0]).join('')).toBe('ababc')
    expect(new Set(loop.map(({ id }) => id)).size).toBe(5)
  })

  test('the note beside a file says how often it plays, where no playlist says otherwise', () => {
    const [first, ...others] = films
    const noted = [{ ...first, direction: { weight: 2 } } as (typeof films)[number], ...others]
    const titles = (items?: PlaylistFile['items']) =>
      resolvePlaylist('default', { playlists: new Map(items && [['default', list(...items)]]), library: noted })
        .loop.map(({ title }) => title[0])
        .join('')
    expect(titles()).toBe('abacd')
    expect(titles(['b.mp4', 'c.mp4', { asset: 'a.mp4', weight: 1 }])).toBe('bca')
  })

  test('a limit goes with the item, from ninety seconds to a day', () => {
    const { loop } = resolvePlaylist('x', {
      playlists: new Map([['x', list({ asset: 'a.mp4', atMostEvery: '90s' }, { asset: 'b.mp4', atMostEvery: '2h' })]]),
      library: films,
    })
    expect(loop.map(({ atMostEveryMs }) => atMostEveryMs)).toEqual([90_000, 7_200_000])
  })

  test('what is for a language plays where patients may choose it', () => {
    const items = ['a.mp4', { asset: 'b.mp4', when: { locale: 'es' as const } }]
    expect(order(items, ['en', 'es'])).toEqual(['a', 'b'])
    expect(order(items, ['en'])).toEqual(['a'])
  })

  test('what is for a service is left alone for now', () => {
    expect(order([{ asset: 'a.mp4', when: { services: ['peel'] } }])).toEqual(['a'])
  })

  test('muted, a film is another item, and a picture is the same', () => {
    const [muted, plain] = resolvePlaylist('x', {
      playlists: new Map([['x', list({ folder: '.', mute: true }, 'a.mp4')]]),
      library: [libraryItem('a.mp4', 10)],
    }).loop
    expect([muted?.mute, plain?.mute]).toEqual([true, undefined])
    expect(muted?.id).not.toBe(plain?.id)
    expect(resolve({ default: list({ asset: 'offers/summer.png', mute: true }) }).loop[0]?.id).toBe(
      resolve({ default: list('offers/summer.png') }).loop[0]?.id,
    )
  })

  test('sentences are for the foot of the screen and never between films', () => {
    const { loop, texts } = resolve({ default: list({ text: 'Tea is ready.', seconds: 5 }, 'welcome.mp4') })
    expect(loop.map(({ title }) => title)).toEqual(['welcome.mp4'])
    expect(texts).toEqual([{ text: 'Tea is ready.', seconds: 5 }])
  })

  test('a folder is a playlist named by its path; a file of that name comes first', () => {
    expect(paths({ default: list({ playlist: 'offers/late' }) })).toEqual(['offers/late/autumn.png'])
    expect(resolve({}, 'offers')).toMatchObject({ kind: 'folder', isCut: false })
    expect(resolve({ offers: list('welcome.mp4') }, 'offers')).toMatchObject({ kind: 'file' })
    expect(resolve({}, 'winter')).toMatchObject({ kind: 'unknown', loop: [] })
    expect(resolve({}, '_drafts')).toMatchObject({ kind: 'unknown' })
  })

  test.each([
    ['items:\n  - asset: a.jpg\n    weight: 0', 'Line 3: "weight" must be at least 1.'],
    ['items:\n  - asset: a.jpg\n    weight: 2.5', 'Line 3: "weight" must be a whole number.'],
    ['items:\n  - asset: a.jpg\n    atMostEvery: 10', 'Line 3: "atMostEvery" must be text. Put it in quotes: "10".'],
    ['items:\n  - asset: a.jpg\n    atMostEvery: 0m', 'Line 3: A time is expected, such as "90s", "10m" or "2h".'],
    ['items:\n  - asset: a.jpg\n    when: {locale: xx}', /^Line 3: "locale" must be one of: en, de/],
    ['shuffle: weekly\nitems: []', 'Line 1: "shuffle" must be one of: none, daily.'],
  ])('%j is explained', (text, told) => {
    expect(problemsOf(text)).toEqual([expect.stringMatching(told instanceof RegExp ? told : literally(told))])
  })
})

const literally = (text: string) => new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)
