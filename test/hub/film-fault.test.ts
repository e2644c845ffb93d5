/** What a film's failure is called decides whether it is tried again, and what people read. */
import { expect, test } from 'vitest'
import { faultOf } from '../../hub/film-fault.ts'
import { refusalOf } from '../../hub/film-trouble.ts'
import { BrowserFault } from '../../hub/film-worker/renderer.ts'
import { ShotFault } from '../../hub/film-worker-process.ts'
import { sampleProps } from '../support/film-scenes.ts'

test('a browser that had no time is not one that cannot be started', () => {
  const late = new BrowserFault(new Error('Timed out after 25000 ms while trying to connect to the browser!'))
  const missing = new BrowserFault(new Error('spawn /nowhere ENOENT'))
  expect([late.isLate, missing.isLate]).toEqual([true, false])

  const told = (why: 'busy' | 'browser') =>
    refusalOf(
      faultOf(new ShotFault(why, 'x'), '/chromium', sampleProps({ kind: 'title', template: 'procedure' })),
      '/chromium',
    )
  expect(told('busy')).toMatchObject({
    code: 'too-busy',
    reason: { message: expect.stringContaining('no time for films') },
  })
  expect(told('browser')).toMatchObject({
    code: 'no-browser',
    reason: { message: expect.stringContaining('/chromium') },
  })
})
