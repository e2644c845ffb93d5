/** What the counter hands out for a ticket: a slip on paper, or the code in the patient's language on this screen. */
import { type ReactNode, useState } from 'react'
import { languageName } from '../../core/languages.ts'
import { patientLanguage } from '../../core/patient-words.ts'
import type { QueueSnapshot, QueueTicket } from '../../core/queue-contract.ts'
import type { ClinicLists } from '../shared/clinic-lists.ts'
import { useKept } from '../shared/kept.ts'
import { useKeys } from '../shared/keys.ts'
import { usePractice } from '../shared/practice-context.ts'
import { randomId } from '../shared/press.ts'
import type { Presses } from '../shared/presses.ts'
import { printSheet } from '../shared/print-sheet.ts'
import { handOutKeys } from './key-lines.ts'
import { isHere } from './lanes.ts'
import { Slip, type SlipPaper } from './slip.tsx'
import { SlipPaperChoice } from './slip-paper.tsx'
import type { TicketAddresses } from './ticket-address.ts'
import { TurnAround } from './turn-around.tsx'

/** The list may not have it yet. */
export type Handed = Pick<QueueTicket, 'id' | 'code'>

export interface HandOut {
  /** What slips are printed on; undefined until somebody has said. */
  readonly paper: SlipPaper | undefined
  readonly printSlip: (handed: Handed) => void
  readonly choosePaper: (handed: Handed) => void
  readonly turnAround: (handed: Handed) => void
}

interface HandOutState {
  readonly snapshot: QueueSnapshot
  readonly clinic: ClinicLists
  readonly isLive: boolean
  readonly presses: Presses
  /** The ticket the keys are about. */
  readonly current: Handed | undefined
  readonly addresses: TicketAddresses
}

/** @returns `shown`: what lies over the page */
export function useHandOut({ snapshot, clinic, isLive, presses, current, addresses }: HandOutState): {
  readonly handOut: HandOut
  readonly shown: ReactNode
} {
  const { tickets, at } = snapshot
  const isPractice = usePractice() !== undefined
  const [{ paper }, keepPaper] = useKept<{ readonly paper?: SlipPaper }>(localStorage, 'anteroom-slip', {})
  const [choosing, setChoosing] = useState<Handed>()
  const [shown, setShown] = useState<Handed>()

  const slipOf = (handed: Handed) => {
    const party = partyOf(handed, tickets)
    const [first] = party
    return (
      <Slip
        codes={party.length === 0 ? [handed.code] : party.map(({ code }) => code)}
        language={patientLanguage(first?.language)}
        arrivedAt={first?.arrivedAt ?? at}
        zone={clinic.zone}
        // A page shows one code only; and what is practised has none.
        address={party.length > 1 || isPractice ? undefined : addresses.addressOf(handed.id)}
        isPractice={isPractice}
      />
    )
  }
  const printOn = (handed: Handed, chosen: SlipPaper) => void printSheet(slipOf(handed), chosen)
  const printSlip = (handed: Handed) => (paper === undefined ? setChoosing(handed) : printOn(handed, paper))
  const setLanguage = async (handed: Handed, language: string) => {
    const batch = randomId()
    for (const { id, code, language: before } of partyOf(handed, tickets)) {
      if (before === language) continue
      await presses.send('edit', { ticket: id, language }, () => `${code} reads ${languageName(language)}`, batch)
    }
  }

  useKeys({
    onKey: (key) => {
      if (current === undefined) return false
      if (key === handOutKeys.slip) printSlip(current)
      else if (key === handOutKeys.show) setShown(current)
      else return false
      return true
    },
  })

  const party = shown === undefined ? [] : partyOf(shown, tickets)
  const over = (
    <>
      {choosing !== undefined && (
        <SlipPaperChoice
          chosen={paper}
          slip={slipOf(choosing)}
          onClose={() => setChoosing(undefined)}
          onPrint={(chosen) => {
            keepPaper({ paper: chosen })
            setChoosing(undefined)
            printOn(choosing, chosen)
          }}
        />
      )}
      {shown !== undefined && (
        <TurnAround
          languages={clinic.languages}
          codes={party.length === 0 ? [shown.code] : party.map(({ code }) => code)}
          language={party[0]?.language}
          isPractice={isPractice}
          onLanguage={(language) => isLive && void setLanguage(shown, language)}
          onClose={() => setShown(undefined)}
        />
      )}
    </>
  )
  return { handOut: { paper, printSlip, choosePaper: setChoosing, turnAround: setShown }, shown: over }
}

/** A ticket, with whoever came with it and is still here; nobody when it is not in the list (yet). */
function partyOf({ id }: Handed, tickets: readonly QueueTicket[]): readonly QueueTicket[] {
  const own = tickets.find((ticket) => ticket.id === id)
  if (own === undefined) return []
  if (own.party === undefined) return [own]
  return tickets.filter((ticket) => ticket.id === id || (ticket.party === own.party && isHere(ticket)))
}
