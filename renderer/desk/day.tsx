/** The day at the desk: the list as it is, and what each key and button does to it. */
import { type ReactElement, useState } from 'react'
import type { QueueSnapshot, QueueTicket } from '../../core/queue-contract.ts'
import type { QueueBody } from '../shared/press.ts'
import { DemoRibbon, LostBanner, OldDayBanner } from './banners.tsx'
import { BookedToday } from './booked-today.tsx'
import { CheckIn } from './check-in.tsx'
import type { ClinicLists } from './clinic-lists.ts'
import { CloseDay } from './close-day.tsx'
import { CodeCard, type HandedOut } from './code-card.tsx'
import { DeskProvider } from './desk-context.ts'
import { focusForm, focusNeighbour, useFocusKept } from './focus.ts'
import { useKept } from './kept.ts'
import { useKeys } from './keys.ts'
import { KeysPage } from './keys-page.tsx'
import { LaneCard } from './lane.tsx'
import { type Lane, lanesOf, nameOf, waitingOf } from './lanes.ts'
import { usePresses } from './presses.ts'
import { StepBar } from './step-bar.tsx'
import { Summary } from './summary.tsx'
import { Ticket } from './ticket.tsx'
import { meantBy, type TicketButton, ticketButtons } from './ticket-buttons.ts'

interface DayState {
  readonly snapshot: QueueSnapshot
  readonly clinic: ClinicLists
  /** False while the hub is away and `snapshot` is only the last one. */
  readonly isLive: boolean
}

export function Day({ snapshot, clinic, isLive }: DayState): ReactElement {
  const { tickets, at, day, demo } = snapshot
  const presses = usePresses(tickets.length === 0 && day === 'closed')
  const [rooms, setRooms] = useKept<Readonly<Record<string, string>>>(localStorage, 'anteroom-rooms', {})
  const [chosenId, choose] = useState<string>()
  const [handed, setHanded] = useState<HandedOut>()
  const [isFormOpen, setFormOpen] = useState(false)
  const [open, setOpen] = useState<'keys' | 'close-day'>()
  const lanes = lanesOf(tickets, clinic, rooms)
  const waiting = waitingOf(tickets)
  const shown = [...lanes.flatMap((lane) => lane.tickets), ...waiting]
  const chosen = shown.find(({ id }) => id === chosenId)
  const { formRef, keepFocus } = useFocusKept(snapshot.revision)

  const openForm = () => {
    setHanded(undefined)
    setFormOpen(true)
    focusForm(formRef)
  }
  const checkIn = async (body: QueueBody<'check-in'>) => {
    const answer = await presses.send('check-in', body, ({ ticket }) => `${ticket.code} checked in`)
    if (answer === undefined) return false
    const { id, code, service } = answer.ticket
    setHanded({ ticket: id, code, service, label: body.label })
    setFormOpen(false)
    return true
  }
  const callNext = async ({ provider, room }: Lane) => {
    const answer = await presses.send(
      'call-next',
      { provider: provider.id, room },
      ({ ticket }) => `${ticket.code} called to ${nameOf(clinic.rooms, room)}`,
    )
    if (answer === undefined) return
    choose(answer.ticket.id)
    keepFocus(answer.ticket.id)
  }
  const onTicket = async ({ name, words }: TicketButton, { id, code, room }: QueueTicket) => {
    const where = room === undefined ? 'the room' : nameOf(clinic.rooms, room)
    const answer = await presses.send(name, { ticket: id }, () => words(code, where))
    if (answer !== undefined) keepFocus(id)
  }
  const takeBooking = async ({ id, code }: Pick<QueueTicket, 'id' | 'code'>) => {
    const walksIn = { ticket: id, booking: null, appointmentAt: null }
    return (await presses.send('edit', walksIn, () => `${code} is a walk-in now`)) !== undefined
  }
  const undo = async () => {
    const answer = await presses.undo()
    if (answer === undefined) return
    const [back] = answer.tickets
    choose(back?.id)
    keepFocus(back?.id)
    // A check-in that was taken back leaves a card with a code that means nobody.
    if (answer.tickets.length === 0) setHanded(undefined)
  }
  const closeDay = async (anyway: boolean) => {
    const isClosed = await presses.closeDay(anyway)
    setOpen(undefined)
    if (isClosed) setHanded(undefined)
  }
  const pressKeyOf = (button: TicketButton) => {
    const meant = meantBy(button, shown, chosen)
    if (meant !== undefined) return onTicket(button, meant)
    const text = `Which one? Choose with ↑ ↓ or a tap, then press ${button.key.toUpperCase()}.`
    return presses.say({ tone: 'calm', text })
  }

  const onKey = (key: string): boolean => {
    const lane = lanes.find(({ digit }) => digit?.toString() === key)
    const button = ticketButtons.find((one) => one.key === key)
    if (key === '?') setOpen('keys')
    else if (key === 'ArrowDown' || key === 'ArrowUp') focusNeighbour(key === 'ArrowDown' ? 1 : -1)
    else if (key === 'Escape') {
      setHanded(undefined)
      setFormOpen(false)
      choose(undefined)
    } else if (key === 'n') openForm()
    else if (!isLive) return false
    else if (key === 'd') setOpen('close-day')
    else if (key === 'u') void undo()
    else if (lane !== undefined) void callNext(lane)
    else if (button !== undefined) void pressKeyOf(button)
    else return false
    return true
  }
  useKeys({ onKey })

  const isQuiet = shown.length === 0
  return (
    <DeskProvider value={{ clinic, at, canPress: isLive, chosen: chosenId, choose, onTicket }}>
      <div className="desk" data-live={isLive}>
        <Summary
          tickets={tickets}
          onKeys={() => setOpen('keys')}
          onCloseDay={day === 'open' && tickets.length > 0 ? () => setOpen('close-day') : undefined}
        />
        {demo && <DemoRibbon />}
        {!isLive && <LostBanner at={at} zone={clinic.zone} />}
        <OldDayBanner
          {...{ tickets, at }}
          zone={clinic.zone}
          canPress={isLive}
          onCloseDay={() => setOpen('close-day')}
        />
        <main>
          <div className="side">
            {handed === undefined || day === 'closed' ? (
              <CheckIn formRef={formRef} isOpen={isFormOpen} onOpen={openForm} onCheckIn={checkIn} />
            ) : (
              <CodeCard handed={handed} onNext={openForm} onDone={() => setHanded(undefined)} />
            )}
            <BookedToday onCheckIn={checkIn} onTakeBooking={takeBooking} onWalkIn={openForm} />
          </div>
          <section className="lanes" aria-label="Providers">
            {lanes.map((lane) => (
              <LaneCard
                key={lane.provider.id}
                lane={lane}
                onCallNext={() => void callNext(lane)}
                onRoom={(room) => setRooms((chosenRooms) => ({ ...chosenRooms, [lane.provider.id]: room }))}
              />
            ))}
          </section>
          <section className="waiting" aria-labelledby="waiting">
            <h2 id="waiting">Waiting</h2>
            {waiting.length === 0 ? (
              <p className="nobody">{nobodyWords(isQuiet, tickets.length === 0)}</p>
            ) : (
              <p className="order">in the order of arrival</p>
            )}
            <ol>
              {waiting.map((ticket) => (
                <Ticket key={ticket.id} ticket={ticket} />
              ))}
            </ol>
          </section>
        </main>
        <StepBar presses={presses} onUndo={() => void undo()} />
        {open === 'keys' && <KeysPage onClose={() => setOpen(undefined)} />}
        {open === 'close-day' && (
          <CloseDay
            tickets={tickets}
            canPress={isLive}
            onKeepOpen={() => setOpen(undefined)}
            onClose={(anyway) => void closeDay(anyway)}
          />
        )}
      </div>
    </DeskProvider>
  )
}

const nobodyWords = (isQuiet: boolean, isEmpty: boolean): string =>
  isEmpty ? 'Check in the first patient.' : isQuiet ? 'Nobody is here.' : 'Nobody is waiting.'
