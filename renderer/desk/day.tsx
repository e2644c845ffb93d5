/** The day at the desk: the list as it is, and what each key and button does to it. */
import { type ReactElement, useState } from 'react'
import type { QueueSnapshot, QueueTicket } from '../../core/queue-contract.ts'
import type { ClinicLists } from '../shared/clinic-lists.ts'
import { useKeys } from '../shared/keys.ts'
import { KeysPage } from '../shared/keys-page.tsx'
import type { QueueBody } from '../shared/press.ts'
import { usePresses } from '../shared/presses.ts'
import { StepBar } from '../shared/step-bar.tsx'
import { arrange } from './arrange.ts'
import { Attention } from './attention.tsx'
import { AwayBanner } from './away.tsx'
import { DemoRibbon, LastCloseBanner, OldDayBanner } from './banners.tsx'
import { BookedToday } from './booked-today.tsx'
import { callPlaceOf, useCallPlaces, whereTo } from './call-place.ts'
import { CheckIn } from './check-in.tsx'
import { checkInAll } from './check-in-all.ts'
import { CloseDay } from './close-day.tsx'
import { CodeCard, type HandedOut } from './code-card.tsx'
import { type DeskContext, DeskProvider } from './desk-context.ts'
import type { Errand } from './errand.ts'
import { ErrandDialog } from './errand-dialog.tsx'
import { focusForm, focusNeighbour, useFocusKept } from './focus.ts'
import { useHandOut } from './hand-out.tsx'
import { keyLines } from './key-lines.ts'
import { KeysActions } from './keys-actions.tsx'
import { LaneCard } from './lane.tsx'
import { type Lane, lanesOf, waitingOf } from './lanes.ts'
import { OverOpener } from './over-opener.tsx'
import { PaperForm } from './paper-form.tsx'
import { inWords, type Scope, usualScope } from './party.ts'
import { pressProvider } from './provider-presses.ts'
import { marksIn } from './speak.ts'
import { Summary } from './summary.tsx'
import { Ticket } from './ticket.tsx'
import { useTicketAddresses } from './ticket-address.ts'
import { meaningOf, meantBy, type TicketButton, ticketButtons } from './ticket-buttons.ts'
import { pressTicket } from './ticket-presses.ts'

interface DayState {
  readonly snapshot: QueueSnapshot
  readonly clinic: ClinicLists
  /** False while the hub is away and `snapshot` is only the last one. */
  readonly isLive: boolean
}

export function Day({ snapshot, clinic, isLive }: DayState): ReactElement {
  const { tickets, at, day, demo } = snapshot
  const presses = usePresses(tickets.length === 0 && day === 'closed')
  const places = useCallPlaces()
  const [errand, begin] = useState<Errand>()
  const [chosenId, choose] = useState<string>()
  const [handed, setHanded] = useState<HandedOut>()
  const [isFormOpen, setFormOpen] = useState(false)
  const [open, setOpen] = useState<'keys' | 'close-day' | 'paper'>()
  const lanes = lanesOf(tickets, clinic, places.rooms, places.elsewhere)
  const waiting = waitingOf(tickets)
  const shown = [...lanes.flatMap((lane) => lane.tickets), ...waiting]
  const chosen = shown.find(({ id }) => id === chosenId)
  const addresses = useTicketAddresses(isLive)
  const current = handed === undefined ? chosen : { id: handed.ticket, code: handed.code }
  const handing = useHandOut({ snapshot, clinic, isLive, presses, current, addresses })
  const { formRef, keepFocus } = useFocusKept(snapshot.revision)

  const openForm = () => {
    setHanded(undefined)
    setFormOpen(true)
    focusForm(formRef)
  }
  const checkIn = async (...people: readonly QueueBody<'check-in'>[]) => {
    const done = await checkInAll(presses, people)
    const [first, ...others] = done
    if (first === undefined) return 0
    for (const ticket of done) addresses.note(ticket)
    const label = people[0]?.label
    setHanded({
      ticket: first.id,
      code: first.code,
      service: first.service,
      label,
      others: others.map(({ code }) => code),
    })
    setFormOpen(false)
    return done.length
  }
  const callNext = async (lane: Lane) => {
    const answer = await presses.send('call-next', callPlaceOf(lane), ({ ticket, with: others = [] }) => {
      const codes = inWords([ticket, ...others].map(({ code }) => code))
      return `${codes} called ${whereTo(lane, clinic)}`
    })
    if (answer === undefined) return
    choose(answer.ticket.id)
    keepFocus(answer.ticket.id)
  }
  const onTicket = async (button: TicketButton, ticket: QueueTicket, scope: Scope = usualScope(ticket)) => {
    if (button.kind === 'asking') begin({ about: 'ticket', name: button.name, ticket: ticket.id, scope })
    else if (await pressTicket({ presses, queue: snapshot, clinic }, button, ticket, scope)) keepFocus(ticket.id)
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
  const pressKey = (key: string) => {
    const ticket = meantBy(key, shown, chosen)
    if (ticket === undefined) {
      const text = `Which one? Choose with ↑ ↓ or a tap, then press ${key.toUpperCase()}.`
      return presses.say({ tone: 'calm', text })
    }
    const meaning = meaningOf(key, ticket)
    return meaning.kind === 'button'
      ? onTicket(meaning.button, ticket)
      : presses.say({ tone: 'calm', text: meaning.text })
  }

  const onKey = (key: string): boolean => {
    const lane = lanes.find(({ digit }) => digit?.toString() === key)
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
    else if (key === 'l') begin({ about: 'over' })
    else if (ticketButtons.some((one) => one.key === key)) void pressKey(key)
    else return false
    return true
  }
  useKeys({ onKey })

  const context: DeskContext = {
    ...{ clinic, at, choose, onTicket, begin },
    marks: marksIn(snapshot),
    arrange: (arranged) => arrange(presses, arranged),
    queue: snapshot,
    canPress: isLive,
    chosen: chosenId,
    handOut: handing.handOut,
  }
  const isQuiet = shown.length === 0
  return (
    <DeskProvider value={context}>
      <div className="desk" data-live={isLive}>
        <Summary
          tickets={tickets}
          onKeys={() => setOpen('keys')}
          onCloseDay={day === 'open' && tickets.length > 0 ? () => setOpen('close-day') : undefined}
        />
        {demo && <DemoRibbon />}
        <AwayBanner {...{ snapshot, clinic, isLive }} onPaper={() => setOpen('paper')} />
        <OldDayBanner
          {...{ tickets, at }}
          zone={clinic.zone}
          canPress={isLive}
          onCloseDay={() => setOpen('close-day')}
        />
        <LastCloseBanner snapshot={snapshot} zone={clinic.zone} />
        <main>
          <div className="side">
            {handed === undefined || day === 'closed' ? (
              <CheckIn formRef={formRef} isOpen={isFormOpen} onOpen={openForm} onCheckIn={checkIn} />
            ) : (
              <CodeCard handed={handed} onNext={openForm} onDone={() => setHanded(undefined)} />
            )}
            <BookedToday
              onCheckIn={async (body) => (await checkIn(body)) === 1}
              onTakeBooking={takeBooking}
              onWalkIn={openForm}
            />
          </div>
          <Attention />
          <section className="lanes" aria-label="Providers">
            {lanes.map((lane) => (
              <LaneCard
                key={lane.provider.id}
                lane={lane}
                onCallNext={() => void callNext(lane)}
                onPlace={(place) => places.choose(lane.provider.id, place)}
                onProvider={(button) => void pressProvider({ presses, begin }, lane.provider, button)}
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
            <OverOpener />
          </section>
        </main>
        <StepBar presses={presses} canPress={isLive} hint={<KeyHint />} onUndo={() => void undo()} />
        {errand !== undefined && <ErrandDialog {...{ errand, presses, lanes }} onClose={() => begin(undefined)} />}
        {open === 'keys' && (
          <KeysPage lines={keyLines} onClose={() => setOpen(undefined)}>
            <KeysActions onPaper={() => setOpen('paper')} />
          </KeysPage>
        )}
        {open === 'paper' && <PaperForm {...{ snapshot, presses }} onClose={() => setOpen(undefined)} />}
        {handing.shown}
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

const KeyHint = (): ReactElement => (
  <>
    <kbd>↑</kbd> <kbd>↓</kbd> choose a patient · <kbd>?</kbd> all keys
  </>
)

const nobodyWords = (isQuiet: boolean, isEmpty: boolean): string =>
  isEmpty ? 'Check in the first patient.' : isQuiet ? 'Nobody is here.' : 'Nobody is waiting.'
