/** Appointments as they are typed: "1030 L filler". Time first; provider, service and minutes in any order. */
import {
  type BookedRow,
  initialsOf,
  mostRows,
  type ReadBook,
  type Reading,
  type RowRemark,
  unreadable,
} from './booking.ts'
import { begunBehind, listed, type Meant, meantProvider, meantService, namedProvider } from './booking-names.ts'
import { clockWords, minuteOf } from './booking-time.ts'
import { nameOf } from './clinic.ts'

export const typed = 'typed'

export function readLines(text: string, reading: Reading): ReadBook {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trim())
  if (lines.length > mostRows) return unreadable(typed, tooMany)
  const rows: BookedRow[] = []
  const problems: RowRemark[] = []
  for (const [index, line] of lines.entries()) {
    if (line === '') continue
    const read = readLine(line, index + 1, reading)
    if (typeof read === 'string') problems.push({ row: index + 1, message: read })
    else rows.push(read)
  }
  return { source: typed, rows, problems, notes: [], otherDays: 0, hadNames: false }
}

export const tooMany = `These are more than ${mostRows} lines. Take the appointments of one day.`

const longestLine = 200

/** @returns a sentence for a line that is no appointment */
function readLine(line: string, row: number, reading: Reading): BookedRow | string {
  if (line.length > longestLine) return 'This line is too long for one appointment.'
  const words = line.split(/[\s,;]+/).filter((word) => word !== '')
  const [minute, length] = timeOf(words)
  if (minute === undefined) return 'A line begins with a time, such as 1030 L filler.'
  const at = reading.clocks.instantOf(reading.day, minute)
  if (at === undefined) return skipped(minute)
  const rest = meaningOf(words.slice(length), reading)
  return typeof rest === 'string' ? rest : { row, at, ...rest }
}

export const skipped = (minute: number): string =>
  `There is no ${clockWords(minute)} on this day: the clocks go forward.`

/** `10:30`, `2 pm`: one word or two. */
function timeOf(words: readonly string[]): readonly [minute: number | undefined, length: number] {
  const [first = '', second = ''] = words
  const both = /^([ap]\.?m\.?|uhr|h)$/i.test(second) ? minuteOf(`${first} ${second}`) : undefined
  return both === undefined ? [minuteOf(first), 1] : [both, 2]
}

type Meaning = Omit<BookedRow, 'row' | 'at'>

function meaningOf(words: readonly string[], { clinic, keepsInitials }: Reading): Meaning | string {
  const length = words.findIndex((word) => /^\d{1,3}\s*(min\.?|')$/i.test(word))
  const minutes = length < 0 ? undefined : Number.parseInt(words[length] ?? '', 10)
  const left = words.filter((_, index) => index !== length)
  const initials = keepsInitials && left.length > 1 ? left.findIndex(isInitials) : -1
  const without = initials < 0 ? [] : [left.filter((_, index) => index !== initials)]
  // Letters that are no provider's are the patient's, wherever they stand; others only if the line makes no sense with them.
  const isProvider = meantProvider(left[initials] ?? '', clinic).kind !== 'none'
  const candidates = isProvider ? [left, ...without] : [...without, left]
  let complaint = ''
  for (const candidate of candidates) {
    const read = namesOf(candidate, clinic)
    if (typeof read === 'string') {
      complaint ||= read
      continue
    }
    const own = candidate === left ? undefined : initialsOf([...(left[initials] ?? '')].join(' '))
    return {
      ...read,
      ...(minutes === undefined || minutes < 1 || minutes > 600 ? {} : { minutes }),
      ...(own === undefined ? {} : { initials: own }),
    }
  }
  return complaint
}

const isInitials = (word: string) => /^\p{Lu}\.?\p{Lu}\.?\p{Lu}?\.?$/u.test(word)

/** A provider at the beginning or at the end, and the rest a service; any of them may be missing. */
function namesOf(words: readonly string[], clinic: Reading['clinic']): Pick<Meaning, 'service' | 'provider'> | string {
  if (words.length === 0) return {}
  const named = namedIn(words, clinic)
  if (named !== undefined) return named
  let complaint = ''
  for (const [who, what] of splits(words)) {
    const [provider, service] = [who === '' ? undefined : meantProvider(who, clinic), meant(what, clinic)]
    if (provider?.kind === 'several') {
      const which = `"${who}" may be ${listed(provider.names)}. Write more of the name.`
      // Whoever they mean, the rest is clear: another reading would be a guess.
      if (service?.kind === 'one') return which
      complaint ||= which
    }
    if (service?.kind === 'several' && provider?.kind !== 'none') {
      complaint ||= `"${what}" may be ${listed(service.names)}. Write more of it.`
    }
    const isFit = (one: Meant | undefined) => one === undefined || one.kind === 'one'
    if (!isFit(provider) || !isFit(service)) continue
    return {
      ...(service?.kind === 'one' ? { service: service.id } : {}),
      ...(provider?.kind === 'one' ? { provider: provider.id } : {}),
    }
  }
  const services = clinic.services.map(({ name }) => name)
  return complaint || `"${words.join(' ')}" names no service and no provider. Services are ${listed(services, 'and')}.`
}

/** Somebody whose name stands there as it is comes before every guess: a patient's may be like another provider's. */
function namedIn(words: readonly string[], clinic: Reading['clinic']): ReturnType<typeof namesOf> | undefined {
  const found = new Map<string, string | undefined>()
  for (const [who, what] of splits(words)) {
    const [provider, service] = [namedProvider(who, clinic), meant(what, clinic)]
    if (provider.kind !== 'one' || (service !== undefined && service.kind !== 'one')) continue
    if (!found.has(provider.id)) found.set(provider.id, service?.id)
  }
  const [[provider, service] = [], other] = found
  if (provider === undefined) return undefined
  if (other !== undefined) {
    const names = [...found.keys()].map((id) => nameOf(clinic.providers, id))
    return `"${words.join(' ')}" names ${listed(names, 'and')}. Leave the name of the patient out.`
  }
  return { ...(service === undefined ? {} : { service }), provider }
}

function meant(what: string, clinic: Reading['clinic']): Meant | undefined {
  if (what === '') return undefined
  const service = meantService(what, clinic)
  return service.kind === 'none' ? begunBehind(what, clinic) : service
}

/** The provider first (longest first), then last; then none, or nothing else. */
function splits(words: readonly string[]): readonly (readonly [who: string, what: string])[] {
  const text = (from: number, to?: number) => words.slice(from, to).join(' ')
  const lengths = words.map((_, index) => words.length - 1 - index).filter((length) => length > 0)
  return [
    ...lengths.map((length) => [text(0, length), text(length)] as const),
    ...lengths.map((length) => [text(-length), text(0, -length)] as const),
    ['', text(0)],
    [text(0), ''],
  ]
}
