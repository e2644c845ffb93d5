/** Where appointments come from by themselves: the clinic's own calendar, if a manager gives its address. */
import { type ReactElement, useEffect, useState } from 'react'
import type { FeedState } from '../../core/booking-contract.ts'
import { Action } from '../shared/action.tsx'
import { clockTime } from '../shared/clinic-time.ts'
import { TextField } from '../shared/fields.tsx'
import { deliver } from '../shared/press.ts'
import type { Draft } from './draft.ts'
import { Section } from './section.tsx'

const longestAddress = 2_000

export function AppointmentsSection({ draft, zone }: { readonly draft: Draft; readonly zone: string }): ReactElement {
  const { settings } = draft.values
  const saved = draft.saved.settings.appointments.feed
  const { feed = '', ...rest } = settings.appointments
  return (
    <Section
      id="appointments"
      title="Appointments"
      note="At the front desk, a list or a file can be taken over at any time. If your booking program has a calendar address, Anteroom reads it by itself."
    >
      <TextField
        label="Address of your calendar (iCal)"
        hint="It begins with https:// and often ends in .ics; look for “subscribe” or “export calendar”. Only this address is asked, every 10 minutes; nothing about your patients is sent, and names are not kept. Empty: nothing is asked."
        value={feed}
        most={longestAddress}
        onChange={(address) => {
          const wanted = address.trim()
          draft.change('settings', { ...settings, appointments: wanted === '' ? rest : { ...rest, feed: wanted } })
        }}
      />
      {saved !== undefined && saved === feed && <ReadNow key={saved} zone={zone} />}
    </Section>
  )
}

function ReadNow({ zone }: { readonly zone: string }): ReactElement {
  const [state, setState] = useState<FeedState>({})
  const [isAsking, setIsAsking] = useState(false)
  useEffect(() => {
    void fetch('/api/bookings/feed').then(async (response) => {
      if (response.ok) setState((await response.json()) as FeedState)
    })
  }, [])
  const read = async () => {
    setIsAsking(true)
    const told = await deliver<FeedState>('/api/bookings/read-feed', { method: 'POST', body: '{}' })
    setIsAsking(false)
    if (told.kind === 'done') return setState(told.answer)
    const problem = told.kind === 'refused' ? told.message : 'Anteroom does not answer. Try again in a moment.'
    setState({ ...state, problem })
  }
  return (
    <div className="sound-test">
      <Action isOff={isAsking} onPress={() => void read()}>
        {isAsking ? 'Reading …' : 'Read it now'}
      </Action>
      <p className="note" role="status">
        {wordsOf(state, zone)}
      </p>
    </div>
  )
}

function wordsOf({ readAt, text = '', problem }: FeedState, zone: string): string {
  const last = readAt === undefined ? 'Not read yet.' : `Last read at ${clockTime(readAt, zone)}. ${text}`
  return problem === undefined ? last : `${problem} ${readAt === undefined ? '' : last}`
}
