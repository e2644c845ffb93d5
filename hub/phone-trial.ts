/** Whether phones can open ticket pages here: known once one has, and only then slips carry a code for them. */
import { randomBytes } from 'node:crypto'
import type { PhonesAnswer } from '../core/phone-contract.ts'
import type { Database } from './database.ts'
import { Facts } from './facts.ts'

/** Where phones opened a page. */
const fact = 'phones-tried'
const phone = /Android|iPhone|iPad|Mobile/i

/** Where phones come in. */
export interface PhoneDoor {
  readonly isOpen: () => boolean
  /** Its address; undefined while it is closed, or in no network. */
  readonly origin: () => string | undefined
}

interface Settings {
  readonly database: Database
  readonly publicUrl: string | undefined
  readonly listener: PhoneDoor
}

export class PhoneTrial {
  readonly #settings: Settings
  readonly #facts: Facts
  readonly #token = randomBytes(20).toString('base64url')
  #tried: string | undefined

  constructor(settings: Settings) {
    this.#settings = settings
    this.#facts = new Facts(settings.database)
    this.#tried = this.#facts.valueOf(fact)
  }

  isToken(token: string): boolean {
    return token === this.#token
  }

  /**
   * A page has run. It counts when that was on a phone, under the address that slips would carry.
   *
   * @param from the origin of the page, as it says itself
   */
  opened(from: string | undefined, agent: string | undefined): void {
    const way = this.#way()
    if (way === undefined || way === this.#tried || from !== this.#origin() || !phone.test(agent ?? '')) return
    this.#facts.keep(fact, way)
    this.#tried = way
  }

  answer(): PhonesAnswer {
    const origin = this.#origin()
    if (origin === undefined) {
      return { state: 'off', message: this.#settings.publicUrl === undefined ? off : noListener }
    }
    const tryUrl = `${origin}/t/${this.#token}`
    if (this.#tried === this.#way()) return { state: 'ready', base: `${origin}/t/`, tryUrl }
    return { state: 'untried', message: untried, tryUrl }
  }

  #origin(): string | undefined {
    const { publicUrl, listener } = this.#settings
    // A proxy finds the pages at the listener, and nothing else: what is on this computer's own port is nobody's business.
    return listener.isOpen() ? (publicUrl ?? listener.origin()) : undefined
  }

  /** What has to be tried anew when it changes: another address of one's own, but not another number in the network. */
  #way(): string | undefined {
    return this.#origin() === undefined ? undefined : (this.#settings.publicUrl ?? 'listener')
  }
}

const off =
  'Phones cannot open ticket pages. Whoever looks after this computer can change that by starting Anteroom with npm start -- --phones 8711; a clinic with an address of its own for it adds --public-url.'
const noListener =
  'Phones cannot open ticket pages: --public-url needs --phones as well, such as --phones 127.0.0.1:8711. There the proxy finds these pages, and nothing else.'
const untried =
  'Slips carry no code for phones yet. Open this address on a phone once, as a patient would: when its page appears there, they will.'
