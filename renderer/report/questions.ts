/** What a practice should ask itself about a day, and the sentence its figures answer with. */
import type { DayReport } from '../../core/report-contract.ts'
import { duration } from '../shared/clinic-time.ts'

export interface Answered {
  readonly question: string
  /** The figure that is read first. */
  readonly figure?: string
  readonly text: string
  /** Nothing was measured that could answer it. */
  readonly isOpen?: true
}

/** Of fewer, nothing follows. */
const fewest = 5

export function answersOf(report: DayReport): readonly Answered[] {
  return [
    waiting(report),
    telling(report),
    punctual(report),
    calling(report),
    callingBack(report),
    rushing(report),
    listening(report),
    encouraging(report),
  ]
}

function waiting({ waits }: DayReport): Answered {
  const question = 'Do patients wait too long?'
  if (waits === undefined) return { question, text: 'Nobody has been called yet.', isOpen: true }
  const { count, median, p80, longest } = waits
  return {
    question,
    figure: duration(median),
    text: `Half were called within ${duration(median)} of coming in, four of five within ${duration(p80)}. The longest wait was ${duration(longest)}.${few(count)}`,
  }
}

function telling({ promised, told, calls: { delaysTold } }: DayReport): Answered {
  const question = 'Do we communicate, and keep our word?'
  const late = delaysTold === 0 ? '' : ` A delay was announced ${times(delaysTold)}.`
  if (promised === undefined)
    return { question, text: `Nobody who was told a time has been called yet.${late}`, isOpen: true }
  const { of, kept } = promised
  return {
    question,
    figure: percent(kept, of),
    text: `${kept} of ${of} were called within the time they were told first.${windowOf(told)}${late}${few(of)}`,
  }
}

/** Early is no broken word, but who has gone for a coffee hears it called. */
function windowOf(told: DayReport['told']): string {
  if (told === undefined || told.calls < fewest) return ''
  const { early, bias } = told
  const before = early === 0 ? '' : ` ${early} ${early === 1 ? 'was' : 'were'} called before it began.`
  if (Math.abs(bias) < 1) return `${before} On average calls came in the middle of it.`
  return `${before} On average calls came ${duration(Math.round(Math.abs(bias)))} ${bias > 0 ? 'after' : 'before'} its middle.`
}

function punctual({ appointments, bookings, isOpen }: DayReport): Answered {
  const question = 'Do appointments begin on time?'
  const missing = bookings === undefined ? '' : missingOf(bookings, isOpen)
  if (appointments === undefined)
    return { question, text: `Nobody has been called for an appointment.${missing}`, isOpen: true }
  const { count, median, kept } = appointments
  const middle = median <= 0 ? 'half on time or early' : `half within ${duration(median)}`
  return {
    question,
    figure: percent(kept, count),
    text: `${kept} of ${count} began within 10 min of their time, ${middle}.${missing}${few(count)}`,
  }
}

function missingOf({ booked, arrived, noShow }: NonNullable<DayReport['bookings']>, isOpen: boolean): string {
  const rest = booked - arrived - noShow
  const unclear = isOpen ? ` ${rest} have not come yet.` : ` Of ${rest} nobody said.`
  return ` ${booked} were booked: ${arrived} came, ${noShow} did not.${rest === 0 ? '' : unclear}`
}

function calling({ calls }: DayReport): Answered {
  const question = 'Are calls heard?'
  if (calls.calls === 0) return { question, text: 'Nobody has been called yet.', isOpen: true }
  const again = calls.recalls === 0 ? 'None had to be repeated' : `${calls.recalls} had to be repeated`
  const vain = calls.inVain === 0 ? '' : `, ${calls.inVain} found nobody`
  const back = calls.retracted === 0 ? '' : ` ${calls.retracted} ${calls.retracted === 1 ? 'was' : 'were'} taken back.`
  return {
    question,
    figure: String(calls.calls),
    text: `${calls.calls === 1 ? '1 call' : `${calls.calls} calls`}. ${again}${vain}.${back}`,
  }
}

function callingBack({ callBacks: { wanted, returned }, isOpen }: DayReport): Answered {
  const question = 'Are telephone calls returned?'
  if (wanted + returned === 0) {
    return { question, text: 'Nobody has counted any. The desk does so under “They asked about …”.', isOpen: true }
  }
  const left = wanted - returned
  const rest = left <= 0 ? '' : isOpen ? ` ${left} still to be called.` : ` ${left} not on this day.`
  return {
    question,
    figure: `${returned} of ${Math.max(wanted, returned)}`,
    text: `${wanted} wanted to be called back, ${returned} were called.${rest}`,
  }
}

function listening({ rated }: DayReport): Answered {
  const question = 'Do we listen?'
  if (rated === undefined) {
    const text = 'Fewer than five visits were rated by phone. Ask three patients as they leave, and note what they say.'
    return { question, text, isOpen: true }
  }
  const { of, kept } = rated
  return {
    question,
    figure: percent(kept, of),
    text: `${kept} of ${of} who rated their visit called it good or better.`,
  }
}

const mostNamed = 3

function encouraging({ asked }: DayReport): Answered {
  const question = 'Do we encourage questions?'
  const all = asked.reduce((sum, { times }) => sum + times, 0)
  if (all === 0) {
    return { question, text: 'The desk has counted none. It does so under “They asked about …”.', isOpen: true }
  }
  const named = asked.slice(0, mostNamed).map(({ name, times }) => `${name} (${times})`)
  const most = asked.length > mostNamed ? 'most often about' : 'about'
  return {
    question,
    figure: String(all),
    text: `${all === 1 ? '1 question was' : `${all} questions were`} counted at the desk, ${most} ${named.join(', ')}.`,
  }
}

function rushing({ visits }: DayReport): Answered {
  const question = 'Are we in a rush?'
  const known = visits.filter(({ real }) => real.count >= fewest)
  if (known.length === 0) return { question, text: 'Too few visits have ended to say.', isOpen: true }
  const short = known.filter(({ planned, real }) => real.median < planned * 0.75)
  const long = known.filter(({ planned, real }) => real.median > planned * 1.25)
  const say = (all: typeof known, words: string) =>
    all.length === 0 ? '' : `${all.map(({ name }) => name).join(', ')} ${words} than planned. `
  const text = `${say(short, 'took much less time')}${say(long, 'took much longer')}`.trim()
  return { question, text: text === '' ? 'Visits took about as long as planned.' : text }
}

const percent = (part: number, whole: number): string => `${Math.round((100 * part) / whole)} %`
const times = (count: number): string => (count === 1 ? 'once' : `${count} times`)
const few = (count: number): string => (count >= fewest ? '' : ' That is too few to conclude anything.')
