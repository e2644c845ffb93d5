/** The parts of the monthly page: what played, what people asked about, how they rated their visits. */
import type { ReactElement } from 'react'
import type { MonthReport } from '../../core/month-contract.ts'
import { en } from '../../core/phone-words/en.ts'
import { feedbackTopics } from '../../core/phone-words/words.ts'
import { Table } from '../report/tables.tsx'
import { averageWords, lengthWords, numberWords, shareWords } from './month-words.ts'

const mostRows = 40

export function Figures({ plays: { total, screens } }: Pick<MonthReport, 'plays'>): ReactElement {
  const figures = [
    { name: total.plays === 1 ? 'play' : 'plays', figure: numberWords(total.plays) },
    {
      name: screens.length > 1 ? `on ${screens.length} screens` : 'on the screen',
      figure: lengthWords(total.presentedMs),
    },
    { name: 'seen to the end', figure: shareWords(total.whole, total.plays) },
    ...(total.waiting === undefined ? [] : [{ name: 'people waiting, on average', figure: averageWords(total) }]),
  ]
  return (
    <ul className="figures" aria-label="The month in figures">
      {figures.map(({ name, figure }) => (
        <li key={name}>
          <b>{figure}</b> {name}
        </li>
      ))}
    </ul>
  )
}

export function Played({ plays: { items, total, screens } }: Pick<MonthReport, 'plays'>): ReactElement {
  const more = items.length - mostRows
  return (
    <div className="played">
      <Table
        caption="What played"
        head={['Film or picture', 'Plays', 'To the end', 'On the screen', 'People waiting, on average']}
        rows={items
          .slice(0, mostRows)
          .map((item) => [
            item.title,
            numberWords(item.plays),
            shareWords(item.whole, item.plays),
            lengthWords(item.presentedMs),
            averageWords(item),
          ])}
      />
      {more > 0 && <p className="aside">And {numberWords(more)} more: they are in the table to take away.</p>}
      <p className="aside">
        Counted from the frames that were on the display. People waiting: how many stood on the queue’s list when it
        began. That is an estimate: nobody knows who looked, and whoever waits long is counted with every film.
        {total.failed > 0 &&
          ` ${total.failed === 1 ? 'Once something' : `${numberWords(total.failed)} times something`} could not be shown.`}
      </p>
      {screens.length > 1 && (
        <Table
          caption="By screen"
          head={['Screen', 'Plays', 'To the end', 'On the screen']}
          rows={screens.map((screen) => [
            screen.screen.replace('screen-', 'Screen '),
            numberWords(screen.plays),
            shareWords(screen.whole, screen.plays),
            lengthWords(screen.presentedMs),
          ])}
        />
      )}
    </div>
  )
}

export function AskedAbout({ asked }: Pick<MonthReport, 'asked'>): ReactElement {
  if (asked.length === 0) {
    return (
      <article data-open="true">
        <h2>What people asked about</h2>
        <p>Nothing was noted. The front desk counts it with one press: “They asked about …”.</p>
      </article>
    )
  }
  return (
    <article>
      <h2>What people asked about</h2>
      <Bars
        rows={asked.slice(0, 10).map(({ about, id, name, times }) => ({ key: `${about} ${id}`, name, count: times }))}
      />
      <p className="aside">As the front desk has noted it. Only counted: nobody knows who asked.</p>
    </article>
  )
}

export function Ratings({ feedback }: Pick<MonthReport, 'feedback'>): ReactElement {
  const { answers, ratings, about } = feedback
  if (answers === 0) {
    return (
      <article data-open="true">
        <h2>How visits were rated</h2>
        <p>Nobody has rated a visit on a phone.</p>
      </article>
    )
  }
  const named = ratings.map((count, at) => ({ key: String(at), name: en.ratings[at] ?? '', count })).reverse()
  const topics = feedbackTopics.flatMap((topic) =>
    about[topic] ? [`${en.topics[topic].toLowerCase()} (${about[topic]})`] : [],
  )
  return (
    <article>
      <h2>How visits were rated</h2>
      <Bars rows={named} />
      <p className="aside">
        {answers === 1 ? 'One answer' : `${numberWords(answers)} answers`} from phones, without names.
        {topics.length > 0 && ` They were about ${topics.join(', ')}.`}
        {answers < 5 && ' That is too few to conclude anything.'}
      </p>
    </article>
  )
}

interface Bar {
  readonly key: string
  readonly name: string
  readonly count: number
}

function Bars({ rows }: { readonly rows: readonly Bar[] }): ReactElement {
  const most = Math.max(1, ...rows.map(({ count }) => count))
  return (
    <ul className="bars">
      {rows.map(({ key, name, count }) => (
        <li key={key}>
          <span className="bar-name" dir="auto">
            {name}
          </span>
          <span className="bar-line">
            <i style={{ inlineSize: `${(100 * count) / most}%` }} />
          </span>
          <b>{numberWords(count)}</b>
        </li>
      ))}
    </ul>
  )
}
