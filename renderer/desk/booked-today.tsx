/** Who is booked today, beside the check-in form: type a time or initials, press Enter, and they are in. */
import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react'
import type { BookingList, BookingWords } from '../../core/booking-contract.ts'
import type { QueueTicket } from '../../core/queue-contract.ts'
import { Action } from '../shared/action.tsx'
import { clockTime } from '../shared/clinic-time.ts'
import { useLive } from '../shared/hub.ts'
import { deliver, type QueueBody } from '../shared/press.ts'
import { aboutBooking, foundAmong, isAlreadyHere } from './booked-list.ts'
import { BookedRow, type BookedRowState } from './booked-row.tsx'
import { useDesk } from './desk-context.ts'
import { ImportDialog } from './import-dialog.tsx'

interface BookedTodayState {
  /** @returns whether it worked, or for how many */
  readonly onCheckIn: (body: QueueBody<'check-in'>) => Promise<boolean | number>
  /** Takes the booking from somebody who was checked in with it by mistake. @returns whether it worked */
  readonly onTakeBooking: (ticket: Pick<QueueTicket, 'id' | 'code'>) => Promise<boolean>
  readonly onWalkIn: () => void
}

export function BookedToday({ onCheckIn, onTakeBooking, onWalkIn }: BookedTodayState): ReactElement | null {
  const { clinic, canPress } = useDesk()
  const { data } = useLive<BookingList>('bookings')
  const [typed, setTyped] = useState('')
  const [place, setPlace] = useState(0)
  const [isImporting, setImporting] = useState(false)
  const [trouble, setTrouble] = useState('')
  const section = useRef<HTMLElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const isSending = useRef(false)
  useSearchKey(field)
  if (data === undefined) return null

  const { bookings } = data
  const isSearching = typed.trim() !== ''
  const found = isSearching ? foundAmong(bookings, typed, { clinic }) : []
  const meant = found[Math.min(place, found.length - 1)]
  const toCome = bookings.filter(({ state }) => state === 'expected')
  const come = bookings.filter(({ state }) => state === 'arrived')
  const missing = bookings.filter(({ state }) => state === 'no-show')

  const checkIn = async (booking: BookingWords, service = booking.service) => {
    if (!canPress || isSending.current || service === undefined) return
    isSending.current = true
    const { id, at, provider, initials } = booking
    const isDone = await onCheckIn({
      service,
      ...(provider === undefined ? {} : { provider }),
      ...(initials === undefined ? {} : { label: initials }),
      appointmentAt: at,
      booking: id,
    })
    isSending.current = false
    if (isDone) setTyped('')
  }
  const swap = async (booking: BookingWords, service = booking.service) => {
    if (booking.ticket === undefined || !canPress) return
    if (await onTakeBooking(booking.ticket)) await checkIn(booking, service)
  }
  const mark = async (booking: BookingWords, as: 'no-show' | 'expected') => {
    const pressed = await deliver('/api/bookings/mark', { body: JSON.stringify({ booking: booking.id, as }) })
    setTrouble(pressed.kind === 'refused' ? pressed.message : pressed.kind === 'unanswered' ? unanswered : '')
  }
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setPlace((before) => Math.min(Math.max(before + step, 0), Math.max(found.length - 1, 0)))
    }
    if (event.key !== 'Enter' || !isSearching) return
    event.preventDefault()
    if (meant === undefined) onWalkIn()
    // What has to be chosen first has the focus next: a service, or whether it is somebody else.
    else if (meant.service === undefined || isAlreadyHere(meant)) focusRow(section.current, meant.id)
    else void checkIn(meant)
  }
  const row = (booking: BookingWords): BookedRowState => ({
    booking,
    isMeant: booking === meant,
    onCheckIn: (service) => void checkIn(booking, service),
    onSwap: (service) => void swap(booking, service),
    onMark: (as) => void mark(booking, as),
  })

  return (
    <section ref={section} className="booked" aria-labelledby="booked">
      <header>
        <h2 id="booked">Booked today</h2>
        <Action look="quiet" isOff={!canPress} onPress={() => setImporting(true)}>
          Add …
        </Action>
      </header>
      {bookings.length === 0 ? (
        <p className="booked-none">Nobody yet. Paste or drop the day’s appointments, or type them.</p>
      ) : (
        <>
          <div className="booked-search">
            <input
              ref={field}
              type="search"
              aria-label="Find a booking"
              aria-keyshortcuts="/"
              aria-describedby="booked-hint"
              placeholder={data.keepsInitials ? 'Time, initials or service' : 'Time, service or provider'}
              autoComplete="off"
              spellCheck={false}
              value={typed}
              onChange={({ currentTarget }) => {
                setTyped(currentTarget.value)
                setPlace(0)
              }}
              onKeyDown={onKey}
            />
            <span className="key" data-key="/" />
          </div>
          <p id="booked-hint" className="booked-hint" role="status">
            {isSearching ? hintFor(meant) : `${toCome.length} to come · ${come.length} here or seen`}
          </p>
          {isSearching && found.length === 0 && (
            <Action isOff={!canPress} onPress={onWalkIn}>
              Check in as a walk-in
            </Action>
          )}
          <Rows rows={(isSearching ? found : toCome).map(row)} />
          {!isSearching && missing.length > 0 && <Rows rows={missing.map(row)} />}
          {!isSearching && come.length > 0 && (
            <details>
              <summary>{come.length === 1 ? '1 has come' : `${come.length} have come`}</summary>
              <Rows rows={come.map(row)} />
            </details>
          )}
        </>
      )}
      {trouble !== '' && <p role="alert">{trouble}</p>}
      {isImporting && <ImportDialog list={data} onClose={() => setImporting(false)} />}
    </section>
  )

  function hintFor(booking: BookingWords | undefined): string {
    if (booking === undefined) return 'Nobody booked is like that.'
    const { at, ticket, service } = booking
    if (ticket !== undefined && isAlreadyHere(booking)) return `Already here as ${ticket.code}.`
    const words = `${clockTime(at, clinic.zone)} ${aboutBooking(booking, { clinic })}`
    return service === undefined ? `${words}: Enter, then choose it` : `Enter checks in ${words}`
  }
}

const unanswered = 'Anteroom did not answer, so it is not known whether this was done.'

const Rows = ({ rows }: { readonly rows: readonly BookedRowState[] }): ReactElement => (
  <ol>
    {rows.map((row) => (
      <BookedRow key={row.booking.id} {...row} />
    ))}
  </ol>
)

function focusRow(section: HTMLElement | null, id: string): void {
  const row = [...(section?.querySelectorAll<HTMLElement>('[data-booking]') ?? [])].find(
    (one) => one.dataset.booking === id,
  )
  row?.querySelector<HTMLElement>('select, button')?.focus()
}

/** `/` goes to the field, from anywhere but another field. */
function useSearchKey(field: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return
      if (document.querySelector('dialog[open]') !== null) return
      if (document.activeElement?.matches('input:not([type="radio"]), select, textarea')) return
      event.preventDefault()
      field.current?.focus({ preventScroll: true })
      field.current?.closest('section')?.scrollIntoView({ block: 'nearest' })
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [field])
}
