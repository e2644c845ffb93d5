/** A provider's work: whom they have, whom they call next, and each key and button. */
import { type ReactElement, useRef, useState } from 'react'
import type { QueueSnapshot, QueueTicket } from '../../core/queue-contract.ts'
import type { ClinicLists } from '../shared/clinic-lists.ts'
import { clockTime } from '../shared/clinic-time.ts'
import { useKeys } from '../shared/keys.ts'
import { KeysPage } from '../shared/keys-page.tsx'
import { usePresses } from '../shared/presses.ts'
import { StepBar } from '../shared/step-bar.tsx'
import type { Chosen } from './choose.tsx'
import { focusedVisit, useFocusKept } from './focus.ts'
import { Head } from './head.tsx'
import { keyLines } from './key-lines.ts'
import { myQueue, type Visit } from './my-queue.ts'
import { NextCard } from './next-card.tsx'
import { Away, CalendarBanner, PresenceBanner } from './presence.tsx'
import { RoomProvider } from './room-context.ts'
import { SendOnDialog } from './send-on-dialog.tsx'
import { stepsOf } from './steps.ts'
import { UntilDialog } from './until-dialog.tsx'
import { buttonsOf, codesOf, type VisitButton, visitButtons } from './visit-buttons.ts'
import { VisitCard } from './visit-card.tsx'
import { WaitingList } from './waiting-list.tsx'

interface WorkState {
  readonly snapshot: QueueSnapshot
  readonly clinic: ClinicLists
  /** False while the hub is away and `snapshot` is only the last one. */
  readonly isLive: boolean
  readonly chosen: Chosen
  readonly onRoom: (room: string) => void
  readonly onChange: () => void
}

type Open =
  | { readonly kind: 'keys' | 'break' }
  | { readonly kind: 'hold'; readonly visit: Visit }
  | { readonly kind: 'send-on'; readonly ticket: QueueTicket }

export function Work({ snapshot, clinic, isLive, chosen, onRoom, onChange }: WorkState): ReactElement {
  const { at, day, demo, tickets, revision } = snapshot
  const { provider, rooms } = chosen
  const [room = '', otherRoom] = rooms
  const presses = usePresses(tickets.length === 0 && day === 'closed')
  const [open, setOpen] = useState<Open>()
  const [isWhyOpen, setWhyOpen] = useState(false)
  const lateRef = useRef<HTMLFieldSetElement>(null)
  const keepFocus = useFocusKept(revision)
  const queue = myQueue(snapshot, clinic, provider)
  const presence = snapshot.presence.find((one) => one.provider === provider)
  const away = snapshot.away?.find((one) => one.provider === provider)
  const steps = stepsOf(presses, provider, clinic)
  const close = () => setOpen(undefined)

  const callNext = async (to?: 'seat') => {
    setWhyOpen(false)
    // In two rooms the next patient goes to the other one.
    const inside = queue.visits.filter((visit) => visit.room === room).flatMap(({ tickets: shown }) => shown)
    if (
      (await steps.callNext(
        room,
        inside.map(({ id }) => id),
        to,
      )) &&
      otherRoom !== undefined
    )
      onRoom(otherRoom)
  }
  const onVisit = ({ name }: VisitButton, visit: Visit) => {
    keepFocus(visit.tickets[0].id)
    switch (name) {
      case 'here':
        return steps.here(visit)
      case 'not-here':
        return steps.notHere(visit)
      case 'recall':
        return steps.recall(visit)
      case 'finish':
        return steps.finish(visit)
      case 'hold':
        return setOpen({ kind: 'hold', visit })
      case 'send-on':
        return setOpen({ kind: 'send-on', ticket: visit.tickets[0] })
    }
  }
  const onVisitKey = (button: VisitButton) => {
    const possible = queue.visits.filter((visit) => buttonsOf(visit, at).includes(button))
    const focused = possible.find(({ tickets: [{ id }] }) => id === focusedVisit())
    const meant = focused ?? (possible.length === 1 ? possible[0] : undefined)
    if (meant !== undefined) return onVisit(button, meant)
    const codes = possible.map((visit) => codesOf(visit.tickets)).join(' or ')
    const text =
      possible.length === 0 ? 'There is nobody this key could be about.' : `${codes}? Press the button itself.`
    return presses.say({ tone: 'calm', text })
  }
  const onKey = (key: string): boolean => {
    const button = visitButtons.find((one) => one.key === key)
    if (key === '?') setOpen({ kind: 'keys' })
    else if (key === 'w') setWhyOpen((isOpen) => !isOpen)
    else if (key === 'Escape') setWhyOpen(false)
    else if (key === '1' || key === '2') {
      const wanted = [...rooms].sort()[Number(key) - 1]
      if (wanted !== undefined) onRoom(wanted)
    } else if (!isLive) return false
    else if (key === 'n') void callNext()
    else if (key === 'c' && queue.next !== undefined) void callNext('seat')
    else if (key === 'u') void presses.undo()
    else if (key === 'l') lateRef.current?.querySelector('button')?.focus()
    else if (key === 'b') setOpen({ kind: 'break' })
    else if (key === 'e') steps.finishDay()
    else if (key === 'k' && presence !== undefined) steps.returnToWork()
    else if (button !== undefined) onVisitKey(button)
    else return false
    return true
  }
  useKeys({ onKey })

  return (
    <RoomProvider value={{ clinic, at, called: snapshot.called, canPress: isLive }}>
      <div className="room" data-live={isLive}>
        <Head chosen={chosen} onRoom={onRoom} onChange={onChange} onKeys={() => setOpen({ kind: 'keys' })} />
        {demo && <p className="ribbon">Demonstration: invented patients</p>}
        {!isLive && (
          <div className="banner banner-lost" role="alert">
            <p>
              <strong>No connection to Anteroom. This is as of {clockTime(at, clinic.zone)}.</strong> Nothing can be
              pressed until it answers; this page goes on by itself. Until then, fetch the next patient yourself.
            </p>
          </div>
        )}
        {presence !== undefined && <PresenceBanner presence={presence} onBack={steps.returnToWork} />}
        {away !== undefined && <CalendarBanner away={away} />}
        <main>
          <div className="work">
            {queue.visits.map((visit) => (
              <VisitCard key={visit.tickets[0].id} visit={visit} onPress={onVisit} />
            ))}
            <NextCard
              {...{ queue, room, isWhyOpen }}
              isAway={presence !== undefined}
              onCall={(to) => void callNext(to)}
              onWhy={() => setWhyOpen((isOpen) => !isOpen)}
            />
          </div>
          <div className="beside">
            <WaitingList queue={queue} onBack={steps.bringBack} />
            <Away
              lateRef={lateRef}
              onLate={steps.late}
              onBreak={() => setOpen({ kind: 'break' })}
              onFinished={steps.finishDay}
            />
          </div>
        </main>
        <StepBar presses={presses} canPress={isLive} hint={<KeyHint />} onUndo={() => void presses.undo()} />
        {open?.kind === 'keys' && <KeysPage lines={keyLines} onClose={close} />}
        {open?.kind === 'break' && (
          <UntilDialog
            title="Break until …"
            text="Waiting times count with it. Calling somebody ends it."
            likely={[10, 15, 30, 45, 60]}
            onChoose={(until) => {
              close()
              if (until !== undefined) steps.takeBreak(until)
            }}
            onClose={close}
          />
        )}
        {open?.kind === 'hold' && (
          <UntilDialog
            title={`Hold ${codesOf(open.visit.tickets)} until …`}
            text="Numbing, a form, a rest: they come back by themselves and are first for you. The room is free meanwhile."
            likely={[10, 15, 20, 30, 45]}
            without="Until I call them"
            onChoose={(until) => {
              close()
              steps.hold(open.visit, until)
            }}
            onClose={close}
          />
        )}
        {open?.kind === 'send-on' && (
          <SendOnDialog
            ticket={open.ticket}
            from={provider}
            onSend={(body) => {
              close()
              steps.sendOn(open.ticket, body)
            }}
            onClose={close}
          />
        )}
      </div>
    </RoomProvider>
  )
}

const KeyHint = (): ReactElement => (
  <>
    <kbd>N</kbd> call next · <kbd>?</kbd> all keys
  </>
)
