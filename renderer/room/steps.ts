/** What each press in the room sends, and how it is told afterwards. */
import { nameOf } from '../../core/clinic.ts'
import type { QueueTicket } from '../../core/queue-contract.ts'
import type { ClinicLists } from '../shared/clinic-lists.ts'
import { clockTime } from '../shared/clinic-time.ts'
import type { QueueBody } from '../shared/press.ts'
import type { Presses } from '../shared/presses.ts'
import type { Visit } from './my-queue.ts'
import { codesOf } from './visit-buttons.ts'

export interface Steps {
  /**
   * @param finishes ids of the tickets that this page shows there, which the call ends
   * @param to `seat`: the provider fetches them
   */
  readonly callNext: (room: string, finishes: readonly string[], to?: 'seat') => Promise<boolean>
  readonly here: (visit: Visit) => void
  readonly notHere: (visit: Visit) => void
  readonly recall: (visit: Visit) => void
  readonly finish: (visit: Visit) => void
  readonly hold: (visit: Visit, until: string | undefined) => void
  readonly sendOn: (ticket: QueueTicket, body: QueueBody<'transfer'>) => void
  readonly bringBack: (ticket: QueueTicket) => void
  readonly late: (minutes: number) => void
  readonly takeBreak: (until: string) => void
  readonly finishDay: () => void
  readonly returnToWork: () => void
}

export function stepsOf({ send }: Presses, provider: string, clinic: ClinicLists): Steps {
  const roomName = (id: string) => nameOf(clinic.rooms, id)
  const timeOf = (instant: string) => clockTime(instant, clinic.zone)
  const about = ({ tickets: [{ id }], isParty }: Visit) => ({ ticket: id, ...(isParty ? { party: true } : {}) })
  return {
    callNext: async (room, finishes, to) => {
      const body = { provider, room, finishes: [...finishes], ...(to === undefined ? {} : { to }) }
      const answer = await send('call-next', body, ({ ticket, with: others = [] }) => {
        const codes = codesOf([ticket, ...others])
        return to === undefined ? `${codes} called to ${roomName(room)}` : `${codes} is told that you are coming`
      })
      return answer !== undefined
    },
    here: (visit) =>
      void send('here', about(visit), () => `${codesOf(visit.tickets)} is here, in ${roomName(visit.room)}`),
    notHere: (visit) => {
      const words = `${codesOf(visit.tickets)} is not here: the TV asks them to the desk, and they are first for you`
      void send('not-here', about(visit), () => words)
    },
    recall: ({ tickets: [ticket, ...others] }) =>
      void send('recall', { ticket: ticket.id }, () => `${codesOf([ticket, ...others])} called again`),
    finish: (visit) => void send('finish', about(visit), () => `${codesOf(visit.tickets)} is done`),
    hold: (visit, until) => {
      const words = until === undefined ? 'on hold' : `on hold until ${timeOf(until)}, then first for you`
      const body = { ...about(visit), ...(until === undefined ? {} : { until }) }
      void send('hold', body, () => `${codesOf(visit.tickets)} is ${words}`)
    },
    sendOn: ({ code }, body) => {
      const to = [
        body.service === undefined ? '' : ` for ${nameOf(clinic.services, body.service)}`,
        typeof body.provider === 'string' ? ` with ${nameOf(clinic.providers, body.provider)}` : '',
      ].join('')
      void send('transfer', body, () => `${code} sent on${to}`)
    },
    bringBack: ({ id, code }) => void send('back', { ticket: id }, () => `${code} waits again, first for you`),
    late: (minutes) =>
      void send(
        'provider-late',
        { provider, minutes },
        () => `Running ${minutes} minutes late: the TV says so in two minutes, without a name`,
      ),
    takeBreak: (until) => void send('provider-break', { provider, until }, () => `On a break until ${timeOf(until)}`),
    finishDay: () => void send('provider-done', { provider }, () => 'Finished for today'),
    returnToWork: () => void send('provider-back', { provider }, () => 'Back'),
  }
}
