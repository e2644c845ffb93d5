/** What an import would do, before it does: changes, lines that are not understood, and what each column was taken for. */
import type { ReactElement } from 'react'
import type { Column, ColumnMeaning } from '../../core/booking.ts'
import type { ImportPreview } from '../../core/booking-contract.ts'
import { clockTime } from '../shared/clinic-time.ts'
import { useDesk } from './desk-context.ts'
import { nameOf } from './lanes.ts'

const shownLines = 8

interface PreviewState {
  readonly preview: ImportPreview
  /** The text has changed since: it stays, paler, until the next one comes. */
  readonly isOld: boolean
  readonly onColumns: (columns: readonly Column[]) => void
}

type Entry = ImportPreview['moved'][number] | ImportPreview['added'][number]

export function ImportPreviewView({ preview, isOld, onColumns }: PreviewState): ReactElement {
  const { clinic } = useDesk()
  const { problems, notes, columns, hadNames, otherDays, staying } = preview
  const groups = [
    { word: 'new', entries: preview.added },
    { word: 'moved', entries: preview.moved },
    { word: 'changed', entries: preview.changed },
    { word: 'cancelled', entries: preview.cancelled },
  ]
  const entries = groups.flatMap(({ word, entries: all }) => all.map((entry) => ({ word, entry })))
  const words = (entry: Entry) => {
    const from = 'from' in entry ? `${clockTime(entry.from, clinic.zone)} → ` : ''
    const what = [
      entry.service === undefined ? 'no service yet' : nameOf(clinic.services, entry.service),
      entry.provider === undefined ? '' : nameOf(clinic.providers, entry.provider),
    ]
    return { time: `${from}${clockTime(entry.at, clinic.zone)}`, what: what.filter((part) => part !== '').join(' · ') }
  }
  const remarks = [
    hadNames ? 'There are names in it. They are not kept.' : '',
    otherDays > 0 ? `${otherDays === 1 ? '1 of another day is' : `${otherDays} of other days are`} left out.` : '',
    staying > 0 ? `${staying} that are not in it stay as they are.` : '',
  ].filter((remark) => remark !== '')
  return (
    <section className="import-preview" aria-label="What would be imported" aria-busy={isOld}>
      <p className="import-sum" role="status">
        {sumOf(preview)}
      </p>
      {problems.length > 0 && (
        <Remarks
          className="import-problems"
          title={problems.length === 1 ? '1 line is not understood' : `${problems.length} lines are not understood`}
          all={problems}
        />
      )}
      {columns !== undefined && (
        <details className="import-columns" open={problems.some(({ message }) => message.includes('Columns'))}>
          <summary>Columns</summary>
          <div>
            {columns.map((column, index) => (
              <label key={column.header}>
                <span>{column.header}</span>
                <select
                  value={column.meaning}
                  onChange={({ currentTarget }) => {
                    const meaning = currentTarget.value as ColumnMeaning
                    onColumns(columns.map((one, at) => (at === index ? { ...one, meaning } : freed(one, meaning))))
                  }}
                >
                  {Object.entries(meanings).map(([meaning, word]) => (
                    <option key={meaning} value={meaning}>
                      {word}
                    </option>
                  ))}
                </select>
              </label>
            ))}
          </div>
        </details>
      )}
      {entries.length > 0 && (
        <table>
          <caption className="unseen">Changes</caption>
          <tbody>
            {entries.slice(0, shownLines).map(({ word, entry }, index) => (
              <tr key={index} data-word={word}>
                <th scope="row">{words(entry).time}</th>
                <td>{words(entry).what}</td>
                <td className="import-word">{word}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {entries.length > shownLines && <p className="import-more">and {entries.length - shownLines} more</p>}
      {notes.length > 0 && (
        <details>
          <summary>{notes.length === 1 ? '1 remark' : `${notes.length} remarks`}</summary>
          <Remarks all={notes} />
        </details>
      )}
      {remarks.length > 0 && <p className="import-more">{remarks.join(' ')}</p>}
    </section>
  )
}

const meanings: Readonly<Record<ColumnMeaning, string>> = {
  time: 'Time, or date and time',
  date: 'Date',
  end: 'End',
  minutes: 'Minutes',
  service: 'Service',
  provider: 'Provider',
  number: 'Number of the booking',
  status: 'Cancelled or not',
  name: 'Personal: not kept',
  nothing: 'Not needed',
}

/** Another column has that meaning now. */
const freed = (column: Column, meaning: ColumnMeaning): Column =>
  column.meaning === meaning && meaning !== 'name' ? { ...column, meaning: 'nothing' } : column

function sumOf({ text, problems }: ImportPreview): string {
  const sum = `${text.charAt(0).toUpperCase()}${text.slice(1)}`
  return problems.length === 0 || text !== 'nothing new' ? sum : 'Nothing can be imported yet'
}

const mostRemarks = 20

function Remarks({
  title,
  all,
  className,
}: {
  readonly title?: string
  readonly all: ImportPreview['notes']
  readonly className?: string
}): ReactElement {
  return (
    <div className={className}>
      {title !== undefined && <h3>{title}</h3>}
      <ul>
        {all.slice(0, mostRemarks).map(({ row, message }) => (
          <li key={`${row}${message}`}>
            <b>Line {row}</b> {message}
          </li>
        ))}
      </ul>
      {all.length > mostRemarks && <p>and {all.length - mostRemarks} more</p>}
    </div>
  )
}
