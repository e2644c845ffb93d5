/** What the desk does to the TV, at the real hub: messages that end, sound that stays, files that are hidden, words that are spoken. */
import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TvSnapshot, type TvState, tvSnapshot, tvState, voiceList } from '../../core/tv-contract.ts'
import { wavOf } from '../../renderer/settings/wav.ts'
import { deskAt, follow, send } from '../support/desk.ts'
import { eventually } from '../support/eventually.ts'
import { type RunningHub, startHub } from '../support/hub.ts'
import { putPicture } from '../support/media.ts'
import { makePlace } from '../support/place.ts'

const place = makePlace()
const args = [...place.args, '--at', '2026-11-21T10:00:00+01:00']
let hub: RunningHub

beforeAll(async () => {
  putPicture(path.join(place.content, 'a garden.png'), 'lime')
  putPicture(path.join(place.content, 'b offer.png'), 'red')
  // So that this hub speaks for itself.
  mkdirSync(path.join(place.data, 'voice'), { recursive: true })
  hub = await startHub(args)
  await hub.judged('a garden.png')
  await hub.judged('b offer.png')
})

afterAll(async () => {
  await hub.stop()
  place.remove()
})

const press = (button: string, body: object = {}, key: string = randomUUID()) =>
  send(`${hub.url}/api/tv/${button}`, { headers: { 'idempotency-key': key }, body })
const state = () => hub.get<TvState>('/api/tv')

describe('a word in reception’s own voice', () => {
  const word = wavOf(Float32Array.from({ length: 8_000 }, (_, at) => Math.sin(at / 10)))
  const record = (place_: string, body: Uint8Array<ArrayBuffer> = word) =>
    fetch(`${hub.url}/api/recordings/${place_}`, { method: 'PUT', headers: { 'idempotency-key': randomUUID() }, body })
  const spoken = async () =>
    await follow(hub.url, 'tv').then(async (screen) => {
      const { voice } = await screen.until<TvSnapshot>('tv', () => true)
      screen.stop()
      return voice.en ?? {}
    })

  test('is what the screens say from then on, also after a restart, and can be taken away', async () => {
    expect((await record('en/room:1')).status).toBe(200)
    const { 'room:1': file = '' } = await spoken()
    expect(file).toMatch(/^rec-en-/)
    const sound = await fetch(`${hub.url}/api/voice/${file}`)
    expect(new Uint8Array(await sound.arrayBuffer())).toEqual(word)
    await hub.stop()
    hub = await startHub(args)
    await eventually(spoken, (words) => words['room:1'] === file)
    const list = voiceList.parse(await hub.get('/api/voice'))
    expect(list.languages[0]?.words.filter(({ by }) => by === 'recorded').map(({ text }) => text)).toEqual(['Room 1'])
    const headers = { 'idempotency-key': randomUUID() }
    await fetch(`${hub.url}/api/recordings/en/room:1`, { method: 'DELETE', headers })
    // The voice of the computer again, once it has spoken the word; nothing where it has none.
    expect((await spoken())['room:1'] ?? '').not.toMatch(/^rec-/)
    expect((await fetch(`${hub.url}/api/voice/${file}`)).status).toBe(404)
  })

  test('is a short recording of a word of the calls, and nothing else', async () => {
    const answers = await Promise.all([
      record('en/B'),
      record('xx/A'),
      record('en/A', Uint8Array.from(Buffer.from('RIFF....WAVEfmt but no sound at all, just text behind it'))),
      record('en/A', wavOf(new Float32Array(7 * 22_050))),
      record('en/..%2f..%2fA'),
      fetch(`${hub.url}/api/recordings/en/A`, { method: 'PUT', body: word }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 415, 415, 404, 400])
  })
})

describe('a message', () => {
  test('is on every screen until its end, in the place of the one before, and can be taken off', async () => {
    const screen = await follow(hub.url, 'tv')
    await press('say', { text: 'Card machine down', minutes: 15 })
    const { body } = await press('say', { text: '  Back at 13:30 ', untilClosing: true })
    const said = await screen.until<TvSnapshot>('tv', ({ message }) => message?.text === 'Back at 13:30')
    expect(tvSnapshot.strict().safeParse(said).error).toBeUndefined()
    expect(said.message).toMatchObject({ id: body.message.id, untilClosing: true })
    expect((await press('unsay', { message: body.message.id })).status).toBe(200)
    expect((await state()).message).toBeUndefined()
    expect((await press('unsay', { message: body.message.id })).body.reason).toBe('unknown-message')
    screen.stop()
  })

  test('until closing goes when the day is closed', async () => {
    const desk = deskAt(hub.url)
    await desk.checkIn()
    await press('say', { text: 'Water is at the desk', untilClosing: true })
    expect((await state()).message?.text).toBe('Water is at the desk')
    await desk.press('close-day', { anyway: true })
    expect((await state()).message).toBeUndefined()
  })

  test('has an end, at most 120 letters and no line breaks, and is said once for each press', async () => {
    const wrong = [
      { text: 'No end' },
      { text: 'x'.repeat(121), minutes: 15 },
      { text: 'two\nlines', minutes: 15 },
      { text: 'Coffee ☕', minutes: 15 },
      { text: ' ', minutes: 15 },
      { text: 'For ever', minutes: 100_000 },
    ]
    for (const body of wrong) expect((await press('say', body)).status).toBe(422)
    const key = randomUUID()
    const first = await press('say', { text: 'Once', minutes: 15 }, key)
    expect((await press('say', { text: 'Once', minutes: 15 }, key)).body).toEqual(first.body)
    const keyless = await send(`${hub.url}/api/tv/skip`, { body: {} })
    expect([keyless.status, keyless.body.reason]).toEqual([400, 'key-missing'])
  })
})

test('how loud it is stays over a restart; muted films are heard again by themselves or by a press', async () => {
  await press('sound', { calls: 40 })
  const { body } = await press('sound', { muteMinutes: 60 })
  expect(body).toEqual({ media: 0, calls: 40, mutedUntil: expect.stringMatching(/^2026-11-21T10:0\d/) })
  await press('say', { text: 'Still here', minutes: 60 })
  await hub.stop()
  hub = await startHub([...args.slice(0, -1), '2026-11-21T10:59:00+01:00'])
  expect((await state()).sound).toEqual(body)
  expect((await state()).message?.text).toBe('Still here')
  await hub.stop()
  hub = await startHub([...args.slice(0, -1), '2026-11-21T11:01:00+01:00'])
  expect((await state()).sound).toEqual({ media: 0, calls: 40 })
  expect((await state()).message).toBeUndefined()
  await press('sound', { muteMinutes: 60 })
  expect((await press('sound', { muteMinutes: 0 })).body).toEqual({ media: 0, calls: 40 })
})

test('a file that is hidden plays nowhere, says so, stays hidden over a restart, and plays again when it is shown', async () => {
  const offer = (await hub.assets()).find(({ path: file }) => file === 'b offer.png')
  const titles = async () => Object.values((await hub.programme()).items).map(({ title }) => title)
  expect((await press('hide', { asset: 'nothing' })).body.reason).toBe('unknown-asset')
  await press('hide', { asset: offer?.id })
  expect(await titles()).toEqual(['a garden'])
  expect(tvState.strict().safeParse(await state()).error).toBeUndefined()
  expect((await state()).held).toMatchObject([{ asset: offer?.id, path: 'b offer.png' }])
  await hub.stop()
  hub = await startHub(args)
  await eventually(hub.assets, (all) => all.some(({ notices }) => notices.some(({ code }) => code === 'hidden')))
  expect(await titles()).toEqual(['a garden'])
  expect((await press('unhide', { asset: offer?.id })).status).toBe(200)
  await eventually(titles, (all) => all.includes('b offer'))
  expect((await press('unhide', { asset: offer?.id })).body.reason).toBe('not-hidden')
})

test('skipped, every screen has another item at once, and says from when the one before is left', async () => {
  const before = await hub.programme()
  const now = (programme: typeof before) => programme.items[programme.timeline[0]?.item ?? '']?.title
  await press('skip')
  const after = await hub.programme()
  expect(now(after)).not.toBe(now(before))
  expect(Date.parse(after.timeline[0]?.startsAt ?? '') - Date.parse(after.cutAt ?? '')).toBeLessThan(1_000)
})

test('a screen that cannot send a picture is said to have none; another screen is unknown', async () => {
  const picture = await fetch(`${hub.url}/api/screens/screen-1/screenshot`)
  expect([picture.status, (await picture.json()).reason]).toEqual([409, 'no-picture'])
  expect((await fetch(`${hub.url}/api/screens/screen-9/screenshot`)).status).toBe(404)
})

test('a screen that is asked sends its picture to whoever wants it, and only pictures', async () => {
  const address = `${hub.url}/api/screens/screen-1`
  const put = (body: Uint8Array<ArrayBuffer>) =>
    fetch(`${address}/screenshot`, { method: 'PUT', headers: { 'idempotency-key': randomUUID() }, body })
  const asked = fetch(`${address}/look`)
  await eventually(state, ({ screens }) => screens[0]?.hasPicture === true)
  const wanted = fetch(`${address}/screenshot`)
  expect((await asked).status).toBe(200)
  expect((await put(new Uint8Array([1, 2, 3]))).status).toBe(415)
  await put(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))
  const picture = await wanted
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  expect([...new Uint8Array(await picture.arrayBuffer())]).toEqual([0xff, 0xd8, 0xff, 0xe0])
})

const hasVoice = (process.env.PATH ?? '').split(':').some((folder) => existsSync(path.join(folder, 'espeak-ng')))

test.skipIf(!hasVoice)(
  'every word of a call is there as sound, also in the language of somebody who came',
  async () => {
    await deskAt(hub.url).checkIn({ language: 'ar' })
    const screen = await follow(hub.url, 'tv')
    const { voice } = await screen.until<TvSnapshot>(
      'tv',
      (tv) => tv.voice.en !== undefined && tv.voice.ar !== undefined,
    )
    screen.stop()
    expect(Object.keys(voice.ar ?? {}).sort()).toEqual(Object.keys(voice.en ?? {}).sort())
    for (const clip of ['K', '4', 'to-room', 'room:1', 'to-desk', 'keep-seat']) {
      const answer = await fetch(`${hub.url}/api/voice/${voice.en?.[clip]}`)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'audio/wav'])
      const file = path.join(place.folder, 'clip.wav')
      writeFileSync(file, new Uint8Array(await answer.arrayBuffer()))
      const show = ['-v', 'error', '-show_entries', 'format=format_name,duration', '-of', 'json', file]
      const { format } = JSON.parse(execFileSync('ffprobe', show, { encoding: 'utf8' })) as {
        readonly format: { readonly format_name: string; readonly duration: string }
      }
      expect(format.format_name).toBe('wav')
      expect(Number(format.duration)).toBeGreaterThan(0.1)
    }
    expect((await fetch(`${hub.url}/api/voice/..%2Fanteroom.sqlite`)).status).toBe(404)
  },
)
