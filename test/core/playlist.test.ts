/** What a playlist file may say, and the loop it makes of what lies in the content folder. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resolvePlaylist } from '../../core/playlist.ts'
import { type PlaylistFile, playlistFile, playlistName } from '../../core/playlist-file.ts'
import type { LibraryItem } from '../../core/shelf.ts'
import { parseYamlAs } from '../../core/yaml-document.ts'
import { libraryItem } from '../support/items.ts'
import { list, playlistsOver, problemsOf } from '../support/playlist-files.ts'

const library = [
  libraryItem('media/10-doorway.mp4', 40),
  libraryItem('media/2-garden.jpg'),
  libraryItem('welcome.mp4', 20),
  libraryItem('offers/summer.png'),
  libraryItem('offers/late/autumn.png'),
  libraryItem('_drafts/not-yet.jpg'),
  libraryItem('offers/_drafts/idea.jpg'),
]

const { resolve, paths } = playlistsOver(library)

describe('without a playlist file', () => {
  test('everything in the content folder plays in the order of names, 2 before 10; drafts never do', () => {
    expect(paths({})).toEqual([
      'media/2-garden.jpg',
      'media/10-doorway.mp4',
      'offers/late/autumn.png',
      'offers/summer.png',
      'welcome.mp4',
    ])
  })

  test('the order does not depend on the order in which files arrived', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(library, { minLength: library.length }), (arrived) => {
        expect(resolvePlaylist('default', { playlists: new Map(), library: arrived }).loop).toEqual(resolve({}).loop)
      }),
    )
  })

  test('of more than five thousand files the first by name play, and that is said', () => {
    const photos = Array.from({ length: 5_002 }, (_, at) => libraryItem(`photo ${at}.jpg`))
    const many = resolvePlaylist('default', { playlists: new Map(), library: photos.toReversed() })
    expect(many.loop.map(({ title }) => title)).toEqual(photos.slice(0, 5_000).map(({ asset }) => asset.path))
    expect(many.isCut).toBe(true)
    const notTooMany = resolvePlaylist('default', { playlists: new Map(), library: photos.slice(0, 5_000) })
    expect([notTooMany.loop.length, notTooMany.isCut]).toEqual([5_000, false])
  })

  test('an entry that has changed makes another item, one that has not makes the very same', () => {
    const [first, ...others] = library
    const again = resolve({}).loop
    expect(
      resolvePlaylist('default', { playlists: new Map(), library: [...library] }).loop.every(
        (item, at) => item === again[at],
      ),
    ).toBe(true)
    const renamed = { ...first, asset: { ...first?.asset, title: 'Another title' } } as (typeof library)[number]
    const titles = resolvePlaylist('default', { playlists: new Map(), library: [renamed, ...others] }).loop.map(
      ({ title }) => title,
    )
    expect(titles.filter((title) => title === 'Another title')).toHaveLength(1)
  })

  test('a picture stands for twelve seconds, a film for its length', () => {
    const [garden, doorway] = resolve({}).loop
    expect([garden?.durationMs, doorway?.durationMs]).toEqual([12_000, 40_000])
  })
})

describe('with a playlist file', () => {
  test('files play in the order written, as often as written, each place with an id of its own', () => {
    const { loop } = resolve({ default: list('welcome.mp4', 'media/2-garden.jpg', 'welcome.mp4') })
    expect(loop.map(({ title }) => title)).toEqual(['welcome.mp4', 'media/2-garden.jpg', 'welcome.mp4'])
    expect(new Set(loop.map(({ id }) => id)).size).toBe(3)
  })

  test('a folder stands for all its files, and those of folders in it', () => {
    expect(paths({ default: list({ folder: 'offers' }) })).toEqual(['offers/late/autumn.png', 'offers/summer.png'])
  })

  test.each(['offers', 'offers/', './offers', '/offers/', './offers//'])('the folder may be written %j', (folder) => {
    expect(paths({ default: list({ folder }) })).toHaveLength(2)
  })

  test.each(['.', './', '/'])('%j is the whole content folder', (folder) => {
    expect(paths({ default: list({ folder }) })).toEqual(paths({}))
  })

  test('a folder is not mistaken for one whose name begins alike', () => {
    expect(paths({ default: list({ folder: 'off' }) })).toEqual([])
  })

  test('no path leads out of the content folder, and none into drafts', () => {
    expect(
      paths({ default: list('../welcome.mp4', '_drafts/not-yet.jpg', { folder: '_drafts' }, { folder: '..' }) }),
    ).toEqual([])
  })

  test('what is not there is named once, and the rest plays', () => {
    const { loop, missing } = resolve({ default: list('gone.mp4', 'welcome.mp4', 'gone.mp4', { folder: 'winter' }) })
    expect(loop).toHaveLength(1)
    expect(missing).toEqual([
      'Nothing to show at "gone.mp4" in the content folder',
      'Nothing to show at "winter/" in the content folder',
    ])
  })

  test('an empty list is an empty loop, not the whole folder', () => {
    expect(resolve({ default: list() })).toMatchObject({ kind: 'file', loop: [], missing: [], isCut: false })
  })
})

describe('an explainer', () => {
  const film = libraryItem('explainers/peel.md', 30)
  const stills = [5_000, 9_500].map((durationMs, index) => {
    const still = libraryItem(`still-${index}.jpg`)
    return { media: 'media' in still ? still.media : [], durationMs }
  })
  const unfinished = { asset: { ...film.asset, kind: 'explainer', state: 'working' }, stills } as LibraryItem
  const loopOf = (item: LibraryItem, ...items: PlaylistFile['items']) =>
    resolvePlaylist('default', { playlists: new Map([['default', list(...items)]]), library: [item] }).loop

  test('plays as its film, by either word', () => {
    for (const item of ['explainers/peel.md', { explainer: 'explainers/peel.md' }, { asset: './explainers/peel.md' }]) {
      expect(loopOf(film, item)).toMatchObject([{ kind: 'video', durationMs: 30_000 }])
    }
  })

  test('plays as pictures of its scenes until there is a film, each for its own time, in a row', () => {
    const loop = loopOf(unfinished, { explainer: 'explainers/peel.md', seconds: 60 }, 'explainers/peel.md')
    expect(loop.map(({ kind, durationMs }) => [kind, durationMs])).toEqual([
      ['image', 5_000],
      ['image', 9_500],
      ['image', 5_000],
      ['image', 9_500],
    ])
    expect(new Set(loop.map(({ id }) => id)).size).toBe(4)
    expect(new Set(loop.map(({ assetId }) => assetId)).size).toBe(1)
  })

  test('that is not there is named', () => {
    const { missing } = resolve({ default: list({ explainer: 'explainers/gone.md' }) })
    expect(missing).toEqual(['Nothing to show at "explainers/gone.md" in the content folder'])
  })
})

describe('seconds', () => {
  const durationOf = (item: PlaylistFile['items'][number]) => resolve({ default: list(item) }).loop[0]?.durationMs

  test('lengthen a picture, and cut a film but never stretch it', () => {
    expect(durationOf({ asset: 'offers/summer.png', seconds: 30 })).toBe(30_000)
    expect(durationOf({ asset: 'welcome.mp4', seconds: 5 })).toBe(5_000)
    expect(durationOf({ asset: 'welcome.mp4', seconds: 500 })).toBe(20_000)
  })

  test('hold for every file of a folder', () => {
    const { loop } = resolve({ default: list({ folder: 'offers', seconds: 7.5 }) })
    expect(loop.map(({ durationMs }) => durationMs)).toEqual([7_500, 7_500])
  })

  test('never make a picture flicker or stand still, whatever was typed', () => {
    expect(durationOf({ asset: 'offers/summer.png', seconds: 0.05 })).toBe(1_000)
    expect(durationOf({ asset: 'offers/summer.png', seconds: 86_400 })).toBe(3_600_000)
    expect(problemsOf('items:\n  - asset: a.jpg\n    seconds: 86400\n')).toEqual([
      'Line 3: "seconds" must be at most 3600.',
    ])
    expect(problemsOf('items:\n  - asset: a.jpg\n    seconds: 0\n')).toEqual(['Line 3: "seconds" must be more than 0.'])
  })

  test('make another item of the same file: screens change over when only the length changed', () => {
    const ids = [5, 6].map((seconds) => resolve({ default: list({ asset: 'welcome.mp4', seconds }) }).loop[0]?.id)
    expect(ids[0]).not.toBe(ids[1])
  })
})

describe('a playlist in a playlist', () => {
  test('plays in its place, as deep as it goes', () => {
    const lists = {
      default: list('welcome.mp4', { playlist: 'offers' }, 'welcome.mp4'),
      offers: list({ playlist: 'summer' }),
      summer: list('offers/summer.png'),
    }
    expect(paths(lists)).toEqual(['welcome.mp4', 'offers/summer.png', 'welcome.mp4'])
  })

  test('may be used twice', () => {
    const lists = { default: list({ playlist: 'a' }, { playlist: 'a' }), a: list('welcome.mp4') }
    expect(paths(lists)).toHaveLength(2)
  })

  test('that leads back to itself is left out there, and said', () => {
    const { loop, missing } = resolve({
      default: list('welcome.mp4', { playlist: 'a' }),
      a: list('offers/summer.png', { playlist: 'default' }, { playlist: 'a' }),
    })
    expect(loop).toHaveLength(2)
    expect(missing).toEqual([
      'Playlist "default" contains itself; left out there',
      'Playlist "a" contains itself; left out there',
    ])
  })

  test('that does not exist is left out', () => {
    expect(paths({ default: list({ playlist: 'winter' }, 'welcome.mp4') })).toEqual(['welcome.mp4'])
  })

  test('multiplied without measure ends at five thousand items instead of filling the memory', () => {
    const names = Array.from({ length: 12 }, (_, level) => `level-${level}`)
    const lists = Object.fromEntries(
      names.map((name, level) => {
        const next = names[level + 1]
        const items = Array.from({ length: 30 }, () => (next === undefined ? 'welcome.mp4' : { playlist: next }))
        return [name, list(...items)]
      }),
    )
    const { loop, isCut } = resolvePlaylist('level-0', { playlists: new Map(Object.entries(lists)), library })
    expect(loop).toHaveLength(5_000)
    expect(isCut).toBe(true)
    const missing = { ...lists, 'level-11': list('gone.mp4') }
    expect(resolvePlaylist('level-0', { playlists: new Map(Object.entries(missing)), library }).loop).toEqual([])
  })
})

describe('what may be written', () => {
  test('a path, a file with seconds, a folder and a playlist', () => {
    const text =
      'title: Mornings\nitems:\n  - a.mp4\n  - {asset: b.jpg, seconds: 8}\n  - folder: offers\n  - playlist: quiet\n'
    expect(parseYamlAs(text, playlistFile)).toMatchObject({ ok: true, value: { title: 'Mornings' } })
  })

  test.each([
    ['itmes: []', 'Line 1: "itmes" is not known here. Did you mean "items"?'],
    ['title: x', 'Line 1: "items" is missing.'],
    ['items:\n  - asset: a.jpg\n    second: 8', 'Line 3: "second" is not known here. Did you mean "seconds"?'],
    ['items:\n  - folder: a\n  - 12', 'Line 3: This must be text. Put it in quotes: "12".'],
    ['items: a.mp4', 'Line 1: "items" must be a list: one entry per line, each after "- ".'],
    [`title: ${'x'.repeat(81)}\nitems: []`, 'Line 1: "title" has 81 characters. At most 80 fit.'],
  ])('%j is explained', (text, told) => {
    expect(problemsOf(text)).toEqual([told])
  })

  test('a playlist is named with small letters, digits and hyphens', () => {
    for (const good of ['default', 'summer-offers', '2026']) expect(good).toMatch(playlistName)
    for (const bad of ['Summer', 'summer offers', '-x', '', 'ü', '../x', 'x'.repeat(65)])
      expect(bad).not.toMatch(playlistName)
  })
})

describe('what the note beside a file says', () => {
  const summer = { ...libraryItem('summer.jpg'), direction: { seconds: 30, validUntil: '2026-09-01T00:00:00.000Z' } }
  const spoken = libraryItem('spoken.mp4', 60)
  const cues = [{ fromMs: 0, toMs: 900, text: 'Please take a seat.' }]
  const only = (item: LibraryItem, ...items: PlaylistFile['items']) =>
    resolvePlaylist('default', {
      playlists: new Map(items.length === 0 ? [] : [['default', list(...items)]]),
      library: [item],
    }).loop[0]

  test('how long it stands holds unless the playlist says otherwise; a film is never longer than it is', () => {
    expect(only(summer)?.durationMs).toBe(30_000)
    expect(only(summer, { asset: 'summer.jpg', seconds: 5 })?.durationMs).toBe(5_000)
    expect(only({ ...spoken, direction: { seconds: 20 } })?.durationMs).toBe(20_000)
    expect(only({ ...spoken, direction: { seconds: 90 } })?.durationMs).toBe(60_000)
  })

  test('its dates go with it', () => {
    expect(only(summer)?.validUntil).toBe('2026-09-01T00:00:00.000Z')
    expect(only(libraryItem('summer.jpg'))).not.toHaveProperty('validUntil')
  })

  test('captions go with films, and other words make another item of it', () => {
    const first = only({ ...spoken, direction: { captions: { key: '1', cues } } })
    const second = only({ ...spoken, direction: { captions: { key: '2', cues } } })
    expect(first?.captions).toEqual(cues)
    expect(first?.id).not.toBe(second?.id)
    expect(only({ ...summer, direction: { captions: { key: '1', cues } } })).not.toHaveProperty('captions')
  })

  test('loudness and small picture of a film are those that were measured of it', () => {
    const poster = `${'1'.repeat(64)}.jpg`
    const media = { ...('media' in spoken ? spoken.media : undefined), gainDb: -6.5, poster }
    expect(only({ ...spoken, media } as LibraryItem)).toMatchObject({ gainDb: -6.5, poster })
    expect(only(spoken)).not.toHaveProperty('gainDb')
  })
})
