/** A line for each visit of a day, for spreadsheets: no codes, no labels. */
import { type Clinic, nameOf } from './clinic.ts'
import { csvLine } from './csv.ts'
import { type DayRecord, isMeasured, keptWord, lengthOf, waitOf } from './day-report.ts'
import { historyOf, type VisitHistory } from './visit-history.ts'

const names = [
  'visit',
  'service',
  'arrived',
  'appointment',
  'first_called',
  'ended',
  'end',
  'wait_minutes',
  'visit_minutes',
  'called_as_told',
  'paper',
] as const

/** @param isoOf an instant as ISO 8601 UTC */
export function dayCsv(record: DayRecord, isoOf: (at: number) => string): string {
  const visits = record.openings.flatMap((events) => historyOf(events).visits)
  const header = record.withProviders ? [...names, 'provider'] : names
  const lines = visits.map((visit, index) => [String(index + 1), ...cellsOf(visit, record, isoOf)])
  return [header, ...lines].map(csvLine).join('')
}

function cellsOf(visit: VisitHistory, record: DayRecord, isoOf: (at: number) => string): readonly string[] {
  const { clinic, promises, now, withProviders } = record
  const { ticket, firstCalledAt, endedAt, end, legs } = visit
  const instant = (at: number | undefined) => (at === undefined ? '' : isoOf(at))
  const [wait] = isMeasured(visit) ? waitOf(visit) : []
  const [isKept] = isMeasured(visit) ? keptWord(visit, promises, now) : []
  const minutes = isMeasured(visit) && legs.length > 0 ? legs.flatMap(lengthOf) : []
  return [
    nameOf(clinic.services, legs[0]?.service ?? ticket.service),
    instant(ticket.arrivedAt),
    instant(ticket.appointmentAt),
    instant(firstCalledAt),
    instant(endedAt),
    end,
    rounded(wait),
    rounded(minutes.length === 0 ? undefined : minutes.reduce((sum, one) => sum + one, 0)),
    isKept === undefined ? '' : isKept ? 'yes' : 'no',
    ticket.isPaper ? 'yes' : 'no',
    ...(withProviders ? [providerOf(visit, clinic)] : []),
  ]
}

function providerOf({ legs, ticket }: VisitHistory, clinic: Clinic): string {
  const provider = legs.at(-1)?.provider ?? ticket.provider
  return provider === undefined ? '' : nameOf(clinic.providers, provider)
}

const rounded = (minutes: number | undefined): string => (minutes === undefined ? '' : String(Math.round(minutes)))
