/** What keeps a film off the TV: nobody has checked it, its text has changed, it is for another practice, in another language, or an offer without a last day. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Explainer, parseExplainer } from '../../core/explainer.ts'
import { resolvePlaylist } from '../../core/playlist.ts'
import type { Scene } from '../../core/scene.ts'
import { planScenes } from '../../core/scene-plan.ts'
import { firstSettings, type Settings } from '../../core/settings.ts'
import type { Sidecar } from '../../core/sidecar.ts'
import { AnswerBook } from '../../hub/answer-book.ts'
import { mountApprovals } from '../../hub/approval-routes.ts'
import { Approvals } from '../../hub/approvals.ts'
import { msOf } from '../../hub/clock.ts'
import { ContentChecks } from '../../hub/content-checks.ts'
import { type Database, openDatabase } from '../../hub/database.ts'
import { ExplainerBook } from '../../hub/explainer-book.ts'
import { Library } from '../../hub/library.ts'
import { MediaBook } from '../../hub/media-book.ts'
import { NotedLibrary } from '../../hub/noted-library.ts'
import { nothingSaid } from '../../hub/sidecars.ts'
import { libraryItem } from '../support/items.ts'

const now = '2026-11-21T13:00:00.000Z'
let folder: string
let database: Database
let settings: Settings
let texts: ExplainerBook
let notes: Map<string, Sidecar>

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'anteroom-checks-'))
  database = openDatabase(path.join(folder, 'anteroom.sqlite'))
  settings = firstSettings
  texts = new ExplainerBook()
  notes = new Map()
})

afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true })
})

function say(name: string, settings: string, words = 'We look at your skin together.'): void {
  const parsed = parseExplainer(`---\ntitle: A film\ntemplate: procedure\n${settings}---\n\n## One\n\n${words}\n`)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  texts.set(name, parsed.explainer)
}

const checksWith = (approvals: Approvals) =>
  new ContentChecks({
    ...{ approvals, settings: () => settings },
    explainerAt: (name) => texts.get(name),
    familyOf: (name) => texts.familyOf(name),
  })

/** As a hub finds it that starts again: the films are made, and their texts read. */
function libraryOf(approvals: Approvals, ...names: readonly string[]): NotedLibrary {
  const book = new MediaBook(database)
  const library = new Library(database, book, () => now)
  for (const name of names) {
    const item = libraryItem(name, 15)
    if (!('media' in item)) continue
    book.save(item.media)
    library.accept(name, { size: 1, modifiedMs: 1 }, { media: item.media, source: '' }, [])
  }
  const clock = { now: () => msOf(now), zone: 'Europe/Berlin', isTrusted: () => true }
  const saidOf = (name: string) => {
    const note = notes.get(name)
    return note === undefined ? nothingSaid : { notices: [], note }
  }
  return new NotedLibrary({ library, sidecars: { saidOf }, clock, checks: checksWith(approvals) })
}

const playing = (library: NotedLibrary) => library.playable().map(({ asset }) => asset.path)
const codes = (library: NotedLibrary) => library.list().map(({ notices }) => notices.map(({ code }) => code).join())

test('a film of a treatment is ready, waits to be checked, and plays nowhere until it is', () => {
  say('laser.md', 'kind: treatment\n')
  say('welcome.md', 'kind: welcome\n')
  const approvals = new Approvals(database)
  const library = libraryOf(approvals, 'laser.md', 'welcome.md', 'photo.jpg')
  const states = library.list().map(({ state, reason }) => [state, reason])
  expect(states).toEqual(Array(3).fill(['ready', undefined]))
  expect(codes(library)).toEqual(['unchecked', '', ''])
  expect(playing(library)).toEqual(['photo.jpg', 'welcome.md'])
  approvals.note('laser.md', texts.get('laser.md') as Explainer, { by: 'Dr L', on: '2026-11-20' }, 0)
  expect(playing(library)).toEqual(['laser.md', 'photo.jpg', 'welcome.md'])
  expect(library.list()[0]).toMatchObject({ approval: { by: 'Dr L', on: '2026-11-20' }, notices: [] })
})

test('a film of which nobody knows any more what it says does not play', () => {
  const library = libraryOf(new Approvals(database), 'laser.md', 'photo.jpg')
  expect(playing(library)).toEqual(['photo.jpg'])
})

test('another text has to be checked again; the old one, put back, has not', () => {
  say('laser.md', 'kind: treatment\n')
  const approvals = new Approvals(database)
  approvals.note('laser.md', texts.get('laser.md') as Explainer, { by: 'Dr L', on: '2026-11-20' }, 0)
  say('laser.md', 'kind: treatment\n', 'We look at your skin together, twice.')
  // What was noted outlives the hub.
  const library = libraryOf(new Approvals(database), 'laser.md')
  expect([codes(library), playing(library)]).toEqual([['check-again'], []])
  expect(library.list()[0]).not.toHaveProperty('approval')
  say('laser.md', 'kind: treatment\n')
  expect(playing(library)).toEqual(['laser.md'])
})

test('a check that is taken back takes the film off the TV', () => {
  say('laser.md', 'kind: treatment\n')
  const approvals = new Approvals(database)
  const library = libraryOf(approvals, 'laser.md')
  approvals.note('laser.md', texts.get('laser.md') as Explainer, { by: 'Dr L', on: '2026-11-20' }, 0)
  expect(playing(library)).toEqual(['laser.md'])
  approvals.withdraw(texts.get('laser.md') as Explainer)
  expect(playing(library)).toEqual([])
})

test('a film that is moved to another folder says what it said, and need not be checked again', () => {
  say('laser.md', 'kind: treatment\n')
  const approvals = new Approvals(database)
  approvals.note('laser.md', texts.get('laser.md') as Explainer, { by: 'Dr L', on: '2026-11-20' }, 0)
  say('treatments/laser.md', 'kind: treatment\n')
  expect(playing(libraryOf(new Approvals(database), 'treatments/laser.md'))).toEqual(['treatments/laser.md'])
})

test('a film for the other kind of practice rests; for this one it plays', () => {
  say('peel.md', 'kind: welcome\nprofile: aesthetic\n')
  say('cough.md', 'kind: welcome\nprofile: medical\n')
  const library = libraryOf(new Approvals(database), 'cough.md', 'peel.md')
  expect(playing(library)).toEqual(['peel.md'])
  settings = { ...settings, profile: 'medical' }
  expect([codes(library), playing(library)]).toEqual([['', 'other-practice'], ['cough.md']])
})

const onTv = (...tv: Settings['languages']['tv']) => {
  settings = { ...settings, languages: { ...settings.languages, tv } }
}

describe('a film in several languages', () => {
  const names = ['care.ar.md', 'care.es.md', 'care.md']
  beforeEach(() => {
    say('care.md', 'kind: welcome\n')
    say('care.es.md', 'kind: welcome\nlocale: es\n', 'Miramos su piel.')
    say('care.ar.md', 'kind: welcome\nlocale: ar\n', 'K47')
  })

  test('plays in the languages of the TV, and says of the others what to choose', () => {
    const library = libraryOf(new Approvals(database), ...names)
    expect(playing(library)).toEqual(['care.md'])
    expect(library.list()[1]?.notices).toEqual([
      {
        code: 'other-language',
        message: 'In Spanish: it plays when Spanish is a language of the TV.',
        remedy: 'Nothing to do, or choose the language: Settings, Languages.',
      },
    ])
    onTv('es', 'ar')
    expect(playing(library)).toEqual(['care.ar.md', 'care.es.md'])
    expect(codes(library)).toEqual(['', '', 'other-language'])
  })

  test('plays in its first language where none of them is one of the TV', () => {
    onTv('fr')
    expect(playing(libraryOf(new Approvals(database), ...names))).toEqual(['care.md'])
  })

  test('plays in the first one by name where its first language is missing, too', () => {
    texts.delete('care.md')
    onTv('fr')
    expect(playing(libraryOf(new Approvals(database), 'care.ar.md', 'care.es.md'))).toEqual(['care.ar.md'])
  })

  test('waits to be checked in the language of the TV alone, and plays in its first one until it is', () => {
    say('care.md', 'kind: treatment\n')
    say('care.es.md', 'kind: treatment\nlocale: es\n', 'Miramos su piel.')
    say('care.ar.md', 'kind: treatment\nlocale: ar\n', 'K47')
    onTv('es')
    const approvals = new Approvals(database)
    const check = (name: string) =>
      approvals.note(name, texts.get(name) as Explainer, { by: 'Dr L', on: '2026-11-20' }, 0)
    const library = libraryOf(approvals, ...names)
    expect(codes(library)).toEqual(['other-language', 'unchecked', 'other-language'])
    check('care.md')
    expect([codes(library), playing(library)]).toEqual([['other-language', 'unchecked', ''], ['care.md']])
    check('care.es.md')
    expect([codes(library), playing(library)]).toEqual([['other-language', '', 'other-language'], ['care.es.md']])
  })
})

test('what plays here is made first, then what waits to be checked or named; what is for others is not', () => {
  say('care.md', 'kind: welcome\n')
  say('care.es.md', 'kind: welcome\nlocale: es\n')
  say('cough.md', 'kind: welcome\nprofile: medical\n')
  say('laser.md', 'kind: treatment\n')
  say('soon.md', 'kind: closing\n')
  const checks = checksWith(new Approvals(database))
  const turns = ['care.md', 'laser.md', 'soon.md', 'care.es.md', 'cough.md'].map((name) => checks.turnOf(name))
  expect(turns).toEqual(['first', 'later', 'later', 'resting', 'resting'])
})

test('a film that is there in one language only plays, whichever it is', () => {
  say('care.es.md', 'kind: welcome\nlocale: es\n')
  say('cuidado.md', 'kind: welcome\nlocale: es\n')
  const library = libraryOf(new Approvals(database), 'care.es.md', 'cuidado.md')
  expect(playing(library)).toEqual(['care.es.md', 'cuidado.md'])
})

test('an offer plays when it is checked and says its last day, and not a day longer', () => {
  const offer = (name: string, until?: string) => {
    say(name, 'kind: offer\n')
    const { scenes, ...about } = texts.get(name) as Explainer
    const terms: Scene = { kind: 'terms', heading: 'Good to know', terms: [], ...(until && { until }) }
    texts.set(name, { ...about, scenes: [...scenes, ...planScenes([{ scene: terms }], 'offer')] })
    approvals.note(name, texts.get(name) as Explainer, { by: 'Dr L', on: '2026-11-20' }, 0)
  }
  const approvals = new Approvals(database)
  offer('always.md')
  offer('noted.md')
  offer('today.md', '2026-11-21')
  offer('yesterday.md', '2026-11-20')
  notes.set('noted.md', { validUntil: '2026-12-31' })
  notes.set('today.md', { validUntil: '2026-12-31' })
  const library = libraryOf(approvals, 'always.md', 'noted.md', 'today.md', 'yesterday.md')
  expect(codes(library)).toEqual(['undated,advertising', 'advertising', 'advertising', 'over,advertising'])
  const ends = library.playable().map(({ asset, direction }) => [asset.path, direction?.validUntil])
  expect(ends).toEqual([
    ['noted.md', '2026-12-31T23:00:00.000Z'],
    ['today.md', '2026-11-21T23:00:00.000Z'],
    ['yesterday.md', '2026-11-20T23:00:00.000Z'],
  ])
  expect(library.list()[2]).toMatchObject({ validUntil: '2026-11-21T23:00:00.000Z' })
})

test('a film whose code leads to an example does not play', () => {
  say('video.md', 'kind: welcome\n', '::code[Point your phone here]{url="https://example.org/video"}')
  const library = libraryOf(new Approvals(database), 'video.md')
  expect([codes(library), playing(library)]).toEqual([['example-address'], []])
})

test('what is said at closing time plays where it is named, and not by itself', () => {
  say('evening/soon.md', 'kind: closing\n')
  say('welcome.md', 'kind: welcome\n')
  const library = libraryOf(new Approvals(database), 'evening/soon.md', 'welcome.md')
  expect(codes(library)).toEqual(['at-closing', ''])
  const loopOf = (name: string) =>
    resolvePlaylist(name, { playlists: new Map(), library: library.playable() }).loop.map(({ title }) => title)
  expect([loopOf('default'), loopOf('evening')]).toEqual([['welcome'], ['soon']])
})

test('a film that does not say what it is about waits for a check, whatever stands in it', () => {
  say('film.md', '')
  expect(playing(libraryOf(new Approvals(database), 'film.md'))).toEqual([])
})

test('offers, and what names injectables or before and after, remind of advertising rules and play all the same', () => {
  const library = libraryOf(new Approvals(database), 'before-after.jpg', 'lip filler.mp4', 'welcome.mp4')
  expect(codes(library)).toEqual(['advertising', 'advertising', ''])
  expect(playing(library)).toHaveLength(3)
})

test('the same file under the same verdict is the same object: ten thousand files are not written out again', () => {
  say('laser.md', 'kind: treatment\n')
  const library = libraryOf(new Approvals(database), 'laser.md', 'photo.jpg')
  const [first, photo] = library.list()
  expect(library.list()[0]).toBe(first)
  expect(library.list()[1]).toBe(photo)
})

test('a check that did not come to the disk has not happened, and counts once when it is pressed again', async () => {
  say('laser.md', 'kind: treatment\n')
  const approvals = new Approvals(database)
  const app = new Hono()
  mountApprovals(app, {
    ...{ approvals, explainerAt: (name: string) => texts.get(name), assets: () => [] },
    ...{ answers: new AnswerBook(database), dayOf: () => '2026-11-21', onChange: () => {} },
    clock: { now: () => msOf(now), zone: 'Europe/Berlin', isTrusted: () => true },
  })
  const check = async () => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'one-press' }
    const body = JSON.stringify({ path: 'laser.md', by: 'Dr. Maier', on: '2026-11-20' })
    return app.request('/api/approvals', { method: 'PUT', headers, body })
  }
  const laser = texts.get('laser.md') as Explainer
  database.exec(`CREATE TRIGGER full BEFORE INSERT ON answers BEGIN SELECT RAISE(ABORT, 'full'); END`)
  expect((await check()).status).toBe(503)
  expect([approvals.of('laser.md', laser), new Approvals(database).of('laser.md', laser)]).toEqual([
    undefined,
    undefined,
  ])
  database.exec('DROP TRIGGER full')
  const answers = [await (await check()).json(), await (await check()).json()]
  expect(answers).toMatchObject(Array(2).fill({ approval: { by: 'Dr. Maier', on: '2026-11-20' }, before: null }))
})
