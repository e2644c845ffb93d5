/** The page in the folder: its words, its limits, and that no name can become anything but a name. */
import { describe, expect, test } from 'vitest'
import type { Asset } from '../../core/asset.ts'
import { notice, refusal } from '../../core/remarks.ts'
import { type FolderState, statusDocument, statusWords, stoppedDocument } from '../../core/status-page.ts'

const asset = (path: string, more: Partial<Asset> = {}): Asset => ({
  id: path,
  path,
  kind: 'video',
  state: 'ready',
  notices: [],
  ...more,
})
const state = (assets: readonly Asset[], nextPlays: ReadonlyMap<string, string> = new Map()): FolderState => ({
  assets,
  zone: 'Europe/Berlin',
  dayAndTime: (iso) => `the day of ${iso}`,
  nextPlays,
})
const pageOf = (...assets: readonly Asset[]) =>
  statusDocument(statusWords(state(assets)), 'Tuesday 3 March, 14:32', 'Europe/Berlin', '1.2.3')

test('each file stands where it belongs, with what to do', () => {
  const words = statusWords(
    state(
      [
        asset('broken.mp4', { state: 'refused', reason: refusal('damaged'), refusedAt: '2026-03-03T13:00:00.000Z' }),
        asset('new.mov', { state: 'working', progress: 0.42, remainingMs: 130_000 }),
        asset('film.mp4', { title: 'A film', notices: [notice('converted')] }),
        asset('_drafts/later.jpg'),
      ],
      new Map([['film.mp4', 'at 14:40 on the TV']]),
    ),
  )
  const text = words.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  expect(text).toContain('1 not on the TV 1 in work 2 ready 1 with something to know')
  expect(text).toContain('damaged or was copied only in part. If it is still being copied')
  expect(text).toContain('Since the day of 2026-03-03T13:00:00.000Z')
  expect(text).toContain('42 %, about 2 min left')
  expect(text).toContain('A film film.mp4 Next at 14:40 on the TV')
  expect(text).toContain('A draft: it never plays')
  expect(text).toContain('It was converted so that the TV can play it.')
})

describe('a hostile name', () => {
  test.each([
    '<script>alert(1)</script>.mp4',
    '"><img src=x onerror=alert(1)>.mp4',
    "'; --><style>*{display:none}</style>.mp4",
    '&lt;b&gt;.mp4',
  ])('%s stays a name', (name) => {
    const page = pageOf(
      asset(name, { title: name, state: 'refused', reason: { code: 'x', message: name, remedy: name } }),
    )
    const inside = page.slice(page.indexOf('<main>'))
    expect(inside).not.toMatch(/<(script|img|style|b>)[^r]*alert|onerror=alert\(1\)>|<style>\*/)
    expect(inside.match(/<[a-z]+/g)?.filter((tag) => /script|img|style/.test(tag))).toEqual([])
  })

  test('cannot turn the direction of what follows', () => {
    expect(pageOf(asset('film\u202egpj.exe'))).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
  })
})

test('the page needs nothing from anywhere, and runs nothing', () => {
  const page = pageOf(asset('film.mp4'))
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
  expect(page).toContain('http-equiv="refresh" content="30"')
  expect(page).not.toMatch(/<script|src=|href=|url\(|@import/)
})

test('of ten thousand files five hundred are named', () => {
  const words = statusWords(state(Array.from({ length: 10_000 }, (_, at) => asset(`${at}.jpg`))))
  expect(words.match(/<li><div class="name">/g)).toHaveLength(500)
  expect(words).toContain('and 9,500 more')
})

test('nobody looks after the folder while the hub is stopped', () => {
  expect(stoppedDocument('Tuesday 3 March, 18:00', 'Europe/Berlin', '1.2.3')).toContain('Anteroom is not running')
})
