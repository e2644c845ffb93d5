/** schedule.yaml: every example of the manual and the sample that comes with Anteroom mean something, and survive being written. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readScheduleYaml, writeScheduleYaml } from '../../core/schedule-yaml.ts'
import { projectRoot } from '../support/place.ts'

const read = (name: string) => readFileSync(path.join(projectRoot, name), 'utf8')
const examples = [...read('docs/schedules.md').matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) =>
  text.includes('schedules:') ? text : `schedules:\n${text}`,
)

describe.each([...examples, read('playlists/schedule.yaml')])('%s', (text) => {
  const parsed = readScheduleYaml(text)

  test('is understood', () => {
    expect(parsed.ok ? [] : parsed.problems).toEqual([])
  })

  test('is the same after it has been written and read again', () => {
    if (!parsed.ok) throw new Error('It is not understood')
    const { schedules, groups } = parsed.value
    expect(readScheduleYaml(writeScheduleYaml(schedules, groups))).toEqual(parsed)
  })
})

test('the manual has an example for each thing', () => {
  const all = examples.join()
  for (const word of ['weekdays', 'rrule', 'from', 'until', 'except', 'priority', 'interrupt', 'share', 'takeover'])
    expect(all).toContain(word)
  for (const word of ['startsAt', 'endsAt', 'ticker', 'groups']) expect(all).toContain(word)
})

test('a mistake is told with its line and the nearest word', () => {
  const parsed = readScheduleYaml(
    'schedules:\n  - name: A\n    playlist: a\n    prioritty: 3\n    weekdays: [mon, tues]\n',
  )
  expect(parsed.ok ? [] : parsed.problems).toEqual([
    { line: 4, column: 5, message: '"prioritty" is not known here. Did you mean "priority"?' },
    { line: 5, column: 21, message: 'Entry 2 must be one of: mon, tue, wed, thu, fri, sat, sun.' },
  ])
})
