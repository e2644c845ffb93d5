/** What staff read instead of the names of playlists. */
import { expect, test } from 'vitest'
import { type PlaylistLine, titleOfList } from '../../renderer/studio/programming.ts'
import { becauseWords } from '../../renderer/studio/schedule/schedule-words.ts'

const line = (kind: PlaylistLine['kind'], title?: string): PlaylistLine => ({
  ...{ name: 'default', kind, items: 2, durationMs: 24_000, problems: [] },
  ...(title === undefined ? {} : { title }),
})

test('what plays without a schedule is called all content only while it is', () => {
  expect(titleOfList('default', [line('default')])).toBe('All content')
  expect(titleOfList('default', [line('file')])).toBe('Default playlist')
  expect(titleOfList('default', [line('file', 'Mornings')])).toBe('Mornings')
  const because = { schedule: null, kind: 'default', priority: 0 } as const
  expect(becauseWords({ playlist: 'default', with: [], because })).not.toContain('all content')
})
