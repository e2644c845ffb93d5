/** The queue as one part of the hub: its log, what it shows to whom, its addresses and its live topics. */
import { randomFillSync } from 'node:crypto'
import type { Hono } from 'hono'
import type { Provider } from '../core/clinic.ts'
import type { Waiting } from '../core/demand.ts'
import type { Chance } from '../core/queue-command.ts'
import { isWaiting, ticketsHere } from '../core/queue-state.ts'
import type { WaitAccuracy } from '../core/wait-contract.ts'
import type { AnswerBook } from './answer-book.ts'
import { Arrangements } from './arrangements.ts'
import { BookingFeed } from './booking-feed.ts'
import { mountBookings } from './booking-routes.ts'
import { Bookings } from './bookings.ts'
import { isOutside } from './calendar-request.ts'
import { ClinicLists } from './clinic-lists.ts'
import { type Clock, clockTimeIn } from './clock.ts'
import type { Database } from './database.ts'
import { mountDayReports } from './day-reports.ts'
import { Demo } from './demo.ts'
import { DemoBook } from './demo-book.ts'
import { HiddenTimes } from './hidden-times.ts'
import { Labels } from './labels.ts'
import type { Live } from './live.ts'
import type { OpeningHours } from './opening-hours.ts'
import type { Problems } from './problems.ts'
import { Promises } from './promises.ts'
import { QueueKeeper } from './queue-keeper.ts'
import { QueueLog } from './queue-log.ts'
import { mountQueue } from './queue-routes.ts'
import { QueueView } from './queue-view.ts'
import { Retention } from './retention.ts'
import type { SettingsRows } from './settings-rows.ts'
import { WaitDesk } from './wait-desk.ts'
import { accuracyIn, mountWaits } from './wait-routes.ts'

// A page takes a queue for stale after 15 s without news: two of these may be lost.
const pulseMs = 5_000

interface Settings {
  readonly database: Database
  readonly answers: AnswerBook
  readonly clock: Clock
  readonly live: Live
  readonly rows: SettingsRows
  readonly hours: OpeningHours
  readonly problems: Problems
  readonly screens: readonly string[]
  readonly isDemo: boolean
}

export interface QueueDesk {
  readonly revision: () => number
  readonly answers: AnswerBook
  readonly lists: ClinicLists
  readonly log: QueueLog
  readonly view: QueueView
  readonly hiddenTimes: HiddenTimes
  /** Called whenever what people are shown may have changed, and every five seconds. */
  readonly onTold: (listener: () => void) => void
  readonly providers: () => readonly Provider[]
  readonly onDayClosed: (listener: () => void) => void
  /** What the waiting times have come to; undefined in a demonstration, which shows them at once. */
  readonly accuracy: () => WaitAccuracy | undefined
  /** Who waits, as far as programming may count them. */
  readonly waiting: () => readonly Waiting[]
  /** Languages of those who are here. */
  readonly spokenHere: () => readonly string[]
  readonly mount: (app: Hono) => void
  readonly close: () => void
}

export function openQueueDesk({
  database,
  answers,
  clock,
  live,
  rows,
  hours,
  problems,
  screens,
  isDemo,
}: Settings): QueueDesk {
  const lists = new ClinicLists(database, answers)
  const labels = new Labels(database)
  const log = new QueueLog({ database, answers, lists, labels, draw })
  const promises = new Promises(database)
  const bookings = new Bookings({ database, answers, lists, log, clock })
  const address = () => (isDemo ? undefined : rows.settings.appointments.feed)
  const feed = new BookingFeed({ bookings, clock, problems, address, mayAsk: isOutside })
  feed.start()
  rows.onChange(() => feed.settingsChanged())
  const waits = new WaitDesk({ database, log, lists, bookings, clock, hours, promises, isDemo })
  const hiddenTimes = new HiddenTimes(database, clock, hours.wall.dateOf)
  const clockTime = clockTimeIn(clock.zone)
  const arrangements = new Arrangements({ database, answers, log, clock })
  const view = new QueueView({
    ...{ log, lists, waits, rows, hours, hiddenTimes, arrangements, clock, clockTime, isDemo },
  })
  const boards = screens.map((screen) => `board:${screen}`)
  live.provide({ name: 'queue', snapshot: () => view.queue() })
  for (const name of boards) live.provide({ name, snapshot: () => view.board() })
  live.provideFamily('ticket', { knows: (token) => view.knows(token), snapshot: (token) => view.ticket(token) })
  const listeners = new Set<() => void>()
  live.provide({ name: 'bookings', snapshot: () => bookings.list() })
  live.provide({ name: 'waits', snapshot: () => waits.list() })
  const publish = () => {
    for (const name of [...boards, 'queue']) live.publish(name)
    live.publishFamily('ticket')
    for (const listener of listeners) listener()
  }
  const demo = isDemo ? new Demo({ clock, lists, log, book: new DemoBook(bookings, clock) }) : undefined
  demo?.start()
  const lookAtBookings = () => {
    bookings.look()
    live.publish('bookings')
  }
  log.onChange(publish)
  lists.onChange(publish)
  rows.onChange(publish)
  hours.onChange(publish)
  hiddenTimes.onChange(publish)
  arrangements.onChange(publish)
  waits.onChange(() => {
    live.publish('waits')
    publish()
  })
  labels.wipe()
  bookings.look()
  log.onChange(() => {
    bookings.queueChanged()
    live.publish('bookings')
  })
  bookings.onChange(() => live.publish('bookings'))
  const keeper = new QueueKeeper({ log, database, clock, hours, isDemo })
  keeper.start()
  const retention = new Retention({ database, answers, clock, wall: hours.wall, rows })
  retention.start()
  const pulse = setInterval(() => {
    labels.wipe()
    publish()
    lookAtBookings()
    waits.write()
  }, pulseMs)
  return {
    revision: () => log.state.revision,
    ...{ answers, lists, log, view, hiddenTimes },
    onTold: (listener) => void listeners.add(listener),
    providers: () => lists.clinic.providers,
    onDayClosed: (listener) => {
      let day = log.state.day
      log.onChange(() => {
        const isOver = day === 'open' && log.state.day === 'closed'
        day = log.state.day
        if (isOver) listener()
      })
    },
    accuracy: () => (isDemo ? undefined : accuracyIn(promises, clock.now())),
    waiting: () => {
      const told = waits.waits()
      const waiting = [...log.state.tickets.values()].filter(isWaiting)
      return waiting.map(({ id, service, party }) => ({
        ...{ service, group: party ?? id, minutes: told.get(id)?.wait.p50 },
      }))
    },
    spokenHere: () => [...new Set(ticketsHere(log.state).flatMap(({ language }) => language ?? []))],
    mount: (app) => {
      mountQueue(app, { log, lists, view, clock })
      mountBookings(app, bookings, feed)
      arrangements.mount(app)
      mountWaits(app, promises, clock)
      mountDayReports(app, { database, answers, lists, bookings, promises, clock, isDemo })
    },
    close: () => {
      clearInterval(pulse)
      feed.close()
      waits.close()
      keeper.close()
      retention.close()
      demo?.close()
    },
  }
}

/** Asked for by the thousand: the system's chance costs most for being asked. */
const chanceBytes = 12 + 20 + 4
const pool = Buffer.alloc(chanceBytes * 1_000)
let poolAt = pool.length

function draw(): Chance {
  if (poolAt === pool.length) {
    randomFillSync(pool)
    poolAt = 0
  }
  const at = poolAt
  poolAt += chanceBytes
  return {
    id: pool.toString('base64url', at, at + 12),
    token: pool.toString('base64url', at + 12, at + 32),
    share: pool.readUInt32BE(at + 32) / 2 ** 32,
  }
}
