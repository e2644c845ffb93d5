/** The clinic's own book comes in: pasted, dropped or typed, looked at first, then taken over as a whole. */
import { type DragEvent, type ReactElement, useEffect, useState } from 'react'
import type { Column } from '../../core/booking.ts'
import type { BookingList, ImportPreview } from '../../core/booking-contract.ts'
import { Action } from '../shared/action.tsx'
import { clockTime, dayName } from '../shared/clinic-time.ts'
import { Dialog } from '../shared/dialog.tsx'
import { deliver } from '../shared/press.ts'
import { textOfFile } from './book-file.ts'
import { useDesk } from './desk-context.ts'
import { ImportPreviewView } from './import-preview.tsx'

/** Nobody types faster than this and reads along. */
const pauseMs = 350

interface ImportDialogState {
  readonly list: BookingList
  readonly onClose: () => void
}

export function ImportDialog({ list: today, onClose }: ImportDialogState): ReactElement {
  const { clinic } = useDesk()
  const [day, setDay] = useState(today.day)
  const [another, setAnother] = useState<BookingList>()
  const list = day === today.day ? today : (another ?? { ...today, day, bookings: [], lastImport: undefined })
  const [text, setText] = useState('')
  const [columns, setColumns] = useState<readonly Column[]>([])
  const [isOver, setOver] = useState(false)
  const [trouble, setTrouble] = useState('')
  const [isSending, setSending] = useState(false)
  const { preview, isOld, say } = usePreview({ text, day, columns }, `${list.keepsInitials} ${list.lastImport?.id}`)
  const look = async (chosen: string) => {
    const response = await fetch(`/api/bookings?day=${chosen}`).catch(() => undefined)
    setAnother(response?.ok ? ((await response.json()) as BookingList) : undefined)
  }
  const choose = (chosen: string) => {
    setDay(chosen)
    setAnother(undefined)
    if (chosen !== today.day) void look(chosen)
  }

  const take = async (file: File | undefined) => {
    setOver(false)
    if (file === undefined) return
    const read = await textOfFile(file)
    setTrouble(read.ok ? '' : read.message)
    if (read.ok) setText(read.text)
  }
  const press = async (name: string, body: object) => {
    setSending(true)
    const pressed = await deliver(`/api/bookings/${name}`, { body: JSON.stringify(body) })
    setSending(false)
    if (pressed.kind === 'done') setTrouble('')
    else setTrouble(pressed.kind === 'refused' ? pressed.message : unanswered)
    if (day !== today.day) await look(day)
    return pressed.kind === 'done'
  }
  const importAll = async (leaveOut: boolean) => {
    const said = { text, day, ...(columns.length === 0 ? {} : { columns }), ...(leaveOut ? { leaveOut } : {}) }
    if (!(await press('import', said))) return
    if (day === today.day) onClose()
    // The list beside the form is today's: here it is said that it worked.
    else setText('')
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    void take(event.dataTransfer.files[0])
  }

  const lines = preview?.problems.length ?? 0
  const changes = preview === undefined ? 0 : changesOf(preview)
  const isReady = preview !== undefined && !isOld && !isSending && changes > 0
  return (
    <Dialog title={`Appointments of ${longDay(day)}`} look="wide" onClose={onClose}>
      <div className="import-day">
        <label>
          <span>Day</span>
          <select value={day} onChange={({ currentTarget }) => choose(currentTarget.value)}>
            {Array.from({ length: shownDays }, (_, index) => dayAfter(today.day, index)).map((one, index) => (
              <option key={one} value={one}>
                {index === 0 ? `Today, ${longDay(one)}` : longDay(one)}
              </option>
            ))}
          </select>
        </label>
        {day !== today.day && another !== undefined && (
          <span role="status">
            {another.bookings.length === 1 ? '1 booking so far' : `${another.bookings.length} bookings so far`}
          </span>
        )}
      </div>
      <fieldset
        className="import"
        data-over={isOver}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <legend className="unseen">The book</legend>
        <label>
          <span>Paste from your booking program, drop its file here, or type a line for each</span>
          <textarea
            className="source-field"
            rows={6}
            value={text}
            spellCheck={false}
            dir="auto"
            placeholder={'1030 L filler\n1115 Okafor laser 45min'}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
        </label>
        <div className="import-tools">
          <label className="action action-plain">
            <span>Choose a file …</span>
            <input
              className="unseen"
              type="file"
              accept=".csv,.tsv,.txt,.ics,text/csv,text/calendar,text/plain"
              onChange={({ currentTarget }) => void take(currentTarget.files?.[0])}
            />
          </label>
          <p>A table (CSV) or a calendar (iCalendar). It stays on this computer. Names are not kept.</p>
        </div>
      </fieldset>
      {say !== '' && <p role="alert">{say}</p>}
      {preview !== undefined && (
        <ImportPreviewView preview={preview} isOld={isOld} onColumns={(changed) => setColumns(changed)} />
      )}
      <div className="import-options">
        <label>
          <input
            type="checkbox"
            checked={list.keepsInitials}
            disabled={isSending}
            onChange={({ currentTarget }) => void press('settings', { keepsInitials: currentTarget.checked })}
          />
          <span>
            Keep initials as the desk label
            <small>They help you find somebody. Staff only; erased when the day is closed.</small>
          </span>
        </label>
        {list.lastImport !== undefined && (
          <Action
            look="quiet"
            isOff={isSending}
            onPress={() => void press('undo-import', { import: list.lastImport?.id })}
          >
            {`Take back the import of ${clockTime(list.lastImport.at, clinic.zone)} (${list.lastImport.text})`}
          </Action>
        )}
      </div>
      {trouble !== '' && (
        <p className="import-trouble" role="alert">
          {trouble}
        </p>
      )}
      <div className="dialog-actions import-actions">
        <Action onPress={onClose}>Close</Action>
        {lines > 0 && changes > 0 && (
          <Action isOff={!isReady} onPress={() => void importAll(true)}>
            {lines === 1 ? 'Import without that line' : `Import without those ${lines} lines`}
          </Action>
        )}
        <Action look="first" isOff={!isReady || lines > 0} onPress={() => void importAll(false)}>
          Import
        </Action>
      </div>
    </Dialog>
  )
}

const unanswered =
  'Anteroom did not answer, so it is not known whether this was done. Look at the list, then try again.'

const changesOf = ({ added, moved, changed, cancelled, same }: ImportPreview): number =>
  added.length + moved.length + changed.length + cancelled.length + same

const shownDays = 8
/** A date has no zone. */
const longDay = (day: string): string => dayName(`${day}T12:00:00Z`, 'UTC')
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

interface Book {
  readonly text: string
  readonly day: string
  readonly columns: readonly Column[]
}

interface Shown {
  readonly preview: ImportPreview | undefined
  readonly say: string
}

/**
 * What an import of this would do, once nobody has typed for a moment.
 *
 * @param version of what it would be merged with
 * @returns `isOld` while what is shown is not yet about what stands in the field
 */
function usePreview({ text, day, columns }: Book, version: string): Shown & { readonly isOld: boolean } {
  const wanted = JSON.stringify([text, day, columns, version])
  const [shown, show] = useState<Shown & { readonly of: string }>({ ...nothing, of: wanted })
  // Another version makes another preview.
  useEffect(() => {
    const about = { of: wanted }
    if (text.trim() === '') return show({ ...nothing, ...about })
    let isOver = false
    const timer = setTimeout(async () => {
      const body = JSON.stringify({ text, day, ...(columns.length === 0 ? {} : { columns }) })
      const pressed = await deliver<ImportPreview>('/api/bookings/preview', { body })
      if (isOver) return
      if (pressed.kind === 'done') show({ preview: pressed.answer, say: '', ...about })
      else show({ preview: undefined, say: pressed.kind === 'refused' ? pressed.message : unanswered, ...about })
    }, pauseMs)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [text, day, columns, wanted])
  return { ...shown, isOld: shown.of !== wanted }
}

const nothing: Shown = { preview: undefined, say: '' }
