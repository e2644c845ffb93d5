/** The hub's composition root: opens in order, says where it answers, closes in reverse. */

import type { Options } from '../core/options.ts'
import { AnswerBook } from './answer-book.ts'
import { BrandDesk } from './brand-desk.ts'
import { BrandFile } from './brand-file.ts'
import { builtAtMs } from './build-info.ts'
import { openChecking } from './checking.ts'
import { isoOf, msOf, startClock } from './clock.ts'
import { makeContent } from './content-makers.ts'
import { takeDataFolder } from './data-folder.ts'
import { openDatabase } from './database.ts'
import { openDemand } from './demand-desk.ts'
import { Documents } from './documents.ts'
import { Facts } from './facts.ts'
import { filmTopic, mountFilms } from './film-routes.ts'
import { HiddenFiles } from './hidden-files.ts'
import { keepHouse } from './housekeeping.ts'
import { Library } from './library.ts'
import { Live } from './live.ts'
import { Loops } from './loops.ts'
import { MediaBook } from './media-book.ts'
import { NotedLibrary } from './noted-library.ts'
import { OpeningHours } from './opening-hours.ts'
import { PhoneFiles } from './phone-files.ts'
import type { Places } from './places.ts'
import { playableOf } from './playable.ts'
import { openPlaylistPart } from './playlist-part.ts'
import { Playlists } from './playlists.ts'
import { openPlays } from './plays.ts'
import { Problems } from './problems.ts'
import { Programmer } from './programmer.ts'
import { Questions } from './questions.ts'
import { openQueueDesk } from './queue-desk.ts'
import { Recordings } from './recordings.ts'
import { openSchedules } from './schedules.ts'
import { ScreenDesk } from './screen-desk.ts'
import { listen } from './server.ts'
import { mountSettings } from './settings-routes.ts'
import { SettingsRows } from './settings-rows.ts'
import { Sidecars } from './sidecars.ts'
import { snapshotsOf } from './snapshots.ts'
import { Store } from './store.ts'
import { makeStudio } from './studio.ts'
import { openTicketPages } from './ticket-pages.ts'
import { TvDesk } from './tv-desk.ts'
import { mountTv } from './tv-routes.ts'

const lastSeen = 'last-seen'
/** The size of the displays that everything was made for. */
const madeFor = 'made-for'
/** On which share the content folder lay. */
const contentPlace = 'content-place'

export interface Hub {
  readonly url: string
  readonly close: () => Promise<void>
}

/** @throws EnvironmentFault with a sentence for the person who started it */
export async function openHub(options: Options, places: Places): Promise<Hub> {
  const data = takeDataFolder(places.data)
  const database = openDatabase(data.database)
  const facts = new Facts(database)
  const seen = facts.valueOf(lastSeen)
  const answers = new AnswerBook(database)
  const rows = new SettingsRows(database, answers)
  const zone = options.zone ?? rows.settings.zone
  const clock = startClock({
    ...(zone === undefined ? {} : { zone }),
    ...(options.at === undefined ? {} : { at: options.at }),
    builtAtMs,
    lastSeenMs: seen === undefined ? 0 : msOf(seen),
  })
  const startedAt = isoOf(clock.now())
  const hours = new OpeningHours(rows, clock)

  const problems = new Problems()
  const documents = new Documents(database)
  const store = new Store(data.store, data.incoming)
  await store.open()
  const book = new MediaBook(database)
  const library = new Library(database, book, () => isoOf(clock.now()))
  const sidecars = new Sidecars({
    folder: places.content,
    documents,
    problems,
    files: () => library.list(),
    isJudged: (relative) => library.entryAt(relative) !== undefined,
  })
  const hidden = new HiddenFiles(database)
  const explainerAt = (path: string) => makers.explainers.explainerAt(path)
  const familyOf = (path: string) => makers.explainers.familyOf(path)
  const checking = openChecking({ database, clock, settings: () => rows.settings, explainerAt, familyOf })
  const { checks } = checking
  const noted = new NotedLibrary({ library, sidecars, clock, checks, isHidden: (path) => hidden.has(path) })
  const plays = openPlays({ file: data.plays, database, clock, problems, isDemo: options.demo })
  const brand = new BrandFile(places.content, documents, problems)
  const playlists = new Playlists(places.playlists, documents, problems, {
    onChange: () => programmer.refreshSoon(),
    folders: () => loops.folders(),
  })
  const loops = new Loops({ library: noted, playlists, languages: () => rows.settings.languages.patients })
  const plan = () => schedules.plan()
  const isOfWords = (id: string) => makers.explainers.isOneOf(id)
  const wishes = () => demand.current()
  const programmer = new Programmer(options.screens ?? 1, {
    ...{ database, clock, loops, plan, brand, problems, isOfWords, wishes },
    onTakenOff: (listener) => library.onTakenOff(listener),
  })
  const profile = options.uhd ? 'uhd' : 'hd'
  const lookChanged = () => {
    programmer.refreshSoon()
    makers.films.lookChanged()
  }
  const makers = makeContent({
    ...{ places, films: data.films, profile, database, store, library, book, sidecars, documents, problems, brand },
    memory: {
      recall: () => facts.valueOf(contentPlace),
      keep: (text) => facts.keep(contentPlace, text),
    },
    ...{ hangs: () => rows.settings.tv.hangs, turnOf: (path) => checks.turnOf(path) },
    ...{ onBrand: lookChanged, onThere: () => studio.folderCame() },
  })
  const { content, intake, explainers, films, lookAgain } = makers
  const brandDesk = new BrandDesk({
    ...{ folder: places.content, brand, answers, onChange: lookChanged },
    isAway: () => content.isAway(),
    now: () => clock.now(),
  })
  const live = new Live(clock)
  const screens = new ScreenDesk(programmer, clock)
  await hours.open()
  const queue = openQueueDesk({
    ...{ database, answers, clock, live, rows, hours, problems },
    screens: programmer.screens,
    isDemo: options.demo,
  })
  const demand = openDemand({ database, clock, queue, rows, onChange: () => programmer.refreshSoon() })
  const phoneFiles = new PhoneFiles(places.pages)
  const ticketPages = openTicketPages({
    ...{ database, clock, queue },
    files: phoneFiles,
    publicUrl: options.publicUrl,
    listener: { isOpen: () => studio.phones.isOpen(), origin: () => studio.phones.origin() },
  })
  queue.onTold(() => ticketPages.look())
  const questions = new Questions(database)
  const asked = () => questions.ask(noted.list())
  const tv = new TvDesk({
    ...{ database, clock, live, programmer, hidden, assets: asked, queue },
    ...{ voiceFolder: data.voice, recordings: new Recordings(data.recordings) },
    settings: () => rows.settings,
    onHidden: () => shownChanged(),
  })
  const snapshots = snapshotsOf({
    ...{ startedAt, clock, database, programmer, loops, problems, screens },
    library: { list: asked },
    queueRevision: queue.revision,
    isDemo: options.demo,
  })

  const studio = makeStudio({
    places,
    trash: data.trash,
    phones: options.phones,
    publicUrl: options.publicUrl,
    phoneFiles,
    tickets: ticketPages,
    ...{ answers, clock, store, problems, questions, programmer },
    assets: asked,
    films: () => films.list(),
    hasTaken: (path, text) => explainers.hasTaken(path, text),
    isThere: () => content.isThere(),
    noteFileOf: (relative) => sidecars.noteFileOf(relative),
    isAway: () => content.isAway(),
    onGone: makers.forget,
    lookAgain: makers.lookAgainAt,
    onChange: () => live.publish('assets'),
  })

  await Promise.all([brand.read(), playlists.open()])
  await explainers.open()
  loops.look()
  const schedules = await openSchedules({
    ...{ database, answers, clock, live, hours, problems, screens: programmer.screens, folder: places.playlists },
    settings: rows,
    playable: playableOf(loops),
  })
  programmer.start()
  schedules.onChange(() => programmer.refreshSoon())
  const playlistPart = openPlaylistPart({
    ...{ playlists, loops, problems, answers, live, programmer, plan, clock },
    settings: rows,
  })
  store.onDamage((file) => {
    intake.makeAnew(file)
    void explainers.open()
  })
  const shownChanged = () => {
    films.wishesChanged()
    programmer.refreshSoon()
    live.publish('assets')
    studio.touch()
  }
  rows.onChange(shownChanged)
  library.onChange(() => {
    sidecars.filesChanged()
    shownChanged()
  })
  sidecars.onChange(shownChanged)
  sidecars.onFlashing((relative) => void intake.reconsider(relative))
  noted.onDate(shownChanged)
  problems.onChange(() => live.publish('health'))
  screens.onChange(() => live.publish('fleet'))
  programmer.onChange((screen) => {
    live.publish(`programme:${screen}`)
    live.publish('assets')
    studio.touch()
  })
  for (const topic of [...snapshots.topics, filmTopic(films)]) live.provide(topic)
  films.onChange(() => live.publish('films'))

  await phoneFiles.open()
  await studio.open()
  const listener = await listen(
    options.host,
    options.port,
    {
      ...snapshots.answers,
      mediaPath: (file) => store.pathOf(file),
      mediaIsWhole: (file) => store.verify(file),
      mount: (app) => {
        queue.mount(app)
        ticketPages.mount(app)
        mountTv(app, { desk: tv, answers, clock })
        mountFilms(app, { films, explainerAt, answers, clock, brand: () => brand.current(), warm: makers.warm })
        studio.mount(app)
        playlistPart.mount(app)
        schedules.mount(app)
        const { feedback } = ticketPages
        plays.mount(app, { answers, feedback, clinic: () => queue.lists.clinic, assets: asked })
        const onWithdrawn = () => programmer.leaveWithdrawn()
        checking.mount(app, { assets: asked, answers, onChange: shownChanged, onWithdrawn })
        mountSettings(app, {
          rows,
          hours,
          brand,
          brandDesk,
          clock,
          providers: queue.providers,
          accuracy: queue.accuracy,
        })
      },
    },
    live,
    places.pages,
  )
  data.announce(listener.url)
  await content.open()
  const before = facts.valueOf(madeFor)
  if (before !== undefined && before !== profile) intake.reconsiderAll()
  facts.keep(madeFor, profile)

  const stopHousekeeping = keepHouse({
    ...{ store, library, book, films, clock, problems, lookAgain },
    sweepToo: async () => {
      await studio.sweep()
      ticketPages.sweep()
      await plays.sweep()
    },
    keepTime: (instant) => options.at === undefined && facts.keep(lastSeen, instant),
  })

  return {
    url: listener.url,
    close: async () => {
      stopHousekeeping()
      await content.close()
      ticketPages.close()
      await studio.close()
      await makers.close()
      sidecars.close()
      noted.close()
      schedules.close()
      await playlists.close()
      programmer.close()
      screens.close()
      queue.close()
      await tv.close()
      await listener.close()
      plays.close()
      database.close()
      data.release()
    },
  }
}
