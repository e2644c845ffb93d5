/** The month as a table to take away: what each file came to, then what people asked about and how they rated. */
import { csvLine } from './csv.ts'
import type { MonthReport } from './month-contract.ts'
import type { PlaySums } from './play-contract.ts'

const columns = ['section', 'name', 'plays', 'whole', 'cut', 'failed', 'presented_seconds', 'waiting_average', 'times']

export function monthCsv({ plays, asked, feedback }: MonthReport): string {
  const counted = (section: string, name: string, sums: PlaySums) => [
    ...[section, name, sums.plays, sums.whole, sums.cut, sums.failed].map(String),
    ...[String(Math.round(sums.presentedMs / 1_000)), averageOf(sums)?.toFixed(1) ?? '', ''],
  ]
  const tallied = (section: string, name: string, times: number) => [
    ...[section, name, '', '', '', '', '', ''],
    String(times),
  ]
  return [
    columns,
    ...plays.items.map((item) => counted('file', item.title, item)),
    ...plays.days.map((day) => counted('day', day.day, day)),
    ...plays.screens.map((screen) => counted('screen', screen.screen, screen)),
    ...asked.map(({ name, times }) => tallied('asked about', name, times)),
    ...feedback.ratings.map((times, at) => tallied('rating', String(at + 1), times)),
  ]
    .map(csvLine)
    .join('')
}

/** How many people waited when it began, on average; undefined when nobody knows. */
export const averageOf = ({ waiting }: PlaySums): number | undefined =>
  waiting === undefined ? undefined : waiting.people / waiting.plays
