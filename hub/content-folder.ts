/** Looks after the content folder: finds it, notices when it goes away or when a share is no longer behind it. */
import { access, constants, stat } from 'node:fs/promises'
import path from 'node:path'
import { type Scan, scanFolder } from './content-scan.ts'
import { brandFile, ContentWatch, isSkipped, type Listeners, logoFile } from './content-watch.ts'
import { folderTroubleOf, reasonOf } from './fault.ts'
import { isMounted, placeOf } from './mounts.ts'
import type { Problems } from './problems.ts'

export { brandFile, logoFile }

const lookAgainMs = 2_000
/** A share whose server is away may keep a question for minutes. */
const silenceMs = 10_000
/** Fewer files may well have been deleted by a person, all of them. */
const leastForShare = 3

/** What has to survive a restart: on which share the folder lay. */
export interface Memory {
  readonly recall: () => string | undefined
  readonly keep: (text: string) => void
}

interface Setting {
  readonly folder: string
  readonly problems: Problems
  readonly memory: Memory
  readonly listeners: Listeners
  /** Where a folder lies; the system is asked when nobody says otherwise. */
  readonly placeOf?: typeof placeOf
}

interface Identity {
  readonly device: number
  readonly inode: number
}

export class ContentFolder {
  readonly #setting: Setting
  readonly #closing = new AbortController()
  #watch: ContentWatch | undefined
  /** Which folder is watched: another one may have taken its name. */
  #identity: Identity | undefined
  /** The device of the last folder that was. */
  #device: number | undefined
  #isBusy = false
  #askedAtMs: number | undefined
  #timer: NodeJS.Timeout | undefined
  #trouble: string | undefined
  #watchTroubles: readonly string[] = []

  constructor(setting: Setting) {
    this.#setting = setting
  }

  async open(): Promise<void> {
    await this.#look()
    this.#timer = setInterval(() => void this.#look(), lookAgainMs)
  }

  async close(): Promise<void> {
    this.#closing.abort()
    clearInterval(this.#timer)
    await this.#watch?.close()
  }

  /** Whether it is the folder itself, and not what is left where it was. */
  async isThere(): Promise<boolean> {
    if (this.#identity === undefined) return false
    const now = await lookAtFolder(this.#setting.folder)
    return !('trouble' in now) && isSame(now, this.#identity)
  }

  /** Whether it is known that the folder is away, be it that an unmounted share has left an empty one in its place. */
  isAway(): boolean {
    return this.#watch === undefined && this.#trouble !== undefined
  }

  /** Walks through the folder now, and tells of all that is otherwise than before. @returns how many files were seen */
  async rescan(): Promise<number> {
    return (await this.#watch?.rescan()) ?? 0
  }

  /** Starts watching when the folder is there, stops when it is not: what is known then stays. */
  async #look(): Promise<void> {
    const now = performance.now()
    if (this.#isBusy) {
      if (now - (this.#askedAtMs ?? now) > silenceMs) this.#say('does not answer')
      return
    }
    this.#isBusy = true
    this.#askedAtMs = now
    const found = await lookAtFolder(this.#setting.folder)
    this.#askedAtMs = undefined
    if ('trouble' in found) await this.#leave()
    const isNew = !('trouble' in found) && !isSame(found, this.#identity)
    // A large folder on a slow share: nobody waits for the first walk.
    if (isNew) return void this.#enterOrSay(found)
    this.#isBusy = false
    this.#say('trouble' in found ? found.trouble : undefined)
  }

  async #enterOrSay(identity: Identity): Promise<void> {
    try {
      await this.#enter(identity)
    } catch (cause) {
      this.#say(`cannot be watched (${reasonOf(cause)})`)
    } finally {
      this.#isBusy = false
    }
  }

  async #leave(): Promise<void> {
    const watch = this.#watch
    this.#watch = undefined
    this.#identity = undefined
    this.#watchTroubles = []
    await watch?.close()
  }

  /** What was there before is no longer told of, unless the folder now there is one that may replace it. */
  async #enter(identity: Identity): Promise<void> {
    const { folder, memory, listeners } = this.#setting
    await this.#leave()
    const place = await (this.#setting.placeOf ?? placeOf)(folder)
    const scan = await scanFolder(folder, isSkipped, this.#closing.signal).catch(() => undefined)
    // Away again before it was read: the next look says why.
    if (scan === undefined || this.#closing.signal.aborted) return
    const isAway = await this.#isShareAway(scan, identity)
    if (this.#closing.signal.aborted) return
    if (isAway) return this.#say('is empty: the network drive there is not connected')
    const text = JSON.stringify({ folder, mountPoint: place.mount?.point ?? '/' })
    if (memory.recall() !== text) memory.keep(text)
    this.#identity = identity
    this.#device = identity.device
    this.#say(undefined)
    this.#watch = new ContentWatch({
      folder,
      isSilent: place.isSilent,
      listeners,
      isStillThere: async () => {
        const now = await lookAtFolder(folder)
        return !('trouble' in now) && isSame(now, identity)
      },
      onTrouble: (sentences) => {
        this.#watchTroubles = sentences
        this.#tell()
      },
    })
    listeners.onThere()
    // Thousands of files are told of while the hub goes on.
    void this.#watch.open(scan)
  }

  /** An unmounted share leaves an empty folder behind, as if somebody had deleted everything. */
  async #isShareAway(scan: Scan, { device }: Identity): Promise<boolean> {
    if (scan.files.size > 0 || this.#setting.listeners.known().length < leastForShare) return false
    if (this.#device !== undefined && device !== this.#device) return true
    const { folder, mountPoint } = JSON.parse(this.#setting.memory.recall() ?? '{}') as Record<string, string>
    return folder === this.#setting.folder && mountPoint !== undefined && !(await isMounted(mountPoint))
  }

  /** @param trouble how a sentence goes on that begins with the folder's name */
  #say(trouble: string | undefined): void {
    this.#trouble = trouble
    this.#tell()
  }

  #tell(): void {
    const { folder, problems } = this.#setting
    const away =
      this.#trouble === undefined
        ? []
        : [
            `The folder ${folder} ${this.#trouble}. What was taken in before goes on playing; it is looked for again every 2 seconds.`,
          ]
    const messages = [...away, ...this.#watchTroubles]
    problems.set(
      'content',
      messages.map((message) => ({ message })),
    )
  }
}

const isSame = (one: Identity, other: Identity | undefined): boolean =>
  one.device === other?.device && one.inode === other.inode

/** @returns which folder it is, or how a sentence goes on that says why it cannot be used */
async function lookAtFolder(folder: string): Promise<Identity | { readonly trouble: string }> {
  try {
    const { dev, ino } = await stat(`${folder}${path.sep}`)
    await access(folder, constants.R_OK | constants.X_OK)
    return { device: dev, inode: ino }
  } catch (cause) {
    return { trouble: folderTroubleOf(cause) }
  }
}
