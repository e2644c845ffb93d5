/** Films that wait for a clinician in the studio: one line, however many they are. */
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Asset } from '../../core/asset.ts'
import { notice } from '../../core/remarks.ts'
import { ToCheck } from '../../renderer/studio/to-check.tsx'

const waiting = (count: number): readonly Asset[] =>
  Array.from({ length: count }, (_, at) => ({
    ...{ id: `a${at}`, path: `film-${at}.md`, kind: 'explainer', state: 'ready', notices: [notice('unchecked')] },
  }))

test('a clinic that has just begun sees thirteen films as one calm line, and not as thirteen alarms', () => {
  const line = renderToStaticMarkup(<ToCheck assets={waiting(13)} isWanted={false} />)
  expect(line).toContain('13 films wait for a check by a clinician')
  expect(line).toContain('aria-expanded="false"')
  expect(line).not.toContain('<li')
})

test('without any, nothing is said', () => {
  expect(renderToStaticMarkup(<ToCheck assets={[]} isWanted={false} />)).toBe('')
})
