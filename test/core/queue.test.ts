/** What each button does, and the sentence it answers when it does nothing. */
import { describe, expect, test } from 'vitest'
import { evolve } from '../../core/queue.ts'
import { minuteMs, monday } from '../support/items.ts'
import { Day, type Pressed } from '../support/queue.ts'

const room1 = { provider: 'p1', room: '1' }
const room2 = { provider: 'p2', room: '2' }
const checkIn = (more: object = {}) => ({ type: 'check-in', arrival: { service: 'consultation', ...more } }) as const
const callNext = (place = room1) => ({ type: 'call-next', ...place }) as const
const refusalOf = ({ decision }: Pressed) => (decision.ok ? undefined : [decision.reason, decision.message])

/** A day with `people` checked in, t1, t2 …, a minute apart. */
function dayWith(people: number): Day {
  const day = new Day()
  for (let index = 0; index < people; index += 1) day.press(checkIn(), monday + index * minuteMs, 'desk-a', index / 10)
  return day
}

describe('check in', () => {
  test('whoever comes in waits, from when they arrived', () => {
    const day = new Day()
    day.press(checkIn({ arrivedAt: monday - 20 * minuteMs, language: 'de' }))
    expect(day.ticket('t1')).toMatchObject({
      language: 'de',
      priority: false,
      state: { kind: 'waiting', since: monday },
    })
    expect(day.ticket('t1').arrivedAt).toBe(monday - 20 * minuteMs)
  })

  test('a desk whose clock is a little ahead checks in now', () => {
    const day = new Day()
    day.press(checkIn({ arrivedAt: monday + 2 * minuteMs }))
    expect(day.ticket('t1').arrivedAt).toBe(monday)
  })

  test.each([
    [{ service: 'botox' }, 'unknown-service', 'There is no service "botox". There are: consultation, laser.'],
    [{ provider: 'p7' }, 'unknown-provider', 'There is no provider "p7". There are: p1, p2.'],
    [
      { service: 'laser', provider: 'p1' },
      'does-not-perform',
      'Dr Lind does not perform Laser. Choose another provider, or none.',
    ],
    [{ arrivedAt: monday - 241 * minuteMs }, 'bad-input', 'arrivedAt: At most four hours back are possible.'],
    [{ arrivedAt: monday + 6 * minuteMs }, 'bad-input', 'arrivedAt: This time has not come yet. Leave it out for now.'],
    [
      { appointmentAt: monday + 25 * 60 * minuteMs },
      'bad-input',
      'appointmentAt: This is not an appointment of today.',
    ],
  ])('%j is refused in a sentence', (more, reason, sentence) => {
    expect(refusalOf(new Day().press(checkIn(more)))).toEqual([reason, sentence])
  })
})

describe('call next', () => {
  test('calls, and ends the visit before in that room', () => {
    const day = dayWith(2)
    day.press(callNext())
    expect(day.ticket('t1').state).toMatchObject({ kind: 'called', ...room1 })
    day.press(callNext())
    expect(day.ticket('t1').state).toMatchObject({ kind: 'done', ...room1 })
    expect(day.ticket('t2').state).toMatchObject({ kind: 'called', ...room1 })
  })

  test('of two desks that press at once, the second is told that nobody waits', () => {
    const day = dayWith(1)
    day.press(callNext(room1), monday, 'desk-a')
    expect(refusalOf(day.press(callNext(room2), monday, 'desk-b'))).toEqual([
      'nobody-waiting',
      'Nobody is waiting for Dr Okafor.',
    ])
  })

  test('whoever was called in the same moment by somebody else is not finished unseen', () => {
    const day = dayWith(3)
    const seen = { ...callNext(), finishes: [] }
    day.press(seen, monday + minuteMs, 'desk-a')
    expect(refusalOf(day.press(seen, monday + minuteMs, 'desk-b'))).toEqual([
      'called-meanwhile',
      'Nobody was called: somebody else has just called A22, and this would finish their visit. If that is meant, press again.',
    ])
    expect(day.ticket('t1').state.kind).toBe('called')
    expect(refusalOf(day.press({ type: 'call', ticket: 't3', ...room1, finishes: [] }))?.[0]).toBe('called-meanwhile')
    // A page that shows the call for a blink does not yet know it; whoever called does.
    const shown = { ...callNext(), finishes: ['t1'] }
    const soon = monday + minuteMs + 500
    expect(refusalOf(day.press(shown, soon, 'desk-b'))?.[0]).toBe('called-meanwhile')
    day.press(shown, soon, 'desk-a')
    expect([day.ticket('t1').state.kind, day.ticket('t2').state.kind]).toEqual(['done', 'called'])
  })

  test('a clock that was set back an hour holds nobody up who presses again', () => {
    const day = dayWith(3)
    day.press({ ...callNext(), finishes: [] }, monday + 60 * minuteMs, 'desk-a')
    day.press({ ...callNext(), finishes: ['t1'] }, monday, 'desk-b')
    expect([day.ticket('t1').state.kind, day.ticket('t2').state.kind]).toEqual(['done', 'called'])
  })

  test('with nobody next, whoever is in the room stays there', () => {
    const day = dayWith(1)
    day.press(callNext())
    day.press(callNext())
    expect(day.ticket('t1').state.kind).toBe('called')
  })

  test('says when people are there, but for somebody else', () => {
    const day = new Day()
    day.press(checkIn({ service: 'laser' }))
    expect(refusalOf(day.press(callNext()))?.[1]).toBe(
      'Nobody is waiting for Dr Lind; 1 person waits for somebody else.',
    )
  })

  test.each([
    [{ provider: 'p9', room: '1' }, 'unknown-provider', 'There is no provider "p9". There are: p1, p2.'],
    [{ provider: 'p1', room: '9' }, 'unknown-room', 'There is no room "9". There are: 1, 2.'],
  ])('%j is refused in a sentence', (place, reason, sentence) => {
    expect(refusalOf(dayWith(1).press(callNext(place)))).toEqual([reason, sentence])
  })

  test('a second provider may use the same room, and a provider two rooms', () => {
    const day = dayWith(3)
    day.press(callNext({ provider: 'p1', room: '1' }))
    day.press(callNext({ provider: 'p2', room: '1' }))
    day.press(callNext({ provider: 'p1', room: '2' }))
    expect(['t1', 't2', 't3'].map((id) => day.ticket(id).state.kind)).toEqual(['called', 'called', 'called'])
  })
})

describe('what has not happened yet, or has happened already', () => {
  const day = dayWith(4)
  day.press(callNext())
  day.press({ type: 'start', ticket: 't1' })
  day.press(callNext(room2))
  day.press({ type: 'leave', ticket: 't3' })
  const [inside, called, left, waiting] = ['t1', 't2', 't3', 't4'].map((id) => day.ticket(id).code)

  test.each([
    ['recall', 't4', 'not-called', `${waiting} has not been called yet. Call it first.`],
    ['start', 't4', 'not-called', `${waiting} has not been called yet. Call it first.`],
    ['finish', 't4', 'not-called', `${waiting} has not been called yet. Call it first.`],
    ['recall', 't1', 'already-started', `${inside} is already in Room 1.`],
    ['start', 't1', 'already-started', `${inside} is already in Room 1.`],
    ['no-show', 't1', 'already-started', `${inside} is already in Room 1.`],
    ['finish', 't3', 'already-over', `${left} has left. If that was a mistake, undo it, or have them return.`],
    [
      'leave',
      'nobody',
      'unknown-ticket',
      'There is no such ticket today. Its check-in was taken back, or its day was closed.',
    ],
  ] as const)('%s of %s is refused: %s', (type, ticket, reason, sentence) => {
    expect(refusalOf(day.press({ type, ticket }))).toEqual([reason, sentence])
  })

  test('a called ticket is not called again, but recalled', () => {
    const refusal = refusalOf(day.press({ type: 'call', ticket: 't2', ...room1 }))
    expect(refusal).toEqual(['already-called', `${called} is called to Room 2 already.`])
  })
})

describe('undo', () => {
  test('a call that nobody has heard yet is removed unseen', () => {
    const day = dayWith(2)
    day.press(callNext(room1), monday, 'desk-a')
    day.press(callNext(room2), monday + 1_000, 'desk-b')
    const undone = day.press({ type: 'undo' }, monday + 2_000, 'desk-b')
    expect(undone.event).toMatchObject({ type: 'undone' })
    expect(undone.event).not.toHaveProperty('retraction')
    expect(day.state.announcements.map(({ tickets }) => tickets)).toEqual([['t1']])
  })

  test('a call that was heard is retracted at once, and the calls after it wait their turn', () => {
    const day = dayWith(2)
    day.press(callNext(room1), monday, 'desk-a')
    day.press(callNext(room2), monday + 1_000, 'desk-b')
    day.press({ type: 'undo' }, monday + 3_000, 'desk-a')
    expect(day.ticket('t1').state).toEqual({ kind: 'waiting', since: monday })
    expect(day.state.announcements).toMatchObject([
      { tickets: ['t1'], isRetracted: true, from: monday + 3_000, until: monday + 11_000 },
      { tickets: ['t2'], isRetracted: false, from: monday + 11_000, until: monday + 19_000 },
    ])
  })

  test('a retraction does not cut another announcement short', () => {
    const day = dayWith(2)
    day.press(callNext(room1), monday, 'desk-a')
    day.press(callNext(room2), monday + 1_000, 'desk-b')
    day.press({ type: 'undo' }, monday + 10_000, 'desk-a')
    expect(day.state.announcements.find(({ isRetracted }) => isRetracted)).toMatchObject({ from: monday + 16_000 })
  })

  test('a recall that was heard is not retracted: the patient is still called', () => {
    const day = dayWith(1)
    day.press(callNext())
    day.press({ type: 'recall', ticket: 't1' }, monday + minuteMs)
    day.press({ type: 'undo' }, monday + minuteMs + 1_000)
    expect(day.ticket('t1').state.kind).toBe('called')
    expect(day.state.announcements.some(({ isRetracted }) => isRetracted)).toBe(false)
  })

  test('brings back the visit that the call had ended', () => {
    const day = dayWith(2)
    day.press(callNext())
    day.press({ type: 'start', ticket: 't1' }, monday + minuteMs)
    day.press(callNext(), monday + 10 * minuteMs)
    day.press({ type: 'undo' }, monday + 11 * minuteMs)
    expect(day.ticket('t1').state).toMatchObject({ kind: 'in-service', since: monday + minuteMs, ...room1 })
    expect(day.ticket('t2').state.kind).toBe('waiting')
  })

  test('a code whose check-in was taken back is not handed out again', () => {
    const day = dayWith(1)
    const { code } = day.ticket('t1')
    day.press({ type: 'undo' })
    expect(day.state.tickets.size).toBe(0)
    expect(day.state.codes).toContain(code)
  })

  test.each([
    ['of nothing', [], undefined, 'There is nothing of yours to undo today.'],
    ['of an earlier step', ['check-in', 'check-in'], 1, 'This was not the last thing you did.'],
  ] as const)('%s is refused', (_, before, event, sentence) => {
    const day = dayWith(before.length)
    const [reason, message] = refusalOf(day.press({ type: 'undo', ...(event === undefined ? {} : { event }) })) ?? []
    expect(reason).toBe('cannot-undo')
    expect(message).toContain(sentence)
  })

  test('is refused when another desk has gone on with the ticket, and says which', () => {
    const day = dayWith(1)
    day.press(callNext(), monday, 'desk-a')
    day.press({ type: 'start', ticket: 't1' }, monday, 'desk-b')
    const refusal = refusalOf(day.press({ type: 'undo' }, monday, 'desk-a'))
    expect(refusal?.[0]).toBe('cannot-undo')
    expect(refusal?.[1]).toContain(day.ticket('t1').code)
  })

  test('is refused when somebody else has been called to the room meanwhile', () => {
    const day = dayWith(2)
    day.press(callNext(), monday, 'desk-a')
    day.press({ type: 'finish', ticket: 't1' }, monday, 'desk-a')
    day.press(callNext(), monday, 'desk-b')
    const refusal = refusalOf(day.press({ type: 'undo' }, monday, 'desk-a'))
    expect(refusal).toEqual([
      'cannot-undo',
      `${day.ticket('t2').code} is called to Room 1 by now, so ${day.ticket('t1').code} cannot go back there.`,
    ])
  })

  test('is refused when a code that sounds the same has been handed out meanwhile', () => {
    const day = dayWith(1)
    const gone = day.ticket('t1')
    day.press({ type: 'leave', ticket: 't1' }, monday, 'desk-a')
    expect(gone.code).toBe('A22')
    const visit = { ...gone, id: 'other', token: 'other', code: 'K22' }
    day.state = evolve(day.state, { type: 'checked-in', visit, revision: 3, at: monday, caller: 'desk-b' })
    expect(refusalOf(day.press({ type: 'undo' }, monday, 'desk-a'))).toEqual([
      'cannot-undo',
      'K22 is here by now and would be mixed up with A22. Check in anew.',
    ])
  })

  test('does not reach back before the day was closed', () => {
    const day = dayWith(1)
    day.press({ type: 'close-day', anyway: true })
    expect(refusalOf(day.press({ type: 'undo' }))?.[0]).toBe('cannot-undo')
  })
})

describe('close day', () => {
  test('is refused while somebody is here, with their codes', () => {
    const day = dayWith(2)
    const codes = [day.ticket('t1').code, day.ticket('t2').code].join(', ')
    expect(refusalOf(day.press({ type: 'close-day', anyway: false }))).toEqual([
      'still-open',
      `2 people are still here: ${codes}. Keep the day open, or close it anyway.`,
    ])
  })

  test('anyway, it notes who was still here and starts from nothing; the count goes on', () => {
    const day = dayWith(2)
    day.press({ type: 'leave', ticket: 't1' })
    expect(day.press({ type: 'close-day', anyway: true }).event).toMatchObject({ leftOpen: ['t2'], revision: 4 })
    expect(day.state).toMatchObject({ revision: 4, day: 'closed', tickets: new Map() })
    expect(refusalOf(day.press({ type: 'close-day', anyway: true }))?.[0]).toBe('already-closed')
    day.press(checkIn())
    expect(day.state).toMatchObject({ revision: 5, day: 'open' })
  })

  test('a day left open over midnight is still the same day', () => {
    const day = dayWith(1)
    day.press(callNext(), monday + 20 * 60 * minuteMs)
    expect(day.ticket('t1').state.kind).toBe('called')
  })
})
