/** The page of a ticket on a patient's phone: what its holder may see and do, and that nobody else may anything. */
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { type PhoneSnapshot, phoneSnapshot } from '../../core/phone-contract.ts'
import { PerMinute } from '../../hub/per-minute.ts'
import { deskAt, send } from '../support/desk.ts'
import type { RunningHub } from '../support/hub.ts'
import { type OpenHub, openHubForAll } from '../support/open-hub.ts'

const afternoon = '2026-03-03T14:32:00+01:00'
const here = { provider: 'p1', room: '1' }
const withPhones: readonly string[] = ['--phones', '127.0.0.1:0']
const mobile = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130 Mobile Safari/537.36'
let hub: RunningHub
let startAgain: OpenHub['startAgain']
/** Where phones come in. */
let origin: string

openHubForAll(['--at', afternoon, ...withPhones], (opened) => {
  ;({ hub, startAgain } = opened)
})

beforeAll(async () => {
  origin = new URL((await phones()).tryUrl).origin
})

const desk = () => deskAt(hub.url)
const phones = () =>
  hub.get<{ readonly state: string; readonly message: string; readonly tryUrl: string }>('/api/phones')
const live = async (token: string, query = '', at = origin) => {
  const response = await fetch(`${at}/t/${token}/live${query}`)
  return { status: response.status, body: (await response.json()) as PhoneSnapshot }
}
const press = (token: string, name: string, body: object = {}, headers: Readonly<Record<string, string>> = {}) =>
  send(`${origin}/t/${token}/${name}`, { headers: { 'idempotency-key': randomUUID(), ...headers }, body })
const wrong = 'A'.repeat(27)

async function startAgainAt(at: string, more = withPhones): Promise<void> {
  await startAgain(['--at', at, ...more])
  const { tryUrl } = await phones()
  if (tryUrl !== undefined) origin = new URL(tryUrl).origin
}

test('the holder of a token gets its page and what it shows, on this computer and on a phone, in no cache', async () => {
  const { token, code } = await desk().checkIn({ label: 'CANARY', language: 'ar', needs: ['speak'] })
  for (const at of [hub.url, origin]) {
    const page = await fetch(`${at}/t/${token}`)
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(page.headers.get('referrer-policy')).toBe('no-referrer')
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/)
    expect(await page.text()).toContain('/t/ticket.js')
    expect((await fetch(`${at}/t/ticket.js`)).status).toBe(200)
    const { status, body } = await live(token, '', at)
    expect(status).toBe(200)
    expect(phoneSnapshot.strict().safeParse(body).error).toBeUndefined()
    expect(body).toMatchObject({ zone: 'Europe/Berlin', ticket: { code, state: 'waiting', language: 'ar' } })
    expect(JSON.stringify(body)).not.toMatch(/CANARY|consultation|p1|speak/)
  }
})

test('for everybody else there is nothing: wrong, over and no token at all look the same', async () => {
  const { id, token } = await desk().checkIn()
  const { revision: event } = (await desk().press('leave', { ticket: id })).body
  expect((await live(token)).body.ticket?.state).toBe('left')
  await desk().press('undo', { event })
  const taken = await desk().checkIn()
  await desk().press('undo')
  const answers = new Set<string>()
  for (const one of [wrong, taken.token]) {
    for (const path of ['', '/live']) {
      const response = await fetch(`${origin}/t/${one}${path}`)
      answers.add(`${path} ${response.status} ${await response.text()}`)
    }
    const { status, body } = await press(one, 'leaving')
    answers.add(`leaving ${status} ${JSON.stringify(body)}`)
  }
  expect([...answers].map((answer) => answer.replace(/^(\S*) (\d+).*$/s, '$1 $2'))).toEqual([
    ' 404',
    '/live 404',
    'leaving 404',
  ])
})

test('the listener for phones knows these addresses and no other', async () => {
  const { token } = await desk().checkIn()
  const others = ['/', '/more', '/live/x', '/live/', '/feedback/1', '//live'].map((rest) => `/t/${token}${rest}`)
  for (const path of [
    ...others,
    '/api/phones',
    '/api/queue',
    '/api/feedback',
    '/room',
    `/api/live?topics=ticket:${token}`,
  ]) {
    const response = await fetch(`${origin}${path}`)
    expect([path, response.status, await response.text()]).toEqual([path, 404, expect.stringMatching(/nothing here/i)])
  }
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    expect((await fetch(`${origin}/t/${token}`, { method })).status).toBe(404)
  }
})

test('the page hears of a call at once, and otherwise every ten seconds that nothing has changed', async () => {
  const { id, token, code } = await desk().checkIn()
  const { version } = (await live(token)).body
  const startedAt = performance.now()
  const heard = live(token, `?after=${version}`)
  await desk().press('call', { ticket: id, ...here })
  expect((await heard).body.ticket).toMatchObject({ code, state: 'called', roomName: 'Room 1', call: { code } })
  expect(performance.now() - startedAt).toBeLessThan(8_000)
  const { body: called } = await live(token)
  expect((await live(token, `?after=${called.version}`)).body.version).toBe(called.version)
  expect(performance.now() - startedAt).toBeLessThan(20_000)
  await desk().press('undo')
  expect((await live(token)).body.ticket).toMatchObject({ state: 'waiting', call: { retracted: true } })
})

test('of many pages of one ticket only the newest two wait', async () => {
  const { token } = await desk().checkIn()
  const { version } = (await live(token)).body
  const startedAt = performance.now()
  const first = live(token, `?after=${version}`)
  // What is asked after it and answered at once tells that it has arrived.
  await live(token)
  for (let more = 0; more < 2; more += 1) void live(token, `?after=${version}`).catch(() => undefined)
  expect((await first).status).toBe(200)
  expect(performance.now() - startedAt).toBeLessThan(8_000)
})

test('who needs more time says so once; desk and room see it, and the place stays', async () => {
  await desk().press('close-day', { anyway: true })
  const first = await desk().checkIn({ needs: ['fetch'] })
  await desk().checkIn()
  const answer = await press(first.token, 'more-time', { needed: true })
  expect(answer.body.ticket).toMatchObject({ code: first.code, moreTime: true })
  expect(JSON.stringify(answer.body)).not.toMatch(/fetch|consultation|p1/)
  expect((await desk().ticket(first.id)).needs).toEqual(['fetch', 'more-time'])
  const { revision, next } = await desk().queue()
  expect(next[0]?.ticket).toBe(first.id)
  await press(first.token, 'more-time', { needed: true })
  expect((await desk().queue()).revision).toBe(revision)
  await press(first.token, 'more-time', { needed: false })
  expect((await desk().ticket(first.id)).needs).toEqual(['fetch'])
})

test('who leaves is out of the line; whoever is in the room already cannot leave by phone', async () => {
  const [one, two] = [await desk().checkIn(), await desk().checkIn()]
  expect((await press(one.token, 'leaving')).body.ticket.state).toBe('left')
  expect((await desk().ticket(one.id)).state).toBe('left')
  await desk().press('call', { ticket: two.id, ...here })
  await desk().press('here', { ticket: two.id })
  for (const [name, body] of [
    ['leaving', {}],
    ['more-time', { needed: true }],
  ] as const) {
    const { status, body: said } = await press(two.token, name, body)
    expect([status, said]).toEqual([
      409,
      { reason: 'not-possible', message: 'This is not possible now. Please ask at the desk.' },
    ])
  }
})

test('a press needs a key, is done once, and never comes from another page', async () => {
  const { token, id } = await desk().checkIn()
  expect((await send(`${origin}/t/${token}/leaving`, {})).status).toBe(400)
  expect((await press(token, 'leaving', {}, { origin: 'https://elsewhere.example' })).status).toBe(403)
  expect((await press(token, 'leaving', { why: 'late' })).status).toBe(422)
  expect((await press(token, 'leaving', { why: 'x'.repeat(2_000) })).status).toBe(413)
  expect((await desk().ticket(id)).state).toBe('waiting')
  const key = { 'idempotency-key': randomUUID(), origin }
  for (let time = 0; time < 2; time += 1) expect((await press(token, 'leaving', {}, key)).status).toBe(200)
})

test('a visit is rated after it, once, and the last answer counts', async () => {
  const { id, token } = await desk().checkIn()
  expect((await press(token, 'feedback', { rating: 5 })).status).toBe(409)
  await desk().press('call', { ticket: id, ...here })
  await desk().press('finish', { ticket: id })
  expect((await live(token)).body.rated).toBe(false)
  expect((await press(token, 'feedback', { rating: 6 })).status).toBe(422)
  expect((await press(token, 'feedback', { rating: 2, about: ['my name'] })).status).toBe(422)
  await press(token, 'feedback', { rating: 2 })
  const { body } = await press(token, 'feedback', { rating: 4, about: ['wait', 'care'] })
  expect(body.rated).toBe(true)
  expect(await hub.get('/api/feedback?from=2026-03-03&to=2026-03-04')).toEqual({
    ...{ from: '2026-03-03', to: '2026-03-04', answers: 1, ratings: [0, 0, 0, 1, 0] },
    about: { wait: 1, welcome: 0, explained: 0, care: 1, place: 0 },
  })
  expect(await hub.get('/api/feedback?from=2026-03-04&to=2026-03-05')).toMatchObject({ answers: 0 })
  expect(await hub.get('/api/feedback')).toMatchObject({ from: '2026-02-01', to: '2026-03-04', answers: 1 })
  expect((await fetch(`${hub.url}/api/feedback?from=yesterday&to=2026-03-05`)).status).toBe(422)
})

test('whoever asks or presses too often is told to wait, by ticket and not by address', async () => {
  const [one, two] = [await desk().checkIn(), await desk().checkIn()]
  const statuses: number[] = []
  for (let time = 0; time < 70; time += 1) statuses.push((await live(one.token)).status)
  expect(statuses.at(-1)).toBe(429)
  for (let time = 0; time < 12; time += 1) statuses.push((await press(two.token, 'more-time', { needed: true })).status)
  expect(statuses.at(-1)).toBe(429)
  for (let time = 0; time < 130; time += 1) await fetch(`${origin}/t/${wrong}`)
  expect((await fetch(`${origin}/t/${wrong}`)).status).toBe(429)
  expect((await fetch(`${origin}/t/${two.token}`)).status).toBe(200)
})

test('a minute later it is all forgotten', () => {
  const counts = new PerMinute(2)
  expect([0, 1, 2].map((at) => counts.isTooMuch('one', at))).toEqual([false, false, true])
  expect([counts.isTooMuch('other', 3), counts.isTooMuch('one', 60_000)]).toEqual([false, false])
})

test('slips may carry the address once a phone has opened it there, and not because a desk has', async () => {
  const { state, message, tryUrl } = await phones()
  expect([state, message]).toEqual(['untried', expect.stringContaining('on a phone once')])
  const token = new URL(tryUrl).pathname.split('/')[2] ?? ''
  expect((await fetch(tryUrl)).status).toBe(200)
  const open = (from: string, agent: string) =>
    fetch(`${origin}/t/${token}/live?from=${encodeURIComponent(from)}`, { headers: { 'user-agent': agent } })
  expect(await (await open(origin, 'Mozilla/5.0 (X11; Linux x86_64)')).json()).toMatchObject({
    trial: true,
    ticket: null,
  })
  await open('http://localhost:1', mobile)
  expect((await phones()).state).toBe('untried')
  await open(origin, mobile)
  expect(await phones()).toEqual({ state: 'ready', base: `${origin}/t/`, tryUrl })
  expect((await press(token, 'leaving')).status).toBe(404)
})

test('what was tried is remembered, and not for another way in', async () => {
  await startAgainAt(afternoon)
  expect((await phones()).state).toBe('ready')
  const publicUrl = ['--public-url', 'https://wait.clinic.example']
  await startAgainAt(afternoon, [...publicUrl, '--phones', '127.0.0.1:0'])
  expect(await phones()).toMatchObject({
    state: 'untried',
    tryUrl: expect.stringMatching(/^https:\/\/wait\.clinic\.example\/t\/[\w-]{27}$/),
  })
  await startAgainAt(afternoon, publicUrl)
  expect(await phones()).toEqual({ state: 'off', message: expect.stringContaining('needs --phones as well') })
  await startAgainAt(afternoon, [])
  expect(await phones()).toEqual({ state: 'off', message: expect.stringContaining('--phones 8711') })
})

test('twelve hours after the visit its page is over, whether or not the day was closed', async () => {
  await startAgainAt(afternoon)
  await desk().press('close-day', { anyway: true })
  const seen = async () => {
    const ticket = await desk().checkIn()
    await desk().press('call', { ticket: ticket.id, ...here })
    await desk().press('finish', { ticket: ticket.id })
    return ticket
  }
  const [open, closed] = [await desk().checkIn(), await seen()]
  await desk().press('close-day', { anyway: true })
  expect((await live(open.token)).status).toBe(404)
  const next = await seen()
  await desk().press('close-day', { anyway: true })
  for (const { token, code } of [closed, next])
    expect((await live(token)).body.ticket).toMatchObject({ code, state: 'done' })
  const later = await seen()
  await startAgainAt('2026-03-04T02:30:00+01:00')
  expect((await press(closed.token, 'feedback', { rating: 5 })).body.rated).toBe(true)
  expect((await press(later.token, 'feedback', { rating: 5 })).body.rated).toBe(true)
  await startAgainAt('2026-03-04T02:36:00+01:00')
  for (const { token } of [closed, next, later]) {
    expect((await live(token)).status).toBe(404)
    expect((await press(token, 'feedback', { rating: 1 })).status).toBe(404)
  }
  expect(await hub.get('/api/feedback?from=2026-03-04&to=2026-03-05')).toMatchObject({ answers: 2 })
})

test('neither a token nor an address of a phone is said anywhere', async () => {
  const { token } = await desk().checkIn()
  await live(token)
  await press(token, 'more-time', { needed: true })
  expect(hub.said()).not.toMatch(/127\.0\.0\.1|\/t\//)
  expect(hub.said()).not.toContain(token)
})
