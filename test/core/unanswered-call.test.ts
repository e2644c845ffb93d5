/** A call without an answer: on the way, then asked about, then believed. */
import { expect, test } from 'vitest'
import { unansweredCall } from '../../core/unanswered-call.ts'
import { minuteMs, monday } from '../support/items.ts'

const after = (minutes: number, again = 0) =>
  unansweredCall({ calledAt: monday, newestAt: monday + again * minuteMs }, monday + minutes * minuteMs)

test('three minutes are for the way, then somebody should look, and after ten the visit has begun', () => {
  expect([0, 2.9, 3, 9.9, 10, 60].map((minutes) => after(minutes))).toEqual([
    ...['coming', 'coming', 'missing', 'missing', 'begun', 'begun'],
  ])
})

test('who is called again is asked about for ten minutes more, and not taken to be on the way once more', () => {
  expect([9, 12, 17.9, 18].map((minutes) => after(minutes, 8))).toEqual(['missing', 'missing', 'missing', 'begun'])
})
