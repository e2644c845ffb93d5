/** The voice of the calls, word by word: reception's own recording where there is one, else what this computer speaks. */
import { vocabularyIn } from '../core/speech.ts'
import type { SpokenWords, VoiceWords } from '../core/tv-contract.ts'
import type { Recordings } from './recordings.ts'
import type { Voice } from './voice.ts'

interface Parts {
  readonly computer: Voice
  readonly recordings: Recordings
  /** Told when a word sounds otherwise than before. */
  readonly onChange: () => void
}

interface Wanted {
  /** Spoken in the calls of these days. */
  readonly languages: readonly string[]
  /** In which words can be recorded. */
  readonly recordable: readonly string[]
  /** Names by id. */
  readonly rooms: Readonly<Record<string, string>>
}

export class Spoken {
  readonly #parts: Parts
  #wanted: Wanted = { languages: [], recordable: [], rooms: {} }

  constructor(parts: Parts) {
    this.#parts = parts
  }

  want(wanted: Wanted): void {
    this.#wanted = wanted
    this.#parts.computer.want({ languages: wanted.languages, rooms: wanted.rooms })
  }

  /** File names by language and word. A call that lacks one is not spoken in that language. */
  words(): Readonly<Record<string, SpokenWords>> {
    const languages = [...new Set([...this.#wanted.languages, ...this.#wanted.recordable])]
    return Object.fromEntries(
      languages.flatMap((language) => {
        const words = this.#wordsIn(language)
        return Object.keys(words).length === 0 ? [] : [[language, words]]
      }),
    )
  }

  /** Languages of which no word is missing. */
  complete(): readonly string[] {
    return Object.entries(this.words()).flatMap(([language, words]) =>
      [...this.#vocabulary(language).keys()].every((clip) => words[clip] !== undefined) ? [language] : [],
    )
  }

  /** Every word that can be recorded. */
  list(): readonly VoiceWords[] {
    return this.#wanted.recordable.map((language) => {
      const words = this.#wordsIn(language)
      const of = (clip: string) => {
        if (this.#parts.recordings.fileOf(language, clip) !== undefined) return 'recorded' as const
        return words[clip] === undefined ? ('none' as const) : ('computer' as const)
      }
      return {
        language,
        words: [...this.#vocabulary(language)].map(([clip, text]) => {
          const file = words[clip]
          return { clip, text, by: of(clip), ...(file === undefined ? {} : { file }) }
        }),
      }
    })
  }

  /** Whether there is such a word to record. */
  knows(language: string, clip: string): boolean {
    return this.#wanted.recordable.includes(language) && this.#vocabulary(language).has(clip)
  }

  async record(language: string, clip: string, wav: Uint8Array): Promise<void> {
    await this.#parts.recordings.keep(language, clip, wav)
    this.#parts.onChange()
  }

  /** @returns whether there was a recording */
  async forget(language: string, clip: string): Promise<boolean> {
    const was = await this.#parts.recordings.remove(language, clip)
    this.#parts.onChange()
    return was
  }

  /** @returns where a word lies; undefined for a name that cannot be one */
  pathOf(file: string): string | undefined {
    return this.#parts.computer.pathOf(file) ?? this.#parts.recordings.pathOf(file)
  }

  close(): Promise<void> {
    return this.#parts.computer.close()
  }

  #vocabulary(language: string): ReadonlyMap<string, string> {
    return vocabularyIn(language, this.#wanted.rooms)
  }

  #wordsIn(language: string): SpokenWords {
    const { computer, recordings } = this.#parts
    const recorded = [...this.#vocabulary(language).keys()].flatMap((clip) => {
      const file = recordings.fileOf(language, clip)
      return file === undefined ? [] : [[clip, file] as const]
    })
    return { ...computer.words()[language], ...Object.fromEntries(recorded) }
  }
}
