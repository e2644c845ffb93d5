/** The TV as the desk sees it: sound, a message, skipping and hiding, pictures of the screens, and the voice of the calls. */
import type { Asset } from '../core/asset.ts'
import { boardLanguageOf } from '../core/board-words.ts'
import { encoreWords } from '../core/demand.ts'
import type { Settings as ClinicSettings } from '../core/settings.ts'
import type { Message, TvSnapshot, TvState } from '../core/tv-contract.ts'
import { type Clock, clockTimeIn, isoOf } from './clock.ts'
import type { Database } from './database.ts'
import type { HiddenFiles } from './hidden-files.ts'
import type { Live } from './live.ts'
import type { Programmer } from './programmer.ts'
import type { QueueDesk } from './queue-desk.ts'
import type { Recordings } from './recordings.ts'
import { ScreenPictures } from './screen-pictures.ts'
import { Spoken } from './spoken.ts'
import { type End, TvMessages } from './tv-messages.ts'
import { type SoundChange, TvSound } from './tv-sound.ts'
import { isQuietAt, wishesOf } from './tv-wishes.ts'
import { Voice } from './voice.ts'

/** Messages end, the quiet hours begin, the next item comes: looked at this often, told when it is so. */
const lookMs = 1_000

interface Settings {
  readonly database: Database
  readonly clock: Clock
  readonly live: Live
  readonly programmer: Pick<Programmer, 'screens' | 'playingOn' | 'cut' | 'refreshSoon'>
  readonly assets: () => readonly Asset[]
  readonly hidden: HiddenFiles
  readonly queue: Pick<QueueDesk, 'lists' | 'spokenHere' | 'onDayClosed' | 'view' | 'hiddenTimes'>
  readonly settings: () => ClinicSettings
  /** Where the words that this computer speaks are kept. */
  readonly voiceFolder: string
  readonly recordings: Recordings
  /** Told when a file was hidden or shown again. */
  readonly onHidden: () => void
}

export class TvDesk {
  readonly pictures = new ScreenPictures()
  readonly voice: Spoken
  readonly #settings: Settings
  readonly #sound: TvSound
  readonly #messages: TvMessages
  readonly #clockTime: (at: number) => string
  readonly #timer: NodeJS.Timeout
  readonly #told = new Map<string, string>()
  #testedAt: string | undefined

  constructor(settings: Settings) {
    this.#settings = settings
    const { database, clock, live } = settings
    this.#sound = new TvSound(database)
    this.#messages = new TvMessages(database)
    this.#clockTime = clockTimeIn(clock.zone)
    settings.queue.onDayClosed(() => {
      this.#messages.dayClosed()
      settings.queue.hiddenTimes.hide(false)
      this.#tell()
    })
    const computer = new Voice(settings.voiceFolder, process.env, () => this.#tell())
    this.voice = new Spoken({ computer, recordings: settings.recordings, onChange: () => this.#tell() })
    live.provide({ name: 'tv', snapshot: () => this.snapshot() })
    live.provide({ name: 'desk-tv', snapshot: () => this.state() })
    this.#timer = setInterval(() => this.#look(), lookMs)
    this.#look()
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    this.pictures.close()
    await this.voice.close()
  }

  get screens(): readonly string[] {
    return this.#settings.programmer.screens
  }

  snapshot(): TvSnapshot {
    return { ...this.#common(), voice: { ...this.voice.words() } }
  }

  state(): TvState {
    const { programmer, hidden, assets } = this.#settings
    return {
      ...this.#common(),
      speaks: [...this.voice.complete()],
      screens: programmer.screens.map((id) => {
        const turn = programmer.playingOn(id)
        const why = turn?.encore === undefined ? {} : { why: encoreWords(turn.encore) }
        const playing =
          turn === undefined ? {} : { playing: { asset: turn.item.assetId, title: turn.item.title, ...why } }
        return { id, ...playing, hasPicture: this.pictures.isThere(id) }
      }),
      held: [...hidden.all()].flatMap(([path, at]) => {
        const asset = assets().find((one) => one.path === path)
        return asset === undefined ? [] : [{ asset: asset.id, title: asset.title ?? path, path, at: isoOf(at) }]
      }),
      times: this.#settings.queue.view.timesOnTv(),
    }
  }

  changeSound(change: SoundChange): TvSnapshot['sound'] {
    const changed = this.#sound.change(change, this.#now())
    this.#tell()
    return changed
  }

  testChime(): void {
    this.#testedAt = isoOf(this.#now())
    this.#tell()
  }

  say(text: string, end: End): Message {
    const said = this.#messages.say(text, end, this.#now())
    this.#tell()
    return said
  }

  unsay(id: string): boolean {
    const was = this.#messages.unsay(id)
    this.#tell()
    return was
  }

  skip(): void {
    this.#settings.programmer.cut(() => true)
    this.#tell()
  }

  hideTimes(areHidden: boolean): void {
    this.#settings.queue.hiddenTimes.hide(areHidden)
    this.#tell()
  }

  /** @returns what was hidden; undefined for an asset that is not there */
  hide(id: string): TvState['held'][number] | undefined {
    const { assets, hidden, programmer, onHidden } = this.#settings
    const asset = assets().find((one) => one.id === id)
    if (asset === undefined) return undefined
    const now = this.#now()
    hidden.hide(asset.path, now)
    programmer.cut(({ assetId }) => assetId === id)
    onHidden()
    this.#tell()
    return { asset: id, title: asset.title ?? asset.path, path: asset.path, at: isoOf(now) }
  }

  /** @returns whether it was hidden */
  unhide(id: string): boolean {
    const { assets, hidden, programmer, onHidden } = this.#settings
    const asset = assets().find((one) => one.id === id)
    if (asset === undefined || !hidden.show(asset.path)) return false
    programmer.refreshSoon()
    onHidden()
    this.#tell()
    return true
  }

  /** What both topics say: nothing in it is about a person. */
  #common(): Omit<TvSnapshot, 'voice'> {
    const now = this.#now()
    const wishes = wishesOf(this.#settings.settings())
    const message = this.#messages.at(now)
    return {
      at: isoOf(now),
      languages: [...wishes.languages],
      room: wishes.room,
      calls: wishes.calls,
      sound: this.#sound.at(now),
      isQuiet: isQuietAt(wishes, this.#clockTime(now)),
      ...(this.#testedAt === undefined ? {} : { testedAt: this.#testedAt }),
      ...(message === undefined ? {} : { message }),
    }
  }

  #look(): void {
    const { settings, queue } = this.#settings
    const { tv, patients } = settings().languages
    const known = (tags: readonly string[]) => [...new Set(tags.flatMap((tag) => boardLanguageOf(tag) ?? []))]
    const rooms = Object.fromEntries(queue.lists.clinic.rooms.map(({ id, name }) => [id, name]))
    this.voice.want({
      languages: known([...tv, ...queue.spokenHere()]).sort(),
      recordable: known([...tv, ...patients]),
      rooms,
    })
    this.#tell()
  }

  /** Everybody is told of what has changed, and of nothing else. */
  #tell(): void {
    for (const [topic, snapshot] of [
      ['tv', this.snapshot()],
      ['desk-tv', this.state()],
    ] as const) {
      const text = JSON.stringify({ ...snapshot, at: '' })
      if (this.#told.get(topic) === text) continue
      this.#told.set(topic, text)
      this.#settings.live.publish(topic)
    }
  }

  #now(): number {
    return this.#settings.clock.now()
  }
}
