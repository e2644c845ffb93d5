/** The queue as each person may see it: desk and room everything, the TV codes and rooms, the phone its own ticket. */
import { createHash } from 'node:crypto'
import type { Announcement } from '../core/announcements.ts'
import { compareNames } from '../core/asset.ts'
import { boardLanguageOf } from '../core/board-words.ts'
import { isMoot } from '../core/moot-call.ts'
import { pauseFor, waitingIn } from '../core/pause.ts'
import { toldDelay } from '../core/presence.ts'
import type { BoardSnapshot, Call, QueueSnapshot, TicketSnapshot } from '../core/queue-contract.ts'
import { queueInWords } from '../core/queue-snapshot.ts'
import {
  isServing,
  isWaiting,
  type QueueState,
  type ServingTicket,
  type Ticket,
  type WaitingTicket,
} from '../core/queue-state.ts'
import { callsAt, callWords, roomOf } from '../core/queue-words.ts'
import type { TvState } from '../core/tv-contract.ts'
import { type ToldWait, waitOnTv } from '../core/wait.ts'
import { laterReasons } from '../core/wait-reason.ts'
import type { Arrangements } from './arrangements.ts'
import { CalendarAway } from './calendar-away.ts'
import type { ClinicLists } from './clinic-lists.ts'
import { type Clock, isoOf } from './clock.ts'
import type { HiddenTimes } from './hidden-times.ts'
import type { OpeningHours } from './opening-hours.ts'
import type { QueueLog } from './queue-log.ts'
import type { SettingsRows } from './settings-rows.ts'
import type { WaitDesk } from './wait-desk.ts'

const listedCalls = 6
const calledAt = (state: ServingTicket['state']) => (state.kind === 'in-service' ? state.calledAt : state.since)

interface Parts {
  readonly log: QueueLog
  readonly lists: ClinicLists
  readonly waits: WaitDesk
  readonly rows: SettingsRows
  readonly hours: OpeningHours
  readonly hiddenTimes: Pick<HiddenTimes, 'areHidden'>
  readonly arrangements: Pick<Arrangements, 'all'>
  readonly clock: Clock
  /** An instant as the clinic's clocks show it: `14:40`. */
  readonly clockTime: (at: number) => string
  readonly isDemo: boolean
}

export class QueueView {
  readonly #parts: Parts
  readonly #away: CalendarAway
  #hashed: { readonly state: QueueState; readonly hash: string } | undefined

  constructor(parts: Parts) {
    this.#parts = parts
    const { hours, lists, clock } = parts
    this.#away = new CalendarAway({ hours, clock, providers: () => lists.clinic.providers })
  }

  queue(): QueueSnapshot {
    const { log, lists, waits, arrangements, clock, clockTime } = this.#parts
    const now = clock.now()
    const surroundings = { clinic: lists.clinic, now, labels: log.labels, waits: waits.waits(), clockTime }
    return {
      ...this.common(),
      ...queueInWords(log.state, surroundings),
      ...this.#awayInWords(),
      ...(arrangements.all.length === 0 ? {} : { arranged: [...arrangements.all] }),
      ...(log.lastClose === undefined ? {} : { lastClose: log.lastClose }),
    }
  }

  board(): BoardSnapshot {
    const { log, lists, waits, clock } = this.#parts
    const { tickets, day, announcements, presence } = log.state
    const now = clock.now()
    const told = waits.waits()
    const delay = toldDelay(presence.values(), now)
    const all = [...tickets.values()]
    return {
      ...this.common(),
      day,
      rooms: Object.fromEntries(lists.clinic.rooms.map(({ id, name }) => [id, name])),
      waiting: all
        .filter(isWaiting)
        .map(({ id, code, service }) => ({ code, ...this.#onTv(told.get(id), service) }))
        .sort((one, other) => compareNames(one.code, other.code)),
      serving: all
        .filter(isServing)
        .map(({ code, state }) => ({ code, room: state.room }))
        .sort((one, other) => compareNames(one.room, other.room) || compareNames(one.code, other.code)),
      missing: all
        .filter(({ state }) => state.kind === 'held' && state.isMissing)
        .map(({ code }) => code)
        .sort(compareNames),
      ...this.#laterOnTv(all.filter(isWaiting)),
      ...(delay === undefined ? {} : { delay }),
      ...this.#pause(waitingIn(log.state), now),
      ...this.#opensAt(now),
      called: callsAt(
        announcements.filter((one) => !isMoot(one, tickets)),
        now,
      )
        .filter(({ until }, index) => index < listedCalls || until > now)
        .map((announcement) => this.#callOnTv(announcement, now)),
    }
  }

  timesOnTv(): TvState['times'] {
    const { rows, hiddenTimes, isDemo } = this.#parts
    if (rows.settings.times.shownOn !== 'tv' && !isDemo) return 'off'
    return hiddenTimes.areHidden() ? 'hidden' : 'shown'
  }

  #onTv(told: ToldWait | undefined, service: string): Omit<BoardSnapshot['waiting'][number], 'code'> {
    const { services } = this.#parts.rows.settings.times
    const shown = this.timesOnTv() === 'shown' ? (services[service] ?? 'minutes') : 'nothing'
    if (told === undefined) return { shown: { kind: 'none', text: '' } }
    const { low, high } = told.window ?? {}
    // Figures only where the words say them.
    const figures = shown !== 'minutes' || low === undefined ? {} : { low, ...(high === undefined ? {} : { high }) }
    return { shown: waitOnTv(told, shown), ...figures }
  }

  /** Only for whom the TV has said a time: it was that time that has moved. */
  #laterOnTv(waiting: readonly Ticket[]): Pick<BoardSnapshot, 'later'> {
    const told = this.#parts.waits.waits()
    const found = new Set(
      waiting.flatMap(({ id, service }) => {
        const own = told.get(id)
        return this.#onTv(own, service).low === undefined ? [] : (own?.wait.later ?? [])
      }),
    )
    const later = laterReasons.filter((reason) => found.has(reason))
    return later.length === 0 ? {} : { later }
  }

  #pause(waiting: readonly WaitingTicket[], now: number): Pick<BoardSnapshot, 'pause'> {
    const { log, lists } = this.#parts
    const pause = pauseFor(waiting, log.state, lists.clinic, this.#away.now(), now)
    if (pause === undefined) return {}
    return { pause: pause.until === undefined ? {} : { until: isoOf(pause.until) } }
  }

  #awayInWords(): Pick<QueueSnapshot, 'away'> {
    const { presence } = this.#parts.log.state
    const away = this.#away
      .now()
      .filter(({ provider }) => !presence.has(provider))
      .map(({ until, ...one }) => ({ ...one, ...(until === undefined ? {} : { until: isoOf(until) }) }))
    return away.length === 0 ? {} : { away }
  }

  #opensAt(now: number): Pick<BoardSnapshot, 'opensAt'> {
    const { hours, clock } = this.#parts
    // A clock that cannot be right knows nothing about the door.
    if (!clock.isTrusted()) return {}
    const opening = hours.rules.openAt(now)
    return opening.kind === 'closed' && opening.opensAt !== undefined ? { opensAt: isoOf(opening.opensAt) } : {}
  }

  /** Language and emphasis only while it is announced, and only a language that is spoken: nobody else needs to know. */
  #callOnTv(announcement: Announcement, now: number): Call {
    const words = callWords(announcement)
    if (announcement.until <= now) return words
    const { tickets } = this.#parts.log.state
    const ticket = announcement.tickets.map((id) => tickets.get(id)).find((known) => known !== undefined)
    if (ticket === undefined) return words
    const { needs } = ticket
    const language = ticket.language === undefined ? undefined : boardLanguageOf(ticket.language)
    // Whoever was called before this announcement is being called once more.
    const isRecall = isServing(ticket) && calledAt(ticket.state) < announcement.at
    const isTwice = isRecall || needs.includes('speak')
    return { ...words, ...(language === undefined ? {} : { language }), ...(isTwice ? { twice: true } : {}) }
  }

  knows(token: string): boolean {
    return this.withToken(token) !== undefined
  }

  ticket(token: string): TicketSnapshot {
    const ticket = this.withToken(token)
    return { ...this.common(), ticket: ticket === undefined ? null : this.#ownWords(ticket) }
  }

  #ownWords(ticket: Ticket): TicketSnapshot['ticket'] {
    const { log, lists, waits, clock } = this.#parts
    const room = roomOf(ticket)
    const roomName = lists.clinic.rooms.find(({ id }) => id === room)?.name
    const { wait, window } = waits.waits().get(ticket.id) ?? {}
    const shown = wait?.shown
    const call = callsAt(
      log.state.announcements.filter((one) => one.tickets.includes(ticket.id) && !isMoot(one, log.state.tickets)),
      clock.now(),
    )[0]
    const { until, isMissing } = ticket.state.kind === 'held' ? ticket.state : {}
    const pausedUntil = isWaiting(ticket) ? this.#pause([ticket], clock.now()).pause?.until : undefined
    return {
      code: ticket.code,
      state: ticket.state.kind,
      since: isoOf(ticket.state.since),
      ...(room === undefined ? {} : { room }),
      ...(roomName === undefined ? {} : { roomName }),
      ...(shown === undefined ? {} : { shown }),
      ...(window === undefined ? {} : { window }),
      ...(window === undefined || wait?.later === undefined ? {} : { later: wait.later }),
      ...(pausedUntil === undefined ? {} : { pausedUntil }),
      ...(until === undefined ? {} : { heldUntil: isoOf(until) }),
      ...(isMissing === undefined ? {} : { missing: isMissing }),
      ...(ticket.needs.includes('more-time') ? { moreTime: true as const } : {}),
      ...(ticket.language === undefined ? {} : { language: ticket.language }),
      ...(call === undefined ? {} : { call: callWords(call) }),
    }
  }

  /** Today's ticket with this token. */
  withToken(token: string): Ticket | undefined {
    for (const ticket of this.#parts.log.state.tickets.values()) if (ticket.token === token) return ticket
    return undefined
  }

  /** What every snapshot says. */
  common() {
    const { log, clock, isDemo } = this.#parts
    return { revision: log.state.revision, at: isoOf(clock.now()), demo: isDemo, stateHash: this.#hashOf(log.state) }
  }

  #hashOf(state: QueueState): string {
    if (this.#hashed?.state === state) return this.#hashed.hash
    const told = [...state.tickets.values()]
      .map((ticket) => [ticket.code, ticket.state.kind, roomOf(ticket) ?? null] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1))
    const hash = createHash('sha256')
      .update(JSON.stringify([state.revision, told]))
      .digest('hex')
      .slice(0, 32)
    this.#hashed = { state, hash }
    return hash
  }
}
