/** `schedule.yaml`, read and written. */
import { stringify } from 'yaml'
import { type ScheduleFile, scheduleFile } from './schedule-check.ts'
import { type Schedule, type ScreenGroup, schedule } from './schedule-file.ts'
import { parseYamlAs, type YamlResult } from './yaml-document.ts'

/** Two thousand schedules, written out. */
const longestText = 1_048_576

export const readScheduleYaml = (text: string): YamlResult<ScheduleFile> => parseYamlAs(text, scheduleFile, longestText)

const heading = `# Which playlist plays where and when. Anteroom reads this file at its very first start;
# afterwards it changes nothing until it is imported, in the studio or with:
#   npm run anteroom -- schedule import schedule.yaml
`

/** What holds anyway is left out. */
export function writeScheduleYaml(schedules: readonly Schedule[], groups: readonly ScreenGroup[]): string {
  const usual: Readonly<Record<string, unknown>> = schedule.parse({ name: 'any', playlist: 'any' })
  const entries = schedules.map((each) =>
    Object.fromEntries(
      Object.entries(each).filter(
        ([key, value]) => key === 'name' || key === 'playlist' || JSON.stringify(value) !== JSON.stringify(usual[key]),
      ),
    ),
  )
  const file = { ...(groups.length === 0 ? {} : { groups }), schedules: entries }
  // Quotes: other programs take 22:00 for a number.
  return heading + stringify(file, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 })
}
