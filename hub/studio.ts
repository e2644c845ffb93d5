/** The studio as one part of the hub: the desk that changes content, its trash, its addresses, phones, and the page in the folder. */
import type { Hono } from 'hono'
import type { Asset } from '../core/asset.ts'
import type { FilmEntry } from '../core/film-contract.ts'
import type { Options } from '../core/options.ts'
import type { AnswerBook } from './answer-book.ts'
import type { Clock } from './clock.ts'
import { ContentDesk } from './content-desk.ts'
import { mountContent } from './content-routes.ts'
import { ContentTree } from './content-tree.ts'
import { mountExplainers } from './explainer-routes.ts'
import type { PhoneFiles } from './phone-files.ts'
import { PhoneListener } from './phone-listener.ts'
import type { PhoneDoor } from './phone-trial.ts'
import type { Places } from './places.ts'
import type { Problems } from './problems.ts'
import type { Programmer } from './programmer.ts'
import type { Questions } from './questions.ts'
import { StatusPage } from './status-page.ts'
import type { Store } from './store.ts'
import type { TicketPages } from './ticket-pages.ts'
import { Trash } from './trash.ts'

interface Settings {
  readonly places: Places
  /** Where what was deleted is kept. */
  readonly trash: string
  readonly phones: Options['phones']
  readonly publicUrl: Options['publicUrl']
  readonly phoneFiles: PhoneFiles
  readonly tickets: Pick<TicketPages, 'knows' | 'answer'>
  readonly answers: AnswerBook
  readonly clock: Clock
  readonly store: Store
  readonly problems: Problems
  readonly questions: Questions
  readonly assets: () => readonly Asset[]
  readonly films: () => readonly FilmEntry[]
  /** Whether what is told of a film is about this very text. */
  readonly hasTaken: (path: string, text: string) => boolean
  readonly programmer: Pick<Programmer, 'screens' | 'nextPlays'>
  /** Whether the content folder is there, and not what is left where it was. */
  readonly isThere: () => Promise<boolean>
  /** Whether it is known to be away: what an unmounted share leaves behind is not to be written to. */
  readonly isAway: () => boolean
  readonly noteFileOf: (path: string) => string
  readonly onGone: (path: string) => void
  readonly lookAgain: (path?: string) => Promise<number>
  /** Told when something was asked or answered about a file. */
  readonly onChange: () => void
}

export interface Studio {
  readonly mount: (app: Hono) => void
  readonly phones: PhoneDoor
  /** Says that the content folder is there, for the first time or again. */
  readonly folderCame: () => void
  /** Says that something about the files may have changed. */
  readonly touch: () => void
  readonly open: () => Promise<void>
  readonly sweep: () => Promise<void>
  readonly close: () => Promise<void>
}

export function makeStudio(settings: Settings): Studio {
  const { places, answers, clock, store, problems, questions, assets, programmer, onGone, lookAgain } = settings
  const { films, hasTaken } = settings
  const closing = new AbortController()
  const now = () => clock.now()
  const hasRoomFor = (bytes: number) => store.hasRoomFor(bytes)
  const tree = new ContentTree(places.content, settings.isAway)
  const trash = new Trash(settings.trash, places.content)
  const status = new StatusPage({ folder: places.content, isThere: settings.isThere, clock, assets, programmer })
  const onChange = () => {
    status.touch()
    settings.onChange()
  }
  const { noteFileOf } = settings
  const parts = { tree, trash, questions, answers, now, hasRoomFor, noteFileOf, onGone, lookAgain, onChange }
  const desk = new ContentDesk(parts)
  const { phones: at, publicUrl, phoneFiles: files, tickets } = settings
  const isBehindProxy = publicUrl !== undefined
  const phones = new PhoneListener({ at, isBehindProxy, files, tickets, desk, problems, now })
  return {
    mount: (app) => {
      mountContent(app, { desk, trash, answers, phones, now })
      mountExplainers(app, { tree, desk, assets, films, hasTaken, lookAgain })
    },
    phones,
    folderCame: () => {
      // A large folder on a slow share: nobody waits for that.
      void trash.settle().then(() => tree.tidy(closing.signal))
      status.touch()
    },
    touch: () => status.touch(),
    open: async () => {
      await Promise.all([trash.open(), phones.open()])
      status.touch()
    },
    sweep: () => trash.sweep(now(), () => hasRoomFor(0)),
    close: async () => {
      closing.abort()
      await phones.close()
      await status.close()
    },
  }
}
