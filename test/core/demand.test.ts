/** What programming may know of those who wait: counts that begin at three, and never the last who came in. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  concernedBy,
  demandOf,
  factorOf,
  lookAt,
  lookEveryMs,
  noDemand,
  stillHeld,
  type Waiting,
} from '../../core/demand.ts'
import { monday } from '../support/items.ts'

let arrivals = 0
const nobodyYet = (): string => {
  arrivals += 1
  return `${arrivals}`
}
const waiting = (service: string, minutes?: number, group = nobodyYet()): Waiting => ({
  service,
  group,
  minutes,
})
const lookAgain = monday + lookEveryMs
const steady = (all: readonly Waiting[]) => demandOf(lookAt(all, monday), lookAt(all, lookAgain))

const anyWaiting = fc.array(
  fc.record({
    service: fc.constantFrom('peel', 'filler', 'laser'),
    group: fc.nat({ max: 8 }).map(String),
    minutes: fc.option(fc.integer({ min: 0, max: 90 }), { nil: undefined }),
  }),
  { maxLength: 14 },
)

test('three who wait for a service are counted, two are not', () => {
  const three = [
    waiting('peel', 30),
    waiting('peel', 20),
    waiting('peel', 10),
    waiting('filler', 30),
    waiting('filler'),
  ]
  expect(steady(three)).toEqual({
    all: { people: 5, stayMinutes: 30 },
    services: { peel: { people: 3, stayMinutes: 10 } },
  })
})

test('a family that came together is one arrival, and moves no count by itself', () => {
  const family = [waiting('peel', 30, 'family'), waiting('peel', 30, 'family'), waiting('peel', 30, 'family')]
  expect(steady(family)).toEqual(noDemand)
})

test('five count more than three, and nobody counts more than three times', () => {
  expect([0, 1, 2, 3, 4, 5, 50].map(factorOf)).toEqual([1, 1, 1, 2, 2, 3, 3])
})

test('an item about two services counts those of each that has three by itself', () => {
  const all = ['peel', 'peel', 'peel', 'filler', 'filler', 'filler', 'filler', 'laser', 'laser'].map((id) =>
    waiting(id),
  )
  expect(concernedBy(['peel', 'filler', 'laser', 'peel'], steady(all))?.people).toBe(7)
  expect(concernedBy(['laser'], steady(all))).toBeUndefined()
})

describe('whatever happens in the room', () => {
  test('no figure is ever below three', () => {
    fc.assert(
      fc.property(anyWaiting, anyWaiting, (before, now) => {
        const { all, services } = demandOf(lookAt(before, monday), lookAt(now, lookAgain))
        for (const count of [...(all === undefined ? [] : [all]), ...Object.values(services)])
          expect(count.people).toBeGreaterThanOrEqual(3)
        for (const [id, count] of Object.entries(services))
          for (const list of [before, now]) {
            const groups = new Set(list.filter(({ service }) => service === id).map(({ group }) => group))
            expect(groups.size).toBeGreaterThanOrEqual(count.people)
          }
      }),
    )
  })

  test('who has just come in changes nothing, whatever they came for', () => {
    fc.assert(
      fc.property(anyWaiting, fc.constantFrom('peel', 'filler', 'laser'), (before, service) => {
        const known = demandOf(lookAt(before, monday), lookAt(before, lookAgain))
        const now = [...before, waiting(service, 40, 'newcomer')]
        expect(demandOf(lookAt(before, monday), lookAt(now, lookAgain)).services).toEqual(known.services)
        expect(stillHeld(known, now)).toEqual(known)
      }),
    )
  })

  test('below three a count is gone at once, and nothing else changes with it', () => {
    fc.assert(
      fc.property(anyWaiting, anyWaiting, (before, now) => {
        const known = steady(before)
        const held = stillHeld(known, now)
        const counts = lookAt(now, monday).services
        for (const [id, count] of Object.entries(known.services))
          expect(held.services[id]).toEqual(counts[id] === undefined ? undefined : count)
      }),
    )
  })
})

test('looks that do not follow each other know nothing: a hub that was away begins anew', () => {
  const three = [waiting('peel'), waiting('peel'), waiting('peel')]
  for (const at of [monday - lookEveryMs, monday, monday + 2 * lookEveryMs])
    expect(demandOf(lookAt(three, monday), lookAt(three, at))).toEqual(noDemand)
  expect(demandOf(undefined, lookAt(three, monday))).toEqual(noDemand)
})
