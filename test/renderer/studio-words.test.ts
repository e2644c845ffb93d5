/** What the studio says of a file is so: no film is called a new version that is none, and nothing is named that nobody knows. */
import { expect, test } from 'vitest'
import type { Asset } from '../../core/asset.ts'
import { notice, refusal } from '../../core/remarks.ts'
import { sizeOf, stateOf } from '../../renderer/studio/words.ts'

const file = (more: Partial<Asset>): Asset => ({
  ...{ id: 'a', path: 'a.mp4', kind: 'video', state: 'ready', notices: [] },
  ...more,
})
const played = { hash: 'x', media: 'x.mp4', width: 320, height: 180 }

test('a film with a note that was never good is not on the TV; nothing plays in its place', () => {
  const held = file({ ...played, state: 'refused', reason: refusal('broken-note') })
  expect(stateOf(held, 'Europe/Berlin')).toBe('Not on the TV')
  const older = file({ ...played, state: 'refused', reason: refusal('damaged'), notices: [notice('previous-plays')] })
  expect(stateOf(older, 'Europe/Berlin')).toBe('The new version is not on the TV')
})

test('what nobody has looked into is a file', () => {
  expect(sizeOf(file({ path: 'list.docx', kind: 'document', state: 'working' }))).toBe('File')
  expect(sizeOf(file({ path: 'list.pdf', kind: 'document', pages: 2 }))).toBe('Document · 2 pages')
  expect(sizeOf(file(played))).toBe('Video · 320 × 180 points')
})
